// SHA-256, by OpenSSL.
#pragma once

#include "core/model/ids.h"

#include <QByteArrayView>

#include <initializer_list>
#include <memory>
#include <optional>

namespace keywright {

Sha256 sha256(QByteArrayView bytes);
/// Of the concatenation, without making it.
Sha256 sha256(std::initializer_list<QByteArrayView> parts);

/// Hashes one text after the other, quicker than sha256() because what OpenSSL needs for it is made once. For one
/// thread at a time.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher &) = delete;
    Hasher &operator=(const Hasher &) = delete;
    Sha256 operator()(QByteArrayView bytes);

private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
};

/// Lower-case hex, 64 characters; and back (nothing on anything else).
QString toHex(const Sha256 &digest);
std::optional<Sha256> sha256FromHex(const QString &hex);
std::optional<Sha256> sha256FromBytes(const QByteArray &bytes);

} // namespace keywright
