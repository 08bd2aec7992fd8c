// What a LocalKeyring keeps: its threads, each with a session of its own, and what it knows of the keyring as a whole.
#pragma once

#include "core/keyring/change_watch.h"
#include "core/keyring/key_writes.h"
#include "core/keyring/local_keyring.h"
#include "core/keyring/write_queue.h"
#include "core/store/keyring_database.h"
#include "core/store/store_thread.h"

#include <QElapsedTimer>

#include <condition_variable>
#include <mutex>

namespace keywright {

/// A thread and the session on it.
struct Lane {
    explicit Lane(const QString &name) : thread(name) {}
    /// Finishes what was accepted; the session goes on the thread on which it was opened.
    void stop() {
        thread.stop([this] { session.reset(); });
    }
    std::unique_ptr<Session> session;
    QElapsedTimer sinceFailure; ///< to open the session again
    Error failure;
    StoreThread thread;
};

class LocalKeyring::Private {
public:
    Private(LocalKeyring *owner, QString filePath, std::optional<NewKeyring> made, Caller caller, const Clock &time);
    ~Private();

    Reply<KeyringInfo> open();

    /// Runs `job(Session &, const Author &, QPromise &)` on the writing thread, then wakes the feed. The reply comes
    /// when what the job did is on disk.
    template<class T, class F>
    Reply<T> write(const Author &by, F job, WriteQueue::Commit commit = WriteQueue::Commit::Together);
    /// Runs `job(Session &, QPromise &)` on a reading thread, once the file is open.
    template<class T, class F>
    Reply<T> read(Lane &lane, F job);

    KeyringInfo info() const;
    Instant now() const { return clock_.now(); }
    /// Notes that a member was here, at most once a minute. On the reading thread.
    void noteMember(const QString &id);
    /// The owner's caller, with the clock's instant.
    Author author() const;
    void setCaller(Caller caller);

    Lane &reader() { return inMemory_ ? writer_ : *reader_; }
    /// For long reads: the log, and the pages of a big file.
    Lane &archive() { return inMemory_ ? writer_ : *archive_; }

    std::atomic<bool> closing = false;
    Telling telling = Telling::Rows; ///< set before open()

private:
    enum class State { New, Opening, Open, Failed };
    void setState(State state, const Error &error = {});
    Done waitUntilOpen();
    void runWrites();
    /// The lane's session; opened at first, and again after its connection was lost.
    Result<Session *> sessionOf(Lane &lane);
    Result<std::unique_ptr<Session>> openSession(const Lane &lane);
    Result<KeyringInfo> openWriter();
    void startWatch(const Meta &from);
    void checkLater();
    /// Takes over what the file says of the keyring; true if a person would see a difference.
    bool learn(const KeyringState &state);
    void setDamaged(const QStringList &findings);

    LocalKeyring *q_;
    const QString path_;
    const std::optional<NewKeyring> inMemory_;
    const Clock &clock_;
    std::chrono::steady_clock::time_point closeBy_; ///< set before closing

    mutable std::mutex mutex_; ///< guards what follows
    std::condition_variable opened_;
    State state_ = State::New;
    Error openError_;
    ConnectionOptions options_;
    KeyringInfo info_;

    Mailbox home_;                       ///< on the thread of the keyring itself
    bool checkedAll_ = true;             ///< on the writing thread
    Meta openedAt_;                      ///< on the writing thread, then handed to the watch
    std::unique_ptr<ChangeWatch> watch_; ///< on the reading thread
    QHash<QString, Instant> members_;    ///< on the reading thread: when each was noted last
    WriteQueue writes_;
    Lane writer_;
    std::unique_ptr<Lane> reader_;
    std::unique_ptr<Lane> archive_;
};

template<class T, class F>
Reply<T> LocalKeyring::Private::write(const Author &by, F job, WriteQueue::Commit commit) {
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto reply = promise->future();
    auto result = std::make_shared<std::optional<Result<T>>>();
    auto run = [this, by, promise, result, job = std::move(job)](Session &session) {
        if (promise->isCanceled())
            return;
        Author now = by;
        now.now = clock_.now();
        *result = job(session, now, *promise);
    };
    auto tell = [promise, result](const Done &durable) {
        const bool refused = *result && !**result;
        if (!durable && !refused)
            *result = Result<T>(std::unexpected(durable.error()));
        if (*result)
            promise->addResult(std::move(**result));
        promise->finish();
    };
    writes_.add({.run = std::move(run), .tell = std::move(tell), .commit = commit});
    writer_.thread.post([this] { runWrites(); });
    return reply;
}

template<class T, class F>
Reply<T> LocalKeyring::Private::read(Lane &lane, F job) {
    return lane.thread.ask<T>([this, &lane, job = std::move(job)](QPromise<Result<T>> &promise) -> Result<T> {
        auto session = sessionOf(lane);
        if (!session)
            return std::unexpected(session.error());
        Result<T> result = job(**session, promise);
        // A shared store that was started anew is asked once more: reading changes nothing.
        if (result || (*session)->connection->isAlive())
            return result;
        session = sessionOf(lane);
        return session ? job(**session, promise) : std::move(result);
    });
}

} // namespace keywright
