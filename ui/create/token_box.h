// The token in its box, with the eye and Copy beside it, and what became of the copy under it.
#pragma once

#include "ui/create/revealed_key.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace keywright {

class TokenView;

class TokenBox final : public QWidget {
    Q_OBJECT
public:
    TokenBox(Desk &desk, RevealedKey &key, QWidget *parent = nullptr);

    /// How long a shown token stays shown. Default 30 s.
    void setShownFor(std::chrono::milliseconds span);
    bool isMasked() const;
    /// Lets go of the token: nothing shows or copies it again.
    void forget();
    QPushButton *copyButton() const { return copy_; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refreshEye();
    void tellCopied(int secondsLeft);
    void tellCleared();

    RevealedKey &key_;
    QWidget *frame_;
    TokenView *view_;
    QToolButton *eye_;
    QPushButton *copy_;
    QLabel *state_;
    QTimer hide_;
    bool copied_ = false;
};

} // namespace keywright
