// A part of a form that is folded away until somebody wants it.
#pragma once

#include <QWidget>

class QToolButton;

namespace keywright {

class Disclosure final : public QWidget {
    Q_OBJECT
public:
    /// `title` may hold a mnemonic. Takes the content over; folded at first.
    Disclosure(const QString &title, QWidget *content, QWidget *parent = nullptr);
    bool isOpen() const { return open_; }
    void setOpen(bool open);

Q_SIGNALS:
    void toggled(bool open); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QToolButton *button_;
    QWidget *content_;
    bool open_ = false;
};

} // namespace keywright
