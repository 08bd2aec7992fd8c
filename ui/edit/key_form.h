// What can be edited of a key, and, where it cannot, its value with the reason.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace keywright {

class FormField;
class InlineMessage;
class LimitField;
class ScopeTicks;

class KeyForm final : public QWidget {
    Q_OBJECT
public:
    /// Has the fields that the keyring's policy knows.
    explicit KeyForm(Desk &desk, QWidget *parent = nullptr);

    /// Shows the key's values and takes them as the ones to compare with; what was typed is gone.
    void setKey(const ApiKey &key);
    /// Takes a newer state of the key as the one to compare with; what was typed stays.
    void rebase(const ApiKey &newer);
    /// Puts the permits of the key anew: a role or a state has changed.
    void refreshPermits();

    /// What was typed and differs from the key. An amount or a number that is none gives its error.
    Result<Changes> changes() const;
    bool isChanged() const;
    /// Judges what is typed; errors stand beside their fields. True when all is well.
    bool judge();
    /// Puts the keyring's answer beside its field; false when it belongs to none of them.
    bool showProblem(const Error &error);
    void editName();

Q_SIGNALS:
    void edited(); ///< by the user

private:
    /// The texts and ticks as they stand in the controls.
    struct Values {
        QString name, owner, note, daily, monthly, rate;
        QStringList scopes;
        friend bool operator==(const Values &, const Values &) = default;
    };
    FormField *addField(const QString &label, QWidget *control);
    void addLimits(const KeyPolicy::SpendLimits &limits);
    void addRate(const KeyPolicy::RateLimit &rate);
    Values typed() const;
    Values shown(const ApiKey &key) const;
    void put(const Values &values);
    void apply(FormField *field, Action action, const Situation &situation, const QString &saidOnce);
    /// The one reason why most fields are locked, said above them instead of at each; empty: there is none.
    QString commonReason(const Situation &situation) const;
    void clearErrors();
    void hintAtName();
    Result<std::optional<int>> rate() const;

    Desk &desk_;
    ApiKey key_;
    bool putting_ = false;
    QLineEdit *name_;
    QLineEdit *owner_;
    QPlainTextEdit *note_;
    ScopeTicks *scopes_;
    LimitField *daily_ = nullptr;
    LimitField *monthly_ = nullptr;
    QLineEdit *rate_ = nullptr;
    InlineMessage *locked_;
    FormField *nameField_, *ownerField_, *noteField_, *scopesField_;
    FormField *dailyField_ = nullptr, *monthlyField_ = nullptr, *rateField_ = nullptr;
};

} // namespace keywright
