// A key policy: the rules one keyring obeys, as data. No product is named in code.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace keywright {

enum class Alphabet { Base62, Hex };
enum class Role { Admin, Developer, Auditor, Verifier };

/// One piece of a token: literal text, random characters, or a checksum over everything before it.
struct TokenPart {
    enum class Kind { Text, Random, Checksum };
    Kind kind = Kind::Text;
    QString text;   ///< Text
    int length = 0; ///< Random, Checksum (6 base62 characters of CRC-32)
    Alphabet alphabet = Alphabet::Base62;
};

struct PolicyScope {
    QString id;
    QString text;              ///< a sentence for the tick box
    bool satisfiesAll = false; ///< this scope satisfies whatever is asked for
};

/// The rules. Member for member the JSON document (resources/policies/policy.schema.json); what a policy lacks is
/// nullopt.
struct KeyPolicy {
    QString id;
    QString title;
    QString summary; ///< one sentence for the welcome page

    std::vector<TokenPart> token;
    int previewFirst = 0; ///< characters of the token
    int previewLast = 0;  ///< characters of its secret (before a checksum)

    struct Name {
        bool required = true;
        int max = 100; ///< code points
        bool rename = true;
        QString refusedDefault; ///< preselected in the form and refused if left (empty: none)
        QStringList poor;       ///< whole names, case-folded, that earn a hint
        QStringList examples;   ///< better ones, for the hint
    } name;

    struct Expiry {
        bool required = false;
        int minDays = 1;
        std::optional<int> maxDays; ///< nothing: durations up to the latest date
        QList<int> presets;         ///< days offered as choices
        bool days = true;           ///< a free number of days may be given
        bool date = true;           ///< a date may be given
        bool change = false;
    };
    std::optional<Expiry> expiry; ///< nullopt: keys never expire

    struct Scopes {
        std::vector<PolicyScope> options;
        QStringList byDefault;
        bool choose = true; ///< false: fixed, byDefault is what every key has
        bool empty = false; ///< a key without any scope is legal
        bool edit = true;
    } scopes;

    enum class RevokedShown { Shown, OnRequest, Never };
    struct Revoke {
        bool reversible = false;
        RevokedShown list = RevokedShown::Shown;
    } revoke;

    struct Delete {
        bool onlyRevoked = false;
    };
    std::optional<Delete> erase;

    struct Grace {
        int min = 1, max = 30, byDefault = 7; ///< days
    };
    struct Rotate {
        std::optional<Grace> grace; ///< nullopt: replace; the old key is revoked on a day one picks
    };
    std::optional<Rotate> rotate;

    struct SpendLimits {
        bool daily = true, monthly = true, edit = false;
    };
    std::optional<SpendLimits> spend;

    struct TestKey {
        QString name;
        QStringList scopes;
        Seconds lifetime{3600};
        QString button; ///< `Generate test token`
    };
    std::optional<TestKey> testKey;

    struct Abuse {
        int minutes = 5, factor = 20, floorPerMinute = 600, learnHours = 24;
        friend bool operator==(const Abuse &, const Abuse &) = default;
    };
    std::optional<Abuse> abuse;

    struct RateLimit {
        std::optional<int> perMinute; ///< the policy's own; nullopt: none unless a key sets one
        bool perKey = false;          ///< a key may override it
    };
    std::optional<RateLimit> rateLimit;

    struct Manage {
        QList<Role> roles;         ///< manage every key
        QList<Role> own;           ///< manage the keys they own
        QString scope;             ///< API keys with this scope manage too (empty: none)
        bool developerApi = false; ///< only while the keyring's Developer API flag is on
        QList<Role> reactivate;
    } manage;
    bool issuingUnbounded = false; ///< true: whoever may issue issues anything; false: a subset of its own

    enum class Place { Dialog, Sidebar };
    enum class Reveal { Dialog, Row };
    struct Create {
        Place place = Place::Dialog;
        QString open = {};   ///< the button that opens it: `Create API key`, `Add New`, `New key`
        QString submit = {}; ///< the button that does it: `Create`, `Save`, `Create key`
        Reveal reveal = Reveal::Dialog;
        QString column = {}; ///< what the key column is called: `Key`, `Token`
    } create;

    /// What the page calls its fields; empty: our own word.
    struct Labels {
        QString name = {};   ///< in the form of a new key
        QString scopes = {}; ///< there, beside the key, and over the column
        QString expiry = {};
    } labels;

    struct Errors {
        QString unauthorized;
        bool showPrefix = false;
    } errors;

    struct TestRequest {
        QString method;
        QString path;    ///< joined to the keyring's API base URL
        QString baseUrl; ///< default when the keyring has none
    } testRequest;

    QByteArray json; ///< the document it was read from, as embedded in a keyring
    Sha256 sha256;   ///< of `json`

    const PolicyScope *scope(const QString &scopeId) const;
    /// The given scopes without duplicates, in the policy's order; unknown ones last, as given.
    QStringList canonicalScopes(const QStringList &scopes) const;
};

/// Reads a policy document. `source` (a path) stands in the error with line and column (syntax) or JSON Pointer and
/// rule.
Result<KeyPolicy> parsePolicy(const QByteArray &json, const QString &source);

/// The policies that ship, as resources, `standard` first.
const std::vector<KeyPolicy> &shippedPolicies();

/// What a folder of user policies holds: the good ones, and an error for each bad one. A shipped id is refused.
struct PolicyFolder {
    std::vector<KeyPolicy> policies;
    std::vector<Error> errors;
};
PolicyFolder readPolicyFolder(const QString &folder);

/// Those that ship, then the user's own with what is wrong in that folder.
PolicyFolder knownPolicies();
/// One of them by its id, or the policy in a file (`something.json`).
Result<KeyPolicy> findPolicy(const QString &idOrFile);

/// Where a user's own policies are read from: `$XDG_CONFIG_HOME/keywright/policies` and its like elsewhere.
QString userPolicyFolder();

/// A text of the policy in the user's language where the policy ships; as it stands where it is somebody's own.
QString policyWords(const KeyPolicy &policy, const QString &text);

QString roleId(Role role); ///< "admin", ...
std::optional<Role> roleFromId(const QString &id);

} // namespace keywright
