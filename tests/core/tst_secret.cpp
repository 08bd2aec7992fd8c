#include "core/crypto/secret.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <type_traits>

namespace {

/// Looks at one block of memory at the moment it is given back, before it is gone.
struct Watch {
    const void *block = nullptr;
    std::size_t size = 0;
    bool freed = false;
    bool wiped = false;
};
Watch watch;

void giveBack(void *block) noexcept {
    if (block != nullptr && block == watch.block) {
        const auto *bytes = static_cast<const volatile unsigned char *>(block);
        watch.freed = true;
        watch.wiped = std::all_of(bytes, bytes + watch.size, [](unsigned char byte) { return byte == 0; });
    }
    std::free(block);
}

} // namespace

// The program's own, so that what a destructor leaves behind can be seen.
void *operator new[](std::size_t size) {
    if (void *block = std::malloc(std::max<std::size_t>(size, 1)))
        return block;
    throw std::bad_alloc();
}
void operator delete[](void *block) noexcept {
    giveBack(block);
}
void operator delete[](void *block, std::size_t) noexcept {
    giveBack(block);
}

using namespace keywright;

class TestSecret : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { watch = {}; }

    void aSecretIsMovedAndNeverCopied() {
        static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
        static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
        static_assert(!std::equality_comparable<Secret>);
        Secret first(QByteArrayView("kw_secret"));
        const Secret second(std::move(first));
        QVERIFY(second.equals("kw_secret"));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
    }

    void theBytesAreWipedBeforeTheyAreGivenBack() {
        auto secret = std::make_unique<Secret>(QByteArrayView("a token of thirty-two characters"));
        watch = {.block = secret->view().data(), .size = std::size_t(secret->size())};
        secret.reset();
        QVERIFY(watch.freed);
        QVERIFY(watch.wiped);
    }

    void takingOverAnotherSecretWipesTheOldOne() {
        Secret secret(QByteArrayView("the old one"));
        watch = {.block = secret.view().data(), .size = std::size_t(secret.size())};
        secret = Secret(QByteArrayView("the new one"));
        QVERIFY(watch.freed && watch.wiped);
        QVERIFY(secret.equals("the new one"));
    }

    void clearingWipesAtOnce() {
        Secret secret(QByteArrayView("gone now"));
        watch = {.block = secret.view().data(), .size = std::size_t(secret.size())};
        secret.clear();
        QVERIFY(watch.freed && watch.wiped && secret.isEmpty());
        QVERIFY(secret.view().isEmpty());
    }

    void theOriginalIsLeftToTheCaller() {
        QByteArray original("mine");
        {
            const Secret secret(original);
        }
        QCOMPARE(original, QByteArray("mine"));
    }

    void equalsLooksAtLengthAndBytes() {
        const Secret secret(QByteArrayView("abc"));
        QVERIFY(secret.equals("abc"));
        QVERIFY(!secret.equals("abd"));
        QVERIFY(!secret.equals("ab"));
        QVERIFY(!secret.equals("abcd"));
        QVERIFY(Secret().equals(""));
    }

    void buffersAreWipedAndKeepTheirSize() {
        QByteArray bytes("secret");
        wipe(bytes);
        QCOMPARE(bytes, QByteArray(6, '\0'));
        QString text = QStringLiteral("secret");
        text.detach();
        wipe(text);
        QCOMPARE(text, QString(6, QChar()));
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
