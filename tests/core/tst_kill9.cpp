// A program killed at random moments loses nothing that it acknowledged, and leaves no half change.
#include "tests/support/keyring_fixture.h"

#include <QProcess>
#include <QRandomGenerator>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestKill9 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAcknowledgedChangeSurvives();

private:
    /// One life of the child; adds what it acknowledged.
    void killOnce(const QString &path, int afterMilliseconds) {
        QProcess child;
        child.start(QString::fromLocal8Bit(KILL9_CHILD), {path});
        QVERIFY(child.waitForReadyRead(20'000));
        QVERIFY(!child.waitForFinished(afterMilliseconds));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
            const auto words = line.split(' ');
            if (words.size() == 2 && words.last().size() == 36)
                (words.first() == "created" ? created_ : revoked_) << QString::fromLatin1(words.last());
        }
    }
    QSet<QString> created_, revoked_;
};

void TestKill9::everyAcknowledgedChangeSurvives() {
    // 50 in every run; KEYWRIGHT_KILLS=1000 on demand.
    const int kills =
        qEnvironmentVariableIntValue("KEYWRIGHT_KILLS") > 0 ? qEnvironmentVariableIntValue("KEYWRIGHT_KILLS") : 50;
    KeyringFixture fixture(u"standard"_s);
    fixture.close();
    for (int i = 0; i < kills; ++i) {
        killOnce(fixture.path(), 5 + int(QRandomGenerator::global()->bounded(150)));
        if (QTest::currentTestFailed())
            return;
    }
    VERIFY_RESULT(fixture.reopen());
    QSet<QString> held, dead;
    for (const ApiKey &key : fixture.all()) {
        held << key.id.value;
        if (key.revokedAt)
            dead << key.id.value;
    }
    QVERIFY(created_.size() > kills);
    QVERIFY(!revoked_.isEmpty());
    QVERIFY(held.contains(created_));
    QVERIFY(dead.contains(revoked_));
    const auto made = sqlValue(fixture.path(), u"SELECT count(*) FROM activity WHERE event = 'API Key Created'"_s);
    QCOMPARE(made.toLongLong(), held.size());
    const auto report = checkKeyring(fixture.path());
    VERIFY_RESULT(report);
    QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestKill9)
#include "tst_kill9.moc"
