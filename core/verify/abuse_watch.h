// A sustained spike well above a key's usual use (V5): found from what each minute brought. No clock, no I/O.
#pragma once

#include "core/model/key_policy.h"
#include "core/verify/digest_hash.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace keywright {

/// Suspects a key when each of its last `minutes` full minutes brought at least
/// max(floor_per_minute, factor x the 95th percentile of its usual minutes); in the first `learn_hours`, 10 x the
/// floor. Usual are the minutes of the last 7 days that brought anything, but for those under judgement: a nightly job
/// is compared with its nights, not with the silence between them. Quantiles are kept to a fifth, and rounded up.
class AbuseWatch {
public:
    explicit AbuseWatch(const KeyPolicy::Abuse &rule);
    ~AbuseWatch();

    struct Finding {
        Sha256 digest;
        qint64 lowest = 0; ///< requests in the quietest of the minutes under judgement
        qint64 bound = 0;  ///< what each of them reached
        int minutes = 0;
    };
    /// Counts allowed requests in a minute (since 1970). Minutes never go back.
    void count(const Sha256 &digest, qint64 minute, qint64 requests);
    /// Judges the minutes before `minute`: once for each key and minute.
    std::vector<Finding> judge(qint64 minute);

    std::size_t keys() const { return keys_.size(); }

private:
    struct History;
    struct Watched;
    void turn(Watched &key, qint64 minute) const;
    qint64 bound(const Watched &key, qint64 minute) const;
    void forgetIdle(qint64 minute);

    KeyPolicy::Abuse rule_;
    std::unordered_map<Sha256, Watched, DigestHash> keys_;
    std::vector<Sha256> busy_; ///< reached the floor in the minute that is counted now
    qint64 judged_ = 0;
    qint64 swept_ = 0;
};

} // namespace keywright
