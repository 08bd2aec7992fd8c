#include "ui/keys/key_menu.h"

#include "ui/keys/permit_look.h"
#include "ui/theme/theme.h"

namespace keywright {

KeyMenu::KeyMenu(const QList<ApiKey> &keys, const Situation &situation, QWidget *parent)
    : QMenu(parent), situation_(situation), keys_(keys) {
    setToolTipsVisible(true);
    setAccessibleName(tr("What to do with the key"));
    const int n = int(keys.size());
    const bool one = n == 1;
    if (one)
        add(KeyAct::Open, QStringLiteral("external"), tr("&Open"), Qt::Key_Return);
    add(KeyAct::CopyKey, QStringLiteral("copy"),
        one ? tr("&Copy key preview") : tr("&Copy %Ln key previews", nullptr, n), QKeySequence::Copy);
    add(KeyAct::CopyId, QStringLiteral("tag"), one ? tr("Copy &ID") : tr("Copy %Ln &IDs", nullptr, n));
    addSeparator();
    if (one) {
        const bool grace = situation.policy->rotate && situation.policy->rotate->grace;
        addGated(KeyAct::Rename, Action::Rename, QStringLiteral("edit"), tr("Re&name"), Qt::Key_F2);
        addGated(KeyAct::Rotate, Action::Rotate, QStringLiteral("rotate"), grace ? tr("Ro&tate…") : tr("Rep&lace…"));
        addGated(KeyAct::Reactivate, Action::Reactivate, QStringLiteral("undo"), tr("Re-&activate…"));
    } else {
        addGated(KeyAct::Export, Action::Export, QStringLiteral("export"), tr("&Export %Ln keys…", nullptr, n));
    }
    addSeparator();
    addGated(KeyAct::Revoke, Action::Revoke, QStringLiteral("ban"),
             one ? tr("&Revoke…") : tr("&Revoke %Ln keys…", nullptr, n), Qt::Key_Delete);
    addGated(KeyAct::Delete, Action::Delete, QStringLiteral("trash"),
             one ? tr("&Delete…") : tr("&Delete %Ln keys…", nullptr, n), Qt::SHIFT | Qt::Key_Delete);
}

QAction *KeyMenu::add(KeyAct act, const QString &icon, const QString &text, const QKeySequence &keys) {
    QAction *action = addAction(themedIcon(icon, Tone::Muted), text);
    // Shown for learning; the list itself listens to the key.
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT chosen(act); });
    return action;
}

void KeyMenu::addGated(KeyAct act, Action action, const QString &icon, const QString &text, const QKeySequence &keys) {
    const ApiKey *key = keys_.size() == 1 ? &keys_.first() : nullptr;
    applyPermit(add(act, icon, text, keys), permit(action, situation_, key));
}

} // namespace keywright
