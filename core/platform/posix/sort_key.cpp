#include "core/platform/sort_key.h"

namespace keywright::platform {

SortKey sortKey(const QCollator &order, const QString &text) {
    return order.sortKey(text);
}

} // namespace keywright::platform
