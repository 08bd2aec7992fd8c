#include "core/model/draft_rules.h"

namespace keywright {

namespace {

/// One key on its way through an edit: each step asks the gate, then judges the value; the first error stays.
class Edit {
public:
    Edit(const Situation &situation, const ApiKey &key) : situation_(situation), before_(key), key_(key) {}

    /// `judge` turns the wanted value into the one to store.
    template<class T, class Judge>
    void change(Action action, const std::optional<T> &wanted, T ApiKey::*member, Judge judge) {
        if (error_ || !wanted || *wanted == before_.*member)
            return;
        if (const Done gate = require(action, situation_, &before_); !gate) {
            error_ = gate.error();
            return;
        }
        Result<T> judged = judge(*wanted);
        if (judged)
            key_.*member = std::move(*judged);
        else
            error_ = judged.error();
    }
    Result<ApiKey> result() const {
        if (error_)
            return std::unexpected(*error_);
        return key_;
    }

private:
    const Situation &situation_;
    const ApiKey &before_;
    ApiKey key_;
    std::optional<Error> error_;
};

/// A caller may only add what it holds itself; what the key has already may stay.
Result<QStringList> editedScopes(const Situation &situation, const ApiKey &key, const QStringList &wanted) {
    Situation unbound = situation;
    unbound.caller.key.reset();
    Result<QStringList> scopes = rules::checkedScopes(unbound, wanted);
    if (!scopes)
        return scopes;
    QStringList added = *scopes;
    added.removeIf([&](const QString &scope) { return key.scopes.contains(scope); });
    if (const Done within = rules::withinIssuer(situation, added); !within)
        return std::unexpected(within.error());
    return scopes;
}

} // namespace

bool Changes::isEmpty() const {
    return !name && !scopes && !owner && !note && !dailyLimit && !monthlyLimit && !ratePerMinute;
}

Result<ApiKey> check(const Situation &situation, const ApiKey &key, const Changes &changes) {
    const KeyPolicy &policy = *situation.policy;
    Edit edit(situation, key);
    edit.change(Action::Rename, changes.name, &ApiKey::name,
                [&](const QString &name) { return rules::checkedName(policy, name); });
    edit.change(Action::EditScopes, changes.scopes, &ApiKey::scopes,
                [&](const QStringList &scopes) { return editedScopes(situation, key, scopes); });
    edit.change(Action::EditLimits, changes.dailyLimit, &ApiKey::dailyLimit, [&](std::optional<MicroUsd> limit) {
        return rules::checkedLimit(policy.spend->daily, limit, rules::dailyField());
    });
    edit.change(Action::EditLimits, changes.monthlyLimit, &ApiKey::monthlyLimit, [&](std::optional<MicroUsd> limit) {
        return rules::checkedLimit(policy.spend->monthly, limit, rules::monthlyField());
    });
    edit.change(Action::EditRate, changes.ratePerMinute, &ApiKey::ratePerMinute,
                [&](std::optional<int> rate) { return rules::checkedRate(policy, rate); });
    edit.change(Action::EditOwner, changes.owner, &ApiKey::owner,
                [&](const QString &owner) { return rules::checkedOwner(situation, owner); });
    edit.change(Action::EditOwner, changes.note, &ApiKey::note,
                [&](const QString &note) { return rules::checkedNote(situation, note); });
    return edit.result();
}

} // namespace keywright
