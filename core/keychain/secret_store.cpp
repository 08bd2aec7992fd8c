#include "core/keychain/secret_store.h"

namespace keywright {

QString managementKeyName(const QString &serverAddress) {
    return QStringLiteral("management key for ") + serverAddress;
}

} // namespace keywright
