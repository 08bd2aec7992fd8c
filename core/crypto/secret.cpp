#include "core/crypto/secret.h"

#include <QByteArray>
#include <QString>

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace keywright {

Secret::Secret(QByteArrayView bytes)
    : bytes_(std::make_unique<char[]>(std::size_t(bytes.size()))), size_(std::size_t(bytes.size())) {
    if (size_ > 0)
        std::memcpy(bytes_.get(), bytes.data(), size_);
}

Secret::Secret(Secret &&other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, std::size_t{0})) {}

Secret &Secret::operator=(Secret &&other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    other.clear();
    return *this;
}

Secret::~Secret() {
    clear();
}

void Secret::clear() {
    if (bytes_)
        OPENSSL_cleanse(bytes_.get(), size_);
    bytes_.reset();
    size_ = 0;
}

bool Secret::equals(QByteArrayView other) const {
    return std::size_t(other.size()) == size_ && CRYPTO_memcmp(bytes_.get(), other.data(), size_) == 0;
}

void wipe(QByteArray &bytes) {
    OPENSSL_cleanse(bytes.data(), std::size_t(bytes.size()));
}

void wipe(QString &text) {
    OPENSSL_cleanse(text.data(), std::size_t(text.size()) * sizeof(QChar));
}

} // namespace keywright
