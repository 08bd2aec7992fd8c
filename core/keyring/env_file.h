// A token into a `.env` file: for its owner alone, other lines untouched, never over another key unasked.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/result.h"

#include <QByteArray>

namespace keywright {

/// A name that shells and loaders of `.env` files take: letters, digits and underscores, no digit in front.
Done checkVariableName(const QString &name);

/// `API_KEY=value`, the value in quotes where a shell or a loader would read it otherwise. Holds the secret: wipe() it.
QByteArray envAssignment(const QString &variable, QByteArrayView value);

/// What saving a variable to a file would meet.
struct EnvFilePlan {
    bool exists = false;   ///< there is such a file
    bool replaces = false; ///< it sets the variable already
    QString gitWarning;    ///< why git might publish the file, in words; empty: nothing to warn of
};
/// Refuses what must not be written: a link, something that is no file, a file too large to be one of variables.
/// Blocks: reads the file and asks git (2 s at most).
Result<EnvFilePlan> planEnvFile(const QString &path, const QString &variable);

/// Sets the variable in the file (0600 from creation), which is made where there is none; every other line stays byte
/// for byte. Without `replace` a variable that is set already is a Conflict. Blocks.
Done saveToEnvFile(const QString &path, const QString &variable, const Secret &value, bool replace);

/// The text of a `.env` file with `assignment` (no newline) in the place of every assignment of `variable`, or at the
/// end. Pure; the result holds the secret.
QByteArray withAssignment(const QByteArray &text, const QString &variable, const QByteArray &assignment);
/// Whether the text assigns the variable (quoted values may span lines).
bool assigns(const QByteArray &text, const QString &variable);

} // namespace keywright
