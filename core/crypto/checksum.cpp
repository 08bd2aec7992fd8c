#include "core/crypto/checksum.h"

#include "core/crypto/random.h"

#include <array>

namespace keywright {

namespace {

constexpr std::array<std::uint32_t, 256> crcTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? (value >> 1U) ^ 0xEDB88320U : value >> 1U;
        table[i] = value;
    }
    return table;
}

} // namespace

std::uint32_t crc32(QByteArrayView bytes) {
    static constexpr auto table = crcTable();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

QByteArray checksumCharacters(QByteArrayView bytes, int length) {
    const QByteArrayView digits = alphabetCharacters(Alphabet::Base62);
    QByteArray text(length, digits[0]);
    std::uint32_t rest = crc32(bytes);
    for (qsizetype i = length - 1; i >= 0; --i, rest /= 62)
        text[i] = digits[qsizetype(rest % 62)];
    return text;
}

} // namespace keywright
