// What one does with the keyring's file as a whole: back it up, restore a backup, check it. Never on the GUI thread.
#pragma once

#include "core/keyring/keyring_file.h"

#include <QObject>

class QWidget;

namespace keywright {

class Settings;

class FileActs final : public QObject {
    Q_OBJECT
public:
    /// `path`: the keyring's file. All must outlive the acts.
    FileActs(QString path, KeyringInfo info, const Clock &clock, Settings &settings, QWidget *window);

    /// Asks where to, then writes a consistent copy.
    void backup();
    /// Asks for the backup, shows what would happen, then restores it.
    void restore();
    /// Checks file, schema and log, and shows what was found.
    void check();
    /// Asks, then turns the Developer API on, or off where it is on.
    void switchDeveloperApi();

Q_SIGNALS:
    void notice(const QString &text);
    void failed(const keywright::Error &error);
    void restored();

private:
    void backupTo(const QString &target);
    void restoreFrom(const QString &backup);

    QString path_;
    KeyringInfo info_;
    const Clock &clock_;
    Settings &settings_;
    QWidget *window_;
};

} // namespace keywright
