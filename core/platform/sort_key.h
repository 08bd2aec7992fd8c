// Keys that sort as their texts do in a language's alphabet, made once a text.
#pragma once

#include <QCollator>

namespace keywright::platform {

#ifdef Q_OS_WIN
using SortKey = QByteArray;
#else
using SortKey = QCollatorSortKey;
#endif

/// The place of the text in this order; a key's compare() with another of the same order is less than zero before it.
SortKey sortKey(const QCollator &order, const QString &text);

} // namespace keywright::platform
