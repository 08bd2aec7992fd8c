#include "core/keyring/keyring_memory.h"

#include "core/crypto/digest.h"

#include <QStringList>

namespace keywright {

using namespace Qt::StringLiterals;

Role KeyringMemory::role(const QString &keyringId) const {
    return roleFromId(store_.value(keyringSetting(keyringId, u"role"_s)).toString()).value_or(Role::Admin);
}

void KeyringMemory::setRole(const QString &keyringId, Role role) {
    store_.setValue(keyringSetting(keyringId, u"role"_s), roleId(role));
}

std::optional<ChainHead> KeyringMemory::knownHead(const QString &keyringId) const {
    const QStringList parts = store_.value(keyringSetting(keyringId, u"known_head"_s)).toString().split(u':');
    if (parts.size() != 2)
        return std::nullopt;
    bool ok = false;
    const qint64 seq = parts[0].toLongLong(&ok);
    const std::optional<Sha256> hash = sha256FromHex(parts[1]);
    if (!ok || !hash)
        return std::nullopt;
    return ChainHead{.seq = seq, .hash = *hash};
}

void KeyringMemory::setKnownHead(const QString &keyringId, const ChainHead &head) {
    store_.setValue(keyringSetting(keyringId, u"known_head"_s), u"%1:%2"_s.arg(head.seq).arg(toHex(head.hash)));
}

QSettings userSettings() {
    return QSettings(QSettings::NativeFormat, QSettings::UserScope, u"keywright"_s, u"keywright"_s);
}

QString keyringSetting(const QString &keyringId, const QString &what) {
    return u"keyrings/%1/%2"_s.arg(keyringId, what);
}

} // namespace keywright
