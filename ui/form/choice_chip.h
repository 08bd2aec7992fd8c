// One of a row of choices: a button that stays chosen, and behaves as a radio button for keyboard and screen reader.
#pragma once

#include <QPushButton>

namespace keywright {

class ChoiceChip final : public QPushButton {
    Q_OBJECT
public:
    explicit ChoiceChip(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace keywright
