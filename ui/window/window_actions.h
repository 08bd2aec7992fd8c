// Everything the window can be told to do, once: words, icons, keys. Menus, buttons, the palette and the page of
// shortcuts all show these.
#pragma once

#include <QAction>
#include <QObject>

namespace keywright {

class WindowActions final : public QObject {
    Q_OBJECT
public:
    /// The actions work in `window`.
    explicit WindowActions(QWidget *window);

    QAction *createKey, *createTestKey;
    QAction *search, *palette;
    QAction *keysPage, *activityPage;
    QAction *newKeyring, *openKeyring, *connectServer, *sample, *closeKeyring, *forgetServer;
    QAction *backup, *restore, *check, *developerApi;
    QAction *settings, *shortcuts, *whereIsMyData, *about, *quit;

    /// In the order in which people read them; null stands for a gap.
    QList<QAction *> all() const { return all_; }
    /// The action's words, without mnemonic and dots.
    static QString words(const QAction &action);
    /// Those that need an open keyring.
    void setKeyringOpen(bool open);
    /// What `developerApi` would do.
    void setDeveloperApi(bool on);

private:
    QAction *add(const QString &name, const QString &text, const QString &icon, const QKeySequence &keys = {});

    QWidget *window_;
    QList<QAction *> all_;
};

} // namespace keywright
