// The command line, the environment and the configuration file, read as one table.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/host_commands.h"

namespace keywright {

/// What the program was asked to do.
struct ServerCommand {
    enum class Kind {
        Serve,
        Init,   ///< make the keyring and its first admin
        Member, ///< keep its members
        Say,    ///< help, a version, or what is wrong: `text` tells it
    };
    Kind kind = Kind::Serve;
    ServerOptions options;
    InitCommand init;
    MemberCommand member;
    QString text;
    int exitCode = 0;
};

ServerCommand readCommandLine(const QStringList &arguments);

} // namespace keywright
