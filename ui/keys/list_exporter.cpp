#include "ui/keys/list_exporter.h"

#include "core/keyring/reply.h"

#include <QtConcurrentRun>

namespace keywright {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t chunk = 1'000; ///< keys read under the lock at a time: a change waits no longer

/// Reads keys out of the index, a chunk at a time.
class Source {
public:
    Source(std::shared_ptr<SharedIndex> index, SharedRows rows) : index_(std::move(index)), rows_(std::move(rows)) {}

    std::optional<ApiKey> next() {
        if (keys_.isEmpty() && !refill())
            return std::nullopt;
        return keys_.takeFirst();
    }

private:
    bool refill() {
        const QReadLocker locked(&index_->lock);
        while (at_ < rows_->size() && keys_.isEmpty())
            for (const std::size_t end = std::min(at_ + chunk, rows_->size()); at_ < end; ++at_)
                if (index_->keys.holds((*rows_)[at_]))
                    keys_.append(index_->keys.key((*rows_)[at_]));
        return !keys_.isEmpty();
    }

    std::shared_ptr<SharedIndex> index_;
    SharedRows rows_;
    std::size_t at_ = 0;
    QList<ApiKey> keys_;
};

} // namespace

ListExporter::ListExporter(QObject *parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
    connect(&tick_, &QTimer::timeout, this, [this] { Q_EMIT progressed(state_->written, all_); });
    tick_.setInterval(200ms);
}

ListExporter::~ListExporter() {
    stop();
    pool_.waitForDone();
}

void ListExporter::start(const QString &path, ExportFormat format, const ExportInfo &info,
                         const std::shared_ptr<SharedIndex> &index, const SharedRows &rows) {
    running_ = true;
    all_ = qint64(rows->size());
    state_ = std::make_shared<State>();
    tick_.start();
    const auto work = [=, state = state_] {
        Source source(index, rows);
        const KeySource next = [&] {
            ++state->written;
            return source.next();
        };
        return exportKeysToFile(path, format, info, next, [&] { return state->stopped.load(); });
    };
    whenDone(QtConcurrent::run(&pool_, work), this, [this, path, asOf = info.asOf, state = state_](const Done &done) {
        running_ = false;
        tick_.stop();
        if (done)
            Q_EMIT written(path, state->written - 1, asOf); // the last call gave nothing
        else
            Q_EMIT failed(done.error());
    });
}

void ListExporter::stop() {
    state_->stopped = true;
}

} // namespace keywright
