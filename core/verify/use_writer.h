// Writes down what was counted of uses and spending, in few transactions. Lives on one thread.
#pragma once

#include "core/keyring/mutation.h"
#include "core/verify/abuse_watch.h"
#include "core/verify/spend_book.h"
#include "core/verify/use_counts.h"

#include <span>

namespace keywright {

/// A request to a protected API that changed something there, made with a key (A2).
struct ReportedRequest {
    KeyId key;
    Instant at{};
    QString method, path;
    QString address;
};

/// What became of a charge.
struct Charged {
    bool already = false; ///< it was counted before
    Spend spent;          ///< of the lineage, this UTC day and month
};

/// What is to be written.
struct UseBatch {
    UseCounts uses;
    std::vector<const UseCounts::KeyUses *> keys; ///< of `uses`, in the order of their rows
    std::vector<SpendBook::Unwritten> spends;
    std::vector<ReportedRequest> requests;

    UseBatch(UseCounts counted, std::vector<SpendBook::Unwritten> spent, std::vector<ReportedRequest> reported);
    UseBatch(const UseBatch &) = delete;
    UseBatch &operator=(const UseBatch &) = delete;
    ~UseBatch() = default;
};

class UseWriter {
public:
    /// Both outlive it.
    UseWriter(QString path, const Clock &clock, SpendBook &spend);

    /// Writes the batch and takes what is written out of it; where it fails, the rest is left there.
    Done write(UseBatch &batch);
    /// Counts a cost, once for each charge id. Errors: NotFound.
    Result<Charged> charge(const KeyId &key, MicroUsd cost, const QString &chargeId);
    /// Revoked by nobody's hand: the same event as any revocation, by `system`, with what was seen.
    Done revoke(const AbuseWatch::Finding &finding);
    /// Writes down when a member asked something last.
    Done noteMember(const QString &id, Instant at);
    /// Closes the file; the next call opens what lies there then.
    void close() { session_.reset(); }

private:
    using Keys = std::span<const UseCounts::KeyUses *const>;

    Result<Session *> session();
    Result<Mutation> begin();
    Done writePart(const UseBatch &batch, Keys keys, bool first);
    Result<std::vector<SpendRow>> writeSpends(Mutation &mutation, const UseBatch &batch);
    static Done writeUses(Mutation &mutation, const UseCounts &uses, Keys keys);
    static Done writeRequests(Mutation &mutation, const std::vector<ReportedRequest> &requests);
    Result<Charged> charge(Mutation &mutation, const KeyId &key, MicroUsd cost, const QString &chargeId);

    const QString path_;
    const Clock &clock_;
    SpendBook &spend_;
    std::unique_ptr<Session> session_;
};

} // namespace keywright
