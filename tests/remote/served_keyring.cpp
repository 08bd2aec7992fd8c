#include "tests/remote/served_keyring.h"

#include "tests/support/keyring_fixture.h"

#include <QJsonDocument>

namespace keywright::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QProcessEnvironment quietHome(const QString &home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        if (name.startsWith(u"XDG_"_s) || name.startsWith(u"KEYWRIGHT"_s))
            environment.remove(name);
    environment.insert(u"HOME"_s, home);
    return environment;
}

} // namespace

std::shared_ptr<const Secret> secretOf(const QByteArray &text) {
    return std::make_shared<const Secret>(QByteArrayView(text));
}

ServedKeyring::ServedKeyring(const QString &policyId, int keys) {
    const QByteArray token = run(QStringLiteral(KEYWRIGHTD), place({u"init"_s}) + QStringList{u"--policy"_s, policyId});
    admin_ = secretOf(token.trimmed());
    if (shippedPolicy(policyId).manage.developerApi)
        cli({u"flag"_s, u"developer-api"_s, u"on"_s});
    port_ = quint16(qEnvironmentVariableIntValue("KEYWRIGHT_PRISM_UPSTREAM")); // 0: any
    if (keys > 0) {
        const Filling filling{.keys = keys};
        if (const auto done = fillKeyring(path(), filling, SystemClock().now()); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    start();
}

ServedKeyring::~ServedKeyring() {
    stop();
}

void ServedKeyring::start() {
    server_.setProcessEnvironment(quietHome(folder_.path()));
    server_.setStandardOutputFile(QProcess::nullDevice());
    server_.setReadChannel(QProcess::StandardError);
    server_.disconnect(&server_); // an earlier start's reader would take the first line
    server_.start(QStringLiteral(KEYWRIGHTD), place() + QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(port_)});
    if (!server_.waitForStarted())
        qFatal("keywrightd does not start");
    while (server_.canReadLine() || server_.waitForReadyRead(patience)) {
        if (!server_.canReadLine())
            continue;
        const QJsonObject line = QJsonDocument::fromJson(server_.readLine()).object();
        if (line.value("event"_L1).toString() != u"listening")
            continue;
        port_ = quint16(line.value("text"_L1).toString().section(u':', -1).remove(u'/').toUInt());
        // Nobody reads the rest: a pipe that is full would stop the server.
        QObject::connect(&server_, &QProcess::readyReadStandardError, &server_,
                         [this] { server_.readAllStandardError(); });
        return;
    }
    qFatal("keywrightd does not listen");
}

void ServedKeyring::stop() {
    if (server_.state() == QProcess::NotRunning)
        return;
    server_.terminate();
    if (!server_.waitForFinished(patience))
        qFatal("keywrightd does not stop");
}

void ServedKeyring::kill() {
    server_.kill();
    server_.waitForFinished(patience);
}

QUrl ServedKeyring::url() const {
    if (qEnvironmentVariableIsSet("KEYWRIGHT_PRISM"))
        return QUrl(qEnvironmentVariable("KEYWRIGHT_PRISM"));
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port_));
}

QStringList ServedKeyring::place(const QStringList &verb) const {
    return verb + QStringList{onPostgresql() ? u"--store"_s : u"--keyring"_s, path()};
}

QByteArray ServedKeyring::run(const QString &program, const QStringList &arguments) {
    QProcess process;
    process.setProcessEnvironment(quietHome(folder_.path()));
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

std::shared_ptr<const Secret> ServedKeyring::member(const QString &name, const QString &role) {
    return secretOf(run(QStringLiteral(KEYWRIGHTD),
                        place({u"member"_s, u"add"_s}) + QStringList{u"--name"_s, name, u"--role"_s, role})
                        .trimmed());
}

void ServedKeyring::revokeMember(const QString &name) {
    run(QStringLiteral(KEYWRIGHTD), place({u"member"_s, u"revoke"_s}) + QStringList{name});
}

QByteArray ServedKeyring::cli(const QStringList &arguments) {
    return run(QStringLiteral(KEYWRIGHT_CLI), QStringList{u"--keyring"_s, path()} + arguments);
}

ScriptedServer::ScriptedServer(const QString &script, const QStringList &arguments) {
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(QStringLiteral(PYTHON3),
                   QStringList{u"-B"_s, QStringLiteral(REMOTE_TESTS "/") + script} + arguments);
    said_ = readLine();
}

ScriptedServer::~ScriptedServer() {
    process_.kill();
    process_.waitForFinished(patience);
}

QJsonObject ScriptedServer::readLine() {
    while (!process_.canReadLine())
        if (!process_.waitForReadyRead(patience))
            qFatal("the scripted server does not answer");
    return QJsonDocument::fromJson(process_.readLine()).object();
}

QJsonObject ScriptedServer::tell(const QByteArray &line) {
    process_.write(line + '\n');
    return readLine();
}

QUrl ScriptedServer::url(const QString &scheme, const QString &host) const {
    return QUrl(u"%1://%2:%3"_s.arg(scheme, host).arg(said_.value("port"_L1).toInt()));
}

std::shared_ptr<const Secret> ScriptedServer::key() const {
    return secretOf(said_.value("key"_L1).toString().toLatin1());
}

std::unique_ptr<RemoteKeyring> opened(const RemoteOptions &options, const Clock &clock) {
    auto keyring = std::make_unique<RemoteKeyring>(options, clock);
    if (const auto info = await(keyring->open()); !info)
        qFatal("%s (%s)", qPrintable(info.error().message), qPrintable(info.error().technical));
    return keyring;
}

QList<ApiKey> allKeys(Keyring &keyring, int page) {
    QList<ApiKey> keys;
    Cursor from;
    do {
        const auto read = await(keyring.keys(from, page));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        keys += read->keys;
        from = read->next;
    } while (!from.isEmpty());
    return keys;
}

} // namespace keywright::test
