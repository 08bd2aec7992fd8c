#include "core/remote/server_memory.h"

#include "core/remote/list_cache.h"

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

void forgetServer(QSettings &store, const QUrl &url) {
    store.remove(u"servers/"_s + serverId(url));
}

QString serverCopyFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/keywright/servers"_s;
}

void removeServerCopy(const QUrl &url) {
    ListCache(ListCache::pathFor(serverCopyFolder(), serverId(url))).wipe();
}

} // namespace keywright
