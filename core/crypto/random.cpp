#include "core/crypto/random.h"

#include <QUuid>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>

namespace keywright {

namespace {

void fillWithRandomBytes(std::span<unsigned char> bytes) {
    if (RAND_priv_bytes(bytes.data(), int(bytes.size())) != 1)
        qFatal("The cryptographic random generator failed; no key can be made safely.");
}

} // namespace

QByteArrayView alphabetCharacters(Alphabet alphabet) {
    return alphabet == Alphabet::Hex ? QByteArrayView("0123456789abcdef")
                                     : QByteArrayView("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}

void randomCharacters(Alphabet alphabet, std::span<char> out) {
    const QByteArrayView characters = alphabetCharacters(alphabet);
    // Bytes from `limit` on would make the first characters likelier than the rest: they are drawn again.
    const int limit = 256 - 256 % int(characters.size());
    std::array<unsigned char, 64> bytes{};
    std::size_t filled = 0;
    while (filled < out.size()) {
        fillWithRandomBytes(bytes);
        for (const unsigned char byte : bytes) {
            if (filled < out.size() && byte < limit)
                out[filled++] = characters[byte % characters.size()];
        }
    }
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

KeyId newKeyId() {
    std::array<unsigned char, 16> bytes{};
    fillWithRandomBytes(bytes);
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40); // version 4
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80); // the RFC 4122 variant
    const QUuid uuid = QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return KeyId{uuid.toString(QUuid::WithoutBraces)};
}

} // namespace keywright
