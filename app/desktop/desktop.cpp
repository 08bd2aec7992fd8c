#include "app/desktop/desktop.h"

#include "core/platform/process.h"
#include "ui/theme/theme.h"

namespace keywright {

Desktop::Desktop(const QString &settingsFile, std::unique_ptr<SecretStore> secrets, const QUrl &latest, QObject *parent)
    : QObject(parent), settings_(settingsFile), secrets_(std::move(secrets)), latest_(latest),
      theme_(settings_.theme()) {
    applyTheme(theme_);
    translations_.choose(settings_.language());
    window_ = std::make_unique<MainWindow>(WindowServices{.settings = settings_,
                                                          .secrets = *secrets_,
                                                          .clipboard = clipboard_,
                                                          .clock = clock_,
                                                          .user = platform::userName(),
                                                          .languages = Translations::offered()});
    connect(&settings_, &Settings::changed, this, &Desktop::applySettings);
}

void Desktop::show(const QString &file, SingleInstance &instance) {
    connect(&instance, &SingleInstance::raised, window_.get(), &MainWindow::raiseWith);
    window_->start(file);
    window_->show();
    newer_ = std::make_unique<NewerVersion>(settings_, clock_, latest_);
    connect(newer_.get(), &NewerVersion::found, window_.get(), &MainWindow::tellNewerVersion);
}

void Desktop::applySettings() {
    if (theme_ != settings_.theme()) {
        theme_ = settings_.theme();
        applyTheme(theme_);
    }
    translations_.choose(settings_.language());
}

} // namespace keywright
