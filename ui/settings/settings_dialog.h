// What the user can set. Each change counts at once; there is nothing to save.
#pragma once

#include "ui/settings/settings.h"

#include <QDialog>

#include <functional>

class QVBoxLayout;

namespace keywright {

class FormField;

/// A language the window speaks: "de" and what it calls itself.
struct Language {
    QString id;
    QString name;
};

class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `keyringId` and its name: whose role is set; empty: none is open.
    SettingsDialog(Settings &settings, QList<Language> languages, const QString &keyringId, const QString &keyringName,
                   QWidget *parent = nullptr);

private:
    QWidget *caption(const QString &text);
    FormField *choice(const QString &label, const QStringList &options, int current,
                      const std::function<void(int)> &chosen);
    FormField *number(const QString &label, int value, int least, int most, const std::function<void(int)> &changed);
    QWidget *tick(const QString &label, bool on, const std::function<void(bool)> &changed);
    void addLook(QVBoxLayout *column);
    void addKeys(QVBoxLayout *column);
    void addNews(QVBoxLayout *column);
    void addRole(QVBoxLayout *column, const QString &keyringId, const QString &keyringName);

    Settings &settings_;
    QList<Language> languages_;
};

} // namespace keywright
