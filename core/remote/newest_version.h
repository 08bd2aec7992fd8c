// Which version of Keywright is the newest: one question to one address, asked only where the user wants it.
#pragma once

#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>
#include <QVersionNumber>

class QNetworkReply;

namespace keywright {

/// The number in `{"version": "1.2.3"}`; null for any other text.
QVersionNumber readNewestVersion(const QByteArray &answer);

/// Asks in the thread that it lives in. The question holds the address and the program's name: no identifier, no
/// cookie, no language, no version of this system or of this program. Nothing but HTTPS, but to this computer; no
/// redirection is followed; an answer over 4 KB is none.
class NewestVersion final : public QObject {
    Q_OBJECT
public:
    explicit NewestVersion(QUrl address);

    void ask();

Q_SIGNALS:
    /// Once for each ask(); null where there was no answer, or none that makes sense.
    void answered(const QVersionNumber &newest);

private:
    void read(QNetworkReply *reply);

    QUrl address_;
    QNetworkAccessManager *network_ = nullptr; ///< made in the thread that asks
};

} // namespace keywright
