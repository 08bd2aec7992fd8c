// What people type, judged before it is stored: drafts of new keys, changes of old ones, rotations.
#pragma once

#include "core/model/permit.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace keywright {

// Names of fields in errors are those of the REST contract: name, scopes, expires_days (a duration is wanted or wrong),
// expires_at (a date or an instant is), daily_spend_limit_usd, monthly_spend_limit_usd, rate_per_minute, owner, note,
// grace_days, revoke_old_at.

/// "In N days": 24-hour days from the creation instant.
struct ExpiresInDays {
    int days = 0;
    friend bool operator==(const ExpiresInDays &, const ExpiresInDays &) = default;
};
/// "That date": to the end of that day in that zone.
struct ExpiresOnDate {
    QDate date;
    QByteArray zone; ///< IANA id; empty: the system's
    friend bool operator==(const ExpiresOnDate &, const ExpiresOnDate &) = default;
};
struct NeverExpires {
    friend bool operator==(const NeverExpires &, const NeverExpires &) = default;
};
/// An exact instant (a script's RFC 3339 `expires_at`).
struct ExpiresAt {
    Instant at{};
    friend bool operator==(const ExpiresAt &, const ExpiresAt &) = default;
};
using Expiry = std::variant<NeverExpires, ExpiresInDays, ExpiresOnDate, ExpiresAt>;

/// `30d`, `never`, `2027-01-31`, `2027-01-31T12:00:00Z`: the one parser for window, command line and API.
Result<Expiry> parseExpiry(const QString &text);

/// The instant an expiry means at `now`: the start of the next local day for a date; nothing for never.
std::optional<Instant> expiryInstant(const Expiry &expiry, Instant now);

/// "Stops working on 1 Feb 2027 at 00:00 (CET)": shown before Create.
QString expiryInWords(const Expiry &expiry, Instant now);

/// The last date an expiry may have: 2100-12-31.
QDate latestExpiryDate();
/// The zone a date is meant in; invalid where the id is unknown.
QTimeZone zoneOf(const ExpiresOnDate &day);

/// A key to be made.
struct Draft {
    QString name;
    std::optional<QStringList> scopes; ///< nullopt: the policy's default
    std::optional<Expiry> expiry;      ///< nullopt: not given (an error where the policy requires one)
    std::optional<MicroUsd> dailyLimit;
    std::optional<MicroUsd> monthlyLimit;
    std::optional<int> ratePerMinute;
    std::optional<QString> owner; ///< nullopt: the caller
    QString note;
    bool test = false; ///< a test key: everything else comes from the policy
};

/// A draft that keeps every rule, normalised: names trimmed and NFC, scopes canonical, expiry an instant.
struct CheckedDraft {
    QString name;
    QStringList scopes;
    std::optional<Instant> expiresAt;
    QString expiresOn;
    std::optional<MicroUsd> dailyLimit, monthlyLimit;
    std::optional<int> ratePerMinute;
    QString owner, note;
    KeyKind kind = KeyKind::Standard;
};

/// What an edit changes; unset members stay. A limit is set to a value, or cleared by an inner nullopt.
struct Changes {
    std::optional<QString> name;
    std::optional<QStringList> scopes;
    std::optional<QString> owner;
    std::optional<QString> note;
    std::optional<std::optional<MicroUsd>> dailyLimit;
    std::optional<std::optional<MicroUsd>> monthlyLimit;
    std::optional<std::optional<int>> ratePerMinute;
    bool isEmpty() const;
};

/// How to rotate. Where the policy has grace: `graceDays`. Where it replaces: `revokeOldAt`.
struct RevokeOldNow {};
struct RevokeOldMyself {};
using RevokeOld = std::variant<RevokeOldNow, RevokeOldMyself, ExpiresOnDate>;
struct Rotation {
    std::optional<int> graceDays;       ///< nullopt: the policy's default
    std::optional<RevokeOld> revokeOld; ///< replace only; nullopt: now
    std::optional<Expiry> expiry;       ///< of the new key; nullopt: the old one's lifetime, counted from now
};

/// Every broken rule of the draft, each with its field; empty: fine. Also judges permit(Create or CreateTest).
Result<CheckedDraft> check(const Situation &situation, const Draft &draft);
QList<Error> problems(const Situation &situation, const Draft &draft);

/// Judges an edit of `key`: the gate for each changed member, then its value. Returns the key as it would become.
Result<ApiKey> check(const Situation &situation, const ApiKey &key, const Changes &changes);

/// Judges a rotation of `key`: the successor's draft, and the instant the old one ends (nothing: not by itself).
struct CheckedRotation {
    CheckedDraft successor;
    Instant deprecatedAt{};
    std::optional<Instant> autoRevokeAt; ///< equal to deprecatedAt: the old key is revoked at once, by the caller
};
Result<CheckedRotation> check(const Situation &situation, const ApiKey &key, const Rotation &rotation);

/// Hints that refuse nothing: a poor name (C6), with examples from the policy. Empty: none.
QString nameHint(const KeyPolicy &policy, const QString &name);

/// Trimmed, NFC; refused with a reason when too long (code points), when it holds control or bidi-override characters,
/// or when it holds a token of a shipped policy or of `policy` (never echoed). `what` names the field in the message.
enum class TextLines { One, Many };
Result<QString> checkedText(const QString &text, int maxCodePoints, const QString &what, const QString &field,
                            TextLines lines = TextLines::One, const KeyPolicy *policy = nullptr);

/// `5`, `5.00`, `0.000001`: up to six decimals, at most 1e9, not negative; empty: no limit. Inverse: at least one
/// decimal, `5.0`.
Result<std::optional<MicroUsd>> parseUsd(const QString &text, const QString &field);
QString usdText(MicroUsd amount);
constexpr MicroUsd largestLimit{1'000'000'000'000'000};
/// Not negative, at most 1e9 dollars.
Done checkedUsd(MicroUsd amount, const QString &field);

/// The reasons offered when revoking: id and words.
struct RevokeReason {
    QString id;
    QString text;
};
QList<RevokeReason> revokeReasons();

} // namespace keywright
