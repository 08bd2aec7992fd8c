// Reads a member of a server's answer by its name: what is missing or of the wrong type is said with its place, what is
// there beyond is let be.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"
#include "core/model/json_reader.h"

namespace keywright {

class AnswerReader {
public:
    /// `place`: a JSON Pointer. Faults go to `fault`, the first of them counts.
    AnswerReader(const QJsonValue &value, QString place, JsonFault &fault);

    // Must be there.
    QString id(QLatin1StringView name); ///< 1 to 255 characters, none of control, nothing that looks like a token
    QString text(QLatin1StringView name);
    QStringList texts(QLatin1StringView name);
    Instant instant(QLatin1StringView name);
    qint64 whole(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);
    AnswerReader object(QLatin1StringView name);
    /// Must be there, and may be null.
    std::optional<Instant> instantOrNull(QLatin1StringView name);

    // May be left out, and may be null.
    QString textIfAny(QLatin1StringView name);
    std::optional<QStringList> textsIfAny(QLatin1StringView name);
    std::optional<Instant> instantIfAny(QLatin1StringView name);
    std::optional<qint64> wholeIfAny(QLatin1StringView name);
    std::optional<MicroUsd> moneyIfAny(QLatin1StringView name);
    std::optional<bool> flagIfAny(QLatin1StringView name);

    bool has(QLatin1StringView name) const;
    QJsonValue value(QLatin1StringView name) const { return object_.value(name); }
    QString place(QLatin1StringView name) const;
    void refuse(QLatin1StringView name, const QString &sentence);

private:
    QJsonValue required(QLatin1StringView name);
    std::optional<Instant> readInstant(QLatin1StringView name, const QJsonValue &value);

    QJsonObject object_;
    QString place_;
    JsonFault &fault_;
};

/// Without characters that steer a screen or the direction of writing: each becomes U+FFFD.
QString harmless(QString text);

} // namespace keywright
