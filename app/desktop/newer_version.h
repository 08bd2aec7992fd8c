// Says that a newer Keywright exists, once a day at most and only where the user switched that on.
#pragma once

#include "core/model/instant.h"
#include "core/remote/newest_version.h"
#include "ui/settings/settings.h"

#include <QThread>
#include <QTimer>

namespace keywright {

class NewerVersion final : public QObject {
    Q_OBJECT
public:
    /// Where a released version's number is published.
    static QUrl publishedAt();

    /// Asks `address` where the settings say so and a day has gone by: now, when they change, and every hour.
    NewerVersion(Settings &settings, const Clock &clock, QUrl address, QObject *parent = nullptr);
    ~NewerVersion() override;

Q_SIGNALS:
    /// A version that is newer than QCoreApplication::applicationVersion().
    void found(const QString &newest);

private:
    void askIfDue();
    void hear(const QVersionNumber &newest);

    Settings &settings_;
    const Clock &clock_;
    QUrl address_;
    QThread thread_;
    NewestVersion *question_ = nullptr; ///< lives in thread_, which ends it
    QTimer hourly_;
};

} // namespace keywright
