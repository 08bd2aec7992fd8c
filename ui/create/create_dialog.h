// The dialog in which a key is made, and which then turns into the one place where it can be seen.
#pragma once

#include "ui/desk.h"

#include <QDialog>

class QStackedLayout;

namespace keywright {

class CreatePage;
class FramedPage;
class RevealPage;
class RevealedKey;

class CreateDialog final : public QDialog {
    Q_OBJECT
public:
    explicit CreateDialog(Desk &desk, QWidget *parent = nullptr);

    /// Starts with the fields of a new key.
    void showForm();
    /// Starts with, or turns into, the reveal of a key.
    void showReveal(const Issued &issued);
    RevealPage *revealPage() const { return reveal_; }

    /// Not while the keyring is asked, and not over an uncopied key without asking.
    void reject() override;

Q_SIGNALS:
    void created(const keywright::ApiKey &key);
    /// The key stands on this dialog's page from now on.
    void revealed(keywright::RevealedKey *key);
    /// For policies that show the new key in its row: the dialog closes.
    void issuedInRow(const keywright::Issued &issued);

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void onMade(const Issued &issued);
    void turnTo(FramedPage *page, int width);
    FramedPage *page() const;

    Desk &desk_;
    QStackedLayout *stack_;
    CreatePage *create_ = nullptr;
    RevealPage *reveal_ = nullptr;
};

} // namespace keywright
