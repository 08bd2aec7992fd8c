#include "app/desktop/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString systemLanguage(const QList<Language> &offered) {
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString language = wanted.section(u'-', 0, 0);
        if (std::ranges::any_of(offered, [&](const Language &one) { return one.id == language; }))
            return language;
    }
    return u"en"_s;
}

} // namespace

Translations::Translations(QObject *parent) : QObject(parent) {}

QList<Language> Translations::offered() {
    return {{u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}};
}

void Translations::choose(const QString &language) {
    const QString wanted = language.isEmpty() ? systemLanguage(offered()) : language;
    if (wanted == current_)
        return;
    current_ = wanted;
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
    // Dates and numbers follow the language; the system's own formats where it is the system's language.
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(wanted) ? system : QLocale(wanted));
    if (qt_.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
    if (own_.load(u":/i18n/keywright_"_s + wanted))
        QCoreApplication::installTranslator(&own_);
}

} // namespace keywright
