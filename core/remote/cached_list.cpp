#include "core/remote/cached_list.h"

#include "core/model/json_writer.h"
#include "core/remote/answers.h"
#include "core/remote/server_probe.h"

#include <QHash>
#include <QJsonDocument>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Keys in the order in which they came; what changed since takes its place.
class Keys {
public:
    void put(const ApiKey &key) {
        const auto place = places_.constFind(key.id);
        if (place == places_.constEnd()) {
            places_.insert(key.id, keys_.size());
            keys_.append(key);
        } else {
            keys_[*place] = key;
        }
    }
    void remove(const KeyId &id) {
        if (const auto place = places_.constFind(id); place != places_.constEnd())
            keys_[*place].id = {};
        places_.remove(id);
    }
    QList<ApiKey> all() && {
        keys_.removeIf([](const ApiKey &key) { return key.id.isEmpty(); });
        return std::move(keys_);
    }

private:
    QList<ApiKey> keys_;
    QHash<KeyId, qsizetype> places_;
};

bool apply(const ListCache::Record &record, Keys &keys, Instant &syncedAt) {
    if (record.kind == CacheRecord::Time)
        syncedAt = fromEpoch(record.json.toLongLong());
    if (record.kind == CacheRecord::Page) {
        const auto page = readKeyList(record.json);
        if (!page)
            return false;
        for (const ApiKey &key : *page)
            keys.put(key);
    }
    if (record.kind == CacheRecord::Delta) {
        const auto read = readDelta(record.json);
        if (!read)
            return false;
        for (const ApiKey &key : read->delta.upserts)
            keys.put(key);
        for (const KeyId &id : read->delta.removals)
            keys.remove(id);
    }
    return true;
}

/// The info of a server of four calls, as aboutFourCalls() wrote it.
Result<KeyringInfo> fourCallsInfo(const QJsonObject &about, const QByteArray &policy, const QString &host) {
    auto rules = parsePolicy(policy, host);
    if (!rules)
        return std::unexpected(rules.error());
    KeyringInfo info;
    info.id = about.value("id"_L1).toString();
    info.name = about.value("name"_L1).toString();
    info.policy = std::make_shared<const KeyPolicy>(std::move(*rules));
    info.caller = {.role = Role::Admin, .name = {}, .method = AuthMethod::Member};
    info.can = {.activity = false, .usage = false, .backup = false, .delivered = false};
    info.developerApi = true;
    return info;
}

} // namespace

QByteArray aboutFourCalls(const KeyringInfo &info) {
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.member("four_calls"_L1, true);
    json.member("id"_L1, info.id);
    json.member("name"_L1, info.name);
    json.endObject();
    return out;
}

std::optional<CachedList> readCachedList(const QString &path, const QString &host, Instant now) {
    const auto records = ListCache::read(path);
    if (!records)
        return std::nullopt;
    const QByteArray about = records->at(0).json, policy = records->at(1).json;
    const QJsonObject members = QJsonDocument::fromJson(about).object();
    auto info = members.contains("four_calls"_L1) ? fourCallsInfo(members, policy, host)
                                                  : fullServerInfo(about, policy, host, now);
    if (!info)
        return std::nullopt;
    CachedList list{.info = std::move(*info), .keys = {}, .syncedAt = {}};
    Keys keys;
    for (const ListCache::Record &record : *records)
        if (!apply(record, keys, list.syncedAt))
            return std::nullopt;
    if (now - list.syncedAt > ListCache::longestAge)
        return std::nullopt;
    list.keys = std::move(keys).all();
    return list;
}

} // namespace keywright
