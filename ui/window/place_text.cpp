#include "ui/window/place_text.h"

#include "core/remote/server_address.h"

#include <QDir>
#include <QFileInfo>

namespace keywright {

QString placeName(const QString &place) {
    return isServerUrl(place) ? QUrl(place).authority() : QFileInfo(place).completeBaseName();
}

QString placeDetail(const QString &place) {
    return isServerUrl(place) ? place : QDir::toNativeSeparators(place);
}

} // namespace keywright
