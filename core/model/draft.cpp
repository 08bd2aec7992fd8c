#include "core/model/draft.h"

#include "core/model/draft_rules.h"

namespace keywright {

namespace {

/// Takes a judged value, or notes what is wrong with it.
class Collector {
public:
    template<class T>
    void take(Result<T> judged, T &into) {
        if (judged)
            into = std::move(*judged);
        else
            errors.append(judged.error());
    }
    QList<Error> errors;
};

/// Whoever creates; for a key that issues, the one it belongs to.
QString defaultOwner(const Caller &caller) {
    return caller.key ? caller.key->owner : caller.name;
}

void judgeMetadata(const Situation &situation, const Draft &draft, CheckedDraft &checked, Collector &collector) {
    collector.take(rules::checkedOwner(situation, draft.owner.value_or(defaultOwner(situation.caller))), checked.owner);
    collector.take(rules::checkedNote(situation, draft.note), checked.note);
}

void judgeTestKey(const Situation &situation, const Draft &draft, CheckedDraft &checked, Collector &collector) {
    const KeyPolicy::TestKey &test = *situation.policy->testKey;
    checked.kind = KeyKind::Test;
    checked.name = test.name;
    checked.scopes = test.scopes;
    checked.expiresAt = situation.now + test.lifetime;
    if (const Done within = rules::withinIssuer(situation, test.scopes); !within)
        collector.errors.append(within.error());
    judgeMetadata(situation, draft, checked, collector);
}

void judgeKey(const Situation &situation, const Draft &draft, CheckedDraft &checked, Collector &collector) {
    const KeyPolicy &policy = *situation.policy;
    rules::CheckedExpiry expiry;
    collector.take(rules::checkedName(policy, draft.name), checked.name);
    collector.take(rules::checkedScopes(situation, draft.scopes.value_or(policy.scopes.byDefault)), checked.scopes);
    collector.take(rules::checkedExpiry(situation, draft.expiry), expiry);
    checked.expiresAt = expiry.at;
    checked.expiresOn = expiry.on;
    collector.take(rules::checkedLimit(policy.spend && policy.spend->daily, draft.dailyLimit, rules::dailyField()),
                   checked.dailyLimit);
    collector.take(
        rules::checkedLimit(policy.spend && policy.spend->monthly, draft.monthlyLimit, rules::monthlyField()),
        checked.monthlyLimit);
    collector.take(rules::checkedRate(policy, draft.ratePerMinute), checked.ratePerMinute);
    judgeMetadata(situation, draft, checked, collector);
}

struct Judged {
    CheckedDraft draft;
    QList<Error> errors;
};

Judged judge(const Situation &situation, const Draft &draft) {
    const Done gate = require(draft.test ? Action::CreateTest : Action::Create, situation);
    if (!gate)
        return {.draft = {}, .errors = {gate.error()}};
    CheckedDraft checked;
    Collector collector;
    (draft.test ? judgeTestKey : judgeKey)(situation, draft, checked, collector);
    return {.draft = checked, .errors = collector.errors};
}

} // namespace

Result<CheckedDraft> check(const Situation &situation, const Draft &draft) {
    const Judged judged = judge(situation, draft);
    if (!judged.errors.isEmpty())
        return std::unexpected(judged.errors.first());
    return judged.draft;
}

QList<Error> problems(const Situation &situation, const Draft &draft) {
    return judge(situation, draft).errors;
}

} // namespace keywright
