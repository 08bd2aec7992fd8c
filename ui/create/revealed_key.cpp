#include "ui/create/revealed_key.h"

#include "core/keyring/reply.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

namespace keywright {

RevealedKey::RevealedKey(Desk &desk, Issued issued, QObject *parent)
    : QObject(parent), desk_(desk), issued_(std::move(issued)) {}

void RevealedKey::copy() {
    if (!issued_.token)
        return;
    desk_.clipboard.copySecret(*issued_.token, desk_.settings.clipboardSeconds());
    Q_EMIT copied();
    deliver();
}

void RevealedKey::copyWithKey(QByteArray text) {
    desk_.clipboard.copySecretText(text, desk_.settings.clipboardSeconds());
    keywright::wipe(text);
    Q_EMIT copied();
    deliver();
}

void RevealedKey::deliver() {
    if (delivered_)
        return;
    delivered_ = true;
    Q_EMIT delivered();
    if (!permit(Action::MarkDelivered, desk_.situation(), &issued_.key).allowed())
        return;
    whenDone(desk_.keyring.markDelivered(issued_.key.id), this, [this](const Result<ApiKey> &noted) {
        if (!noted)
            Q_EMIT noteFailed(noted.error());
    });
}

void RevealedKey::wipe() {
    issued_.token.reset();
}

} // namespace keywright
