#include "core/verify/use_writer.h"

#include "core/store/keyring_database.h"
#include "core/store/member_table.h"
#include "core/store/usage_table.h"

#include <QJsonObject>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Keys in one transaction: others want to write, too.
constexpr std::size_t part = 1'000;

/// What was not in use for so long is put away, so many keys of it with each writing.
constexpr std::chrono::minutes idleAfter{15};
constexpr int idleAtOnce = 200;

QString lineageOf(const ApiKey &key) {
    return key.lineage.isEmpty() ? key.id.value : key.lineage;
}

} // namespace

UseBatch::UseBatch(UseCounts counted, std::vector<SpendBook::Unwritten> spent, std::vector<ReportedRequest> reported)
    : uses(std::move(counted)), spends(std::move(spent)), requests(std::move(reported)) {
    keys.reserve(uses.keys().size());
    for (const UseCounts::KeyUses &key : uses.keys())
        keys.push_back(&key);
    // Neighbours lie on the same pages.
    std::ranges::sort(keys, {}, [](const UseCounts::KeyUses *key) { return key->n; });
}

UseWriter::UseWriter(QString path, const Clock &clock, SpendBook &spend)
    : path_(std::move(path)), clock_(clock), spend_(spend) {}

Result<Session *> UseWriter::session() {
    if (!session_ || !session_->connection->isAlive()) {
        auto database = openKeyringDatabase(path_);
        if (!database)
            return std::unexpected(database.error());
        session_ = std::make_unique<Session>(std::move(database->connection));
    }
    return session_.get();
}

Result<Mutation> UseWriter::begin() {
    auto open = session();
    if (!open)
        return std::unexpected(open.error());
    return Mutation::begin(**open, {.caller = {.role = Role::Admin, .name = u"system"_s, .method = AuthMethod::System},
                                    .now = clock_.now()});
}

Done UseWriter::noteMember(const QString &id, Instant at) {
    auto open = session();
    return open ? writeMemberUse(*(*open)->connection, id, at) : std::unexpected(open.error());
}

Done UseWriter::write(UseBatch &batch) {
    bool first = !batch.spends.empty() || !batch.requests.empty();
    std::size_t written = 0;
    Done done;
    while (done && (first || written < batch.keys.size())) {
        const Keys now = Keys(batch.keys).subspan(written, std::min(part, batch.keys.size() - written));
        done = writePart(batch, now, first);
        if (!done)
            break;
        written += now.size();
        if (std::exchange(first, false)) {
            batch.spends.clear();
            batch.requests.clear();
        }
    }
    batch.keys.erase(batch.keys.begin(), batch.keys.begin() + std::ptrdiff_t(written));
    if (!done)
        close();
    return done;
}

/// Spending and requests go with the first part.
Done UseWriter::writePart(const UseBatch &batch, Keys keys, bool first) {
    auto mutation = begin();
    if (!mutation)
        return std::unexpected(mutation.error());
    if (auto done = writeUses(*mutation, batch.uses, keys); !done)
        return done;
    std::vector<SpendRow> rows;
    if (first) {
        auto spent = writeSpends(*mutation, batch);
        if (!spent)
            return std::unexpected(spent.error());
        rows = std::move(*spent);
        if (auto done = writeRequests(*mutation, batch.requests); !done)
            return done;
    }
    if (auto done =
            settleIdleUse(mutation->connection(), clock_.now() - idleAfter, idleAtOnce, mutation->meta().usageFeed + 1);
        !done)
        return done;
    if (auto done = writeUsageFeed(mutation->connection(), mutation->meta().usageFeed + 1); !done)
        return done;
    if (auto done = mutation->commitUse(); !done)
        return done;
    for (std::size_t i = 0; i < rows.size(); ++i)
        spend_.written(batch.spends[i], rows[i]);
    return {};
}

Result<std::vector<SpendRow>> UseWriter::writeSpends(Mutation &mutation, const UseBatch &batch) {
    std::vector<SpendRow> rows;
    for (const auto &amount : batch.spends) {
        auto row = addSpend(mutation.connection(), QString::fromStdString(amount.lineage), amount.day, amount.month,
                            amount.amount, mutation.meta().usageFeed + 1);
        if (!row)
            return std::unexpected(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

Done UseWriter::writeUses(Mutation &mutation, const UseCounts &uses, Keys keys) {
    const qint64 usageFeed = mutation.meta().usageFeed + 1;
    for (const UseCounts::KeyUses *key : keys) {
        auto done = addUse(mutation.connection(), key->digest, key->n, uses.tally(*key), usageFeed);
        if (!done)
            return done;
    }
    return {};
}

Done UseWriter::writeRequests(Mutation &mutation, const std::vector<ReportedRequest> &requests) {
    for (const ReportedRequest &request : requests) {
        auto key = mutation.session().keys.byId(request.key);
        if (!key)
            return std::unexpected(key.error());
        if (!*key)
            continue;
        const Caller by{.name = displayName((*key)->key), .method = AuthMethod::ApiKey, .address = request.address};
        auto done = mutation.logBy(by, request.at, event::apiRequest, &(*key)->key,
                                   {{u"method"_s, request.method}, {u"path"_s, request.path}});
        if (!done)
            return done;
    }
    return {};
}

Result<Charged> UseWriter::charge(const KeyId &key, MicroUsd cost, const QString &chargeId) {
    auto mutation = begin();
    if (!mutation)
        return std::unexpected(mutation.error());
    return charge(*mutation, key, cost, chargeId);
}

Result<Charged> UseWriter::charge(Mutation &mutation, const KeyId &key, MicroUsd cost, const QString &chargeId) {
    auto stored = mutation.key(key);
    if (!stored)
        return std::unexpected(stored.error());
    const QString lineage = lineageOf(stored->key);
    auto fresh = noteCharge(mutation.connection(), chargeId, lineage, mutation.now());
    if (!fresh)
        return std::unexpected(fresh.error());
    const QDate day = toUtc(mutation.now()).date();
    const qint64 usageFeed = mutation.meta().usageFeed + 1;
    std::vector<SpendRow> rows;
    for (const bool month : {false, true}) {
        const QDate since = month ? QDate(day.year(), day.month(), 1) : day;
        auto row = addSpend(mutation.connection(), lineage, since, month, *fresh ? cost : MicroUsd{}, usageFeed);
        if (!row)
            return std::unexpected(row.error());
        rows.push_back(std::move(*row));
    }
    if (auto done = writeUsageFeed(mutation.connection(), usageFeed); !done)
        return std::unexpected(done.error());
    if (auto done = mutation.commitUse(); !done)
        return std::unexpected(done.error());
    for (const SpendRow &row : rows)
        spend_.learn(row);
    return Charged{.already = !*fresh, .spent = {rows.front().amount, rows.back().amount}};
}

Done UseWriter::revoke(const AbuseWatch::Finding &finding) {
    auto mutation = begin();
    if (!mutation)
        return std::unexpected(mutation.error()); // the spike goes on, or it is over: the next minute judges again
    auto stored = mutation->session().keys.byDigest(finding.digest);
    if (!stored || !*stored || (*stored)->key.revokedAt)
        return {};
    ApiKey key = (*stored)->key;
    key.revokedAt = mutation->now();
    key.revokedBy = u"system"_s;
    key.revokeReason = u"abuse"_s;
    ++key.revision.value;
    const QJsonObject detail{{u"reason"_s, key.revokeReason},
                             {u"minutes"_s, finding.minutes},
                             {u"requests_per_minute"_s, finding.lowest},
                             {u"bound_per_minute"_s, finding.bound}};
    Done done = mutation->update(key);
    if (done)
        done = mutation->log(event::revoked, &key, detail);
    if (done)
        done = mutation->commit();
    return done;
}

} // namespace keywright
