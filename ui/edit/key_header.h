// The top of the sidebar: the key's name, its status, its preview with Copy, and the way out.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace keywright {

class KeyHeader final : public QWidget {
    Q_OBJECT
public:
    explicit KeyHeader(Desk &desk, QWidget *parent = nullptr);

    void show(const ApiKey &key);

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStatus();
    void copyPreview();

    Desk &desk_;
    ApiKey key_;
    QLabel *name_;
    QLabel *statusIcon_;
    QLabel *status_;
    QLabel *preview_;
    QToolButton *copy_;
    QToolButton *close_;
};

} // namespace keywright
