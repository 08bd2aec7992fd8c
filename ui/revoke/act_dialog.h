// A dialog that asks before it acts: what it is about, what will happen, Cancel first, and errors in their place.
#pragma once

#include "core/model/result.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace keywright {

class InlineMessage;
struct ApiKey;

class ActDialog : public QDialog {
    Q_OBJECT
public:
    explicit ActDialog(const QString &title, QWidget *parent = nullptr);

    /// Not while the act is under way: it cannot be taken back half done.
    void reject() override;

protected:
    enum class Danger { None, Destroys };

    /// The key's name and its preview at the top.
    void addKey(const ApiKey &key);
    /// A plain paragraph; `role` one of the mark... functions of the theme, or none.
    QLabel *addText(const QString &text, void (*role)(QLabel *) = nullptr);
    /// The question, last before the buttons, read out with the dialog.
    QLabel *addQuestion(const QString &question);
    void addRow(QWidget *row);
    /// Names the button that acts, at the right; Cancel stays the default and has the focus.
    void setAct(const QString &text, Danger danger);
    QPushButton *actButton() const { return act_; }
    QPushButton *cancelButton() const { return cancel_; }

    /// The button's work: begins it, then calls setBusy(true).
    virtual void act() = 0;
    void setBusy(bool busy, const QString &what = {});
    bool isBusy() const { return busy_; }
    void showError(const Error &error);
    void clearMessage();
    InlineMessage *message() const { return message_; }
    QWidget *content() const { return content_; }

    /// Makes room for what was added after the dialog was shown.
    void fitToScreen();

    void showEvent(QShowEvent *event) override;

private:
    void orderTabs();

    QScrollArea *scroll_;
    QWidget *content_;
    QVBoxLayout *column_;
    InlineMessage *message_;
    QLabel *state_;
    QPushButton *cancel_;
    QPushButton *act_;
    QHBoxLayout *buttons_;
    bool busy_ = false;
    bool fitted_ = false;
};

} // namespace keywright
