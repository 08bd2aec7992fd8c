#pragma once

#include "core/crypto/random.h"
#include "core/crypto/token.h"
#include "core/keyring/keyring.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <optional>

namespace keywright::test {

/// A keyring in the test's hands: it keeps the rules (the real gate, the real checks, real tokens), answers at once or
/// when told to, and fails when told to.
class FakeKeyring final : public Keyring {
    Q_OBJECT
public:
    FakeKeyring(const KeyPolicy &policy, const Clock &clock) : clock_(clock) {
        info_.id = QStringLiteral("fake");
        info_.name = QStringLiteral("Fake");
        info_.policy = std::make_shared<const KeyPolicy>(policy);
        info_.caller = {.role = Role::Admin, .name = QStringLiteral("alice"), .method = AuthMethod::Local};
        info_.developerApi = true;
        info_.location = QStringLiteral("in memory");
    }

    // What the test sets and reads.
    KeyringInfo info_;
    QList<ApiKey> keys_;
    QList<KeyId> delivered_;
    QStringList requests_; ///< the request ids of creates and rotations, as they came
    std::optional<Draft> lastDraft_;
    std::optional<Error> nextError_; ///< the next call's answer
    QStringList nextWarnings_;       ///< of the next create
    std::shared_ptr<const Secret> lastToken_;
    bool holds_ = false; ///< create() answers only at release()

    void release() {
        holds_ = false;
        for (const auto &answer : std::exchange(held_, {}))
            answer();
    }

    KeyringInfo info() const override { return info_; }
    Reply<KeyPage> keys(Cursor, int) override {
        return answer<KeyPage>(KeyPage{.keys = keys_, .next = {}, .feed = {}, .total = keys_.size()});
    }
    Reply<Delta> changes(FeedSeq) override { return answer<Delta>(Delta{}); }
    Reply<KeyDetails> details(KeyId id) override {
        const ApiKey *found = find(id);
        if (!found)
            return answer<KeyDetails>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        KeyDetails details;
        details.key = *found;
        for (const ApiKey &key : keys_)
            if (key.lineage == found->lineage)
                details.lineage.append(key);
        return answer<KeyDetails>(details);
    }
    Reply<Issued> create(Draft draft, RequestId request) override {
        lastDraft_ = draft;
        requests_.append(request.value);
        if (!holds_)
            return answer<Issued>(make(draft));
        auto promise = std::make_shared<QPromise<Result<Issued>>>();
        promise->start();
        held_.append([this, promise, draft] {
            promise->addResult(nextError_ ? Result<Issued>(std::unexpected(*std::exchange(nextError_, {})))
                                          : make(draft));
            promise->finish();
        });
        return promise->future();
    }
    Reply<ApiKey> edit(KeyId id, Revision, Changes changes) override {
        ApiKey *key = find(id);
        if (!key)
            return answer<ApiKey>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        auto edited = check(info_.situation(clock_.now()), *key, changes);
        if (edited)
            *key = *edited;
        return answer<ApiKey>(edited);
    }
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override {
        Outcomes outcomes;
        for (const KeyId &id : ids)
            if (ApiKey *key = find(id)) {
                key->revokedAt = clock_.now();
                key->revokeReason = reason;
                outcomes.append({.id = id, .done = true, .key = *key});
            }
        return answer<Outcomes>(outcomes);
    }
    Reply<ApiKey> reactivate(KeyId id, Revision) override {
        ApiKey *key = find(id);
        if (!key)
            return answer<ApiKey>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        key->revokedAt.reset();
        return answer<ApiKey>(*key);
    }
    Reply<Outcomes> erase(QList<KeyId> ids) override {
        Outcomes outcomes;
        for (const KeyId &id : ids)
            outcomes.append({.id = id, .done = keys_.removeIf([&](const ApiKey &key) { return key.id == id; }) > 0});
        return answer<Outcomes>(outcomes);
    }
    Reply<Issued> rotate(KeyId, Rotation, RequestId) override {
        return answer<Issued>(failure(ErrorKind::Refused, QStringLiteral("not here")));
    }
    Reply<ApiKey> markDelivered(KeyId id) override {
        delivered_.append(id);
        ApiKey *key = find(id);
        if (!key)
            return answer<ApiKey>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        key->deliveredAt = clock_.now();
        return answer<ApiKey>(*key);
    }
    Reply<QList<Match>> identify(QList<Sha256>) override { return answer<QList<Match>>(QList<Match>{}); }
    Reply<ActivityPage> activity(ActivityQuery, Cursor) override { return answer<ActivityPage>(ActivityPage{}); }
    Reply<ChainReport> checkActivity(std::optional<ChainHead>) override { return answer<ChainReport>(ChainReport{}); }

    /// Makes a key as the keyring would.
    Result<Issued> make(const Draft &draft) {
        auto checked = check(info_.situation(clock_.now()), draft);
        if (!checked)
            return std::unexpected(checked.error());
        auto token = std::make_shared<const Secret>(makeToken(*info_.policy));
        lastToken_ = token;
        ApiKey key;
        key.id = newKeyId();
        key.lineage = key.id.value;
        key.name = checked->name;
        key.scopes = checked->scopes;
        key.owner = checked->owner;
        key.note = checked->note;
        key.kind = checked->kind;
        key.createdAt = clock_.now();
        key.expiresAt = checked->expiresAt;
        key.expiresOn = checked->expiresOn;
        key.dailyLimit = checked->dailyLimit;
        key.monthlyLimit = checked->monthlyLimit;
        key.preview = previewOf(*info_.policy, token->view());
        keys_.append(key);
        return Issued{.token = token, .key = key, .warnings = std::exchange(nextWarnings_, {})};
    }

private:
    template<class T>
    Reply<T> answer(Result<T> result) {
        if (nextError_)
            result = std::unexpected(*std::exchange(nextError_, {}));
        return QtFuture::makeReadyFuture(std::move(result));
    }
    ApiKey *find(const KeyId &id) {
        for (ApiKey &key : keys_)
            if (key.id == id)
                return &key;
        return nullptr;
    }

    const Clock &clock_;
    QList<std::function<void()>> held_;
};

} // namespace keywright::test
