// Who may manage a keyring through a server, or ask it: a person or an API, with a role and a token of its own.
#pragma once

#include "core/model/instant.h"
#include "core/model/key_policy.h"

namespace keywright {

struct Member {
    QString id;
    QString name; ///< stands as actor in the log; live members have different ones
    Role role = Role::Verifier;
    Instant createdAt{};
    std::optional<Instant> expiresAt;
    std::optional<Instant> revokedAt;
    std::optional<Instant> lastUsedAt; ///< to the minute or so

    bool isLive(Instant now) const { return !revokedAt && (!expiresAt || now < *expiresAt); }
};

/// How members' tokens look, `kwm_` and 40 base62, whatever the keyring's policy says of its keys.
const std::vector<TokenPart> &memberToken();

} // namespace keywright
