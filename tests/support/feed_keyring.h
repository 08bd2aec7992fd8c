#pragma once

#include "core/keyring/keyring.h"
#include "tests/support/manual_clock.h"

#include <QPromise>
#include <QTimer>

#include <functional>

namespace keywright::test {

/// A keyring as the list sees it: pages and a change feed, for what a real one cannot be made to do on demand: answer
/// late, or fail. Answers through the event loop, as every keyring does.
class FeedKeyring final : public Keyring {
public:
    explicit FeedKeyring(KeyPolicy policy, QObject *parent = nullptr) : Keyring(parent) {
        info_.id = QStringLiteral("fake");
        info_.name = QStringLiteral("Production");
        info_.policy = std::make_shared<const KeyPolicy>(std::move(policy));
        info_.caller.name = QStringLiteral("anna");
        info_.developerApi = true;
    }

    KeyringInfo &mutableInfo() { return info_; }
    void setKeys(QList<ApiKey> keys) { keys_ = std::move(keys); }
    const QList<ApiKey> &all() const { return keys_; }
    /// Replies wait until release(), as from a slow disk.
    void hold() { held_ = true; }
    void release() {
        held_ = false;
        for (const auto &answer : std::exchange(waiting_, {}))
            QTimer::singleShot(0, this, answer);
    }
    qsizetype waiting() const { return waiting_.size(); }
    /// The next reading of keys fails so.
    void failNext(Error error) { failure_ = std::move(error); }

    /// What another program does: the keys change, and the feed says so.
    void change(const QList<ApiKey> &upserts, const QList<KeyId> &removals = {}, bool tell = true) {
        Delta delta{.upserts = upserts, .removals = removals, .next = {++feed_}};
        for (const KeyId &id : removals)
            keys_.removeIf([&](const ApiKey &key) { return key.id == id; });
        for (const ApiKey &key : upserts) {
            const auto known =
                std::find_if(keys_.begin(), keys_.end(), [&](const ApiKey &k) { return k.id == key.id; });
            if (known != keys_.end())
                *known = key;
            else
                keys_.append(key);
        }
        history_.append(delta);
        if (tell)
            Q_EMIT changed(delta);
    }
    /// A restore: everything is to be read again.
    void reload() { Q_EMIT changed(Delta{.upserts = {}, .removals = {}, .next = {++feed_}, .reload = true}); }

    KeyringInfo info() const override { return info_; }
    Reply<KeyPage> keys(Cursor from, int limit) override {
        return later<KeyPage>([this, from, limit]() -> Result<KeyPage> {
            if (failure_)
                return std::unexpected(*std::exchange(failure_, std::nullopt));
            const auto last = std::find_if(keys_.cbegin(), keys_.cend(),
                                           [&](const ApiKey &key) { return key.id.value == from.value; });
            const qsizetype first = last == keys_.cend() ? 0 : last - keys_.cbegin() + 1;
            const qsizetype end = std::min(first + limit, keys_.size());
            return KeyPage{.keys = keys_.mid(first, end - first),
                           .next = {end < keys_.size() ? keys_[end - 1].id.value : QString()},
                           .feed = {feed_},
                           .total = keys_.size()};
        });
    }
    Reply<Delta> changes(FeedSeq since) override {
        return later<Delta>([this, since]() -> Result<Delta> {
            Delta all{.upserts = {}, .removals = {}, .next = {feed_}};
            for (const Delta &delta : std::as_const(history_))
                if (delta.next > since) {
                    all.upserts += delta.upserts;
                    all.removals += delta.removals;
                }
            return all;
        });
    }
    Reply<QList<Match>> identify(QList<Sha256> digests) override {
        return later<QList<Match>>([this, digests]() -> Result<QList<Match>> {
            QList<Match> matches;
            for (const Match &match : std::as_const(digests_))
                if (digests.contains(match.digest))
                    matches.append(match);
            return matches;
        });
    }
    void know(const Sha256 &digest, const ApiKey &key) { digests_.append({digest, key}); }

    Reply<KeyDetails> details(KeyId) override { return refuse<KeyDetails>(); }
    Reply<Issued> create(Draft, RequestId) override { return refuse<Issued>(); }
    Reply<ApiKey> edit(KeyId, Revision, Changes) override { return refuse<ApiKey>(); }
    Reply<Outcomes> revoke(QList<KeyId>, QString) override { return refuse<Outcomes>(); }
    Reply<ApiKey> reactivate(KeyId, Revision) override { return refuse<ApiKey>(); }
    Reply<Outcomes> erase(QList<KeyId>) override { return refuse<Outcomes>(); }
    Reply<Issued> rotate(KeyId, Rotation, RequestId) override { return refuse<Issued>(); }
    Reply<ApiKey> markDelivered(KeyId) override { return refuse<ApiKey>(); }
    Reply<ActivityPage> activity(ActivityQuery, Cursor) override {
        return later<ActivityPage>([]() -> Result<ActivityPage> { return ActivityPage{}; });
    }
    Reply<ChainReport> checkActivity(std::optional<ChainHead>) override { return refuse<ChainReport>(); }

private:
    template<class T>
    Reply<T> later(std::function<Result<T>()> make) {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto answer = [promise, make = std::move(make)] {
            promise->addResult(make());
            promise->finish();
        };
        if (held_)
            waiting_.append(answer);
        else
            QTimer::singleShot(0, this, answer);
        return promise->future();
    }
    template<class T>
    Reply<T> refuse() {
        return later<T>([]() -> Result<T> { return failure(ErrorKind::Refused, QStringLiteral("Not in this test.")); });
    }

    KeyringInfo info_;
    QList<ApiKey> keys_;
    QList<Delta> history_;
    QList<Match> digests_;
    QList<std::function<void()>> waiting_;
    std::optional<Error> failure_;
    qint64 feed_ = 0;
    bool held_ = false;
};

} // namespace keywright::test
