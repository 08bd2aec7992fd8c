// How a key comes into being in one keyring's window: where its fields stand, and where its token is shown once.
#pragma once

#include "ui/desk.h"

#include <QPointer>

namespace keywright {

class CreateDialog;
class CreateSidebar;
class RevealedKey;

class CreateFlow final : public QObject {
    Q_OBJECT
public:
    /// Dialogs are opened over `window`, which outlives the flow.
    CreateFlow(Desk &desk, QWidget *window);
    ~CreateFlow() override;

    /// The fields of a new key, for policies that make keys in the side-bar; null for the others. The caller puts it in
    /// its place and shows it on createRequested; sidebarDone() says when it can go.
    QWidget *sidebar();
    /// A token is on the screen, in a dialog or in its row, that nobody has taken: closing the window would lose it.
    bool holdsUncopiedToken() const;

public Q_SLOTS:
    /// Opens the dialog, or puts the keyboard in the side-bar.
    void createKey();
    /// One click: a test key, as the policy has it (C7).
    void createTestKey();
    /// Shows the token of a key that was made elsewhere: by a rotation. Says what happens to the key before it.
    void reveal(const keywright::Issued &issued);

Q_SIGNALS:
    /// For policies that show a new key in its row: there it can be copied, once.
    void issuedInRow(const std::shared_ptr<keywright::RevealedKey> &key);
    void created(const keywright::ApiKey &key);
    void failed(const keywright::Error &error);
    void sidebarDone();

private:
    CreateDialog *newDialog();
    void show(const Issued &issued);
    void showInRow(const Issued &issued);
    void watch(RevealedKey *key);
    void tellOfOldKey(const Issued &issued, CreateDialog *dialog);

    Desk &desk_;
    QWidget *window_;
    QPointer<CreateSidebar> sidebar_;
    QList<QPointer<CreateDialog>> dialogs_;
    QList<QPointer<RevealedKey>> shown_; ///< wherever they stand
    bool makingTestKey_ = false;
};

} // namespace keywright
