// Networks and servers as they are: what a remote keyring says, and what it does not do twice.
#include "core/keyring/reply.h"
#include "core/remote/network_log.h"
#include "tests/remote/served_keyring.h"
#include "tests/support/keyring_fixture.h"

#include <QDirIterator>
#include <QFile>
#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QProcess>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text) {
    logged << text;
}

/// A certificate authority and a certificate for 127.0.0.1 from it.
class PrivateAuthority {
public:
    PrivateAuthority() {
        run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, at(u"ca.key"_s), u"-out"_s,
             at(u"ca.pem"_s), u"-subj"_s, u"/CN=Test authority"_s, u"-days"_s, u"2"_s});
        run({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, at(u"server.key"_s), u"-out"_s,
             at(u"server.csr"_s), u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
        run({u"x509"_s, u"-req"_s, u"-in"_s, at(u"server.csr"_s), u"-CA"_s, at(u"ca.pem"_s), u"-CAkey"_s,
             at(u"ca.key"_s), u"-CAcreateserial"_s, u"-copy_extensions"_s, u"copy"_s, u"-days"_s, u"1"_s, u"-out"_s,
             at(u"server.crt"_s)});
        QFile both(both_ = at(u"both.pem"_s));
        both.open(QIODevice::WriteOnly);
        for (const QString &part : {at(u"server.crt"_s), at(u"server.key"_s)}) {
            QFile file(part);
            file.open(QIODevice::ReadOnly);
            both.write(file.readAll());
        }
    }
    QString file() const { return at(u"ca.pem"_s); }
    QString chain() const { return both_; }
    QByteArray pin() const {
        QProcess openssl;
        openssl.start(u"sh"_s, {u"-c"_s, u"openssl x509 -in %1 -pubkey -noout | openssl pkey -pubin -outform der | "
                                         "openssl dgst -sha256 -binary"_s.arg(at(u"server.crt"_s))});
        openssl.waitForFinished();
        return openssl.readAllStandardOutput();
    }

private:
    QString at(const QString &name) const { return folder_.filePath(name); }
    static void run(const QStringList &arguments) {
        if (QProcess process;
            (process.start(u"openssl"_s, arguments), !process.waitForFinished()) || process.exitCode() != 0)
            qFatal("openssl: %s", process.readAllStandardError().constData());
    }

    QTemporaryDir folder_;
    QString both_;
};

/// A keyring behind a proxy, in whose log so many keys were made.
std::unique_ptr<RemoteKeyring> loggingThrough(const ServedKeyring &served, const ScriptedServer &proxy, int keys) {
    static const SystemClock clock;
    RemoteOptions options = served.options();
    options.address.url = proxy.url();
    auto keyring = opened(options, clock);
    for (int i = 0; i < keys; ++i)
        if (!await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier %1"_s.arg(i)), {})))
            qFatal("a key could not be made");
    return keyring;
}

} // namespace

class TestRemoteFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsWords_data();
    void everyFaultHasItsWords();
    void anUnknownHostIsSaid();
    void aCertificateThatNobodyKnowsIsRefusedAndNothingSent();
    void anOwnAuthorityIsTrusted();
    void aPinnedKeyIsTrustedAndAnotherRefused();
    void plainHttpGoesToThisComputerAlone();
    void theKeyIsNotSentToAnotherHost();
    void aReadIsRepeatedAfterAMomentsFault();
    void aSlowReaderFetchesEachPageOnce();
    void aLogIsCheckedPageByPage();
    void aCheckOfALogCanBeStopped();
    void aLostAnswerMakesOneKeyAndTheOrphanIsRevoked();
    void aLostRotationLeavesTheOldKeysGraceAlone();
    void aServerOfFourCallsIsNeverAskedTwiceToMakeAKey();
    void whoMayNotChangeThereIsAnAuditor();
    void offlineIsSaidAndEndsByItself();
    void theLastListStandsInForTheServer();
    void aRevokedMemberLeavesNoCopy();
    void nothingSecretIsLoggedOrKept();
};

void TestRemoteFaults::everyFaultHasItsWords_data() {
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *told, ErrorKind kind, const char *words) {
        QTest::newRow(told) << QByteArray(told) << kind << QString::fromLatin1(words);
    };
    row("status 401", ErrorKind::Refused, "refuses the management key");
    row("status 404", ErrorKind::Network, "no server for keys");
    row("status 403", ErrorKind::Refused, "As told");
    row("status 429 {\"Retry-After\":\"90\"}", ErrorKind::Network, "Try again in 90");
    row("status 500", ErrorKind::Network, "can't do it just now (500)");
    row("status 503 {\"Retry-After\":\"600\"}", ErrorKind::Network, "Try again in 10");
    row("reset", ErrorKind::Network, "127.0.0.1");
    row("half", ErrorKind::Network, "broke off");
    row("html", ErrorKind::Network, "web page");
    row("huge", ErrorKind::Network, "larger than");
    row("endless", ErrorKind::Network, "larger than");
    row("garbage", ErrorKind::Network, "127.0.0.1");
    row("body {\"caller\":{}}", ErrorKind::Network, "policy");
    row("body [1]", ErrorKind::Network, "");
}

void TestRemoteFaults::everyFaultHasItsWords() {
    QFETCH(QByteArray, told);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    ScriptedServer hostile(u"hostile_server.py"_s);
    hostile.tell(told);
    const SystemClock clock;
    RemoteKeyring keyring({.address = {.url = hostile.url()}, .key = secretOf("kwm_x")}, clock);
    const auto info = await(keyring.open());
    VERIFY_ERROR(info, kind);
    if (!told.startsWith("body"))
        QVERIFY2(info.error().message.contains(words), qPrintable(info.error().message));
    QVERIFY(!info.error().message.isEmpty());
}

void TestRemoteFaults::anUnknownHostIsSaid() {
    const SystemClock clock;
    RemoteKeyring keyring({.address = {.url = QUrl(u"https://keywright.invalid"_s)}, .key = secretOf("kwm_x")}, clock);
    const auto info = await(keyring.open());
    VERIFY_ERROR(info, ErrorKind::Network);
    QVERIFY(info.error().message.contains(u"keywright.invalid"_s));
}

void TestRemoteFaults::aCertificateThatNobodyKnowsIsRefusedAndNothingSent() {
    const PrivateAuthority authority;
    ScriptedServer hostile(u"hostile_server.py"_s, {u"--tls"_s, authority.chain()});
    const SystemClock clock;
    RemoteKeyring keyring({.address = {.url = hostile.url(u"https"_s)}, .key = secretOf("kwm_x")}, clock);
    const auto info = await(keyring.open());
    VERIFY_ERROR(info, ErrorKind::Network);
    QVERIFY2(info.error().message.contains(u"not trusted"_s), qPrintable(info.error().message));
    QCOMPARE(hostile.tell("pass").value("seen"_L1).toInt(), 0);
}

void TestRemoteFaults::anOwnAuthorityIsTrusted() {
    const PrivateAuthority authority;
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s,
                         {u"--tls"_s, authority.chain(), u"--to"_s, QString::number(served.port())});
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address = {.url = proxy.url(u"https"_s), .caFile = authority.file()};
    RemoteKeyring keyring(options, clock);
    VERIFY_RESULT(await(keyring.open()));
}

void TestRemoteFaults::aPinnedKeyIsTrustedAndAnotherRefused() {
    const PrivateAuthority authority;
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s,
                         {u"--tls"_s, authority.chain(), u"--to"_s, QString::number(served.port())});
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address = {.url = proxy.url(u"https"_s), .caFile = {}, .pin = authority.pin()};
    QCOMPARE(options.address.pin.size(), 32);
    RemoteKeyring keyring(options, clock);
    VERIFY_RESULT(await(keyring.open()));
    proxy.tell("pass");
    options.address.pin = QByteArray(32, 'x');
    options.address.caFile = authority.file();
    RemoteKeyring other(options, clock);
    const auto info = await(other.open());
    VERIFY_ERROR(info, ErrorKind::Network);
    QVERIFY2(info.error().message.contains(u"pinned"_s), qPrintable(info.error().message));
}

void TestRemoteFaults::plainHttpGoesToThisComputerAlone() {
    VERIFY_ERROR(parseServerUrl(u"http://keys.example.com"_s), ErrorKind::Invalid);
    VERIFY_ERROR(parseServerUrl(u"https://ada:secret@keys.example.com"_s), ErrorKind::Invalid);
    QCOMPARE(parseServerUrl(u"keys.example.com/v1/"_s)->toString(), u"https://keys.example.com"_s);
    QCOMPARE(parseServerUrl(u"http://localhost:8787/"_s)->toString(), u"http://127.0.0.1:8787"_s);
    QCOMPARE(parseServerUrl(u"http://[::1]:8787"_s)->host(), u"::1"_s);
}

void TestRemoteFaults::theKeyIsNotSentToAnotherHost() {
    ScriptedServer first(u"hostile_server.py"_s), second(u"hostile_server.py"_s);
    first.tell("redirect " + second.url().toEncoded());
    const SystemClock clock;
    RemoteKeyring keyring({.address = {.url = first.url()}, .key = secretOf("kwm_x")}, clock);
    const auto info = await(keyring.open());
    VERIFY_ERROR(info, ErrorKind::Network);
    QVERIFY2(info.error().message.contains(u"not sent there"_s), qPrintable(info.error().message));
    QCOMPARE(second.tell("pass").value("seen"_L1).toInt(), 0);
}

void TestRemoteFaults::aReadIsRepeatedAfterAMomentsFault() {
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    proxy.tell("status 503 {\"Retry-After\":\"1\"}");
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address.url = proxy.url();
    RemoteKeyring keyring(options, clock);
    const auto info = keyring.open();
    QTest::qWait(200); // long enough for the first question, shorter than the wait that was asked for
    proxy.tell("pass");
    VERIFY_RESULT(await(info));
}

void TestRemoteFaults::aSlowReaderFetchesEachPageOnce() {
    ServedKeyring served(u"standard"_s, 4'500);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address.url = proxy.url();
    const auto keyring = opened(options, clock);
    proxy.tell("pass"); // counts from here
    Cursor from;
    int pages = 0;
    do {
        const auto page = await(keyring->keys(from, 500));
        VERIFY_RESULT(page);
        from = page->next;
        ++pages;
        QTest::qWait(150); // time enough for pages ahead to come, if there were any
    } while (!from.isEmpty());
    QCOMPARE(pages, 5);
    const int asked = proxy.tell("pass").value("seen"_L1).toInt();
    QVERIFY2(asked >= pages && asked < 2 * pages, qPrintable(QString::number(asked))); // and what the feed asks
}

void TestRemoteFaults::aLogIsCheckedPageByPage() {
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    const auto keyring = loggingThrough(served, proxy, 7);
    proxy.tell("few 3");
    QList<int> told;
    const auto reply = keyring->checkActivity({});
    QFutureWatcher<Result<ChainReport>> watcher;
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, this, [&](int value) { told << value; });
    watcher.setFuture(reply);
    const auto report = await(reply);
    VERIFY_RESULT(report);
    QVERIFY2(report->intact, qPrintable(report->message));
    QTRY_VERIFY(!told.isEmpty() && told.last() == report->head.seq);
    QCOMPARE(watcher.progressMaximum(), int(report->head.seq));
    QVERIFY2(told.size() > 1 && std::ranges::is_sorted(told), qPrintable(QString::number(told.size())));
}

void TestRemoteFaults::aCheckOfALogCanBeStopped() {
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    const auto keyring = loggingThrough(served, proxy, 20);
    proxy.tell("few 1");
    auto reply = keyring->checkActivity({});
    QFutureWatcher<Result<ChainReport>> watcher;
    connect(&watcher, &QFutureWatcherBase::progressValueChanged, this, [&] { reply.cancel(); });
    watcher.setFuture(reply);
    QTRY_VERIFY_WITH_TIMEOUT(reply.isFinished(), 20'000);
    QVERIFY(reply.isCanceled());
    QTest::qWait(200); // for pages that would still be asked for
    const int asked = proxy.tell("pass").value("seen"_L1).toInt();
    QVERIFY2(asked < 10, qPrintable(QString::number(asked)));
}

void TestRemoteFaults::aLostAnswerMakesOneKeyAndTheOrphanIsRevoked() {
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address.url = proxy.url();
    const auto keyring = opened(options, clock);
    proxy.tell("lose 1");
    const auto issued = await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {}));
    VERIFY_RESULT(issued);
    QVERIFY(issued->token);
    QVERIFY2(issued->warnings.join(u' ').contains(u"revoked"_s), qPrintable(issued->warnings.join(u' ')));
    const QList<ApiKey> keys = allKeys(*keyring);
    QCOMPARE(keys.size(), 2);
    for (const ApiKey &key : keys)
        QCOMPARE(key.revokedAt.has_value(), key.id != issued->key.id);
}

void TestRemoteFaults::aLostRotationLeavesTheOldKeysGraceAlone() {
    ServedKeyring served(u"standard"_s);
    ScriptedServer proxy(u"hostile_server.py"_s, {u"--to"_s, QString::number(served.port())});
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.address.url = proxy.url();
    const auto keyring = opened(options, clock);
    const auto old = await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {}));
    VERIFY_RESULT(old);
    proxy.tell("lose 1");
    Rotation rotation;
    rotation.graceDays = 5;
    const auto issued = await(keyring->rotate(old->key.id, rotation, {}));
    VERIFY_RESULT(issued);
    QVERIFY(issued->token);
    const QList<ApiKey> keys = allKeys(*keyring);
    QCOMPARE(keys.size(), 3);
    const auto details = await(keyring->details(old->key.id));
    VERIFY_RESULT(details);
    QVERIFY(!details->key.revokedAt);
    QCOMPARE(*details->key.autoRevokeAt - *details->key.deprecatedAt, Seconds(Days(5)));
    QCOMPARE(std::ranges::count_if(keys, [](const ApiKey &key) { return key.revokedAt.has_value(); }), 1);
}

void TestRemoteFaults::aServerOfFourCallsIsNeverAskedTwiceToMakeAKey() {
    ScriptedServer server(u"four_call_server.py"_s);
    const SystemClock clock;
    const auto keyring = opened(server.options(), clock);
    server.tell("lose");
    const auto issued = await(keyring->create({}, {}));
    VERIFY_ERROR(issued, ErrorKind::Refused);
    QVERIFY2(issued.error().message.contains(u"appeared meanwhile"_s), qPrintable(issued.error().message));
    QCOMPARE(server.tell("count").value("POST"_L1).toInt(), 1);
    QCOMPARE(allKeys(*keyring).size(), 2);
}

void TestRemoteFaults::whoMayNotChangeThereIsAnAuditor() {
    ScriptedServer server(u"four_call_server.py"_s);
    const SystemClock clock;
    const auto keyring = opened(server.options(), clock);
    QCOMPARE(permit(Action::Create, keyring->info().situation(clock.now())).verdict, Permit::Verdict::Allowed);
    server.tell("forbid");
    VERIFY_ERROR(await(keyring->create({}, {})), ErrorKind::Refused);
    QCOMPARE(permit(Action::Create, keyring->info().situation(clock.now())).verdict, Permit::Verdict::Absent);
}

void TestRemoteFaults::offlineIsSaidAndEndsByItself() {
    ServedKeyring served(u"standard"_s);
    const SystemClock clock;
    const auto keyring = opened(served.options(), clock);
    served.kill();
    QTRY_VERIFY_WITH_TIMEOUT(keyring->info().link == Link::Offline, 20'000);
    QVERIFY(!keyring->info().linkReason.isEmpty());
    const auto refused = await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {}));
    VERIFY_ERROR(refused, ErrorKind::Refused);
    QVERIFY2(refused.error().message.contains(u"Offline"_s), qPrintable(refused.error().message));
    served.start();
    QTRY_VERIFY_WITH_TIMEOUT(keyring->info().link == Link::Live, 40'000);
    VERIFY_RESULT(await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {})));
}

void TestRemoteFaults::theLastListStandsInForTheServer() {
    const QTemporaryDir cache;
    ServedKeyring served(u"standard"_s, 2'500);
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.cacheFolder = cache.path();
    QString name;
    {
        const auto keyring = opened(options, clock);
        QCOMPARE(allKeys(*keyring).size(), 2'500);
        bool told = false;
        connect(keyring.get(), &Keyring::changed, this, [&] { told = true; });
        const auto issued = await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {}));
        VERIFY_RESULT(issued);
        QTRY_VERIFY_WITH_TIMEOUT(told, 20'000);
        name = keyring->info().name;
    }
    QDirIterator files(cache.path(), QDir::Files);
    QVERIFY(files.hasNext());
    QCOMPARE(QFile(files.next()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    served.kill();
    const auto keyring = opened(options, clock);
    QCOMPARE(keyring->info().link, Link::Cached);
    QCOMPARE(keyring->info().name, name);
    QVERIFY(keyring->info().syncedAt && !keyring->info().writable);
    QCOMPARE(allKeys(*keyring, 1'000).size(), 2'501);
    bool reload = false;
    connect(keyring.get(), &Keyring::changed, this, [&](const Delta &delta) { reload = reload || delta.reload; });
    served.start();
    QTRY_VERIFY_WITH_TIMEOUT(reload && keyring->info().link == Link::Live, 40'000);
    QCOMPARE(allKeys(*keyring).size(), 2'501);
}

void TestRemoteFaults::aRevokedMemberLeavesNoCopy() {
    const QTemporaryDir cache;
    ServedKeyring served(u"standard"_s);
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.key = served.member(u"ann"_s, u"auditor"_s);
    options.cacheFolder = cache.path();
    const auto keyring = opened(options, clock);
    allKeys(*keyring);
    const auto copies = [&] { return QDir(cache.path()).entryList(QDir::Files).size(); };
    QTRY_COMPARE(copies(), 1);
    served.revokeMember(u"ann"_s);
    QTRY_COMPARE_WITH_TIMEOUT(copies(), 0, 30'000);
    QVERIFY(keyring->info().linkReason.contains(u"refuses the management key"_s));
}

void TestRemoteFaults::nothingSecretIsLoggedOrKept() {
    const QTemporaryDir cache;
    ServedKeyring served(u"standard"_s);
    const SystemClock clock;
    RemoteOptions options = served.options();
    options.cacheFolder = cache.path();
    logged.clear();
    QLoggingCategory::setFilterRules(u"keywright.network.info=true"_s);
    const auto before = qInstallMessageHandler(keepLog);
    QByteArray token;
    {
        const auto keyring = opened(options, clock);
        allKeys(*keyring);
        const auto issued = await(keyring->create(goodDraft(*keyring->info().policy, u"Zapier"_s), {}));
        VERIFY_RESULT(issued);
        token = issued->token->view().toByteArray();
        VERIFY_RESULT(await(keyring->revoke({issued->key.id}, {})));
    }
    qInstallMessageHandler(before);
    const QByteArray log = logged.join(u'\n').toUtf8();
    QVERIFY2(log.contains("POST /v1/keys 201"), log.constData());
    QDirIterator files(cache.path(), QDir::Files);
    QByteArray kept;
    while (files.hasNext()) {
        QFile file(files.next());
        file.open(QIODevice::ReadOnly);
        kept += file.readAll();
    }
    QVERIFY(!kept.isEmpty());
    for (const QByteArray &secret : {token, options.key->view().toByteArray()})
        QVERIFY(!log.contains(secret) && !kept.contains(secret));
    QCOMPARE(routeOf("/v1/keys/7f3a?reason=x"), QByteArray("/v1/keys/{id}"));
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestRemoteFaults)
#include "tst_remote_faults.moc"
