#include "ui/create/creation.h"

#include "core/keyring/reply.h"

#include <QUuid>

namespace keywright {

Creation::Creation(Desk &desk, QObject *parent) : QObject(parent), desk_(desk) {}

void Creation::start(const Draft &draft) {
    if (request_.value.isEmpty())
        request_.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
    busy_ = true;
    Q_EMIT busyChanged(true);
    whenDone(desk_.keyring.create(draft, request_), this, [this](const Result<Issued> &result) { finish(result); });
}

void Creation::forget() {
    request_ = {};
}

void Creation::finish(const Result<Issued> &result) {
    busy_ = false;
    Q_EMIT busyChanged(false);
    if (result) {
        forget();
        Q_EMIT made(*result);
        return;
    }
    // Only a lost answer leaves it open whether there is a key: then the same id finds it. Else the next try is new.
    if (result.error().kind != ErrorKind::Network && result.error().kind != ErrorKind::Cancelled)
        forget();
    Q_EMIT failed(result.error());
}

} // namespace keywright
