// One field of a form: label above, control, hint under it, error in its place; tied together for screen readers.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace keywright {

class FormField final : public QWidget {
    Q_OBJECT
public:
    /// `label` may hold a mnemonic (`&Name`). Takes the control over. A composite control sets a focus proxy.
    FormField(const QString &label, QWidget *control, QWidget *parent = nullptr);

    QWidget *control() const { return control_; }
    /// Puts another widget at the control's right (a button that acts on the value).
    void addBeside(QWidget *widget);
    /// Plain text under the control. The error, where there is one, stands in its place.
    void setHint(const QString &hint);
    /// A hint that asks for attention but refuses nothing (a poor name); stands in the hint's place. Empty: none.
    void setWarning(const QString &warning);
    /// What is wrong, or empty. A new error is told to screen readers.
    void setError(const QString &error);
    QString error() const { return error_; }
    bool hasError() const { return !error_.isEmpty(); }
    /// Marks the field as one that must be filled in.
    void setRequired(bool required);
    /// Why the value cannot be changed here: shown with a lock in the hint's place; the control is made read-only.
    /// Empty: it can be changed.
    void setLocked(const QString &reason);
    /// Makes the control show its value only, without a word: for pages that say why once.
    void setReadOnly(bool readOnly);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNote();
    void describe();
    void announceError();

    QLabel *label_;
    QWidget *control_;
    QHBoxLayout *controlRow_;
    QLabel *icon_;
    QLabel *note_;
    QString name_; ///< the label's text
    QString hint_, warning_, error_, locked_;
    bool required_ = false;
};

} // namespace keywright
