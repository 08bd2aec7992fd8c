// The verifier: may a request that shows this token go on? Answered from memory, never from SQL, in less than the time
// of four SHA-256.
#pragma once

#include "core/crypto/digest.h"
#include "core/verify/forward_clock.h"
#include "core/verify/snapshot_keeper.h"
#include "core/verify/use_recorder.h"

namespace keywright {

struct VerifierOptions {
    std::chrono::milliseconds pollEvery{50};        ///< how often the file is asked whether it changed
    Seconds maxStale{900};                          ///< an older snapshot decides nothing: Verdict::Unavailable
    std::size_t compactAt = 4'096;                  ///< see KeeperOptions
    std::chrono::milliseconds writtenWithin{1'000}; ///< how soon a use is written down
};

/// What a request wants of the key it shows. Texts are views for the time of the call.
struct Asked {
    std::string_view scope = {};       ///< UTF-8; empty: any living key will do
    std::optional<MicroUsd> cost = {}; ///< what the request will cost, reserved if it is allowed
    std::string_view address = {};     ///< of the end client
    std::string_view agent = {};       ///< its User-Agent
    bool record = true;                ///< false: a question that is no use (introspection)
};

/// The verdict and the key it is about. Views live as long as the answer; a reader gives one answer at a time.
class VerifyAnswer {
public:
    VerifyAnswer(VerifyAnswer &&other) noexcept;
    VerifyAnswer(const VerifyAnswer &) = delete;
    VerifyAnswer &operator=(const VerifyAnswer &) = delete;
    VerifyAnswer &operator=(VerifyAnswer &&) = delete;
    ~VerifyAnswer();

    Verdict verdict() const { return verdict_; }
    bool allowed() const { return verdict_ == Verdict::Allowed; }
    Instant at() const { return at_; }
    const KeyPolicy &policy() const { return *snapshot_->policy; }

    /// Whether a key was found; what follows is about it, and for the eyes of callers only if it was allowed.
    bool hasKey() const { return bool(key_); }
    std::string_view id() const { return keyId(*key_.record, *key_.label, *snapshot_->texts, idText_); }
    std::string_view name() const { return snapshot_->texts->at(key_.label->name); }
    std::string_view owner() const { return snapshot_->texts->at(key_.label->owner); }
    /// Separated by spaces.
    std::string_view scopes() const { return snapshot_->texts->at(key_.record->scopes); }
    std::optional<Instant> expiresAt() const;
    std::optional<Instant> graceEndsAt() const;
    KeyLimits limits() const;
    /// What the key's lineage has spent, this request's cost included; where the key has a limit, or a cost was given.
    const std::optional<Spend> &spent() const { return spent_; }
    /// How long until the request may be tried again, where the verdict is about limits.
    Seconds retryAfter() const { return retryAfter_; }

private:
    friend class VerifyReader;
    VerifyAnswer(Published<Snapshot> &published, Published<Snapshot>::Hand &hand, Instant at);

    Published<Snapshot> *published_;
    Published<Snapshot>::Hand *hand_;
    const Snapshot *snapshot_;
    FoundKey key_;
    Instant at_;
    Verdict verdict_ = Verdict::Unknown;
    Seconds retryAfter_{};
    std::optional<Spend> spent_;
    mutable KeyIdText idText_;
};

class Verifier;

/// Asks the verifier, on one thread.
class VerifyReader {
public:
    ~VerifyReader();
    VerifyReader(const VerifyReader &) = delete;
    VerifyReader &operator=(const VerifyReader &) = delete;

    /// The token's bytes as they were shown, nothing trimmed.
    VerifyAnswer verify(QByteArrayView token, const Asked &asked = {});
    VerifyAnswer verify(const Sha256 &digest, const Asked &asked = {});

    /// Counts a use that somebody else allowed, if the key is known.
    void noteUse(const Sha256 &digest, std::string_view address, std::string_view agent);

    /// The live member who shows a token with this digest; nothing: nobody, or what is known of them is too old.
    std::optional<Member> member(const Sha256 &digest);

private:
    friend class Verifier;
    explicit VerifyReader(Verifier &verifier);
    Verdict judge(VerifyAnswer &answer, const Sha256 &digest, const Asked &asked);
    Verdict takeLimits(VerifyAnswer &answer, const Asked &asked);
    bool reserve(VerifyAnswer &answer, const KeyLimits &limits, const Asked &asked);
    void record(const VerifyAnswer &answer, const Asked &asked);

    Verifier &verifier_;
    Published<Snapshot>::Hand &hand_;
    UseRing &ring_;
    Hasher hasher_;
};

class Verifier {
public:
    /// Reads the keys of the keyring file and follows its changes, whoever makes them. Blocks while reading: a million
    /// keys take some seconds. `clock` must outlive it.
    static Result<std::unique_ptr<Verifier>> open(const QString &path, const Clock &clock,
                                                  const VerifierOptions &options = {});
    ~Verifier();
    Verifier(const Verifier &) = delete;
    Verifier &operator=(const Verifier &) = delete;

    /// One for each thread that asks; gone before the verifier goes.
    std::unique_ptr<VerifyReader> reader();

    /// Takes over what was committed before this call: so that whoever revokes can say that it holds.
    Reply<void> refresh() { return keeper_.refresh(); }
    VerifierHealth health() const;
    /// Older than that decides nothing.
    Seconds maxStale() const { return options_.maxStale; }
    Instant now() const { return clock_.now(); }
    std::shared_ptr<const KeyPolicy> policy();

    /// Charges, reports, and what is written behind.
    UseRecorder &recorder() { return recorder_; }

private:
    friend class VerifyReader;
    Verifier(const QString &path, const Clock &clock, const VerifierOptions &options);
    bool isTooOld(Instant at) const { return at - fromEpoch(keeper_.freshAt()) > options_.maxStale; }

    const VerifierOptions options_;
    ForwardClock clock_;
    RateSlots slots_;
    Published<Snapshot> published_;
    SpendBook spend_;
    UseRecorder recorder_;
    SnapshotKeeper keeper_;
};

} // namespace keywright
