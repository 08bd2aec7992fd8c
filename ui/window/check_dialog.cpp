#include "ui/window/check_dialog.h"

#include "core/keyring/reply.h"
#include "ui/form/inline_message.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace keywright {

namespace {

constexpr QSize dialogSize(520, 240);

} // namespace

CheckDialog::CheckDialog(const QString &path, std::optional<ChainHead> known, QWidget *parent)
    : QDialog(parent), progress_(new QProgressBar(this)), verdict_(new InlineMessage(this)),
      findings_(new QLabel(this)) {
    setWindowTitle(tr("Check the keyring"));
    resize(dialogSize);
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Checking"));
    findings_->setTextFormat(Qt::PlainText);
    findings_->setWordWrap(true);
    findings_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    findings_->setText(tr("Reading %1 from end to end.").arg(QDir::toNativeSeparators(path)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::edge);
    column->setSpacing(space::group);
    column->addWidget(progress_);
    column->addWidget(verdict_);
    column->addWidget(findings_);
    column->addStretch(1);
    column->addWidget(buttons);
    const Reply<CheckReport> report = QtConcurrent::run([path, known] { return checkKeyring(path, known); });
    whenDone(report, this, [this](const Result<CheckReport> &result) {
        progress_->hide();
        if (result)
            return showReport(*result);
        findings_->clear();
        verdict_->showError(result.error());
    });
}

void CheckDialog::showReport(const CheckReport &report) {
    const bool fine = report.sound && report.chain.intact && !report.chain.knownHeadMissing;
    verdict_->showText(fine ? InlineMessage::Kind::Info : InlineMessage::Kind::Error,
                       fine ? tr("The keyring is sound.") : tr("Something is wrong with this keyring."));
    QStringList lines = report.findings;
    lines.append(tr("%Ln entries in the activity log.", nullptr, int(report.chain.entries)));
    if (!fine)
        lines.append(tr("Restore the newest backup that is sound, and keep this file for an inquiry."));
    findings_->setText(lines.join(QStringLiteral("\n\n")));
}

} // namespace keywright
