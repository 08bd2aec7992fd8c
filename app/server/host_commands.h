// What is done on the host alone, on the file: making a keyring with its first admin, and keeping its members.
#pragma once

#include "core/model/instant.h"
#include "core/model/result.h"

#include <optional>

namespace keywright {

struct InitCommand {
    QString policy = QStringLiteral("standard");
    QString name; ///< empty: the file's
    QString baseUrl;
    QString admin = QStringLiteral("admin");
};

struct MemberCommand {
    enum class Act { Add, List, Revoke, Rotate };
    Act act = Act::List;
    QString name; ///< of the one to add; else a name or an id
    QString role;
    std::optional<QString> expires;
    bool yes = false;
    bool json = false;
};

/// Tokens go alone to standard output; everything that a person should read goes to standard error.
Done runInit(const QString &keyring, const InitCommand &command, const Clock &clock);
Done runMember(const QString &keyring, const MemberCommand &command, const Clock &clock);

} // namespace keywright
