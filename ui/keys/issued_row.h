// A new key in its row, once: the token painted from its Secret, with eye and Copy, until the row is left.
#pragma once

#include "ui/create/revealed_key.h"

#include <QFrame>
#include <QTimer>

class QToolButton;

namespace keywright {

class TokenView;

class IssuedRow final : public QFrame {
    Q_OBJECT
public:
    IssuedRow(Desk &desk, std::shared_ptr<RevealedKey> key, QWidget *parent);

    const KeyId &id() const { return key_->key().id; }
    /// Nobody has taken the key yet: whoever leaves the row loses it.
    bool isUncopied() const { return key_->isUncopied(); }

Q_SIGNALS:
    void done();                    ///< somebody pressed Done
    void said(const QString &text); ///< "Copied", for the status line and screen readers

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void copy();
    void setMasked(bool masked);

    Desk &desk_;
    std::shared_ptr<RevealedKey> key_;
    TokenView *view_;
    QToolButton *eye_;
    QTimer hide_;
};

} // namespace keywright
