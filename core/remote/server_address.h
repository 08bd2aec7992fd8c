// Where a remote keyring lives, and how its server is recognised. No secret.
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QUrl>

namespace keywright {

struct ServerAddress {
    QUrl url;            ///< scheme, host, port and a path without a slash at its end; see parseServerUrl()
    QString caFile = {}; ///< PEM: certificate authorities to trust besides the system's
    QByteArray pin = {}; ///< SHA-256 of the server's public key (SPKI), 32 bytes; empty: none
    QString policy = {}; ///< the rules of a server that doesn't tell its own (a policy's id); empty: the usual ones

    /// `https://keys.example.com`, as people and settings know it.
    QString text() const { return url.toString(QUrl::FullyEncoded); }
    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

/// The address as people type it: `https://` may be left out, a `/v1` or a slash at the end too. Refused: plain HTTP
/// but to this computer, credentials, a query, a key.
Result<QUrl> parseServerUrl(const QString &text);

/// Whether a place among the recent keyrings is a server's address and no file.
bool isServerUrl(const QString &place);

/// This computer itself: 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

/// A pin as people paste it: 64 hex digits, or base64 with or without `sha256/` before it.
Result<QByteArray> parsePin(const QString &text);

/// Names the server in settings, cache and keychain: made from its address alone.
QString serverId(const QUrl &url);

} // namespace keywright
