#include "core/store/idempotency_table.h"

#include "core/store/sql_values.h"

#include <QCoreApplication>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

qint64 oldest(Instant now) {
    return toEpoch(now - Days(1));
}

} // namespace

Result<std::optional<KeyId>> madeBefore(Connection &connection, const Request &request, Instant now) {
    std::optional<KeyId> made;
    bool same = true;
    auto done = connection.forEach(
        u"SELECT key_id, body_sha256 FROM idempotency WHERE caller = ? AND route = ? AND request_id = ? AND at > ?"_s,
        {sqlText(request.caller), request.route, request.id, oldest(now)}, [&](const Row &row) {
            made = KeyId{row.text(0)};
            same = row.bytes(1) == request.body.toByteArray();
        });
    if (!done)
        return std::unexpected(done.error());
    if (!same)
        return failure(ErrorKind::Invalid,
                       Words::tr("This request id was used before for something else. Use a new one."),
                       u"request_id"_s);
    return made;
}

Done rememberRequest(Connection &connection, const Request &request, const KeyId &made, Instant now) {
    if (auto done = connection.run(u"DELETE FROM idempotency WHERE at <= ?"_s, {oldest(now)}); !done)
        return done;
    return connection.run(
        u"INSERT INTO idempotency (caller, route, request_id, body_sha256, key_id, at) "
        u"VALUES (?, ?, ?, ?, ?, ?)"_s,
        {sqlText(request.caller), request.route, request.id, sqlDigest(request.body), made.value, toEpoch(now)});
}

} // namespace keywright
