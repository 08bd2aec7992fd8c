// The window's head: which keyring, which page, and the one primary action.
#pragma once

#include "core/keyring/keyring.h"
#include "ui/window/window_actions.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace keywright {

class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(WindowActions &actions, QWidget *parent = nullptr);

    /// The keyring's name on the switcher; empty: none is open.
    void setKeyringName(const QString &name);
    /// What the keyring's policy and role offer: the words on the buttons, and whether they are there at all.
    void setSituation(const Situation &situation);
    /// No keyring is open: only the switcher and the menu stay.
    void setNoKeyring();
    /// What the switcher offers, newest first: files and servers.
    void setRecent(const QStringList &paths, const QString &current);
    void showPage(int page);

Q_SIGNALS:
    void placeChosen(const QString &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildSwitcher();
    void buildMenu();
    void elideName();

    WindowActions &actions_;
    QPushButton *switcher_;
    QMenu *switcherMenu_;
    QWidget *pages_;
    QToolButton *keysPage_, *activityPage_;
    QPushButton *testKey_, *create_;
    QToolButton *menu_;
    QString name_;
};

} // namespace keywright
