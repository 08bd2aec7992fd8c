// "Are you sure you want to revoke this API key?": what it will break, whether it can be undone, Cancel first.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"

class QCheckBox;
class QComboBox;

namespace keywright {

class RevokeDialog final : public ActDialog {
    Q_OBJECT
public:
    RevokeDialog(Desk &desk, KeyDetails details, QWidget *parent = nullptr);

Q_SIGNALS:
    /// All of them are revoked: the key, and those it issued where they were to go too.
    void revoked(const keywright::Outcomes &outcomes, const QString &reason);

protected:
    void act() override;

private:
    void addUse();
    void addIssuedKeys();
    void addReason();
    void finish(const Outcomes &outcomes);

    Desk &desk_;
    KeyDetails details_;
    QComboBox *reason_ = nullptr;
    QCheckBox *issuedToo_ = nullptr;
};

/// A combo box with the reasons for a revocation, "no reason given" first; currentData() is the reason's id.
QComboBox *makeReasonBox(QWidget *parent);

} // namespace keywright
