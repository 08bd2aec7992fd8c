// SHA-256, by OpenSSL.
#pragma once

#include "core/model/ids.h"

#include <QByteArrayView>

#include <initializer_list>
#include <optional>

namespace keywright {

Sha256 sha256(QByteArrayView bytes);
/// Of the concatenation, without making it.
Sha256 sha256(std::initializer_list<QByteArrayView> parts);
/// Lower-case hex, 64 characters; and back (nothing on anything else).
QString toHex(const Sha256 &digest);
std::optional<Sha256> sha256FromHex(const QString &hex);
std::optional<Sha256> sha256FromBytes(const QByteArray &bytes);

} // namespace keywright
