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
    bool holds_ = false;               ///< create() answers only at release()
    QHash<KeyId, KeyDetails> details_; ///< what details() adds: clients, days, issued keys
    QHash<KeyId, Error> failing_;      ///< keys that revoke() and erase() fail on
    QList<QList<KeyId>> bulks_;        ///< what revoke() and erase() were asked, as they came
    QString lastReason_;               ///< of the last revoke()
    std::optional<Rotation> lastRotation_;
    QList<Activity> log_; ///< newest first
    ChainReport chain_;

    /// Tells that keys changed, as another program's work would.
    void tellChanged(const QList<KeyId> &ids) {
        Delta delta;
        for (const KeyId &id : ids)
            if (const ApiKey *key = find(id))
                delta.upserts.append(*key);
            else
                delta.removals.append(id);
        Q_EMIT changed(delta);
    }

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
        KeyDetails details = details_.value(id);
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
    Reply<ApiKey> edit(KeyId id, Revision from, Changes changes) override {
        ApiKey *key = find(id);
        if (!key)
            return answer<ApiKey>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        if (key->revision != from)
            return answer<ApiKey>(std::unexpected(Error{.kind = ErrorKind::Conflict,
                                                        .message = QStringLiteral("changed meanwhile"),
                                                        .newer = std::make_shared<const ApiKey>(*key)}));
        auto edited = check(info_.situation(clock_.now()), *key, changes);
        if (edited) {
            ++edited->revision.value;
            *key = *edited;
        }
        return answer<ApiKey>(edited);
    }
    Reply<Outcomes> revoke(QList<KeyId> ids, QString reason) override {
        Outcomes outcomes;
        bulks_.append(ids);
        lastReason_ = reason;
        for (const KeyId &id : ids)
            if (failing_.contains(id)) {
                outcomes.append({.id = id, .error = failing_.value(id)});
            } else if (ApiKey *key = find(id)) {
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
        key->revokeReason.clear();
        ++key->revision.value;
        return answer<ApiKey>(*key);
    }
    Reply<Outcomes> erase(QList<KeyId> ids) override {
        Outcomes outcomes;
        bulks_.append(ids);
        for (const KeyId &id : ids)
            outcomes.append({.id = id, .done = keys_.removeIf([&](const ApiKey &key) { return key.id == id; }) > 0});
        return answer<Outcomes>(outcomes);
    }
    Reply<Issued> rotate(KeyId id, Rotation rotation, RequestId request) override {
        lastRotation_ = rotation;
        requests_.append(request.value);
        ApiKey *old = find(id);
        if (!old)
            return answer<Issued>(failure(ErrorKind::NotFound, QStringLiteral("no such key")));
        const auto checked = check(info_.situation(clock_.now()), *old, rotation);
        if (!checked)
            return answer<Issued>(std::unexpected(checked.error()));
        old->deprecatedAt = checked->deprecatedAt;
        old->autoRevokeAt = checked->autoRevokeAt;
        return answer<Issued>(mint(checked->successor));
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
    Reply<ActivityPage> activity(ActivityQuery query, Cursor from) override {
        ActivityPage page;
        const qsizetype start = from.value.toLongLong();
        for (const Activity &entry : log_.mid(start, query.limit))
            if (query.key.isEmpty() || entry.keyId == query.key.value)
                page.entries.append(entry);
        if (start + query.limit < log_.size())
            page.next = {.value = QString::number(start + query.limit)};
        return answer<ActivityPage>(page);
    }
    Reply<ChainReport> checkActivity(std::optional<ChainHead>) override { return answer<ChainReport>(chain_); }

    /// Makes a key as the keyring would.
    Result<Issued> make(const Draft &draft) {
        auto checked = check(info_.situation(clock_.now()), draft);
        if (!checked)
            return std::unexpected(checked.error());
        return mint(*checked);
    }

    Issued mint(const CheckedDraft &checked) {
        auto token = std::make_shared<const Secret>(makeToken(*info_.policy));
        lastToken_ = token;
        ApiKey key;
        key.id = newKeyId();
        key.lineage = key.id.value;
        key.name = checked.name;
        key.scopes = checked.scopes;
        key.owner = checked.owner;
        key.note = checked.note;
        key.kind = checked.kind;
        key.createdAt = clock_.now();
        key.expiresAt = checked.expiresAt;
        key.expiresOn = checked.expiresOn;
        key.dailyLimit = checked.dailyLimit;
        key.monthlyLimit = checked.monthlyLimit;
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
