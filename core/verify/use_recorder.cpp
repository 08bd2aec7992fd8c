#include "core/verify/use_recorder.h"

#include "core/platform/process.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Requests that wait to be logged while the store is away; more are lost.
constexpr std::size_t mostRequests = 100'000;

} // namespace

UseRecorder::UseRecorder(RecorderOptions options, const Clock &clock, SpendBook &spend)
    : options_(std::move(options)), clock_(clock), spend_(spend),
      writer_(std::make_unique<UseWriter>(options_.path, clock, spend)), writes_(u"use writer"_s),
      counts_(u"use counter"_s) {}

UseRecorder::~UseRecorder() {
    counts_.stop([this] { timer_.reset(); });
    writes_.stop([this] {
        (void)write();
        writer_.reset();
    });
}

void UseRecorder::start() {
    writes_.post([] { platform::giveWayToOtherThreads(); });
    counts_.post([this] {
        timer_ = std::make_unique<QTimer>();
        timer_->setInterval(options_.countEvery);
        QObject::connect(timer_.get(), &QTimer::timeout, timer_.get(), [this] { tick(); });
        timer_->start();
        sinceWrite_.start();
    });
}

void UseRecorder::tick() {
    counter_.count();
    for (const AbuseWatch::Finding &finding : counter_.judge(clock_.now()))
        writes_.post([this, finding] { revoke(finding); });
    // A writing that takes long is not asked for again.
    if (!isWriteDue() || writeAsked_.exchange(true))
        return;
    sinceWrite_.start();
    writes_.post([this] {
        QElapsedTimer time;
        time.start();
        (void)write();
        writeTook_ = time.elapsed();
        writeAsked_ = false;
    });
}

/// Each writing costs, whatever it is of a key: the fewer, the better. What is noted just after one began must be on
/// disk when the next one ends, though that take twice as long as the last.
bool UseRecorder::isWriteDue() const {
    const auto took = std::chrono::milliseconds(writeTook_.load());
    const auto wait = std::max(options_.writtenWithin - 2 * options_.countEvery - 2 * took, options_.writtenWithin / 2);
    return std::chrono::milliseconds(sinceWrite_.elapsed()) >= wait;
}

void UseRecorder::countSoon() {
    if (countAsked_.exchange(true))
        return;
    counts_.post([this] {
        countAsked_ = false;
        counter_.count();
    });
}

void UseRecorder::report(ReportedRequest request) {
    const std::lock_guard lock(mutex_);
    if (requests_.size() < mostRequests)
        requests_.push_back(std::move(request));
}

void UseRecorder::noteMember(const QString &id, Instant at) {
    {
        const std::lock_guard lock(mutex_);
        Instant &noted = members_[id];
        if (at - noted < std::chrono::minutes(1))
            return;
        noted = at;
    }
    writes_.post([this, id, at] { (void)writer_->noteMember(id, at); }); // of no weight: the next one tries again
}

Error UseRecorder::trouble() const {
    const std::lock_guard lock(mutex_);
    return trouble_;
}

void UseRecorder::note(const Done &done) {
    const std::lock_guard lock(mutex_);
    trouble_ = done ? Error{} : done.error();
}

Reply<void> UseRecorder::flush() {
    return writes_.ask<void>([this](auto &) { return write(); });
}

Reply<Charged> UseRecorder::charge(const KeyId &key, MicroUsd cost, const QString &chargeId) {
    return writes_.ask<Charged>([=, this](auto &) { return writer_->charge(key, cost, chargeId); });
}

Done UseRecorder::write() {
    std::vector<ReportedRequest> requests;
    {
        const std::lock_guard lock(mutex_);
        requests = std::exchange(requests_, {});
    }
    UseBatch batch(counter_.take(std::move(empty_)), spend_.takeUnwritten(), std::move(requests));
    const Done done = writer_->write(batch);
    if (!done)
        keep(batch);
    batch.uses.clear();
    empty_ = std::move(batch.uses);
    note(done);
    return done;
}

/// Takes back what could not be written.
void UseRecorder::keep(UseBatch &batch) {
    for (const auto &amount : batch.spends)
        spend_.notWritten(amount);
    counter_.keep(batch.keys, batch.uses);
    const std::lock_guard lock(mutex_);
    requests_.insert(requests_.begin(), std::make_move_iterator(batch.requests.begin()),
                     std::make_move_iterator(batch.requests.end()));
}

void UseRecorder::revoke(const AbuseWatch::Finding &finding) {
    note(writer_->revoke(finding));
}

} // namespace keywright
