// What can be done with all selected keys, in the place of the chips while several are selected.
#pragma once

#include "core/model/permit.h"
#include "ui/keys/key_menu.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace keywright {

class BulkBar final : public QWidget {
    Q_OBJECT
public:
    explicit BulkBar(QWidget *parent = nullptr);

    void setSelection(int keys, const Situation &situation);

Q_SIGNALS:
    void chosen(keywright::KeyAct act);
    void cleared();

private:
    QPushButton *add(KeyAct act, const QString &icon, const QString &text);

    QLabel *count_;
    QPushButton *revoke_, *export_, *delete_;
};

} // namespace keywright
