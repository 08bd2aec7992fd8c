// The ready test request of a new key: with the key in a variable to look at and copy, or with the key in it to copy.
#pragma once

#include "ui/create/revealed_key.h"

#include <QWidget>

class QLabel;

namespace keywright {

class RequestSection final : public QWidget {
    Q_OBJECT
public:
    RequestSection(Desk &desk, RevealedKey &key, QWidget *parent = nullptr);
    void setVariable(const QString &variable);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copyWithKey();

    Desk &desk_;
    RevealedKey &key_;
    QLabel *text_;
};

} // namespace keywright
