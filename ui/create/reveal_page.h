// The one time that a new key can be seen: the key, how to try it, where to put it, and no way out by accident.
#pragma once

#include "ui/create/revealed_key.h"
#include "ui/form/framed_page.h"

class QCheckBox;
class QPushButton;

namespace keywright {

class TokenBox;

class RevealPage final : public FramedPage {
    Q_OBJECT
public:
    RevealPage(Desk &desk, Issued issued, QWidget *parent = nullptr);

    /// After a rotation: a line on what happens to the key before.
    void tellOfOldKey(const QString &text);

    RevealedKey &key() { return key_; }
    /// True when the page may go. Else it asks, in the page; finished() follows once that is answered.
    bool mayClose();
    /// Wipes our hold of the token; nothing shows it again.
    void wipe();
    void focusFirst();
    TokenBox *tokenBox() const { return token_; }

Q_SIGNALS:
    void finished();

private:
    void addHeading();
    void addNotice();
    void addSections();
    void addFooter();
    void askToLeave();
    void showDelivered();

    Desk &desk_;
    RevealedKey key_;
    InlineMessage *oldKey_;
    TokenBox *token_;
    QCheckBox *saved_;
    QPushButton *done_;
};

} // namespace keywright
