#include "core/platform/sort_key.h"

#include <windows.h>

namespace keywright::platform {

/// QCollator's own keys don't sort here: it takes the bytes of Windows for characters, and leaves half of them
/// unwritten.
SortKey sortKey(const QCollator &order, const QString &text) {
    const QString language = order.locale().bcp47Name();
    const DWORD flags = LCMAP_SORTKEY | (order.caseSensitivity() == Qt::CaseInsensitive ? NORM_IGNORECASE : 0);
    const auto map = [&](QByteArray &to) {
        return LCMapStringEx(reinterpret_cast<const wchar_t *>(language.utf16()), flags,
                             reinterpret_cast<const wchar_t *>(text.utf16()), int(text.size()),
                             reinterpret_cast<wchar_t *>(to.data()), int(to.size()), nullptr, nullptr, 0);
    };
    QByteArray key;
    if (text.isEmpty())
        return key;
    key.resize(std::max(0, map(key)));
    key.truncate(std::max(0, map(key)));
    return key;
}

} // namespace keywright::platform
