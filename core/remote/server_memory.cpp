#include "core/remote/server_memory.h"

#include <QStandardPaths>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString setting(const QUrl &url, const QString &what) {
    return u"servers/%1/%2"_s.arg(serverId(url), what);
}

} // namespace

ServerAddress rememberedServer(const QSettings &store, const QUrl &url) {
    return {.url = url,
            .caFile = store.value(setting(url, u"ca_file"_s)).toString(),
            .pin = QByteArray::fromHex(store.value(setting(url, u"pin"_s)).toByteArray()),
            .policy = store.value(setting(url, u"policy"_s)).toString()};
}

void rememberServer(QSettings &store, const ServerAddress &address) {
    store.setValue(setting(address.url, u"ca_file"_s), address.caFile);
    store.setValue(setting(address.url, u"pin"_s), address.pin.toHex());
    store.setValue(setting(address.url, u"policy"_s), address.policy);
}

QString serverCopyFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/keywright/servers"_s;
}

} // namespace keywright
