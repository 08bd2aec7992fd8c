// The members of a query, each with its type; what nobody knows or stands twice is refused.
#pragma once

#include "app/server/http/strict_json.h"
#include "core/model/instant.h"
#include "core/model/key_policy.h"

#include <QStringList>

namespace keywright {

class QueryReader {
public:
    /// `policy`: a token in a query is refused, and not echoed.
    QueryReader(QByteArrayView query, const KeyPolicy &policy);

    std::optional<QString> text(const QString &name);
    std::optional<bool> flag(const QString &name);
    std::optional<qint64> whole(const QString &name, qint64 min, qint64 max);
    std::optional<Instant> instant(const QString &name);
    /// One of `choices`.
    std::optional<QString> choice(const QString &name, const QStringList &choices);

    /// What was wrong first; nothing: all is well.
    std::optional<Problem> finish();

private:
    void refuse(const QString &detail);

    QList<std::pair<QString, QString>> members_;
    QStringList read_;
    std::optional<Problem> problem_;
};

} // namespace keywright
