#include "core/keyring/change_watch.h"

#include "core/store/sql_values.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollEvery = 250;      // milliseconds
constexpr int pollToldEvery = 500;  // milliseconds, where the store tells of changes: a signal can be lost
constexpr int betweenDeltas = 100;  // milliseconds: ten a second
constexpr int betweenGraces = 1000; // milliseconds

} // namespace

ChangeWatch::ChangeWatch(Session &session, const Clock &clock, const Meta &from, Telling telling)
    : session_(session), clock_(clock), telling_(telling), seen_(from), every_(this), soon_(this) {
    const bool told = session_.connection->tellOfChanges([this] { wake(); });
    every_.setInterval(told ? pollToldEvery : pollEvery);
    connect(&every_, &QTimer::timeout, this, &ChangeWatch::poll);
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &ChangeWatch::look);
    every_.start();
}

void ChangeWatch::wake() {
    if (soon_.isActive())
        return;
    const qint64 wait = sinceDelta_.isValid() ? std::max<qint64>(0, betweenDeltas - sinceDelta_.elapsed()) : 0;
    soon_.start(int(wait));
}

void ChangeWatch::poll() {
    if (!sinceGrace_.isValid() || sinceGrace_.hasExpired(betweenGraces)) {
        sinceGrace_.start();
        if (isGraceOver(*session_.connection, clock_.now()).value_or(false))
            Q_EMIT graceEnded();
    }
    const auto version = session_.connection->number(session_.connection->dialect().dataVersion());
    if (!version)
        return Q_EMIT storeAway(); // asked again in a moment
    if (*version != dataVersion_)
        wake();
}

void ChangeWatch::look() {
    // The version is read before the rows: a commit in between is seen once more, never missed.
    const auto version = session_.connection->number(session_.connection->dialect().dataVersion());
    auto transaction = Transaction::begin(*session_.connection, Transaction::Kind::Read);
    if (!version || !transaction)
        return;
    const auto state = readState(session_);
    if (state && (state->meta == seen_ || tell(*state)))
        dataVersion_ = *version;
}

bool ChangeWatch::tell(const KeyringState &state) {
    const bool used = telling_ == Telling::Rows && state.meta.usageFeed != seen_.usageFeed;
    if (state.meta.feed == seen_.feed && !used) {
        seen_ = state.meta;
        Q_EMIT stateChanged(state);
        return true;
    }
    const auto changes = read(state.meta);
    if (!changes)
        return false; // asked again at the next poll
    sinceDelta_.start();
    seen_ = state.meta;
    Q_EMIT stateChanged(state);
    Q_EMIT delta(*changes);
    return true;
}

Result<Delta> ChangeWatch::read(const Meta &now) {
    if (telling_ == Telling::Positions)
        return Delta{.next = now.feed, .reload = seen_.feed < now.epoch};
    return readChanges(session_, {seen_.feed, seen_.usageFeed}, now, true, clock_.now());
}

Result<KeyringState> readState(Session &session) {
    auto meta = readMeta(*session.connection);
    if (!meta)
        return std::unexpected(meta.error());
    auto policy = session.policies.policy(*session.connection, *meta);
    if (!policy)
        return std::unexpected(policy.error());
    return KeyringState{.meta = std::move(*meta), .policy = std::move(*policy)};
}

} // namespace keywright
