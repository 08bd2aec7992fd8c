// A token in memory: wiped when it goes, never copied, printed, logged or compared in variable time.
#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <memory>
#include <span>

namespace keywright {

/// Bytes that are wiped (OPENSSL_cleanse) when the object dies. Not copyable, not printable, no operator==.
class Secret {
public:
    Secret() = default;
    /// Takes a copy of `bytes` and leaves the original to the caller (see wipe()).
    explicit Secret(QByteArrayView bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    bool isEmpty() const { return size_ == 0; }
    qsizetype size() const { return qsizetype(size_); }
    /// A view for the moment of use: hashing, painting, writing out. Never store it.
    QByteArrayView view() const { return {bytes_.get(), qsizetype(size_)}; }
    /// Constant-time comparison (CRYPTO_memcmp).
    bool equals(QByteArrayView other) const;
    /// Wipes the bytes now; the secret is empty afterwards.
    void clear();

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
};

/// Overwrites a buffer that held a secret; the container keeps its size. A buffer that is shared is detached first, so
/// wipe before anybody else holds a copy.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace keywright
