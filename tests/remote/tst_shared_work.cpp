// Two windows and a command line work on one server at once, on the same key: whoever is second is told, nothing that
// was typed is lost, and all show the same within a second.
#include "tests/remote/connected_window.h"
#include "ui/edit/key_sidebar.h"
#include "ui/form/inline_message.h"
#include "ui/keys/key_list_model.h"
#include "ui/keys/keys_page.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 1'000; ///< milliseconds within which all see what one did

/// keywright-cli at the server, as another person's script runs it.
class RemoteCli {
public:
    RemoteCli(const ServedKeyring &served, const std::shared_ptr<const Secret> &key)
        : server_(served.url().toString()), keyFile_(folder_.filePath(u"key"_s)) {
        QFile file(keyFile_);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("no room for the management key");
        file.write(key->view().toByteArray());
    }
    int run(const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(KEYWRIGHT_CLI),
                      QStringList{u"--server"_s, server_, u"--key-file"_s, keyFile_} + arguments);
        while (process.state() != QProcess::NotRunning) // the windows go on meanwhile
            QTest::qWait(5);
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
        return process.exitCode();
    }
    /// The server's list as the command line tells it: id, name, owner and state of each key.
    QStringList list() {
        if (run({u"export"_s, u"--state"_s, u"all"_s, u"--format"_s, u"json"_s}) != 0)
            qFatal("%s", err.constData());
        QStringList lines;
        for (const QJsonValue one : QJsonDocument::fromJson(out).object()[u"keys"].toArray())
            lines << u"%1 %2 %3 %4"_s.arg(one[u"id"].toString(), one[u"name"].toString(), one[u"owner"].toString(),
                                          one[u"revoked_at"].isNull() ? u"alive"_s : u"revoked"_s);
        lines.sort();
        return lines;
    }
    QByteArray out, err;

private:
    QTemporaryDir folder_;
    QString server_, keyFile_;
};

} // namespace

class TestSharedWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatOneDoesAllSeeWithinASecond();
    void theSecondToSaveIsToldAndLosesNothing();
    void theCommandLineIsASecondPersonToo();
    void aKeyRevokedByOneIsNotEditedByAnother();
    void editsOfDifferentPartsBothStay();

private:
    struct Person {
        ConnectedWindow window;
        KeyListModel &model() { return window.view()->findChild<KeysPage *>()->model(); }
        KeySidebar *sidebar() { return window.visible<KeySidebar>(); }
        QLineEdit *field(const QString &name) { return sidebar()->findChild<QLineEdit *>(name); }
        void save() { sidebar()->findChild<QPushButton *>(u"save"_s)->click(); }
        /// What the sidebar's bar says; empty: nothing.
        QString told() {
            for (const auto *message : sidebar()->findChildren<InlineMessage *>())
                if (message->isVisible() && message->kind() != InlineMessage::Kind::Info)
                    return message->text();
            return {};
        }
        void press(const QString &words) { buttonOf(sidebar(), words)->click(); }
    };
    std::unique_ptr<Person> connected(const std::shared_ptr<const Secret> &key);
    /// Both windows have the key open at the right.
    void openInBoth(const KeyId &id);
    QString nameIn(Person &person) { return person.model().keyOf(key_)->name; }
    bool allShow(const QString &name) { return nameIn(*ann_) == name && nameIn(*ben_) == name; }
    /// The two windows' lists are the command line's.
    void compareAll();

    std::unique_ptr<ServedKeyring> served_;
    std::unique_ptr<Person> ann_, ben_;
    std::unique_ptr<RemoteCli> cli_;
    KeyId key_;
};

std::unique_ptr<TestSharedWork::Person> TestSharedWork::connected(const std::shared_ptr<const Secret> &key) {
    auto person = std::make_unique<Person>();
    person->window.desktop().settings().setKeepCopies(false); // one program, one place for copies
    person->window.connectTo(served_->url(), key);
    return person;
}

void TestSharedWork::init() {
    served_ = std::make_unique<ServedKeyring>(u"standard"_s);
    cli_ = std::make_unique<RemoteCli>(*served_, served_->member(u"carl"_s, u"admin"_s));
    QCOMPARE(cli_->run({u"create"_s, u"--name"_s, u"Zapier"_s}), 0);
    QCOMPARE(cli_->run({u"list"_s, u"--json"_s}), 0);
    key_ = {QJsonDocument::fromJson(cli_->out).array().first()[u"id"].toString()};
    ann_ = connected(served_->member(u"ann"_s, u"admin"_s));
    ben_ = connected(served_->member(u"ben"_s, u"admin"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ann_->window.view() && ben_->window.view(), 20'000);
    QTRY_VERIFY(ann_->model().keyOf(key_) && ben_->model().keyOf(key_));
}

void TestSharedWork::cleanup() {
    ann_.reset();
    ben_.reset();
    cli_.reset();
    served_.reset();
}

void TestSharedWork::openInBoth(const KeyId &id) {
    for (Person *person : {ann_.get(), ben_.get()}) {
        person->window.view()->showKey(id);
        QTRY_VERIFY(person->sidebar());
        QTRY_COMPARE(person->field(u"keyName"_s)->text(), u"Zapier"_s);
    }
}

void TestSharedWork::compareAll() {
    const QStringList truth = cli_->list();
    const auto listOf = [](Person &person) {
        QStringList lines;
        const auto index = person.model().sharedIndex();
        const QReadLocker locked(&index->lock);
        const SharedRows rows = person.model().rows();
        for (const KeyIndex::Row row : *rows) {
            const ApiKey key = index->keys.key(row);
            lines << u"%1 %2 %3 %4"_s.arg(key.id.value, key.name, key.owner, key.revokedAt ? u"revoked"_s : u"alive"_s);
        }
        lines.sort();
        return lines;
    };
    QTRY_COMPARE_WITH_TIMEOUT(listOf(*ann_), truth, soon);
    QTRY_COMPARE_WITH_TIMEOUT(listOf(*ben_), truth, soon);
}

void TestSharedWork::whatOneDoesAllSeeWithinASecond() {
    QCOMPARE(cli_->run({u"rename"_s, key_.value, u"Zapier, by script"_s}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(allShow(u"Zapier, by script"_s), soon);
    ann_->window.view()->showKey(key_);
    QTRY_VERIFY(ann_->sidebar());
    QTRY_COMPARE(ann_->field(u"keyName"_s)->text(), u"Zapier, by script"_s);
    ann_->field(u"keyName"_s)->setText(u"Zapier, by Ann"_s);
    ann_->save();
    QTRY_VERIFY(nameIn(*ann_) == u"Zapier, by Ann");
    QTRY_VERIFY_WITH_TIMEOUT(allShow(u"Zapier, by Ann"_s), soon);
    compareAll();
}

void TestSharedWork::theSecondToSaveIsToldAndLosesNothing() {
    openInBoth(key_);
    ann_->field(u"keyName"_s)->setText(u"Zapier, by Ann"_s);
    ben_->field(u"keyName"_s)->setText(u"Zapier, by Ben"_s);
    ann_->save();
    ben_->save(); // before he can know
    QTRY_VERIFY(!ann_->told().isEmpty() || !ben_->told().isEmpty());
    Person &second = ann_->told().isEmpty() ? *ben_ : *ann_;
    Person &first = &second == ben_.get() ? *ann_ : *ben_;
    const QString mine = &second == ben_.get() ? u"Zapier, by Ben"_s : u"Zapier, by Ann"_s;
    const QString theirs = &second == ben_.get() ? u"Zapier, by Ann"_s : u"Zapier, by Ben"_s;
    QTRY_VERIFY(second.told().contains(theirs));
    QCOMPARE(second.field(u"keyName"_s)->text(), mine);
    QVERIFY(first.told().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(allShow(theirs), soon);
    second.press(u"Keep mine"_s);
    QTRY_VERIFY_WITH_TIMEOUT(allShow(mine), 2 * soon); // saved, and told
    compareAll();
}

void TestSharedWork::theCommandLineIsASecondPersonToo() {
    openInBoth(key_);
    ann_->field(u"keyName"_s)->setText(u"Zapier, by Ann"_s);
    QCOMPARE(cli_->run({u"rename"_s, key_.value, u"Zapier, by script"_s}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(ann_->told().contains(u"Zapier, by script"_s), 2 * soon);
    QVERIFY(ann_->told().contains(u"carl"_s));
    QCOMPARE(ann_->field(u"keyName"_s)->text(), u"Zapier, by Ann"_s);
    QTRY_COMPARE(ben_->field(u"keyName"_s)->text(), u"Zapier, by script"_s); // he typed nothing
    ann_->press(u"Use theirs"_s);
    QTRY_COMPARE(ann_->field(u"keyName"_s)->text(), u"Zapier, by script"_s);
    compareAll();
}

void TestSharedWork::aKeyRevokedByOneIsNotEditedByAnother() {
    openInBoth(key_);
    ben_->field(u"keyName"_s)->setText(u"Zapier, by Ben"_s);
    QCOMPARE(cli_->run({u"revoke"_s, key_.value, u"--yes"_s}), 0);
    ben_->save(); // at once, or where he was told already, all the same
    const auto isRevoked = [this](Person &person) { return person.model().keyOf(key_)->revokedAt.has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(isRevoked(*ann_) && isRevoked(*ben_), soon);
    QTRY_VERIFY(!ben_->told().isEmpty());
    QCOMPARE(nameIn(*ben_), u"Zapier"_s);
    compareAll();
}

void TestSharedWork::editsOfDifferentPartsBothStay() {
    openInBoth(key_);
    ann_->field(u"keyOwner"_s)->setText(u"ann@example.com"_s);
    ben_->field(u"keyName"_s)->setText(u"Zapier, by Ben"_s);
    ann_->save();
    ben_->save();
    QTRY_VERIFY(!ann_->told().isEmpty() || !ben_->told().isEmpty());
    Person &second = ann_->told().isEmpty() ? *ben_ : *ann_;
    QTRY_VERIFY(buttonOf(second.sidebar(), u"Keep mine"_s));
    second.press(u"Keep mine"_s);
    QTRY_VERIFY_WITH_TIMEOUT(allShow(u"Zapier, by Ben"_s), 2 * soon);
    for (Person *person : {ann_.get(), ben_.get()})
        QTRY_COMPARE(person->model().keyOf(key_)->owner, u"ann@example.com"_s);
    compareAll();
}

} // namespace keywright::test

QTEST_MAIN(keywright::test::TestSharedWork)
#include "tst_shared_work.moc"
