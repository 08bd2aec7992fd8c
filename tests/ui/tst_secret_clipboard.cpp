#include "ui/platform/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace keywright;

namespace {

const QByteArray token = QByteArrayLiteral("kw_AbCd1234_ 0123456789");

QString clipboardText() {
    return QGuiApplication::clipboard()->text();
}

bool realClipboard() {
    return QGuiApplication::platformName() == QStringLiteral("xcb");
}

/// What another program reads from a selection ("clipboard", "primary"), byte for byte.
QByteArray readByAnotherProgram(const QString &selection, const QString &target = QStringLiteral("UTF8_STRING")) {
    QProcess xclip;
    xclip.start(QStringLiteral("xclip"),
                {QStringLiteral("-o"), QStringLiteral("-selection"), selection, QStringLiteral("-t"), target});
    if (!QTest::qWaitFor([&] { return xclip.state() == QProcess::NotRunning; }, 10'000))
        return QByteArrayLiteral("(no answer)");
    return xclip.readAllStandardOutput();
}

} // namespace

class TestSecretClipboard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void theBytesAreExactAndMarkedSecret() {
        SecretClipboard clipboard;
        clipboard.copySecret(Secret(token), 30);
        QCOMPARE(clipboardText().toUtf8(), token);
        QVERIFY(clipboard.holdsSecret());
        QCOMPARE(clipboard.secondsLeft(), 30);
#ifdef Q_OS_LINUX
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));
#endif
    }

    void itIsClearedInTime() {
        SecretClipboard clipboard;
        QSignalSpy cleared(&clipboard, &SecretClipboard::secretCleared);
        QSignalSpy ticks(&clipboard, &SecretClipboard::tick);
        clipboard.copySecret(Secret(token), 1);
        QVERIFY(cleared.wait());
        QVERIFY(clipboardText().isEmpty());
        QVERIFY(!clipboard.holdsSecret());
        QCOMPARE(clipboard.secondsLeft(), 0);
        QVERIFY(!ticks.isEmpty());
    }

    void withoutATimeItStays() {
        SecretClipboard clipboard;
        QSignalSpy ticks(&clipboard, &SecretClipboard::tick);
        clipboard.copySecret(Secret(token), 0);
        QCOMPARE(clipboard.secondsLeft(), 0);
        QVERIFY(clipboard.holdsSecret());
        QCOMPARE(ticks.size(), 1);
    }

    void itIsClearedWhenItsHolderGoes() {
        {
            SecretClipboard clipboard;
            clipboard.copySecret(Secret(token), 30);
        }
        QVERIFY(clipboardText().isEmpty());
    }

    void whatOthersCopiedIsLeftAlone() {
        {
            SecretClipboard clipboard;
            QSignalSpy cleared(&clipboard, &SecretClipboard::secretCleared);
            clipboard.copySecret(Secret(token), 30);
            QGuiApplication::clipboard()->setText(QStringLiteral("theirs"));
            QCOMPARE(cleared.size(), 1);
            QVERIFY(!clipboard.holdsSecret());
            clipboard.clear();
        }
        QCOMPARE(clipboardText(), QStringLiteral("theirs"));
    }

    void ordinaryTextIsNoSecret() {
        {
            SecretClipboard clipboard;
            clipboard.copySecret(Secret(token), 30);
            clipboard.copyText(QStringLiteral("kw_AbCd1234"));
            QVERIFY(!clipboard.holdsSecret());
        }
        QCOMPARE(clipboardText(), QStringLiteral("kw_AbCd1234"));
    }

    void aSecondKeyStartsTheTimeAnew() {
        SecretClipboard clipboard;
        clipboard.copySecret(Secret(token), 1);
        clipboard.copySecretText(QByteArrayLiteral("second"), 30);
        QCOMPARE(clipboard.secondsLeft(), 30);
        QCOMPARE(clipboardText(), QStringLiteral("second"));
        QVERIFY(clipboard.holdsSecret());
    }

    void anotherProgramReadsExactlyTheKeyAndLaterNothing() {
        if (!realClipboard())
            QSKIP("needs an X server");
        SecretClipboard clipboard;
        QSignalSpy cleared(&clipboard, &SecretClipboard::secretCleared);
        clipboard.copySecret(Secret(token), 2);
        QCOMPARE(readByAnotherProgram(QStringLiteral("clipboard")), token);
        QCOMPARE(readByAnotherProgram(QStringLiteral("clipboard"), QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));
        QCOMPARE(readByAnotherProgram(QStringLiteral("primary")), QByteArray());
        QVERIFY(cleared.wait());
        QCOMPARE(readByAnotherProgram(QStringLiteral("clipboard")), QByteArray());
    }

    void whatAnotherProgramCopiedIsLeftAlone() {
        if (!realClipboard())
            QSKIP("needs an X server");
        SecretClipboard clipboard;
        QSignalSpy cleared(&clipboard, &SecretClipboard::secretCleared);
        clipboard.copySecret(Secret(token), 30);
        QProcess xclip; // stays in the background as the owner, until the next copy
        xclip.start(QStringLiteral("xclip"), {QStringLiteral("-selection"), QStringLiteral("clipboard")});
        QVERIFY(xclip.waitForStarted());
        xclip.write("theirs");
        xclip.closeWriteChannel();
        QTRY_COMPARE(cleared.size(), 1);
        clipboard.clear();
        QCOMPARE(readByAnotherProgram(QStringLiteral("clipboard")), QByteArray("theirs"));
    }
};

QTEST_MAIN(TestSecretClipboard)
#include "tst_secret_clipboard.moc"
