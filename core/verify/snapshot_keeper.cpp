#include "core/verify/snapshot_keeper.h"

#include "core/platform/file_system.h"
#include "core/store/keyring_database.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int identityEvery = 250;    // milliseconds
constexpr int pollToldEvery = 500;    // milliseconds, where the store tells of changes: a signal can be lost
constexpr std::size_t baseParts = 64; // an overlay is large when it is one of so many parts of the base

} // namespace

SnapshotKeeper::SnapshotKeeper(KeeperOptions options, const Clock &clock, RateSlots &slots, SpendBook &spend,
                               Published<Snapshot> &published)
    : options_(std::move(options)), clock_(clock), slots_(slots), spend_(spend), published_(published),
      thread_(u"verifier"_s), compactor_(u"verifier compaction"_s) {}

SnapshotKeeper::~SnapshotKeeper() {
    compactor_.stop();
    thread_.stop([this] {
        timer_.reset();
        connection_.reset();
    });
}

Done SnapshotKeeper::start() {
    auto reply = thread_.ask<void>([this](auto &) {
        auto done = look();
        if (!done)
            return done;
        timer_ = std::make_unique<QTimer>();
        timer_->setTimerType(Qt::PreciseTimer);
        timer_->setInterval(pollInterval());
        QObject::connect(timer_.get(), &QTimer::timeout, timer_.get(), [this] { poll(); });
        timer_->start();
        return done;
    });
    reply.waitForFinished();
    return reply.result();
}

Reply<void> SnapshotKeeper::refresh() {
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto reply = promise->future();
    const std::lock_guard lock(mutex_);
    waiting_ << std::move(promise);
    // Whoever asks before the look has begun shares it.
    if (waiting_.size() == 1)
        thread_.post([this] { answerWaiting(); });
    return reply;
}

void SnapshotKeeper::answerWaiting() {
    QList<std::shared_ptr<QPromise<Result<void>>>> waiting;
    {
        const std::lock_guard lock(mutex_);
        waiting = std::exchange(waiting_, {});
    }
    const Done done = look();
    note(done);
    for (const auto &promise : waiting) {
        promise->addResult(done);
        promise->finish();
    }
}

VerifierHealth SnapshotKeeper::health() const {
    const std::lock_guard lock(mutex_);
    VerifierHealth health = health_;
    health.age = std::max(Seconds{0}, clock_.now() - fromEpoch(freshAt()));
    return health;
}

void SnapshotKeeper::poll() {
    note(look());
    published_.sweep();
}

void SnapshotKeeper::note(const Done &done) {
    {
        const std::lock_guard lock(mutex_);
        health_.trouble = done ? Error{} : done.error();
    }
    if (done)
        return;
    // A connection that failed is not asked again: whatever is there now is opened anew.
    connection_.reset();
    dataVersion_ = -1;
}

Done SnapshotKeeper::look() {
    const Instant asked = clock_.now();
    if (connection_ && replaced()) {
        connection_.reset();
        dataVersion_ = -1;
    }
    if (!connection_) {
        if (auto done = open(); !done)
            return done;
    }
    // The version is read before the rows: a commit in between is seen once more, never missed.
    const auto version = connection_->number(connection_->dialect().dataVersion());
    if (!version)
        return std::unexpected(version.error());
    if (*version != dataVersion_) {
        if (auto done = follow(); !done)
            return done;
        dataVersion_ = *version;
    }
    freshAt_.store(toEpoch(asked), std::memory_order_relaxed);
    return {};
}

Done SnapshotKeeper::open() {
    const QByteArray identity = platform::fileIdentity(options_.path);
    if (identity != identity_)
        seen_.reset(); // feeds of two files are not to be compared
    identity_ = identity;
    auto database = openKeyringDatabase(options_.path);
    if (!database)
        return std::unexpected(database.error());
    if (auto done = refuseWrites(*database->connection, true); !done)
        return done;
    connection_ = std::move(database->connection);
    told_ = connection_->tellOfChanges([this] { poll(); });
    if (timer_)
        timer_->setInterval(pollInterval());
    sinceIdentity_.start();
    return {};
}

std::chrono::milliseconds SnapshotKeeper::pollInterval() const {
    return told_ ? std::chrono::milliseconds(pollToldEvery) : options_.pollEvery;
}

/// Whether another file lies where ours did: a connection would go on reading the old one.
bool SnapshotKeeper::replaced() {
    if (!sinceIdentity_.hasExpired(identityEvery))
        return false;
    sinceIdentity_.start();
    return platform::fileIdentity(options_.path) != identity_;
}

Done SnapshotKeeper::follow() {
    auto transaction = Transaction::begin(*connection_, Transaction::Kind::Read);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto meta = readMeta(*connection_);
    if (!meta)
        return std::unexpected(meta.error());
    if (seen_ && meta->keyringId != seen_->keyringId)
        seen_.reset();
    const bool anew =
        !seen_ || seen_->feed < meta->epoch || meta->feed < seen_->feed || meta->policySha256 != seen_->policySha256;
    if (anew || meta->feed != seen_->feed) {
        if (auto done = anew ? load(*meta) : readChangedParts(*connection_, *meta, slots_, parts_); !done)
            return done;
        if (auto done = readMembersOf(*connection_, parts_); !done)
            return done;
        publish();
        compactIfLarge();
    }
    if (anew || meta->usageFeed != seen_->usageFeed) {
        if (auto done = learnSpend(*meta); !done)
            return done;
    }
    seen_ = std::move(*meta);
    return {};
}

Done SnapshotKeeper::learnSpend(const Meta &meta) {
    const bool all = !seen_ || meta.usageFeed < seen_->usageFeed;
    if (all)
        spend_.forgetStored();
    return forEachSpend(*connection_, all ? -1 : seen_->usageFeed, toUtc(clock_.now()).date(),
                        [this](const SpendRow &row) { spend_.learn(row); });
}

Done SnapshotKeeper::load(const Meta &meta) {
    auto policy = policies_.policy(*connection_, meta);
    if (!policy)
        return std::unexpected(policy.error());
    auto parts = readParts(*connection_, meta, std::move(*policy), slots_, parts_.base ? &parts_ : nullptr);
    if (!parts)
        return std::unexpected(parts.error());
    ++generation_;
    parts_ = std::move(*parts);
    if (options_.policyRead)
        options_.policyRead(*parts_.policy);
    return {};
}

void SnapshotKeeper::publish() {
    published_.publish(parts_.snapshot());
    const std::lock_guard lock(mutex_);
    health_.keys = qint64(parts_.base->size()) + qint64(parts_.overlay->size());
    health_.overlay = qint64(parts_.overlay->size());
    health_.feed = parts_.feed;
    health_.memoryBytes = qint64(parts_.base->memoryBytes()) + qint64(parts_.overlay->memoryBytes()) +
                          qint64(parts_.texts->memoryBytes());
}

void SnapshotKeeper::compactIfLarge() {
    const std::size_t most = std::max(options_.compactAt, parts_.base->size() / baseParts);
    if (compacting_ || parts_.overlay->size() <= most)
        return;
    compacting_ = true;
    compactor_.post([this, before = parts_, generation = generation_] {
        thread_.post([this, before, compact = compacted(before), generation] { adopt(compact, before, generation); });
    });
}

void SnapshotKeeper::adopt(const SnapshotParts &compact, const SnapshotParts &before, int generation) {
    compacting_ = false;
    if (generation != generation_)
        return;
    parts_ = carriedOver(compact, before, parts_);
    publish();
}

} // namespace keywright
