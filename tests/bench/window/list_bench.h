// The list of a big keyring in the real page: loading, searching, sorting, memory and what another program changes, and
// the longest time the event loop stood still meanwhile.
#pragma once

#include "tests/support/keyring_fixture.h"
#include "ui/keys/keys_page.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace keywright::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Megabytes of this process, by a line of /proc/self/status.
inline double megabytes(const QByteArray &line) {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &one : status.readAll().split('\n'))
        if (one.startsWith(line + ':'))
            return one.mid(line.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    return 0;
}

/// Notices how long the event loop stands still.
class Pulse : public QObject {
public:
    Pulse() {
        beat_.start();
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this,
                [this] { longest_ = std::max(longest_, double(beat_.nsecsElapsed()) / 1e6), beat_.restart(); });
        timer_.start(1ms);
    }
    void restart() { beat_.restart(), longest_ = 0; }
    /// Milliseconds, since this was asked last.
    double takeLongest() { return std::exchange(longest_, 0); }

private:
    QTimer timer_;
    QElapsedTimer beat_;
    double longest_ = 0;
};

class ListBench {
public:
    /// The keyring is open.
    ListBench(Keyring &keyring, const Clock &clock) : clock_(clock), desk_{keyring, clock, clipboard_, settings_} {}

    struct Loading {
        double first, all; ///< milliseconds
    };
    Loading load() {
        const double before = megabytes("VmRSS");
        QElapsedTimer time;
        time.start();
        page_ = std::make_unique<KeysPage>(desk_);
        page_->resize(1280, 800);
        page_->show();
        std::printf("page made           %8.0f ms   (as long with no key)\n", double(time.nsecsElapsed()) / 1e6);
        pulse_.restart();
        Loading took{};
        took.first = until(time, [this] { return model().rowCount() > 0; });
        took.all = until(time, [this] { return model().phase() == KeyListModel::Phase::Ready && model().isCurrent(); });
        std::printf("first rows          %8.0f ms\n", took.first);
        std::printf("all loaded          %8.0f ms\n", took.all);
        std::printf("memory              %8.0f MB   (+%.0f by the list, %.0f at the most)\n", megabytes("VmRSS"),
                    megabytes("VmRSS") - before, megabytes("VmHWM"));
        stood("loading");
        return took;
    }

    void search() {
        std::vector<double> times;
        for (const QString &word : {u"straße 4711"_s, u"prod"_s, u"beef12"_s, u"zzz"_s}) {
            for (qsizetype letters = 1; letters <= word.size(); ++letters) {
                KeyView view = model().view();
                view.search = word.left(letters);
                times.push_back(settle(view));
            }
        }
        KeyView all = model().view();
        all.search.clear();
        settle(all);
        std::ranges::sort(times);
        std::printf("search keystroke    %8.1f ms   (median of %zu; the longest %.1f)\n", times[times.size() / 2],
                    times.size(), times.back());
        stood("searching");
    }

    void sort() {
        for (int column = 0; column <= int(KeyColumn::Spend); ++column) {
            KeyView view = model().view();
            view.sort = KeyColumn(column);
            view.descending = false;
            std::printf("sort by %-12s%8.0f ms\n", qPrintable(columnTitle(view.sort, *desk_.keyring.info().policy)),
                        settle(view));
        }
        stood("sorting");
    }

    /// `other`: another view of the same keys.
    void follow(Keyring &other) {
        std::vector<double> times;
        for (int row = 0; times.size() < 9; ++row) {
            const ApiKey key = *model().keyAt(row);
            if (!isActive(key, clock_.now()))
                continue;
            QElapsedTimer time;
            time.start();
            const auto renamed =
                test::await(other.edit(key.id, key.revision, test::renaming(u"changed %1"_s.arg(row))));
            if (!renamed)
                qFatal("%s", qPrintable(renamed.error().message));
            times.push_back(
                until(time, [&] { return model().keyOf(key.id)->name == renamed->name && model().isCurrent(); }));
        }
        std::ranges::sort(times);
        std::printf("another's change    %8.0f ms   (median of %zu; the longest %.0f)\n", times[times.size() / 2],
                    times.size(), times.back());
        stood("following");
    }

private:
    KeyListModel &model() { return page_->model(); }

    template<class F>
    double until(const QElapsedTimer &time, F reached) {
        while (!reached()) {
            if (time.elapsed() > 300'000)
                qFatal("not reached within 5 minutes");
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return double(time.nsecsElapsed()) / 1e6;
    }
    double settle(const KeyView &view) {
        QElapsedTimer time;
        time.start();
        model().setView(view);
        return until(time, [this] { return model().isCurrent(); });
    }
    void stood(const char *what) {
        std::printf("  longest stand-still of the event loop while %s: %.0f ms\n", what, pulse_.takeLongest());
    }

    const Clock &clock_;
    QTemporaryDir folder_;
    SecretClipboard clipboard_;
    Settings settings_{folder_.filePath(u"settings.ini"_s)};
    Desk desk_;
    std::unique_ptr<KeysPage> page_;
    Pulse pulse_;
};

} // namespace keywright::bench
