// Rules on single values, shared by drafts, edits and rotations.
#pragma once

#include "core/model/draft.h"

namespace keywright::rules {

inline constexpr int longestOwner = 100;
inline constexpr int longestNote = 1000;
inline constexpr int largestRate = 10'000'000;

Result<QString> checkedName(const KeyPolicy &policy, const QString &name);
Result<QString> checkedOwner(const Situation &situation, const QString &owner);
Result<QString> checkedNote(const Situation &situation, const QString &note);

/// The scopes a new key may have, canonical. An API key gives no more than it has, except where issuing is unbounded.
Result<QStringList> checkedScopes(const Situation &situation, const QStringList &scopes);
/// The caller's own key, if it has one, holds all of these.
Done withinIssuer(const Situation &situation, const QStringList &scopes);

Result<std::optional<MicroUsd>> checkedLimit(bool policyHasIt, std::optional<MicroUsd> limit, const QString &field);
Result<std::optional<int>> checkedRate(const KeyPolicy &policy, std::optional<int> perMinute);

/// An expiry that keeps every rule: its instant, and the date and zone as chosen.
struct CheckedExpiry {
    std::optional<Instant> at;
    QString on; ///< `2027-01-31 Europe/Berlin`; empty for anything but a date
};
Result<CheckedExpiry> checkedExpiry(const Situation &situation, const std::optional<Expiry> &expiry);
/// A valid day, not past, not after the latest; its end.
Result<Instant> checkedEndOfDay(const ExpiresOnDate &day, Instant now, const QString &field);
/// The last instant a key may have as its end.
Instant latestInstant();

QString dailyField();
QString monthlyField();

} // namespace keywright::rules
