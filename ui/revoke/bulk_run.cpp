#include "ui/revoke/bulk_run.h"

#include "core/keyring/reply.h"

namespace keywright {

BulkRun::BulkRun(QList<KeyId> ids, Call call, QObject *parent)
    : QObject(parent), ids_(std::move(ids)), call_(std::move(call)) {}

void BulkRun::start() {
    if (running_)
        return;
    waiting_ = idsLeft();
    tried_ = 0;
    running_ = true;
    stopping_ = false;
    next();
}

void BulkRun::stop() {
    stopping_ = true;
}

Outcomes BulkRun::done() const {
    Outcomes done;
    for (const KeyId &id : ids_)
        if (const auto found = outcomes_.constFind(id); found != outcomes_.cend() && found->done)
            done << *found;
    return done;
}

Outcomes BulkRun::left() const {
    Outcomes left;
    for (const KeyId &id : ids_) {
        const auto found = outcomes_.constFind(id);
        if (found == outcomes_.cend())
            left << Outcome{.id = id, .error = {.kind = ErrorKind::Cancelled, .message = tr("Not reached.")}};
        else if (!found->done)
            left << *found;
    }
    return left;
}

QList<KeyId> BulkRun::idsLeft() const {
    QList<KeyId> ids;
    for (const Outcome &outcome : left())
        ids << outcome.id;
    return ids;
}

void BulkRun::next() {
    if (waiting_.isEmpty() || stopping_) {
        finish();
        return;
    }
    const QList<KeyId> asked = waiting_.first(std::min<qsizetype>(slice, waiting_.size()));
    waiting_.remove(0, asked.size());
    whenDone(call_(asked), this, [this, asked](const Result<Outcomes> &result) { take(asked, result); });
}

void BulkRun::take(const QList<KeyId> &asked, const Result<Outcomes> &result) {
    if (result) {
        for (const Outcome &outcome : *result)
            outcomes_.insert(outcome.id, outcome);
    } else {
        // Without file or server the rest would fail alike: the keys not reached stay to be retried.
        for (const KeyId &id : asked)
            outcomes_.insert(id, Outcome{.id = id, .error = result.error()});
        stopping_ = true;
    }
    tried_ += int(asked.size());
    Q_EMIT progressed(tried_, tried_ + int(waiting_.size()));
    next();
}

void BulkRun::finish() {
    running_ = false;
    Q_EMIT finished();
}

} // namespace keywright
