// The server's certificate: read from files, and read again without a restart.
#pragma once

#include "core/model/result.h"

#include <memory>

namespace keywright {

/// PEM files: the certificate with its chain, and its private key. Both empty: plain HTTP.
struct TlsFiles {
    QString certificate;
    QString key;
    bool isEmpty() const { return certificate.isEmpty() && key.isEmpty(); }
};

class TlsKeys {
public:
    TlsKeys();
    ~TlsKeys();
    TlsKeys(const TlsKeys &) = delete;
    TlsKeys &operator=(const TlsKeys &) = delete;

    /// New connections are shown this certificate, those that stand keep theirs. On failure the one before stays.
    Done load(const TlsFiles &files);

    class Private;
    std::unique_ptr<Private> d; ///< for the HTTP room
};

} // namespace keywright
