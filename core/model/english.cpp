#include "core/model/english.h"

#include <QCoreApplication>

namespace keywright {

English::English() {
    if (plurals_.load(QStringLiteral(":/i18n/keywright_en")))
        QCoreApplication::installTranslator(&plurals_);
}

} // namespace keywright
