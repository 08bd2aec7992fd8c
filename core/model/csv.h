// CSV as RFC 4180 has it, and safe to open in a spreadsheet.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace keywright {

/// One cell: quoted where it must be, and with a `'` before `=`, `+`, `-`, `@` or a tab, which a spreadsheet would
/// take for a formula.
QByteArray csvCell(const QString &text);
/// One line with its CRLF.
QByteArray csvLine(const QStringList &cells);

} // namespace keywright
