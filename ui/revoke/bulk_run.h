// One act over many keys, slice by slice, so that it can be followed, stopped, and retried where it failed.
#pragma once

#include "core/keyring/keyring.h"

#include <functional>

namespace keywright {

class BulkRun final : public QObject {
    Q_OBJECT
public:
    using Call = std::function<Reply<Outcomes>(QList<KeyId>)>;

    /// Keys handed over in one call: what was accepted before a stop is done as a whole.
    static constexpr int slice = 100;

    BulkRun(QList<KeyId> ids, Call call, QObject *parent = nullptr);

    /// Begins with all keys, or again with those that failed.
    void start();
    /// No further slice is begun; the one under way finishes.
    void stop();
    bool isRunning() const { return running_; }

    int total() const { return int(ids_.size()); }
    /// What became of the keys that are through, in the order asked.
    Outcomes done() const;
    /// What stands against the others, the last try's; a key that was not reached has an error of kind Cancelled.
    Outcomes left() const;

Q_SIGNALS:
    void progressed(int handled, int total);
    void finished();

private:
    QList<KeyId> idsLeft() const;
    void next();
    void take(const QList<KeyId> &asked, const Result<Outcomes> &result);
    void finish();

    QList<KeyId> ids_;
    Call call_;
    QList<KeyId> waiting_;
    QHash<KeyId, Outcome> outcomes_;
    int tried_ = 0;
    bool running_ = false;
    bool stopping_ = false;
};

} // namespace keywright
