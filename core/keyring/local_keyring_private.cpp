#include "core/keyring/local_keyring_private.h"

#include "core/keyring/keyring_creation.h"
#include "core/store/member_table.h"
#include "core/store/store_place.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

constexpr int checkAfter = 5'000;                  // milliseconds: the first screen comes first
constexpr auto patience = std::chrono::seconds(1); // how long a closing keyring still waits for another's lock
constexpr int retryAfter = 1'000;                  // milliseconds between attempts to reach a store that is away

} // namespace

LocalKeyring::Private::Private(LocalKeyring *owner, QString filePath, std::optional<NewKeyring> made, Caller caller,
                               const Clock &time)
    : q_(owner), path_(std::move(filePath)), inMemory_(std::move(made)), clock_(time), writer_(u"keyring writer"_s) {
    info_.caller = std::move(caller);
    info_.location = inMemory_ ? Words::tr("in memory") : shownPlace(path_);
    if (inMemory_)
        return;
    reader_ = std::make_unique<Lane>(u"keyring reader"_s);
    archive_ = std::make_unique<Lane>(u"keyring archive"_s);
}

LocalKeyring::Private::~Private() {
    closeBy_ = std::chrono::steady_clock::now() + patience;
    closing = true;
    {
        // Whatever waits for a file that was never opened waits no longer.
        const std::lock_guard lock(mutex_);
        if (state_ == State::New)
            state_ = State::Failed;
    }
    // The writer's last jobs still speak to the reader, so it goes first.
    if (reader_)
        writer_.stop();
    reader().thread.post([this] { watch_.reset(); });
    reader().stop();
    if (archive_)
        archive_->stop();
}

void LocalKeyring::Private::setState(State state, const Error &error) {
    const std::lock_guard lock(mutex_);
    state_ = state;
    openError_ = error;
    opened_.notify_all();
}

Done LocalKeyring::Private::waitUntilOpen() {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, [this] { return state_ != State::Opening; });
    if (state_ == State::Open)
        return {};
    if (state_ == State::New)
        return failure(ErrorKind::Storage, Words::tr("The keyring is not open."));
    return std::unexpected(openError_);
}

void LocalKeyring::Private::runWrites() {
    const Author store = author();
    if (!writes_.run(sessionOf(writer_), store.writable && store.caller.role != Role::Auditor))
        return; // an earlier run took them all
    reader().thread.post([this] {
        if (watch_)
            watch_->wake();
    });
}

Result<Session *> LocalKeyring::Private::sessionOf(Lane &lane) {
    if (lane.session && lane.session->connection->isAlive())
        return lane.session.get();
    if (auto done = waitUntilOpen(); !done)
        return std::unexpected(done.error());
    // Many may ask while the store is away: they are told at once, not one time-out after the other.
    if (lane.sinceFailure.isValid() && !lane.sinceFailure.hasExpired(retryAfter))
        return std::unexpected(lane.failure);
    auto session = openSession(lane);
    if (!session) {
        lane.failure = session.error();
        lane.sinceFailure.start();
        return std::unexpected(session.error());
    }
    lane.sinceFailure.invalidate();
    const bool watched = &lane == &reader() && watch_; // which is the reader's
    const Meta seen = watched ? watch_->seen() : Meta{};
    if (watched)
        watch_.reset();
    lane.session = std::move(*session);
    if (watched)
        startWatch(seen);
    return lane.session.get();
}

Result<std::unique_ptr<Session>> LocalKeyring::Private::openSession(const Lane &lane) {
    auto connection = Connection::open(options_);
    if (!connection)
        return std::unexpected(connection.error());
    const Author by = author();
    const bool writes = &lane == &writer_ && by.writable && by.caller.role != Role::Auditor;
    if (auto done = refuseWrites(**connection, !writes); !done)
        return std::unexpected(done.error());
    return std::make_unique<Session>(std::move(*connection));
}

Reply<KeyringInfo> LocalKeyring::Private::open() {
    setState(State::Opening);
    return writer_.thread.ask<KeyringInfo>([this](QPromise<Result<KeyringInfo>> &) {
        auto opened = openWriter();
        setState(opened ? State::Open : State::Failed, opened ? Error{} : opened.error());
        if (opened) {
            reader().thread.post([this] {
                if (!closing && sessionOf(reader())) // else the first question will say why
                    startWatch(openedAt_);
            });
            if (!checkedAll_)
                checkLater();
        }
        return opened;
    });
}

Result<KeyringInfo> LocalKeyring::Private::openWriter() {
    KeyringDatabase database;
    if (inMemory_) {
        auto blank = openBlankDatabase({});
        if (!blank)
            return std::unexpected(blank.error());
        database.connection = std::move(*blank);
        if (auto done = fillNewKeyring(*database.connection, *inMemory_, info().caller, clock_.now()); !done)
            return std::unexpected(done.error());
    } else {
        auto opened = openKeyringDatabase(path_);
        if (!opened)
            return std::unexpected(opened.error());
        database = std::move(*opened);
    }
    database.connection->giveUpWhen([this] { return closing && std::chrono::steady_clock::now() > closeBy_; });
    auto session = std::make_unique<Session>(std::move(database.connection));
    auto state = readState(*session);
    if (!state)
        return std::unexpected(state.error());
    bool readOnly = false;
    {
        const std::lock_guard lock(mutex_);
        info_.writable = database.writable;
        info_.readOnlyReason = database.readOnlyReason;
        info_.warnings = database.warnings;
        options_ = database.options;
        readOnly = !info_.writable || info_.caller.role == Role::Auditor;
    }
    if (auto done = refuseWrites(*session->connection, readOnly); !done)
        return std::unexpected(done.error());
    checkedAll_ = database.checkedAll;
    openedAt_ = state->meta;
    learn(*state);
    writer_.session = std::move(session);
    return info();
}

void LocalKeyring::Private::startWatch(const Meta &from) {
    watch_ = std::make_unique<ChangeWatch>(*reader().session, clock_, from, telling);
    QObject::connect(watch_.get(), &ChangeWatch::storeAway, watch_.get(), [this] {
        // Later: another watch takes the place of this one.
        reader().thread.post([this] {
            if (!closing)
                (void)sessionOf(reader());
        });
    });
    QObject::connect(watch_.get(), &ChangeWatch::delta, watch_.get(),
                     [this](const Delta &delta) { home_.post([this, delta] { Q_EMIT q_->changed(delta); }); });
    QObject::connect(watch_.get(), &ChangeWatch::stateChanged, watch_.get(), [this](const KeyringState &state) {
        home_.post([this, state] {
            if (learn(state))
                Q_EMIT q_->infoChanged();
        });
    });
    QObject::connect(watch_.get(), &ChangeWatch::graceEnded, watch_.get(), [this] {
        home_.post([this] {
            const Author by = author();
            if (by.writable && by.caller.role != Role::Auditor)
                (void)write<void>(by, [](Session &on, const Author &now, auto &) { return endGraces(on, now); });
        });
    });
}

/// A big file is shown first; its pages are checked behind.
void LocalKeyring::Private::checkLater() {
    home_.post([this] {
        QTimer::singleShot(checkAfter, q_, [this] {
            archive().thread.post([this] {
                auto session = closing ? Result<Session *>(failure(ErrorKind::Cancelled, {})) : sessionOf(archive());
                if (!session)
                    return;
                const auto findings = checkPages(*(*session)->connection, true);
                if (findings && !findings->isEmpty())
                    setDamaged(*findings);
            });
        });
    });
}

void LocalKeyring::Private::setDamaged(const QStringList &findings) {
    {
        const std::lock_guard lock(mutex_);
        info_.writable = false;
        info_.readOnlyReason =
            Words::tr("The keyring's file is damaged (%1). It can be read as far as it goes, not changed: restore it "
                      "from a backup.")
                .arg(findings.first());
    }
    home_.post([this] { Q_EMIT q_->infoChanged(); });
}

bool LocalKeyring::Private::learn(const KeyringState &state) {
    const std::lock_guard lock(mutex_);
    const bool different = info_.name != state.meta.name || info_.developerApi != state.meta.developerApi ||
                           info_.apiBaseUrl != state.meta.apiBaseUrl || info_.policy != state.policy;
    info_.id = state.meta.keyringId;
    info_.name = state.meta.name;
    info_.policy = state.policy;
    info_.developerApi = state.meta.developerApi;
    info_.apiBaseUrl = state.meta.apiBaseUrl;
    info_.feed = state.meta.feed;
    return different;
}

void LocalKeyring::Private::setCaller(Caller caller) {
    const bool auditor = caller.role == Role::Auditor;
    {
        const std::lock_guard lock(mutex_);
        info_.caller = std::move(caller);
    }
    // Nothing can be written on an auditor's connection, whatever is asked of it.
    writer_.thread.post([this, auditor] {
        if (writer_.session)
            (void)refuseWrites(*writer_.session->connection, auditor || !author().writable);
    });
}

void LocalKeyring::Private::noteMember(const QString &id) {
    Instant &noted = members_[id];
    const Instant at = now();
    if (at - noted < std::chrono::minutes(1) || !author().writable)
        return;
    noted = at;
    writer_.thread.post([this, id, at] {
        if (const auto session = sessionOf(writer_))
            (void)writeMemberUse(*(*session)->connection, id, at); // of no weight: the next one tries again
    });
}

Author LocalKeyring::Private::author() const {
    const std::lock_guard lock(mutex_);
    return {.caller = info_.caller,
            .now = clock_.now(),
            .writable = info_.writable,
            .readOnlyReason = info_.readOnlyReason};
}

KeyringInfo LocalKeyring::Private::info() const {
    const std::lock_guard lock(mutex_);
    return info_;
}

} // namespace keywright
