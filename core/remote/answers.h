// What a server answers, read: keys, pages, changes, who I am. Pure functions, for any thread.
#pragma once

#include "core/keyring/keyring.h"
#include "core/remote/remote_http.h"

namespace keywright {

/// One key: the fourteen fields of the contract, and Keywright's own where they are there. A server that has none of
/// its own can't know whether anybody has a key's token: its keys count as handed out.
Result<ApiKey> readKey(const QJsonValue &value, const QString &place = {});
/// A document that is one key.
Result<ApiKey> readKeyAnswer(const QByteArray &json);
/// A document that is a list of keys.
Result<QList<ApiKey>> readKeyList(const QByteArray &json);

/// `{key, key_info, warnings}`. No token: the answer to a repeated request. `json` is wiped.
Result<Issued> readIssued(QByteArray &json);

struct RemoteDelta {
    Delta delta;
    std::optional<qint64> usesNext; ///< where the feed of uses stands
};
Result<RemoteDelta> readDelta(const QByteArray &json);

/// GET /v1/me.
struct RemoteSelf {
    Caller caller;
    QString keyringId, keyringName, policyId, apiBaseUrl;
    bool developerApi = false;
    FeedSeq feed;
    QString server; ///< name and version
    Capabilities can;
    QString readOnlyReason; ///< why the server changes nothing now; empty: it does
};
Result<RemoteSelf> readSelf(const QByteArray &json, const KeyPolicy &policy, Instant now);

Result<KeyDetails> readDetailsAnswer(const QByteArray &json);
Result<Outcomes> readOutcomes(const QByteArray &json);
Result<QList<Match>> readMatches(const QByteArray &json);
Result<QList<Activity>> readActivityList(const QByteArray &json);

/// The target of `Link: <...>; rel="next"` if it is a path of this interface; empty: none.
QString nextPath(const RemoteAnswer &answer, QLatin1StringView route);

} // namespace keywright
