// A thread with jobs: their order, and its end while others still post to it.
#include "core/store/store_thread.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace keywright::test {

class TestStoreThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInOrderAndTheLastAtTheEnd();
    void afterTheEndEverythingIsDropped();
    void othersMayPostWhileItEnds();
};

void TestStoreThread::jobsRunInOrderAndTheLastAtTheEnd() {
    std::vector<int> ran;
    StoreThread thread(QStringLiteral("jobs"));
    for (int i = 0; i < 1'000; ++i)
        thread.post([&ran, i] { ran.push_back(i); });
    thread.stop([&ran] { ran.push_back(1'000); });
    QCOMPARE(ran.size(), 1'001U);
    QVERIFY(std::ranges::is_sorted(ran));
}

void TestStoreThread::afterTheEndEverythingIsDropped() {
    StoreThread thread(QStringLiteral("jobs"));
    thread.stop();
    bool ran = false;
    thread.post([&ran] { ran = true; });
    const auto reply = thread.ask<int>([&ran](auto &) {
        ran = true;
        return Result<int>(1);
    });
    QVERIFY(reply.isFinished());
    QVERIFY(reply.isCanceled());
    thread.stop([&ran] { ran = true; });
    QVERIFY(!ran);
}

/// Threads that post at each instant of its end, and threads enough that some are stopped in the middle of it.
void TestStoreThread::othersMayPostWhileItEnds() {
    constexpr int rounds = 1'000;
    constexpr int posters = 4;
    constexpr int mostUnderWay = 16;
    std::atomic<StoreThread *> open = nullptr;
    std::atomic<int> posting = 0;
    std::atomic<int> underWay = 0;
    std::atomic<int> ran = 0;
    std::atomic<bool> done = false;
    const auto postOn = [&](StoreThread &thread) {
        ++underWay;
        const std::shared_ptr<void> gone(nullptr, [&underWay](void *) { --underWay; }); // with the job, run or dropped
        thread.post([&ran, gone] { ++ran; });
    };
    std::vector<std::jthread> others;
    others.reserve(posters);
    for (int i = 0; i < posters; ++i) {
        others.emplace_back([&] {
            while (!done) {
                ++posting;
                StoreThread *thread = open;
                if (thread && underWay < mostUnderWay)
                    postOn(*thread);
                --posting;
                std::this_thread::yield();
            }
        });
    }
    int ranAfterTheEnd = 0;
    for (int i = 0; i < rounds; ++i) {
        StoreThread thread(QStringLiteral("jobs"));
        const int before = ran;
        open = &thread;
        while (ran == before)
            std::this_thread::yield();
        int atTheEnd = -1;
        thread.stop([&] { atTheEnd = ran; });
        ranAfterTheEnd += ran - atTheEnd;
        open = nullptr;
        while (posting != 0)
            std::this_thread::yield();
    }
    done = true;
    others.clear();
    QCOMPARE(ranAfterTheEnd, 0);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestStoreThread)
#include "tst_store_thread.moc"
