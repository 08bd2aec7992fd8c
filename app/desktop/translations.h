// The window's language: the user's choice, or the system's; switched while the window is open.
#pragma once

#include "ui/settings/settings_dialog.h"

#include <QObject>
#include <QTranslator>

namespace keywright {

class Translations final : public QObject {
    Q_OBJECT
public:
    explicit Translations(QObject *parent = nullptr);

    /// "en", "de"; empty: the system's, and English where it is none of ours. Windows hear of it (LanguageChange).
    void choose(const QString &language);
    QString current() const { return current_; }
    static QList<Language> offered();

private:
    QTranslator own_, qt_;
    QString current_;
};

} // namespace keywright
