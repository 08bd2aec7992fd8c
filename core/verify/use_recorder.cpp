#include "core/verify/use_recorder.h"

#include "core/store/keyring_database.h"
#include "core/store/usage_table.h"

#include <QJsonObject>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsAMinute = 60;
/// Keys in one transaction: others want to write, too.
constexpr std::size_t part = 1'000;
/// Requests that wait to be logged while the store is away; more are lost.
constexpr std::size_t mostRequests = 100'000;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Use useOf(const UseEvent &event) {
    return {
        .at = event.at, .address = textOf(event.address()), .agent = textOf(event.agent()), .refused = event.refused};
}

QString lineageOf(const ApiKey &key) {
    return key.lineage.isEmpty() ? key.id.value : key.lineage;
}

} // namespace

UseRecorder::UseRecorder(RecorderOptions options, const Clock &clock, SpendBook &spend)
    : options_(std::move(options)), clock_(clock), spend_(spend), writer_(u"use writer"_s), counter_(u"use counter"_s) {
}

UseRecorder::~UseRecorder() {
    counter_.post([this] { timer_.reset(); });
    counter_.stop();
    writer_.post([this] {
        count();
        (void)write();
        session_.reset();
    });
    writer_.stop();
}

void UseRecorder::start() {
    counter_.post([this] {
        timer_ = std::make_unique<QTimer>();
        timer_->setInterval(options_.countEvery);
        QObject::connect(timer_.get(), &QTimer::timeout, timer_.get(), [this] { tick(); });
        timer_->start();
    });
}

void UseRecorder::setAbuseRule(const std::optional<KeyPolicy::Abuse> &rule) {
    const std::lock_guard lock(mutex_);
    if (rule == abuseRule_)
        return; // what was learnt of the keys stays
    abuseRule_ = rule;
    abuse_ = rule ? std::make_unique<AbuseWatch>(*rule) : nullptr;
}

UseRing &UseRecorder::newRing() {
    const std::lock_guard lock(mutex_);
    for (Ring &ring : rings_) {
        if (!std::exchange(ring.taken, true))
            return ring.ring;
    }
    return rings_.emplace_back().ring;
}

void UseRecorder::giveBack(UseRing &ring) {
    const std::lock_guard lock(mutex_);
    std::ranges::find_if(rings_, [&](const Ring &one) { return &one.ring == &ring; })->taken = false;
}

void UseRecorder::count() {
    const std::lock_guard lock(mutex_);
    countLocked();
}

void UseRecorder::countLocked() {
    for (Ring &ring : rings_) {
        ring.ring.drain([&](const UseEvent &event) {
            uses_[event.digest].add(useOf(event));
            if (abuse_ && !event.refused)
                abuse_->count(event.digest, toEpoch(event.at) / secondsAMinute, 1);
        });
    }
}

void UseRecorder::tick() {
    count();
    judge();
    const qint64 every = std::max<qint64>(1, options_.writeEvery / options_.countEvery);
    // A writing that takes long is not asked for again.
    if (++ticks_ % every == 0 && !writing_.exchange(true)) {
        writer_.post([this] {
            (void)write();
            writing_ = false;
        });
    }
}

void UseRecorder::judge() {
    std::vector<AbuseWatch::Finding> findings;
    {
        const std::lock_guard lock(mutex_);
        if (abuse_)
            findings = abuse_->judge(toEpoch(clock_.now()) / secondsAMinute);
    }
    for (const AbuseWatch::Finding &finding : findings)
        writer_.post([this, finding] { revoke(finding); });
}

void UseRecorder::report(ReportedRequest request) {
    const std::lock_guard lock(mutex_);
    if (requests_.size() < mostRequests)
        requests_.push_back(std::move(request));
}

Error UseRecorder::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

Reply<void> UseRecorder::flush() {
    return writer_.ask<void>([this](auto &) {
        count();
        return write();
    });
}

Author UseRecorder::author() const {
    return {.caller = {.role = Role::Admin, .name = u"system"_s, .method = AuthMethod::System}, .now = clock_.now()};
}

Result<Session *> UseRecorder::session() {
    if (!session_) {
        auto database = openKeyringDatabase(options_.path);
        if (!database)
            return std::unexpected(database.error());
        session_ = std::make_unique<Session>(std::move(database->connection));
    }
    return session_.get();
}

UseRecorder::Batch UseRecorder::takeBatch() {
    Batch batch{.uses = {}, .spends = spend_.takeUnwritten(), .requests = {}};
    const std::lock_guard lock(mutex_);
    batch.uses = std::exchange(uses_, {});
    batch.requests = std::exchange(requests_, {});
    return batch;
}

/// Takes back what could not be written.
void UseRecorder::keep(Batch batch) {
    for (const auto &amount : batch.spends)
        spend_.notWritten(amount);
    const std::lock_guard lock(mutex_);
    for (const auto &[digest, tally] : batch.uses)
        uses_[digest].add(tally);
    requests_.insert(requests_.begin(), std::make_move_iterator(batch.requests.begin()),
                     std::make_move_iterator(batch.requests.end()));
}

Done UseRecorder::write() {
    Batch batch = takeBatch();
    Done done;
    while (done && !batch.isEmpty()) {
        Batch now{.uses = {}, .spends = std::exchange(batch.spends, {}), .requests = std::exchange(batch.requests, {})};
        while (now.uses.size() < part && !batch.uses.empty())
            now.uses.insert(batch.uses.extract(batch.uses.begin()));
        done = writePart(now);
        if (!done)
            keep(std::move(now));
    }
    if (!done) {
        keep(std::move(batch));
        session_.reset(); // opened anew: another file may lie there by then
    }
    const std::lock_guard lock(mutex_);
    trouble_ = done ? Error{} : done.error();
    return done;
}

Done UseRecorder::writePart(Batch &batch) {
    auto open = session();
    if (!open)
        return std::unexpected(open.error());
    auto mutation = Mutation::begin(**open, author());
    if (!mutation)
        return std::unexpected(mutation.error());
    const qint64 usageFeed = mutation->meta().usageFeed + 1;
    if (auto done = writeUses(*mutation, batch.uses); !done)
        return done;
    std::vector<SpendRow> rows;
    for (const auto &amount : batch.spends) {
        auto row = addSpend(mutation->connection(), QString::fromStdString(amount.lineage), amount.day, amount.month,
                            amount.amount, usageFeed);
        if (!row)
            return std::unexpected(row.error());
        rows.push_back(std::move(*row));
    }
    if (auto done = writeRequests(*mutation, batch.requests); !done)
        return done;
    if (auto done = writeUsageFeed(mutation->connection(), usageFeed); !done)
        return done;
    if (auto done = mutation->commitUse(); !done)
        return done;
    for (std::size_t i = 0; i < rows.size(); ++i)
        spend_.written(batch.spends[i], rows[i]);
    return {};
}

Done UseRecorder::writeUses(Mutation &mutation, const Tallies &uses) {
    const qint64 usageFeed = mutation.meta().usageFeed + 1;
    for (const auto &[digest, tally] : uses) {
        auto n = mutation.connection().number(u"SELECT n FROM keys WHERE digest = ?"_s, {digest.toByteArray()});
        if (!n)
            return std::unexpected(n.error());
        if (*n == 0)
            continue; // deleted meanwhile, and its counters with it
        if (auto done = addUse(mutation.connection(), *n, tally, usageFeed); !done)
            return done;
    }
    return {};
}

Done UseRecorder::writeRequests(Mutation &mutation, const std::vector<ReportedRequest> &requests) {
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

Reply<Charged> UseRecorder::charge(const KeyId &key, MicroUsd cost, const QString &chargeId) {
    return writer_.ask<Charged>([=, this](auto &) -> Result<Charged> {
        auto open = session();
        if (!open)
            return std::unexpected(open.error());
        auto mutation = Mutation::begin(**open, author());
        if (!mutation)
            return std::unexpected(mutation.error());
        return chargeNow(*mutation, key, cost, chargeId);
    });
}

Result<Charged> UseRecorder::chargeNow(Mutation &mutation, const KeyId &key, MicroUsd cost, const QString &chargeId) {
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

/// Revoked by nobody's hand: the same event as any revocation, by `system`, with what was seen.
void UseRecorder::revoke(const AbuseWatch::Finding &finding) {
    auto open = session();
    auto mutation = open ? Mutation::begin(**open, author()) : std::unexpected(open.error());
    if (!mutation)
        return; // the spike goes on, or it is over: the next minute judges again
    auto stored = mutation->session().keys.byDigest(finding.digest);
    if (!stored || !*stored || (*stored)->key.revokedAt)
        return;
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
    const std::lock_guard lock(mutex_);
    trouble_ = done ? Error{} : done.error();
}

} // namespace keywright
