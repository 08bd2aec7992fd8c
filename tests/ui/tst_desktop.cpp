#include "app/desktop/command_line.h"
#include "app/desktop/quiet_log.h"
#include "core/crypto/token.h"
#include "core/model/version.h"

#include <QTemporaryDir>
#include <QTest>

using namespace keywright;
using namespace Qt::StringLiterals;

class DesktopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysNeverReachTheLog() {
        for (const KeyPolicy &policy : shippedPolicies()) {
            const Secret token = makeToken(policy);
            const QString text = u"Reply to "_s + QString::fromLatin1(token.view()) + u" was late"_s;
            const QString masked = maskedForLog(text);
            QVERIFY2(!masked.contains(QLatin1StringView(token.view())), qPrintable(policy.id));
            QVERIFY(masked.startsWith(u"Reply to "_s));
            QVERIFY(masked.endsWith(u" was late"_s));
        }
        QCOMPARE(maskedForLog(u"QPainter::begin: failed"_s), u"QPainter::begin: failed"_s);
    }

    void aFileOnTheCommandLineIsOpened() {
        const CommandLine line = readCommandLine({u"keywright"_s, u"/tmp/a.keyring"_s});
        QCOMPARE(line.file, u"/tmp/a.keyring"_s);
        QVERIFY(line.answer.isEmpty());
    }

    void theFirstStartOpensWhatTheCommandLineMade() {
        const QTemporaryDir folder;
        const QString made = folder.filePath(u"default.keyring"_s);
        QCOMPARE(placeToOpen({}, {}, made), QString());
        QVERIFY(QFile(made).open(QIODevice::WriteOnly));
        QCOMPARE(placeToOpen({}, {}, made), made);
        QCOMPARE(placeToOpen({}, {u"/tmp/last.keyring"_s}, made), QString());
        QCOMPARE(placeToOpen(u"/tmp/a.keyring"_s, {}, made), u"/tmp/a.keyring"_s);
    }

    void versionAndHelpAreAnswered() {
        QVERIFY(readCommandLine({u"keywright"_s, u"--version"_s}).answer.contains(version()));
        QVERIFY(readCommandLine({u"keywright"_s, u"--help"_s}).answer.contains(u"keyring"_s));
        QVERIFY(!readCommandLine({u"keywright"_s, u"--help"_s}).wrong);
    }

    void whatIsNotUnderstoodIsSaid() {
        QVERIFY(readCommandLine({u"keywright"_s, u"--frobnicate"_s}).wrong);
        QVERIFY(readCommandLine({u"keywright"_s, u"a"_s, u"b"_s}).wrong);
    }
};

QTEST_GUILESS_MAIN(DesktopTest)
#include "tst_desktop.moc"
