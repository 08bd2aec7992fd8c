// A field in which one types a word or a number to show that one means it.
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace keywright {

class TypedConfirmation final : public QWidget {
    Q_OBJECT
public:
    /// `label` says what to type and may hold a mnemonic; any one of `accepted` will do, case and outer space aside.
    TypedConfirmation(const QString &label, QStringList accepted, QWidget *parent = nullptr);

    bool matches() const;
    QLineEdit *field() const { return field_; }

Q_SIGNALS:
    void changed();

private:
    QStringList accepted_;
    QLineEdit *field_;
};

} // namespace keywright
