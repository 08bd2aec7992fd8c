// The checksum at the end of a token: tells a mistyped one from an unknown one. Not a protection.
#pragma once

#include <QByteArray>

#include <cstdint>

namespace keywright {

/// CRC-32 (ISO-HDLC, as in zip and PNG): of "123456789" it is 0xCBF43926.
std::uint32_t crc32(QByteArrayView bytes);

/// The CRC-32 as base62 characters, big-endian, padded with zeros to `length` (6 hold every value).
QByteArray checksumCharacters(QByteArrayView bytes, int length);

} // namespace keywright
