// One act over many keys: asked with their number, followed while it runs, told key by key where it failed.
#pragma once

#include "ui/desk.h"
#include "ui/revoke/act_dialog.h"
#include "ui/revoke/bulk_run.h"

class QComboBox;
class QProgressBar;

namespace keywright {

class OutcomeList;
class TypedConfirmation;

/// What the dialog is about: the keys to act on, and as many of them with their details as were read.
struct BulkKeys {
    QList<KeyId> ids;
    QList<KeyDetails> known;
    QStringList leftOut; ///< why others of the selection are not among them, in words
};

class BulkDialog final : public ActDialog {
    Q_OBJECT
public:
    enum class Act { Revoke, Delete };

    /// Over this many keys the number has to be typed.
    static constexpr int typedOver = 20;

    BulkDialog(Desk &desk, Act act, BulkKeys keys, QWidget *parent = nullptr);

    /// While it runs: stops after the keys under way. At the end: closes.
    void reject() override;

Q_SIGNALS:
    /// All that went through, once the dialog closes; nothing is sent if nothing did.
    void finished(const keywright::Outcomes &done, const QString &reason);

protected:
    void act() override;

private:
    void addConfirmation();
    void addTyped();
    void addProgress();
    void showRunning(bool running);
    void showOutcome();
    void close(int result);
    QString summary() const;
    QString nameOf(const Outcome &outcome) const;

    Desk &desk_;
    Act kind_;
    BulkKeys keys_;
    BulkRun *run_;
    QWidget *confirmation_ = nullptr;
    QComboBox *reason_ = nullptr;
    TypedConfirmation *typed_ = nullptr;
    QProgressBar *progress_ = nullptr;
    OutcomeList *failures_ = nullptr;
};

} // namespace keywright
