// Is the keyring sound? Its file, its tables, and the chain of its log; in words.
#pragma once

#include "core/keyring/keyring_file.h"

#include <QDialog>

class QLabel;
class QProgressBar;

namespace keywright {

class InlineMessage;

class CheckDialog final : public QDialog {
    Q_OBJECT
public:
    /// `known`: the head of the log that was remembered outside the file.
    CheckDialog(const QString &path, std::optional<ChainHead> known, QWidget *parent);

private:
    void showReport(const CheckReport &report);

    QProgressBar *progress_;
    InlineMessage *verdict_;
    QLabel *findings_;
};

} // namespace keywright
