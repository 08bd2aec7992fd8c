#include "ui/platform/secret_clipboard.h"

#include "ui/platform/secret_hints.h"
#include "ui/platform/secret_mime_data.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include <chrono>

namespace keywright {

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent) {
    timer_.setInterval(std::chrono::seconds(1));
    connect(&timer_, &QTimer::timeout, this, &SecretClipboard::onTick);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SecretClipboard::onClipboardChanged);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard() {
    clear();
}

void SecretClipboard::copySecret(const Secret &secret, int seconds) {
    put(secret.view(), seconds);
}

void SecretClipboard::copySecretText(const QByteArray &utf8, int seconds) {
    put(utf8, seconds);
}

void SecretClipboard::copyText(const QString &text) {
    QGuiApplication::clipboard()->setText(text, QClipboard::Clipboard);
}

void SecretClipboard::put(QByteArrayView utf8, int seconds) {
    secret_ = new SecretMimeData(utf8);
    there_ = true;
    clearsAt_ = seconds > 0 ? QDeadlineTimer(std::chrono::seconds(seconds)) : QDeadlineTimer(QDeadlineTimer::Forever);
    QGuiApplication::clipboard()->setMimeData(secret_, QClipboard::Clipboard);
    markClipboardSecret();
    if (seconds > 0)
        timer_.start();
    else
        timer_.stop();
    Q_EMIT tick(secondsLeft());
}

void SecretClipboard::clear() {
    if (holdsSecret())
        QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
    onClipboardChanged();
}

bool SecretClipboard::holdsSecret() const {
    if (secret_.isNull())
        return false;
    // By identity, never by reading the text back: Wayland lets only the focused window read. Where the system wraps
    // the data (Windows), the system says whether it is still ours.
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return clipboard->ownsClipboard() || clipboard->mimeData(QClipboard::Clipboard) == secret_;
}

int SecretClipboard::secondsLeft() const {
    if (!there_ || clearsAt_.isForever())
        return 0;
    using namespace std::chrono;
    return int(ceil<seconds>(milliseconds(clearsAt_.remainingTime())).count());
}

void SecretClipboard::onTick() {
    if (clearsAt_.hasExpired())
        clear();
    else
        Q_EMIT tick(secondsLeft());
}

void SecretClipboard::onClipboardChanged() {
    if (!there_ || holdsSecret())
        return;
    there_ = false;
    timer_.stop();
    Q_EMIT secretCleared();
}

} // namespace keywright
