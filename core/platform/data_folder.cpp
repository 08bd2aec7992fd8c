#include "core/platform/process.h"

#include <QStandardPaths>

namespace keywright::platform {

QString dataFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/keywright");
}

} // namespace keywright::platform
