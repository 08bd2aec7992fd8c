// The fields of a new key with the buttons under them, wherever they stand: in a dialog or in the side-bar.
#pragma once

#include "ui/desk.h"
#include "ui/form/framed_page.h"

class QPushButton;

namespace keywright {

class CreateForm;
class Creation;

class CreatePage final : public FramedPage {
    Q_OBJECT
public:
    CreatePage(Desk &desk, int edge, QWidget *parent = nullptr);

    CreateForm *form() const { return form_; }
    QPushButton *createButton() const { return create_; }
    /// The keyring is being asked: nothing may be closed or changed.
    bool isBusy() const;
    /// The button's work: shows what is missing, or asks the keyring. made() follows, or an error in the page.
    void submit();
    void focusFirst();

Q_SIGNALS:
    void made(const keywright::Issued &issued);
    void givenUp(); ///< Cancel

private:
    void showError(const Error &error);
    void setBusy(bool busy);

    Creation *creation_;
    CreateForm *form_;
    QPushButton *cancel_;
    QPushButton *create_;
};

} // namespace keywright
