// The one gate. The window greys out with it, the command line explains with it, the keyring enforces it.
#pragma once

#include "core/model/api_key.h"
#include "core/model/key_policy.h"

#include <QList>

namespace keywright {

enum class Action {
    Create,
    CreateTest,
    Rename,
    EditScopes,
    EditLimits, ///< spend limits
    EditRate,
    EditOwner, ///< owner and note: Keywright's own metadata
    ChangeExpiry,
    Revoke,
    Reactivate,
    Delete,
    Rotate,
    MarkDelivered,
    Export,
    ReadActivity,
    CheckActivity,
    Backup,
    Restore,
    ChangePolicy,
};
inline constexpr int actionCount = int(Action::ChangePolicy) + 1;
QString actionId(Action action); ///< "create", "edit_scopes", ...: stable, for tests and logs

/// How a caller proved who they are; the `authMethod` of the activity log.
enum class AuthMethod { Local, Member, ApiKey, System };
QString authMethodId(AuthMethod method); ///< "local", "member", "api_key", "system"

/// Whose view of the keyring this is.
struct Caller {
    Role role = Role::Admin;
    QString name; ///< who stands as actor in the log
    AuthMethod method = AuthMethod::Local;
    std::optional<ApiKey> key = {}; ///< for ApiKey: the key that manages
    QString address = {};           ///< from where: "local" or a client address
    QString id = {};                ///< of the member or key: tells callers apart whose names are alike
};

/// What a keyring's backend can do at all; a server that knows four calls can do less.
struct Capabilities {
    bool rename = true, editScopes = true, editLimits = true, metadata = true, reactivate = true, erase = true,
         testKeys = true, activity = true, usage = true, backup = true, delivered = true, expiryInstant = true;
};

/// All that the gate looks at but the key itself.
struct Situation {
    const KeyPolicy *policy = nullptr;
    Caller caller;
    bool developerApi = false;
    Capabilities can;
    Instant now{};
    bool writable = true;        ///< false: the file is read-only or of a newer format
    QString readOnlyReason = {}; ///< why, in words
};

/// Allowed; locked with the reason in words (greyed, tool tip); or absent (the role denies: no control at all, one
/// banner says why).
struct Permit {
    enum class Verdict { Allowed, Locked, Absent };
    Verdict verdict = Verdict::Allowed;
    QString reason;
    bool allowed() const { return verdict == Verdict::Allowed; }
};

/// May `action` be done, on `key` where it concerns one? With no key: on keys at all. Reasons are sentences,
/// translated. Asked in this order: the role (Absent), the policy, the backend, the file, the flag, whose key it is,
/// its state (Locked).
Permit permit(Action action, const Situation &situation, const ApiKey *key = nullptr);

/// An allowed permit as success, anything else as ErrorKind::Refused with the permit's reason.
Done require(Action action, const Situation &situation, const ApiKey *key = nullptr);

/// `Your role isn't admin. Ask an account admin ...`, or empty where the caller may manage (P1).
QString roleBanner(const Situation &situation);

} // namespace keywright
