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
      key_(other.key_), at_(other.at_), verdict_(other.verdict_), retryAfter_(other.retryAfter_) {}

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

VerifyReader::VerifyReader(Verifier &verifier) : verifier_(verifier), hand_(verifier.published_.newHand()) {}

VerifyReader::~VerifyReader() {
    verifier_.published_.giveBack(hand_);
}

VerifyAnswer VerifyReader::verify(QByteArrayView token, const Asked &asked) {
    return verify(hasher_(token), asked);
}

VerifyAnswer VerifyReader::verify(const Sha256 &digest, const Asked &asked) {
    VerifyAnswer answer(verifier_.published_, hand_, verifier_.clock_.now());
    answer.verdict_ = judge(answer, digest, asked);
    return answer;
}

Verdict VerifyReader::judge(VerifyAnswer &answer, const Sha256 &digest, const Asked &asked) {
    if (answer.at_ - fromEpoch(verifier_.keeper_.freshAt()) > verifier_.options_.maxStale)
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
    return verdict == Verdict::Allowed && record->rateSlot != 0 ? takeLimits(answer) : verdict;
}

Verdict VerifyReader::takeLimits(VerifyAnswer &answer) {
    const auto perMinute = answer.limits().perMinute;
    const qint64 at = toEpoch(answer.at_);
    if (!perMinute || verifier_.slots_.take(answer.key_.record->rateSlot, at / secondsAMinute, *perMinute))
        return Verdict::Allowed;
    answer.retryAfter_ = Seconds{secondsAMinute - at % secondsAMinute};
    return Verdict::RateLimited;
}

Verifier::Verifier(const QString &path, const Clock &clock, const VerifierOptions &options)
    : options_(options), clock_(clock),
      keeper_({.path = path, .pollEvery = options.pollEvery, .compactAt = options.compactAt}, clock_, slots_,
              published_) {}

Verifier::~Verifier() = default;

Result<std::unique_ptr<Verifier>> Verifier::open(const QString &path, const Clock &clock,
                                                 const VerifierOptions &options) {
    std::unique_ptr<Verifier> verifier(new Verifier(path, clock, options));
    if (auto done = verifier->keeper_.start(); !done)
        return std::unexpected(done.error());
    return verifier;
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
