// What the window does when the file is in other hands: locked by a real other program, or not to be written.
#include "core/keyring/keyring_file.h"
#include "core/keyring/local_keyring.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/foreign_lock.h"
#include "tests/support/policies.h"
#include "tests/support/results.h"
#include "tests/support/write_protection.h"
#include "ui/create/create_dialog.h"
#include "ui/create/reveal_page.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::StringLiterals;

namespace {

/// The longest time for which the event loop did not turn while this lived.
class Pulse {
public:
    Pulse() {
        since_.start();
        QObject::connect(&timer_, &QTimer::timeout, &timer_,
                         [this] { longest_ = std::max(longest_, since_.restart()); });
        timer_.start(10);
    }
    qint64 longest() const { return std::max(longest_, since_.elapsed()); }

private:
    QTimer timer_;
    QElapsedTimer since_;
    qint64 longest_ = 0;
};

} // namespace

class WindowFaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { desk_.tearDown(); }

    void aLockIsSaidWhileTheWindowLivesAndTheSameButtonTriesAgain() {
        const QString path = desk_.keyring(u"Production"_s, u"standard"_s, {u"Zapier"_s});
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 1);
        ForeignLock lock;
        QVERIFY(lock.hold(path));
        desk_.button(u"createButton"_s)->click();
        const auto *dialog = desk_.visible<CreateDialog>();
        QVERIFY(dialog);
        qobject_cast<QLineEdit *>(dialog->findChild<FormField *>(u"name"_s)->control())->setText(u"CI deploy"_s);
        {
            const Pulse pulse;
            buttonOf(dialog, u"Create"_s)->click();
            QTRY_VERIFY_WITH_TIMEOUT(desk_.messageWith(u"Another program"_s), 30'000);
            QVERIFY2(pulse.longest() < 1'000, qPrintable(QString::number(pulse.longest())));
        }
        QVERIFY(lock.isHeld());
        QVERIFY(desk_.messageWith(path));
        QVERIFY(desk_.messageWith(u"Nothing was changed."_s));
        QVERIFY(desk_.messageWith(u"try again"_s));
        QCOMPARE(desk_.table()->model()->rowCount(), 1);
        QVERIFY(lock.release());
        QPushButton *again = buttonOf(dialog, u"Create"_s);
        QVERIFY(again && again->isEnabled());
        again->click();
        QTRY_VERIFY(dialog->revealPage());
        QVERIFY(!desk_.messageWith(u"Another program"_s));
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        const auto report = checkKeyring(path);
        VERIFY_RESULT(report);
        QVERIFY2(report->sound, qPrintable(report->findings.join(u'\n')));
        QCOMPARE(report->chain.entries, 3); // the keyring, and each key once
    }

    void whatCantBeWrittenIsShownAndNothingIsOffered_data() {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }
    void whatCantBeWrittenIsShownAndNothingIsOffered() {
        QFETCH(const bool, folder);
        QVERIFY(QDir(desk_.folder().path()).mkdir(u"shared"_s));
        const QString path = desk_.keyring(u"shared/Production"_s, u"standard"_s, {u"Zapier"_s, u"CI deploy"_s});
        QFile::setPermissions(desk_.folder().path(), QFileDevice::Permissions(0x7777)); // for the settings
        const WriteProtection protection(path, folder ? WriteProtection::Of::Folder : WriteProtection::Of::File);
        QVERIFY(protection.bites());
        desk_.start(path);
        QTRY_VERIFY(desk_.view());
        QTRY_COMPARE(desk_.table()->model()->rowCount(), 2);
        const QString reason = desk_.view()->desk().keyring.info().readOnlyReason;
        QVERIFY(reason.contains(path));
        QVERIFY(desk_.messageWith(reason));
        for (const QString &name : {u"createButton"_s, u"testKeyButton"_s}) {
            QVERIFY(!desk_.button(name)->isEnabled());
            QCOMPARE(desk_.button(name)->toolTip(), reason);
        }
        for (const QString &name : {u"create"_s, u"createTest"_s, u"restore"_s})
            QVERIFY2(!desk_.action(name)->isEnabled(), qPrintable(name));
        for (const QString &name : {u"backup"_s, u"check"_s})
            QVERIFY2(desk_.action(name)->isEnabled(), qPrintable(name));
        desk_.table()->selectAll();
        QTest::keyClick(desk_.table(), Qt::Key_Delete);
        QTRY_VERIFY(desk_.messageWith(reason));
        QVERIFY(!desk_.window().findChild<QDialog *>());
        desk_.stop();
    }

private:
    DesktopFixture desk_;
};

QTEST_MAIN(WindowFaultsTest)
#include "tst_window_faults.moc"
