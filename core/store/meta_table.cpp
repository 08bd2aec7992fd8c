#include "core/store/meta_table.h"

#include "core/store/sql_values.h"
#include "core/store/store_error.h"

namespace keywright {

using namespace Qt::StringLiterals;

Result<Meta> readMeta(Connection &connection) {
    std::optional<Meta> meta;
    bool sound = true;
    auto done = connection.forEach(
        u"SELECT keyring_id, name, policy_sha256, developer_api, api_base_url, epoch, feed_seq, usage_seq FROM meta"_s,
        {}, [&](const Row &row) {
            const auto digest = sha256FromBytes(row.bytes(2));
            sound = digest.has_value();
            meta = Meta{.keyringId = row.text(0),
                        .name = row.text(1),
                        .policySha256 = digest.value_or(Sha256{}),
                        .developerApi = row.integer(3) != 0,
                        .apiBaseUrl = row.text(4),
                        .epoch = {row.integer(5)},
                        .feed = {row.integer(6)},
                        .usageFeed = row.integer(7)};
        });
    if (!done)
        return std::unexpected(done.error());
    if (!meta || !sound)
        return std::unexpected(damagedError(connection.place(), u"meta"_s));
    return *meta;
}

Done insertMeta(Connection &connection, const Meta &meta, const KeyPolicy &policy, Instant createdAt) {
    return connection.run(
        u"INSERT INTO meta (one, keyring_id, name, policy_json, policy_sha256, developer_api, api_base_url, "
        u"created_at, epoch, feed_seq, usage_seq) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {meta.keyringId, sqlText(meta.name), policy.json, sqlDigest(policy.sha256), int(meta.developerApi),
         sqlText(meta.apiBaseUrl), toEpoch(createdAt), meta.epoch.value, meta.feed.value, meta.usageFeed});
}

Done writeFeed(Connection &connection, FeedSeq feed) {
    return connection.run(u"UPDATE meta SET feed_seq = ?"_s, {feed.value});
}

Done writeEpoch(Connection &connection, FeedSeq epoch) {
    return connection.run(u"UPDATE meta SET epoch = ?"_s, {epoch.value});
}

Done writeDeveloperApi(Connection &connection, bool on) {
    return connection.run(u"UPDATE meta SET developer_api = ?"_s, {int(on)});
}

Done writePolicy(Connection &connection, const KeyPolicy &policy) {
    return connection.run(u"UPDATE meta SET policy_json = ?, policy_sha256 = ?"_s,
                          {policy.json, sqlDigest(policy.sha256)});
}

Result<std::shared_ptr<const KeyPolicy>> PolicyCache::policy(Connection &connection, const Meta &meta) {
    if (policy_ && digest_ == meta.policySha256)
        return policy_;
    auto json = connection.bytes(u"SELECT policy_json FROM meta"_s);
    if (!json)
        return std::unexpected(json.error());
    const QByteArray document = json->value_or(QByteArray());
    if (sha256(document) != meta.policySha256)
        return std::unexpected(damagedError(connection.place(), u"policy_sha256"_s));
    auto policy = parsePolicy(document, connection.place());
    if (!policy)
        return std::unexpected(policy.error());
    policy_ = std::make_shared<const KeyPolicy>(std::move(*policy));
    digest_ = meta.policySha256;
    return policy_;
}

} // namespace keywright
