// Text as it is compared and searched: case-folded NFC, in UTF-8.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace keywright {

/// Case-folded NFC bytes without control characters; "Straße" and "STRASSE" fold alike.
QByteArray foldedText(const QString &text);

/// Whether folding does no more than take capital letters down: printable ASCII alone.
bool isPlainText(QStringView text);

/// The words of a search, folded, none twice. White space, `…`, `...` and bullets separate, so that a preview can be
/// searched as it is shown.
QList<QByteArray> searchWords(const QString &search);

} // namespace keywright
