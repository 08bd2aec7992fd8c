// What a person does to keys: each act passes the gate, asks in its dialog, and tells how it went.
#pragma once

#include "ui/desk.h"

#include <functional>

class QDialog;

namespace keywright {

class KeyCommands final : public QObject {
    Q_OBJECT
public:
    /// `window` is what the dialogs belong to; it must outlive the commands.
    KeyCommands(Desk &desk, QWidget *window);

public Q_SLOTS:
    void revoke(const QList<keywright::KeyId> &ids);
    void erase(const QList<keywright::KeyId> &ids);
    void reactivate(const keywright::KeyId &id);
    void rotate(const keywright::KeyId &id);
    /// For a key that nobody has: a new one with the same settings, and the old one revoked.
    void revokeAndReplace(const keywright::KeyId &id);

Q_SIGNALS:
    /// Something was done. `undo`, where there is one, takes it back; `undoText` is its button.
    void notice(const QString &text, const QString &undoText, const std::function<void()> &undo);
    /// A new key was made: its token is to be shown, once.
    void issued(const keywright::Issued &issued);
    /// The gate says no, or the key could not be read; said in words.
    void failed(const keywright::Error &error);

private:
    using Ready = std::function<void(const KeyDetails &)>;
    using Gathered = std::function<void(const QList<KeyDetails> &)>;
    void withKey(const KeyId &id, Action action, Ready ready);
    void withKeys(const QList<KeyId> &ids, Gathered gathered);
    void revokeOne(const KeyDetails &details);
    void many(Action action, const QList<KeyId> &ids);
    void openBulk(Action action, const QList<KeyId> &ids, const QList<KeyDetails> &known);
    void tellRevoked(const Outcomes &outcomes, const QString &reason);
    std::function<void()> undoOf(const Outcomes &outcomes, const QString &reason);
    void undo(QList<ApiKey> keys, int back);
    void open(QDialog *dialog);

    Desk &desk_;
    QWidget *window_;
};

} // namespace keywright
