// The parts that a policy document is read by, one a section of the document.
#pragma once

#include "core/model/json_reader.h"
#include "core/model/key_policy.h"

namespace keywright::policy_parts {

inline constexpr int longestDays = 27'000; ///< beyond the latest expiry date from any day of this century
inline constexpr int manyPerMinute = 10'000'000;
inline constexpr int shortText = 60;
inline constexpr int longText = 200;

/// A rule's sentence, translated.
QString rule(const char *text);
/// The whole text has the form of a regular expression.
bool matches(const QString &text, const QString &pattern);

void readToken(JsonObjectReader &in, KeyPolicy &policy, JsonFault &fault);
KeyPolicy::Name readName(JsonObjectReader in);
std::optional<KeyPolicy::Expiry> readExpiry(JsonObjectReader &parent);
void readScopes(JsonObjectReader in, KeyPolicy &policy, JsonFault &fault);
/// The scopes named by a list of the document; each must be one of the policy's.
QStringList readScopeIds(JsonObjectReader &in, const QString &name, const KeyPolicy &policy);
KeyPolicy::Revoke readRevoke(JsonObjectReader in);
std::optional<KeyPolicy::Delete> readDelete(JsonObjectReader &parent);
std::optional<KeyPolicy::Rotate> readRotate(JsonObjectReader &parent);
std::optional<KeyPolicy::SpendLimits> readSpend(JsonObjectReader &parent);
std::optional<KeyPolicy::TestKey> readTestKey(JsonObjectReader &parent, const KeyPolicy &policy);
std::optional<KeyPolicy::Abuse> readAbuse(JsonObjectReader &parent);
std::optional<KeyPolicy::RateLimit> readRateLimit(JsonObjectReader &parent);
KeyPolicy::Manage readManage(JsonObjectReader in, const KeyPolicy &policy);
KeyPolicy::Create readCreate(JsonObjectReader in);
KeyPolicy::Labels readLabels(JsonObjectReader &parent);
KeyPolicy::Errors readErrors(JsonObjectReader in);
KeyPolicy::TestRequest readTestRequest(JsonObjectReader in);

} // namespace keywright::policy_parts
