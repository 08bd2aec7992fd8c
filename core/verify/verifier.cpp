#include "core/verify/verifier.h"

namespace keywright {

namespace {

constexpr qint64 secondsAMinute = 60;

std::optional<Instant> instantOf(std::uint32_t seconds) {
    return seconds == KeyRecord::never ? std::nullopt : std::optional(fromEpoch(seconds));
}

Instant orMax(std::uint32_t seconds) {
    return seconds == KeyRecord::never ? Instant::max() : fromEpoch(seconds);
}

} // namespace

VerifyAnswer::VerifyAnswer(Published<Snapshot> &published, Published<Snapshot>::Hand &hand, Instant at)
    : published_(&published), hand_(&hand), snapshot_(published.hold(hand)), at_(at) {}

VerifyAnswer::VerifyAnswer(VerifyAnswer &&other) noexcept
    : published_(other.published_), hand_(std::exchange(other.hand_, nullptr)), snapshot_(other.snapshot_),
      key_(other.key_), at_(other.at_), verdict_(other.verdict_), retryAfter_(other.retryAfter_), spent_(other.spent_) {
}

VerifyAnswer::~VerifyAnswer() {
    if (hand_)
        published_->drop(*hand_);
}

std::optional<Instant> VerifyAnswer::expiresAt() const {
    return instantOf(key_.record->expiresAt);
}

std::optional<Instant> VerifyAnswer::graceEndsAt() const {
    return instantOf(key_.record->graceEndsAt);
}

KeyLimits VerifyAnswer::limits() const {
    KeyLimits limits = limitsOf(*key_.record, *snapshot_->texts);
    if (!limits.perMinute && snapshot_->policy->rateLimit)
        limits.perMinute = snapshot_->policy->rateLimit->perMinute;
    return limits;
}

VerifyReader::VerifyReader(Verifier &verifier)
    : verifier_(verifier), hand_(verifier.published_.newHand()), ring_(verifier.recorder_.counter().newRing()) {}

VerifyReader::~VerifyReader() {
    verifier_.recorder_.counter().giveBack(ring_);
    verifier_.published_.giveBack(hand_);
}

VerifyAnswer VerifyReader::verify(QByteArrayView token, const Asked &asked) {
    return verify(hasher_(token), asked);
}

VerifyAnswer VerifyReader::verify(const Sha256 &digest, const Asked &asked) {
    VerifyAnswer answer(verifier_.published_, hand_, verifier_.clock_.now());
    answer.verdict_ = judge(answer, digest, asked);
    if (asked.record && answer.hasKey())
        record(answer, asked);
    return answer;
}

void VerifyReader::noteUse(const Sha256 &digest, std::string_view address, std::string_view agent) {
    VerifyAnswer answer(verifier_.published_, hand_, verifier_.clock_.now());
    answer.key_ = answer.snapshot_->find(digest);
    answer.verdict_ = Verdict::Allowed;
    if (answer.hasKey())
        record(answer, {.address = address, .agent = agent});
}

std::optional<Member> VerifyReader::member(const Sha256 &digest) {
    const VerifyAnswer holder(verifier_.published_, hand_, verifier_.clock_.now());
    const MemberTable &members = *holder.snapshot_->members;
    const auto found = members.find(digest);
    if (found == members.end() || !found->second.isLive(holder.at_) || verifier_.isTooOld(holder.at_))
        return std::nullopt;
    return found->second;
}

Verdict VerifyReader::judge(VerifyAnswer &answer, const Sha256 &digest, const Asked &asked) {
    if (verifier_.isTooOld(answer.at_))
        return Verdict::Unavailable;
    answer.key_ = answer.snapshot_->find(digest);
    const KeyRecord *record = answer.key_.record;
    if (!record)
        return Verdict::Unknown;
    const Verdict verdict = decide(KeyFacts{.revoked = record->is(KeyRecord::Revoked),
                                            .expiresAt = orMax(record->expiresAt),
                                            .graceEndsAt = orMax(record->graceEndsAt),
                                            .holdsScope = holdsScope(*record, *answer.snapshot_->texts, asked.scope)},
                                   answer.at_);
    const bool limited = record->rateSlot != 0 || record->limits != 0 || asked.cost;
    return verdict == Verdict::Allowed && limited && asked.record ? takeLimits(answer, asked) : verdict;
}

/// The rate before the money, and what was taken of the rate is given back where the money is refused: a denied request
/// uses nothing up.
Verdict VerifyReader::takeLimits(VerifyAnswer &answer, const Asked &asked) {
    const KeyLimits limits = answer.limits();
    const std::uint32_t slot = answer.key_.record->rateSlot;
    const qint64 at = toEpoch(answer.at_);
    const bool rated = limits.perMinute && slot != 0;
    if (rated && !verifier_.slots_.take(slot, at / secondsAMinute, *limits.perMinute)) {
        answer.retryAfter_ = Seconds{secondsAMinute - at % secondsAMinute};
        return Verdict::RateLimited;
    }
    if (reserve(answer, limits, asked))
        return Verdict::Allowed;
    if (rated)
        verifier_.slots_.giveBack(slot, at / secondsAMinute);
    return Verdict::SpendLimited;
}

bool VerifyReader::reserve(VerifyAnswer &answer, const KeyLimits &limits, const Asked &asked) {
    if (!limits.daily && !limits.monthly && !asked.cost)
        return true;
    std::string_view lineage;
    (void)limitsOf(*answer.key_.record, *answer.snapshot_->texts, &lineage);
    const auto reservation =
        verifier_.spend_.reserve(lineage.empty() ? answer.id() : lineage, limits, asked.cost, answer.at_);
    answer.spent_ = reservation.spent;
    answer.retryAfter_ = reservation.retryAfter;
    return reservation.granted;
}

void VerifyReader::record(const VerifyAnswer &answer, const Asked &asked) {
    const KeyRecord &key = *answer.key_.record;
    while (!ring_.push(key.digest, key.n, answer.at_, !answer.allowed(), asked.address, asked.agent))
        verifier_.recorder_.counter().makeRoom(ring_);
    if (ring_.isHalfFull())
        verifier_.recorder_.countSoon();
}

Verifier::Verifier(const QString &path, const Clock &clock, const VerifierOptions &options)
    : options_(options), clock_(clock),
      recorder_({.path = path, .writtenWithin = options.writtenWithin}, clock_, spend_),
      keeper_({.path = path,
               .pollEvery = options.pollEvery,
               .compactAt = options.compactAt,
               .policyRead = [this](const KeyPolicy &policy) { recorder_.counter().setAbuseRule(policy.abuse); }},
              clock_, slots_, spend_, published_) {}

Verifier::~Verifier() = default;

Result<std::unique_ptr<Verifier>> Verifier::open(const QString &path, const Clock &clock,
                                                 const VerifierOptions &options) {
    std::unique_ptr<Verifier> verifier(new Verifier(path, clock, options));
    if (auto done = verifier->keeper_.start(); !done)
        return std::unexpected(done.error());
    verifier->recorder_.start();
    return verifier;
}

std::shared_ptr<const KeyPolicy> Verifier::policy() {
    Published<Snapshot>::Hand &hand = published_.newHand();
    auto policy = published_.hold(hand)->policy;
    published_.giveBack(hand);
    return policy;
}

std::unique_ptr<VerifyReader> Verifier::reader() {
    return std::unique_ptr<VerifyReader>(new VerifyReader(*this));
}

VerifierHealth Verifier::health() const {
    VerifierHealth health = keeper_.health();
    health.clockBehind = clock_.behind();
    return health;
}

} // namespace keywright
