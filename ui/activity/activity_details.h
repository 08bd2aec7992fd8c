// One entry in full: what changed in plain words, and what it is made of for those who check it.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace keywright {

class ActivityDetails final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityDetails(Desk &desk, QWidget *parent = nullptr);

    void show(const Activity &entry);

Q_SIGNALS:
    void closeRequested();
    void openKeyRequested(const keywright::KeyId &id);

private:
    QString plainWords(const Activity &entry) const;

    Desk &desk_;
    KeyId key_;
    QLabel *title_;
    QLabel *words_;
    QPlainTextEdit *raw_;
    QPushButton *openKey_;
};

} // namespace keywright
