#include "core/crypto/digest.h"
#include "ui/settings/settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace keywright;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(folder_.isValid()); }
    void cleanup() { QFile::remove(file()); }

    void defaultsAreThoseOfTheDecisions() {
        const Settings settings(file());
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.clipboardSeconds(), 30);
        QCOMPARE(settings.expiringDays(), 14);
        QCOMPARE(settings.unusedDays(), 90);
        QVERIFY(settings.language().isEmpty());
        QVERIFY(!settings.utcTimes());
        QVERIFY(!settings.compactRows());
        QVERIFY(!settings.saysNewerVersion());
        QCOMPARE(settings.role(u"k1"_s), Role::Admin);
        QVERIFY(!settings.knownHead(u"k1"_s));
        QVERIFY(settings.recentKeyrings().isEmpty());
    }

    void everythingComesBackAfterARestart() {
        const ChainHead head{.seq = 41, .hash = sha256(QByteArrayView("head"))};
        {
            Settings settings(file());
            settings.setTheme(ThemeChoice::Dark);
            settings.setClipboardSeconds(45);
            settings.setExpiringDays(7);
            settings.setUnusedDays(30);
            settings.setLanguage(u"de"_s);
            settings.setUtcTimes(true);
            settings.setCompactRows(true);
            settings.setSaysNewerVersion(true);
            settings.setRole(u"k1"_s, Role::Auditor);
            settings.setViewState(u"k1"_s, u"geometry"_s, QByteArray("\x01\x02", 2));
            settings.setKnownHead(u"k1"_s, head);
        }
        const Settings settings(file());
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.clipboardSeconds(), 45);
        QCOMPARE(settings.expiringDays(), 7);
        QCOMPARE(settings.unusedDays(), 30);
        QCOMPARE(settings.language(), u"de"_s);
        QVERIFY(settings.utcTimes());
        QVERIFY(settings.compactRows());
        QVERIFY(settings.saysNewerVersion());
        QCOMPARE(settings.role(u"k1"_s), Role::Auditor);
        QCOMPARE(settings.role(u"k2"_s), Role::Admin);
        QCOMPARE(settings.viewState(u"k1"_s, u"geometry"_s).toByteArray(), QByteArray("\x01\x02", 2));
        QVERIFY(settings.knownHead(u"k1"_s) == head);
    }

    void changesAreToldOnceAndOnlyWhenTheyAreChanges() {
        Settings settings(file());
        const QSignalSpy changed(&settings, &Settings::changed);
        settings.setTheme(ThemeChoice::Dark);
        settings.setTheme(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        settings.setViewState(u"k1"_s, u"geometry"_s, 1);
        QCOMPARE(changed.count(), 1);
    }

    void newestKeyringStandsFirstAndOnlyOnce() {
        Settings settings(file());
        for (const QString &path : {u"/a"_s, u"/b"_s, u"/a"_s})
            settings.rememberKeyring(path);
        QCOMPARE(settings.recentKeyrings(), QStringList({u"/a"_s, u"/b"_s}));
        settings.forgetKeyring(u"/a"_s);
        QCOMPARE(settings.recentKeyrings(), QStringList{u"/b"_s});
    }

    void valuesThatMakeNoSenseFallBackToTheDefaults() {
        {
            QSettings raw(file(), QSettings::IniFormat);
            raw.setValue(u"theme"_s, u"purple"_s);
            raw.setValue(u"clipboard_seconds"_s, -5);
            raw.setValue(u"expiring_days"_s, u"soon"_s);
            raw.setValue(u"keyrings/k1/role"_s, u"god"_s);
            raw.setValue(u"keyrings/k1/known_head"_s, u"12:xyz"_s);
        }
        const Settings settings(file());
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.clipboardSeconds(), 30);
        QCOMPARE(settings.expiringDays(), 14);
        QCOMPARE(settings.role(u"k1"_s), Role::Admin);
        QVERIFY(!settings.knownHead(u"k1"_s));
    }

private:
    QString file() const { return folder_.filePath(u"settings.ini"_s); }
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
