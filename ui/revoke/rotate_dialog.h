// Rotating a key: how long the old one lives on, when the new one stops, and what that means as instants.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"

class QDateEdit;
class QRadioButton;
class QSpinBox;

namespace keywright {

class ExpiryChooser;
class FormField;

class RotateDialog final : public ActDialog {
    Q_OBJECT
public:
    RotateDialog(Desk &desk, KeyDetails details, QWidget *parent = nullptr);

Q_SIGNALS:
    void rotated(const keywright::Issued &issued);

protected:
    void act() override;

private:
    void addGrace(const KeyPolicy::Grace &grace);
    void addReplacement();
    void addExpiry();
    Rotation rotation() const;
    RevokeOld revokeOld() const;
    /// Judges what is chosen: says what will happen, or what is wrong beside the field.
    void refresh();
    void showProblem(const Error &error);
    QString oldKeyText(const CheckedRotation &checked) const;
    QString newKeyText(const CheckedRotation &checked) const;

    Desk &desk_;
    KeyDetails details_;
    RequestId request_;
    FormField *graceField_ = nullptr;
    QSpinBox *grace_ = nullptr;
    QRadioButton *now_ = nullptr;
    QRadioButton *onDate_ = nullptr;
    QRadioButton *myself_ = nullptr;
    QDateEdit *date_ = nullptr;
    FormField *expiryField_ = nullptr;
    ExpiryChooser *expiry_ = nullptr;
    QLabel *oldKey_ = nullptr;
    QLabel *newKey_ = nullptr;
};

} // namespace keywright
