// A remote keyring, and a window on it, against a server that nobody here wrote: made from resources/openapi.yaml alone
// (prism/with_prism.py starts it).
#include "tests/remote/connected_window.h"
#include "tests/support/keyring_fixture.h"
#include "ui/keys/key_list_model.h"
#include "ui/keys/keys_page.h"

#include <QStandardPaths>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestMockServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itsPolicyAndItsKeysAreReadAsTheyAreDescribed();
    void everyActIsAnsweredAsItIsDescribed();
    void theLogIsReadAndItsBrokenChainIsSeen();
    void theWindowShowsItsKey();

private:
    static RemoteOptions options() {
        return {.address = {.url = QUrl(qEnvironmentVariable("KEYWRIGHT_PRISM"))}, .key = secretOf("kwm_mock")};
    }
    SystemClock clock_;
};

void TestMockServer::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY2(qEnvironmentVariableIsSet("KEYWRIGHT_PRISM"), "run it by prism/with_prism.py");
}

void TestMockServer::itsPolicyAndItsKeysAreReadAsTheyAreDescribed() {
    const auto keyring = opened(options(), clock_);
    const KeyringInfo info = keyring->info();
    QVERIFY(!keyring->hasFourCalls());
    QCOMPARE(info.name, u"Production"_s);
    QCOMPARE(info.policy->title, u"Example"_s);
    QVERIFY(info.caller.role == Role::Admin);
    const QList<ApiKey> keys = allKeys(*keyring);
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys.first().name, u"Nightly import"_s);
    QCOMPARE(keys.first().owner, u"ann@example.com"_s);
    QCOMPARE(keys.first().dailyLimit->micros, 5'000'000);
    const auto details = await(keyring->details(keys.first().id));
    VERIFY_RESULT(details);
    QCOMPARE(details->key.id, keys.first().id);
}

void TestMockServer::everyActIsAnsweredAsItIsDescribed() {
    const auto keyring = opened(options(), clock_);
    const ApiKey key = allKeys(*keyring).first();
    Draft draft;
    draft.name = u"Nightly import"_s;
    const auto issued = await(keyring->create(draft, {}));
    VERIFY_RESULT(issued);
    QVERIFY(issued->token && issued->token->view().startsWith("ex_"));
    VERIFY_RESULT(await(keyring->edit(key.id, key.revision, renaming(u"Weekly import"_s))));
    const auto revoked = await(keyring->revoke({key.id}, u"unused"_s));
    VERIFY_RESULT(revoked);
    QVERIFY2(revoked->first().done, qPrintable(revoked->first().error.message));
    VERIFY_RESULT(await(keyring->rotate(key.id, {}, {})));
    VERIFY_RESULT(await(keyring->markDelivered(key.id)));
    VERIFY_RESULT(await(keyring->identify({Sha256{}})));
}

void TestMockServer::theLogIsReadAndItsBrokenChainIsSeen() {
    const auto keyring = opened(options(), clock_);
    const auto log = await(keyring->activity(logSearch(), {}));
    VERIFY_RESULT(log);
    QCOMPARE(log->entries.size(), 1);
    const auto checked = await(keyring->checkActivity({}));
    VERIFY_RESULT(checked);
    QVERIFY(!checked->intact); // the example's hash is of something else
}

void TestMockServer::theWindowShowsItsKey() {
    ConnectedWindow window;
    window.connectTo(options().address.url, options().key);
    QTRY_VERIFY_WITH_TIMEOUT(window.view(), 20'000);
    const KeyListModel &model = window.view()->findChild<KeysPage *>()->model();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.keyAt(0)->name, u"Nightly import"_s);
}

} // namespace keywright::test

QTEST_MAIN(keywright::test::TestMockServer)
#include "tst_mock_server.moc"
