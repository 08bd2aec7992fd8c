// Values on their way into SQL and back.
#pragma once

#include "core/crypto/digest.h"
#include "core/model/instant.h"
#include "core/store/connection.h"

namespace keywright {

/// For NOT NULL texts: a null QString is bound as NULL.
inline QVariant sqlText(const QString &text) {
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
/// For texts that are NULL when empty.
inline QVariant sqlOptional(const QString &text) {
    return text.isEmpty() ? QVariant() : QVariant(text);
}
inline QVariant sqlOptional(const std::optional<Instant> &instant) {
    return instant ? QVariant(toEpoch(*instant)) : QVariant();
}
inline QVariant sqlOptional(const std::optional<MicroUsd> &amount) {
    return amount ? QVariant(amount->micros) : QVariant();
}
inline QVariant sqlOptional(const std::optional<int> &number) {
    return number ? QVariant(*number) : QVariant();
}
inline QVariant sqlDigest(const Sha256 &digest) {
    return digest.toByteArray();
}

inline std::optional<Instant> optionalInstant(const Row &row, int column) {
    const auto seconds = row.optionalInteger(column);
    return seconds ? std::optional(fromEpoch(*seconds)) : std::nullopt;
}
inline std::optional<MicroUsd> optionalUsd(const Row &row, int column) {
    const auto micros = row.optionalInteger(column);
    return micros ? std::optional(MicroUsd{*micros}) : std::nullopt;
}

} // namespace keywright
