#include "core/crypto/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

namespace keywright {

Sha256 sha256(QByteArrayView bytes) {
    thread_local Hasher hasher;
    return hasher(bytes);
}

Sha256 sha256(std::initializer_list<QByteArrayView> parts) {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    bool fine = context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        fine = fine && EVP_DigestUpdate(context.get(), part.data(), std::size_t(part.size())) == 1;
    Sha256 digest;
    fine =
        fine && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.bytes.data()), nullptr) == 1;
    if (!fine)
        qFatal("SHA-256 is not available from OpenSSL.");
    return digest;
}

struct Hasher::Tools {
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Hasher::Hasher() : tools_(std::make_unique<Tools>()) {
    if (!tools_->algorithm || !tools_->context ||
        EVP_DigestInit_ex2(tools_->context.get(), tools_->algorithm.get(), nullptr) != 1)
        qFatal("SHA-256 is not available from OpenSSL.");
}

Hasher::~Hasher() = default;

Sha256 Hasher::operator()(QByteArrayView bytes) {
    Sha256 digest;
    EVP_MD_CTX *context = tools_->context.get();
    // No algorithm named: the one that is set already begins anew.
    if (EVP_DigestInit_ex2(context, nullptr, nullptr) != 1 ||
        EVP_DigestUpdate(context, bytes.data(), std::size_t(bytes.size())) != 1 ||
        EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(digest.bytes.data()), nullptr) != 1)
        qFatal("SHA-256 is not available from OpenSSL.");
    return digest;
}

QString toHex(const Sha256 &digest) {
    return QString::fromLatin1(digest.toByteArray().toHex());
}

std::optional<Sha256> sha256FromHex(const QString &hex) {
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    if (hex.size() != 64 || !std::all_of(hex.begin(), hex.end(), isHex))
        return std::nullopt;
    return sha256FromBytes(QByteArray::fromHex(hex.toLatin1()));
}

std::optional<Sha256> sha256FromBytes(const QByteArray &bytes) {
    Sha256 digest;
    if (bytes.size() != qsizetype(digest.bytes.size()))
        return std::nullopt;
    std::transform(bytes.begin(), bytes.end(), digest.bytes.begin(), [](char c) { return std::byte(c); });
    return digest;
}

} // namespace keywright
