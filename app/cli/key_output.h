// Keys as the command line shows them.
#pragma once

#include "app/cli/cli_session.h"

#include <QTimeZone>

namespace keywright {

/// A new key: the token alone on standard output (with --json `{key, key_info}`), what else there is to say on standard
/// error. Notes the delivery once the token has left; an error, naming the key to revoke, if it could not.
Done printIssued(CliSession &session, const Issued &issued);

/// One key with a sentence on what was done to it; with --json all that is known of it.
void printKey(CliSession &session, const ApiKey &key, const QString &sentence);

/// One line for each key; with --json an array. The first error, if any key was not done.
Done printOutcomes(CliSession &session, const Outcomes &outcomes, const QString &doneWord);

/// Instants as "2026-11-22 14:05" where the user is; asks the system for its time zone once.
class LocalMinutes {
public:
    QString text(Instant at);

private:
    /// A stretch of time with one distance from UTC.
    struct Stretch {
        Instant from, to;
        Seconds offset;
    };
    Seconds offsetAt(Instant at);
    Stretch stretchAround(Instant at) const;

    QTimeZone zone_ = QTimeZone::systemTimeZone();
    std::vector<Stretch> stretches_; ///< those met so far
};
/// The status as a word, "in grace".
QString statusWord(KeyStatus status);

} // namespace keywright
