// A keyring to look around in: made-up keys in every state, with a past that is played through by a clock of its own.
#pragma once

#include "core/keyring/local_keyring.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <deque>
#include <functional>

namespace keywright {

/// The real clock, set back by an adjustable span.
class SampleClock final : public Clock {
public:
    explicit SampleClock(const Clock &real) : real_(real) {}
    Instant now() const override { return real_.now() - Seconds{back_.load()}; }
    /// How far behind the real time it is.
    void setBack(Seconds back) { back_ = back.count(); }

private:
    const Clock &real_;
    std::atomic<qint64> back_ = 0;
};

struct SampleKey;

/// Fills a keyring with a year of made-up history, step after step; deletes itself when it is through.
class SampleFiller final : public QObject {
    Q_OBJECT
public:
    SampleFiller(LocalKeyring &keyring, SampleClock &clock);
    void start();

Q_SIGNALS:
    void finished();

private:
    struct Step {
        Seconds ago;
        std::function<void()> run;
    };
    void plan();
    void planLife(const SampleKey &sample, const QString &name);
    void planUse(const SampleKey &sample, const QString &name);
    void step(Seconds ago, std::function<void()> run);
    void next();
    void useKey(const QString &name, Use use);
    template<class T>
    void await(const Reply<T> &reply);

    LocalKeyring &keyring_;
    SampleClock &clock_;
    QHash<QString, ApiKey> made_;
    QSet<QString> dead_;
    std::deque<Step> steps_;
};

} // namespace keywright
