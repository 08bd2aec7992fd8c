// What can be done with a key, or with several, as a menu: every act passes the gate.
#pragma once

#include "core/model/permit.h"

#include <QMenu>

namespace keywright {

enum class KeyAct { Open, CopyKey, CopyId, Rename, Rotate, Reactivate, Export, Revoke, Delete };

class KeyMenu final : public QMenu {
    Q_OBJECT
public:
    KeyMenu(const QList<ApiKey> &keys, const Situation &situation, QWidget *parent);

Q_SIGNALS:
    void chosen(keywright::KeyAct act);

private:
    QAction *add(KeyAct act, const QString &icon, const QString &text, const QKeySequence &keys = {});
    void addGated(KeyAct act, Action action, const QString &icon, const QString &text, const QKeySequence &keys = {});

    Situation situation_;
    QList<ApiKey> keys_;
};

} // namespace keywright
