// Follows the store on the reading thread: what others and we ourselves commit becomes deltas, at most ten a second.
#pragma once

#include "core/keyring/key_reads.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace keywright {

/// What is true of the keyring as a whole, as the file says it.
struct KeyringState {
    Meta meta;
    std::shared_ptr<const KeyPolicy> policy;
};
Result<KeyringState> readState(Session &session);

/// What a delta holds.
enum class Telling {
    Rows,      ///< keys that changed or were used
    Positions, ///< where the feed stands, when keys changed; whoever wants rows asks for them
};

class ChangeWatch final : public QObject {
    Q_OBJECT
public:
    /// `session` and `clock` outlive it; lives on the session's thread.
    ChangeWatch(Session &session, const Clock &clock, const Meta &from, Telling telling);

    /// Up to where it has told.
    const Meta &seen() const { return seen_; }
    /// Asks the file now (or as soon as the ten a second allow): after a commit of our own.
    void wake();

Q_SIGNALS:
    /// The store did not answer.
    void storeAway();
    void delta(const keywright::Delta &delta);
    /// Something that is true of the whole keyring may have changed.
    void stateChanged(const keywright::KeyringState &state);
    /// A key's grace has ended and nobody has written it down.
    void graceEnded();

private:
    void poll();
    void look();
    bool tell(const KeyringState &state);
    Result<Delta> read(const Meta &now);

    Session &session_;
    const Clock &clock_;
    const Telling telling_;
    Meta seen_;
    qint64 dataVersion_ = -1;
    QTimer every_;
    QTimer soon_;
    QElapsedTimer sinceDelta_;
    QElapsedTimer sinceGrace_;
};

} // namespace keywright
