// The buttons for what can be done to the key: absent where the role says no, greyed with the reason elsewhere.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QPushButton;

namespace keywright {

class KeyActions final : public QWidget {
    Q_OBJECT
public:
    explicit KeyActions(Desk &desk, QWidget *parent = nullptr);

    void show(const ApiKey &key);

Q_SIGNALS:
    void revokeRequested();
    void reactivateRequested();
    void rotateRequested();
    void eraseRequested();
    void reportRequested();

private:
    QPushButton *addButton(const QString &text, const QString &icon, const QString &objectName);
    void apply(QPushButton *button, Action action, const ApiKey &key);

    Desk &desk_;
    QPushButton *rotate_, *revoke_, *reactivate_, *erase_, *report_;
};

} // namespace keywright
