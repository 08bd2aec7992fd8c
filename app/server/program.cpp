#include "app/server/program.h"

#include "app/server/config/command_line.h"
#include "app/server/service.h"
#include "app/server/signals.h"
#include "core/crypto/token.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace keywright {

namespace {

int exitCodeOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::NotFound:
        return 3;
    case ErrorKind::Storage:
    case ErrorKind::Network:
        return 4;
    default:
        return 1;
    }
}

void print(std::FILE *to, const QString &text) {
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), to);
    std::fflush(to);
}

int serve(const ServerOptions &options) {
    const SystemClock clock;
    Service service(options, clock);
    QObject::connect(&service, &Service::failed, &service, [](const Error &error) {
        print(stderr, error.message);
        QCoreApplication::exit(exitCodeOf(error.kind));
    });
    QObject::connect(&service, &Service::stopped, &service, [] { QCoreApplication::exit(0); });
    onSignals(&service, {.stop = [&service] { service.stop(); }, .reload = [&service] { service.reload(); }});
    service.start();
    return QCoreApplication::exec();
}

int finish(const Done &done) {
    if (done)
        return 0;
    print(stderr, done.error().message);
    return exitCodeOf(done.error().kind);
}

} // namespace

int runServerProgram(const QStringList &arguments) {
    if (std::ranges::any_of(arguments, [](const QString &argument) { return looksLikeToken(argument); })) {
        print(stderr,
              QCoreApplication::translate("Program", "There is a key on the command line, where others can read "
                                                     "it. Revoke it, and never pass keys as arguments."));
        return 1;
    }
    const ServerCommand command = readCommandLine(arguments);
    switch (command.kind) {
    case ServerCommand::Kind::Say:
        print(command.exitCode == 0 ? stdout : stderr, command.text);
        return command.exitCode;
    case ServerCommand::Kind::Init:
        return finish(runInit(command.options.keyring, command.init, SystemClock()));
    case ServerCommand::Kind::Member:
        return finish(runMember(command.options.keyring, command.member, SystemClock()));
    case ServerCommand::Kind::Serve:
        break;
    }
    return serve(command.options);
}

} // namespace keywright
