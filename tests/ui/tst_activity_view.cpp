#include "core/crypto/digest.h"
#include "core/model/exports.h"
#include "tests/support/keyring_fixture.h"
#include "ui/activity/activity_model.h"
#include "ui/activity/activity_view.h"
#include "ui/desk.h"
#include "ui/form/inline_message.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Bench {
    Bench() : desk{file.keyring(), file.clock(), clipboard, settings} {}

    void open() {
        view = std::make_unique<ActivityView>(desk);
        view->resize(900, 600);
        view->show();
    }
    QTableView *table() const { return view->findChild<QTableView *>(); }
    QAbstractItemModel *model() const { return table()->model(); }
    QString cell(int row, ActivityColumn column) const { return model()->index(row, int(column)).data().toString(); }
    QString message() const {
        QStringList texts;
        for (const InlineMessage *one : view->findChildren<InlineMessage *>())
            if (one->isVisible())
                texts << one->text();
        return texts.join(u'\n');
    }
    void search(const QString &text) const { view->findChild<QLineEdit *>(u"activitySearch"_s)->setText(text); }

    QTemporaryDir folder;
    KeyringFixture file{u"standard"_s};
    SecretClipboard clipboard;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Desk desk;
    std::unique_ptr<ActivityView> view;
};

QPushButton *button(const QWidget &where, const QString &text) {
    const auto buttons = where.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QPushButton *one) { return one->isVisible() && QString(one->text()).remove(u'&') == text; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

class TestActivityView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestEntryStandsFirst() {
        Bench bench;
        bench.file.make(u"First"_s);
        bench.file.clock().advance(Seconds(60));
        bench.file.make(u"Second"_s);
        bench.open();
        QTRY_VERIFY(bench.model()->rowCount() >= 3);
        QCOMPARE(bench.cell(0, ActivityColumn::Event), u"API Key Created"_s);
        QVERIFY(bench.cell(0, ActivityColumn::Key).startsWith(u"Second"_s));
        QVERIFY(bench.cell(1, ActivityColumn::Key).startsWith(u"First"_s));
        QCOMPARE(bench.cell(0, ActivityColumn::AuthMethod), u"local"_s);
    }

    void aChangeElsewhereComesOnTopByItself() {
        Bench bench;
        const KeyId id = bench.file.make(u"First"_s).key.id;
        bench.open();
        QTRY_COMPARE(bench.cell(0, ActivityColumn::Event), u"API Key Created"_s);
        auto other = bench.file.another();
        VERIFY_RESULT(await(other->revoke({id}, u"unused"_s)));
        QTRY_COMPARE(bench.cell(0, ActivityColumn::Event), u"API Key Revoked"_s);
        QCOMPARE(bench.cell(0, ActivityColumn::Actor), u"bob"_s);
    }

    void termsNarrowTheList() {
        Bench bench;
        const KeyId id = bench.file.make(u"First"_s).key.id;
        bench.file.make(u"Second"_s);
        VERIFY_RESULT(await(bench.file.keyring().revoke({id}, u"leaked"_s)));
        bench.open();
        QTRY_VERIFY(bench.model()->rowCount() >= 3);
        bench.search(u"event:revoked key:First"_s);
        QTRY_COMPARE(bench.model()->rowCount(), 1);
        QCOMPARE(bench.cell(0, ActivityColumn::Event), u"API Key Revoked"_s);
        bench.search(u"authMethod:api_key"_s);
        QTRY_COMPARE(bench.model()->rowCount(), 0);
        QTRY_VERIFY(bench.view->findChild<QLabel *>(u"activityEmpty"_s)->text().contains(u"authMethod:api_key"_s));
    }

    void anUnknownTermIsNamed() {
        Bench bench;
        bench.open();
        bench.search(u"colour:red"_s);
        QTRY_VERIFY(bench.message().contains(u"colour:red"_s));
    }

    void oneKeysEntriesAndAllAgain() {
        Bench bench;
        const KeyId id = bench.file.make(u"First"_s).key.id;
        bench.file.make(u"Second"_s);
        bench.open();
        QTRY_VERIFY(bench.model()->rowCount() >= 3);
        const int all = bench.model()->rowCount();
        bench.view->showKey(id, u"First"_s);
        QTRY_COMPARE(bench.model()->rowCount(), 1);
        bench.view->findChild<QPushButton *>(u"onlyKey"_s)->click();
        QTRY_COMPARE(bench.model()->rowCount(), all);
    }

    void detailsSayWhatChanged() {
        Bench bench;
        const Issued issued = bench.file.make(u"Before"_s);
        Changes changes;
        changes.name = u"After"_s;
        VERIFY_RESULT(await(bench.file.keyring().edit(issued.key.id, issued.key.revision, changes)));
        bench.open();
        QTRY_COMPARE(bench.cell(0, ActivityColumn::Event), u"API Key Renamed"_s);
        Q_EMIT bench.table()->activated(bench.model()->index(0, 0));
        const auto *words = bench.view->findChild<QLabel *>(u"entryWords"_s);
        QTRY_VERIFY(words->isVisible());
        QVERIFY2(words->text().contains(u"Name: Before became After"_s), qPrintable(words->text()));
        const QString raw = bench.view->findChild<QPlainTextEdit *>(u"entryRaw"_s)->toPlainText();
        QVERIFY(raw.contains(u"\"API Key Renamed\""_s) && raw.contains(u"hash"_s));
        QSignalSpy openKey(bench.view.get(), &ActivityView::openRequested);
        button(*bench.view, u"Open the key"_s)->click();
        QCOMPARE(openKey.size(), 1);
        QCOMPARE(openKey.front().front().value<KeyId>(), issued.key.id);
    }

    void scrollingReadsOn() {
        Bench bench;
        constexpr int keys = 230;
        for (int i = 0; i < keys; ++i)
            bench.file.make(u"Key %1"_s.arg(i));
        ActivityModel model(bench.desk);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.state(), ActivityModel::State::Ready);
        QVERIFY(model.rowCount() < keys);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() >= keys);
        QTRY_VERIFY(model.isComplete());
        for (int row = 1; row < model.rowCount(); ++row)
            QCOMPARE(model.entry(row).seq, model.entry(row - 1).seq - 1);
    }

    void aWholeLogIsRemembered() {
        Bench bench;
        bench.file.make(u"First"_s);
        bench.open();
        QTRY_VERIFY(bench.model()->rowCount() > 0);
        bench.view->findChild<QPushButton *>(u"checkChain"_s)->click();
        QTRY_VERIFY2(bench.message().contains(u"The log is whole"_s), qPrintable(bench.message()));
        const auto known = bench.settings.knownHead(bench.file.keyring().info().id);
        QVERIFY(known);
        QCOMPARE(known->seq, qint64(bench.model()->rowCount()));
    }

    void theFirstBrokenEntryIsShown() {
        Bench bench;
        bench.file.make(u"First"_s);
        bench.file.make(u"Second"_s);
        bench.file.make(u"Third"_s);
        bench.open();
        QTRY_VERIFY(bench.model()->rowCount() >= 4);
        const QString seq = u"(SELECT seq FROM activity WHERE key_name = 'Second')"_s;
        const qint64 broken =
            sqlValue(bench.file.path(), u"SELECT seq FROM activity WHERE key_name = 'Second'"_s).toLongLong();
        QCOMPARE(runSql(bench.file.path(), u"DROP TRIGGER activity_is_never_updated"_s), QString());
        QCOMPARE(runSql(bench.file.path(), u"UPDATE activity SET actor = 'mallory' WHERE seq = "_s + seq), QString());
        bench.view->findChild<QPushButton *>(u"checkChain"_s)->click();
        QTRY_VERIFY2(button(*bench.view, u"Show the first broken entry"_s), qPrintable(bench.message()));
        QVERIFY(!bench.settings.knownHead(bench.file.keyring().info().id));
        button(*bench.view, u"Show the first broken entry"_s)->click();
        QTRY_COMPARE(bench.table()->currentIndex().row(), bench.model()->rowCount() - int(broken));
    }

    void anExportHoldsTheSearchAndTheHead() {
        Bench bench;
        const KeyId id = bench.file.make(u"First"_s).key.id;
        bench.file.make(u"Second"_s);
        VERIFY_RESULT(await(bench.file.keyring().revoke({id}, u"leaked"_s)));
        const QString path = bench.folder.filePath(u"activity.json"_s);
        ActivityExport job(bench.file.keyring(), {.text = u"key:First"_s, .key = {}}, ActivityFormat::Json, path);
        QSignalSpy written(&job, &ActivityExport::written);
        job.start();
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.front().front().toLongLong(), 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray entries = document[u"entries"_s].toArray();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].toObject()[u"event"_s].toString(), u"API Key Created"_s);
        QCOMPARE(document[u"head"_s].toObject()[u"hash"_s].toString(), entries[1].toObject()[u"hash"_s].toString());
    }

    void anExportIsWholeWhileTheLogGrows() {
        Bench bench;
        VERIFY_RESULT(fillKeyring(bench.file.path(), {.keys = 2'200, .revoked = 0}, bench.file.clock().now()));
        QList<KeyId> ids;
        for (const ApiKey &key : bench.file.all())
            ids << key.id;
        VERIFY_RESULT(await(bench.file.keyring().revoke(ids, u"unused"_s), 60'000));
        const auto before = await(bench.file.keyring().checkActivity({}));
        VERIFY_RESULT(before);
        const auto other = bench.file.another();
        const QString path = bench.folder.filePath(u"activity.json"_s);
        ActivityExport job(bench.file.keyring(), {}, ActivityFormat::Json, path);
        int pages = 0;
        QStringList made;
        connect(&job, &ActivityExport::progressed, this, [&] {
            const auto issued = await(other->create(goodDraft(bench.file.policy(), u"Late %1"_s.arg(++pages)), {}));
            VERIFY_RESULT(issued);
            made << issued->key.name;
        });
        QSignalSpy written(&job, &ActivityExport::written);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 30'000);
        QTRY_COMPARE(made.size(), pages);
        QVERIFY(pages >= 3);
        QCOMPARE(written.front().front().toLongLong(), before->entries); // as it was when it was asked for
        QProcess verifier;
        verifier.start(u"python3"_s, {QString::fromLatin1(VERIFY_EXPORT), path});
        QVERIFY(verifier.waitForFinished());
        QCOMPARE(QString::fromLatin1(verifier.readAllStandardOutput()).trimmed(),
                 u"Intact: %1 entries."_s.arg(before->entries));
    }

    void aSpreadsheetExportHasALineAnEntry() {
        Bench bench;
        bench.file.make(u"=cmd"_s);
        const QString path = bench.folder.filePath(u"activity.csv"_s);
        ActivityExport job(bench.file.keyring(), {.text = u"event:created"_s, .key = {}}, ActivityFormat::Csv, path);
        QSignalSpy written(&job, &ActivityExport::written);
        job.start();
        QTRY_COMPARE(written.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.startsWith(activityCsvHeader().join(u',')));
        QVERIFY(text.contains(u"'=cmd"_s));
        QVERIFY(text.contains(u",head,"_s));
    }

    void aFailedExportLeavesNoFile() {
        Bench bench;
        const QString path = bench.folder.filePath(u"none/activity.csv"_s);
        ActivityExport job(bench.file.keyring(), {}, ActivityFormat::Csv, path);
        QSignalSpy failed(&job, &ActivityExport::failed);
        job.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(TestActivityView)
#include "tst_activity_view.moc"
