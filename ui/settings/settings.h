// What the user set and what the window remembers: one typed place over QSettings. Never a secret.
#pragma once

#include "core/keyring/keyring.h"
#include "core/keyring/keyring_memory.h"
#include "core/remote/server_address.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QSettings>

namespace keywright {

class Settings final : public QObject {
    Q_OBJECT
public:
    /// `file` empty: the system's place for settings; else an .ini file (tests).
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    /// Where the settings are kept.
    QString fileName() const { return store_.fileName(); }

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    int clipboardSeconds() const; ///< default 30; 0: until something else is copied
    void setClipboardSeconds(int seconds);
    int expiringDays() const; ///< default 14
    void setExpiringDays(int days);
    int unusedDays() const; ///< default 90
    void setUnusedDays(int days);
    QString language() const; ///< "en", "de"; empty: the system's
    void setLanguage(const QString &language);
    bool utcTimes() const;
    void setUtcTimes(bool on);
    bool compactRows() const;
    void setCompactRows(bool on);

    /// Whether the last list of a server is kept on this computer for times without it.
    bool keepCopies() const;
    void setKeepCopies(bool on);

    /// Whether the window asks for the newest version's number, and says when it is newer. Off by default.
    bool saysNewerVersion() const;
    void setSaysNewerVersion(bool on);
    /// On, and not asked within the last day.
    bool mayAskForVersion(Instant now) const;
    void setAskedForVersion(Instant now);

    /// What is remembered of a server beside its address: certificates, policy. Never a key.
    ServerAddress server(const QString &place) const;
    void rememberServer(const ServerAddress &address);
    /// With its place among the recent keyrings.
    void forgetServer(const QString &place);

    /// Paths and addresses of the keyrings opened, newest first.
    QStringList recentKeyrings() const;
    void rememberKeyring(const QString &path);
    void forgetKeyring(const QString &path);

    /// Per keyring (by keyring_id): the role, the view's state, the last head of its log (outside the file, so that
    /// cutting it shows).
    Role role(const QString &keyringId) const; ///< default admin
    void setRole(const QString &keyringId, Role role);
    QVariant viewState(const QString &keyringId, const QString &what) const;
    void setViewState(const QString &keyringId, const QString &what, const QVariant &state);
    std::optional<ChainHead> knownHead(const QString &keyringId) const;
    void setKnownHead(const QString &keyringId, const ChainHead &head);

Q_SIGNALS:
    void changed(); ///< any of the values that alter what is on the screen

private:
    void store(const QString &name, const QVariant &value);

    QSettings store_;
    KeyringMemory memory_{store_};
};

} // namespace keywright
