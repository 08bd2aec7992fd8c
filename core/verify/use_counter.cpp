#include "core/verify/use_counter.h"

#include "core/crypto/token.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace keywright {

namespace {

constexpr qint64 secondsAMinute = 60;

/// What may be written down of an address: nothing, unless it is one.
std::string_view writableAddress(std::string_view address) {
    const auto text = QString::fromUtf8(address.data(), qsizetype(address.size()));
    return QHostAddress(text).isNull() ? std::string_view() : address;
}

/// What may be written down of a User-Agent: one that holds a key is left out, and a word that was cut might be the
/// beginning of one.
std::string_view writableAgent(std::string_view agent) {
    if (agent.size() == ClientNames::longestAgent)
        agent = agent.substr(0, std::min(agent.rfind(' '), agent.size()));
    if (agent.size() == ClientNames::longestAgent)
        return {};
    return looksLikeToken(QString::fromUtf8(agent.data(), qsizetype(agent.size()))) ? std::string_view() : agent;
}

} // namespace

UseRing &UseCounter::newRing() {
    const std::lock_guard lock(mutex_);
    for (Ring &ring : rings_) {
        if (!std::exchange(ring.taken, true))
            return ring.ring;
    }
    return rings_.emplace_back().ring;
}

UseCounter::Ring &UseCounter::of(UseRing &ring) {
    return *std::ranges::find_if(rings_, [&](const Ring &one) { return &one.ring == &ring; });
}

void UseCounter::giveBack(UseRing &ring) {
    const std::lock_guard lock(mutex_);
    of(ring).taken = false;
}

void UseCounter::count() {
    const std::lock_guard lock(mutex_);
    countLocked();
}

void UseCounter::makeRoom(UseRing &ring) {
    const std::lock_guard lock(mutex_);
    countLocked();
    ring.forgetClients();
    of(ring).round = -1;
}

void UseCounter::countLocked() {
    for (Ring &one : rings_) {
        if (std::exchange(one.round, round_) != round_)
            std::ranges::fill(one.clients, 0);
        one.ring.drain([&](const UseEvent &event) { counts_.fetch(event.digest); },
                       [&](const UseEvent &event) { count(one, event); });
    }
}

void UseCounter::count(Ring &ring, const UseEvent &event) {
    ClientNames::Number &client = ring.clients[event.client];
    if (client == 0)
        client = counts_.client(writableAddress(ring.ring.names().address(event.client)),
                                writableAgent(ring.ring.names().agent(event.client)));
    UseCounts::KeyUses &key = counts_.key(event.digest, event.n);
    counts_.add(key, {.at = event.at, .client = client, .refused = event.refused});
    if (watching_ && !event.refused)
        noteMinute(key, event.at / secondsAMinute);
}

/// The watch is told of a key once a minute or writing, not once a use.
void UseCounter::noteMinute(UseCounts::KeyUses &key, qint64 minute) {
    if (minute > key.minute) {
        if (key.ofMinute > 0)
            minutes_.push_back({key.digest, key.minute, std::exchange(key.ofMinute, 0)});
        key.minute = std::uint32_t(minute);
    }
    ++key.ofMinute;
}

void UseCounter::collectMinutes() {
    for (UseCounts::KeyUses &key : counts_.keys()) {
        if (key.ofMinute > 0)
            minutes_.push_back({key.digest, key.minute, std::exchange(key.ofMinute, 0)});
    }
}

/// Beside the threads that verify: the watch takes its time.
void UseCounter::tellMinutes() {
    std::vector<Minute> minutes;
    {
        const std::lock_guard lock(mutex_);
        minutes.swap(minutes_);
    }
    for (const Minute &one : minutes) {
        if (abuse_)
            abuse_->count(one.digest, one.minute, one.requests);
    }
}

UseCounts UseCounter::take(UseCounts empty) {
    const std::lock_guard watchLock(watchMutex_);
    UseCounts taken = std::move(empty);
    {
        const std::lock_guard lock(mutex_);
        countLocked();
        ++round_;
        std::swap(counts_, taken);
    }
    tellMinutes();
    for (UseCounts::KeyUses &key : taken.keys()) {
        if (abuse_ && key.ofMinute > 0)
            abuse_->count(key.digest, key.minute, std::exchange(key.ofMinute, 0));
    }
    return taken;
}

void UseCounter::keep(std::span<const UseCounts::KeyUses *const> keys, const UseCounts &of) {
    const std::lock_guard lock(mutex_);
    for (const UseCounts::KeyUses *key : keys)
        counts_.add(*key, of);
}

void UseCounter::setAbuseRule(const std::optional<KeyPolicy::Abuse> &rule) {
    const std::lock_guard watchLock(watchMutex_);
    if (rule == abuseRule_)
        return; // what was learnt of the keys stays
    abuseRule_ = rule;
    abuse_ = rule ? std::make_unique<AbuseWatch>(*rule) : nullptr;
    const std::lock_guard lock(mutex_);
    watching_ = rule.has_value();
}

std::vector<AbuseWatch::Finding> UseCounter::judge(Instant at) {
    const std::lock_guard watchLock(watchMutex_);
    const qint64 minute = toEpoch(at) / secondsAMinute;
    if (!abuse_ || minute <= judged_)
        return {};
    judged_ = minute;
    {
        const std::lock_guard lock(mutex_);
        collectMinutes();
    }
    tellMinutes();
    return abuse_->judge(minute);
}

} // namespace keywright
