// The composition root of the window's program: settings, language, theme, clipboard, window, and who else runs.
#pragma once

#include "app/desktop/newer_version.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/translations.h"
#include "core/keychain/secret_store.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/window/main_window.h"

#include <memory>

namespace keywright {

class Desktop final : public QObject {
    Q_OBJECT
public:
    /// `settingsFile` empty: the system's place. `latest`: who is asked for the newest version, where that is wanted.
    explicit Desktop(const QString &settingsFile = {}, std::unique_ptr<SecretStore> secrets = systemSecretStore(),
                     const QUrl &latest = NewerVersion::publishedAt(), QObject *parent = nullptr);

    /// Shows the window; from now on later starts hand over to it through `instance`.
    void show(const QString &file, SingleInstance &instance);
    MainWindow &window() { return *window_; }
    Settings &settings() { return settings_; }

private:
    void applySettings();

    Settings settings_;
    std::unique_ptr<SecretStore> secrets_;
    SystemClock clock_;
    Translations translations_;
    SecretClipboard clipboard_;
    std::unique_ptr<MainWindow> window_;
    std::unique_ptr<NewerVersion> newer_;
    QUrl latest_;
    ThemeChoice theme_;
};

} // namespace keywright
