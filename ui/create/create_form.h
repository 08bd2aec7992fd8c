// The fields of a new key: only those that the keyring's policy has, judged as one types, each beside itself.
#pragma once

#include "ui/desk.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace keywright {

class Disclosure;
class ExpiryChooser;
class FormField;
class LimitField;
class ScopeTicks;

class CreateForm final : public QWidget {
    Q_OBJECT
public:
    explicit CreateForm(Desk &desk, QWidget *parent = nullptr);

    Draft draft() const;
    /// Every broken rule: what is no value at all, then what problems() says of the draft.
    QList<Error> mistakes() const;
    /// Shows every mistake beside its field, also of fields that nobody has touched yet. Returns the ones that belong
    /// to no field here.
    QList<Error> showMistakes();
    /// Puts an error that came back beside its field; false when it belongs to none here.
    bool showError(const Error &error);
    /// The control of the first field with an error, or null.
    QWidget *firstMistake() const;
    /// The control to begin with.
    QWidget *firstControl() const;
    bool isEdited() const { return !touched_.isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    FormField *addField(QVBoxLayout *column, const QString &label, QWidget *control, const QString &id);
    void addName(QVBoxLayout *column);
    void addScopes(QVBoxLayout *column);
    void addExpiry(QVBoxLayout *column);
    void addLimits(QVBoxLayout *column);
    void addMore(QVBoxLayout *column);
    void touch(FormField *field);
    void refresh();
    QString scopesWarning() const;
    FormField *fieldOf(const QString &jsonName) const;
    const KeyPolicy &policy() const { return *policy_; }

    Desk &desk_;
    std::shared_ptr<const KeyPolicy> policy_;
    QList<FormField *> fields_; ///< top to bottom; objectName() is the group of JSON names they answer to
    QSet<FormField *> touched_;
    bool asked_ = false; ///< Create was pressed: untouched fields speak up too

    QLineEdit *name_ = nullptr;
    ScopeTicks *scopes_ = nullptr;
    ExpiryChooser *expiry_ = nullptr;
    LimitField *daily_ = nullptr;
    LimitField *monthly_ = nullptr;
    QLineEdit *rate_ = nullptr;
    QLineEdit *owner_ = nullptr;
    QPlainTextEdit *note_ = nullptr;
    Disclosure *more_ = nullptr;
};

} // namespace keywright
