// The new key's fields in the right-hand side-bar, for policies that make keys there.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace keywright {

class CreatePage;

class CreateSidebar final : public QWidget {
    Q_OBJECT
public:
    explicit CreateSidebar(Desk &desk, QWidget *parent = nullptr);

    /// Puts the keyboard in the first field; of a new key, unless one is being typed already.
    void start();

Q_SIGNALS:
    void made(const keywright::Issued &issued);
    void done(); ///< nothing more to do here: saved, or given up

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addHeader();
    void renew();
    void giveUp();

    Desk &desk_;
    QVBoxLayout *column_;
    QToolButton *close_;
    CreatePage *page_ = nullptr;
    bool used_ = false; ///< saved or given up: start() begins anew
};

} // namespace keywright
