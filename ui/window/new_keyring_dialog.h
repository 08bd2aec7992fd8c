// A new keyring: its name, the policy that its keys will obey, and where the file lies.
#pragma once

#include "core/keyring/keyring_file.h"

#include <QDialog>

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace keywright {

class FormField;
class InlineMessage;

class NewKeyringDialog final : public QDialog {
    Q_OBJECT
public:
    /// `caller` stands in the log as its maker. `clock` must outlive the work.
    NewKeyringDialog(const Clock &clock, Caller caller, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    /// The file is there, and may be opened.
    void created(const QString &path);

private:
    QWidget *policyChoices();
    void addPolicy(const KeyPolicy &policy);
    void readOwnPolicies();
    void browse();
    void suggestPlace();
    void create();
    void setBusy(bool busy);

    const Clock &clock_;
    Caller caller_;
    QVBoxLayout *policyColumn_ = nullptr;
    QButtonGroup *choices_;
    std::vector<KeyPolicy> policies_;
    QLineEdit *nameEdit_, *placeEdit_;
    FormField *name_, *place_;
    InlineMessage *message_;
    QPushButton *cancel_, *create_;
    bool placeChosen_ = false;
    bool busy_ = false;
};

} // namespace keywright
