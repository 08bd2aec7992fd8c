// Ways to put a new key where a script reads it: an environment line, a `.env` file.
#pragma once

#include "core/keyring/env_file.h"
#include "ui/create/revealed_key.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace keywright {

class FormField;
class InlineMessage;

class EnvSection final : public QWidget {
    Q_OBJECT
public:
    /// Questions and outcomes are told in `message`.
    EnvSection(Desk &desk, RevealedKey &key, InlineMessage &message, QWidget *parent = nullptr);

    QString variable() const;
    /// Saves to a file that was chosen: looks first, and asks where a variable would be replaced or git might publish
    /// it.
    void saveTo(const QString &path);

Q_SIGNALS:
    void variableChanged(const QString &variable); ///< a good one

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void judgeVariable();
    void copyLine();
    void chooseFile();
    void ask(const QString &path, const EnvFilePlan &plan);
    void write(const QString &path, bool replace);
    void finish(const QString &path, const Done &saved);
    void setBusy(bool busy);

    Desk &desk_;
    RevealedKey &key_;
    InlineMessage &message_;
    QLineEdit *variable_;
    FormField *field_;
    QPushButton *copy_;
    QPushButton *save_;
};

} // namespace keywright
