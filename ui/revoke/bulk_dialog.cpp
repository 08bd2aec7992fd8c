#include "ui/revoke/bulk_dialog.h"

#include "core/model/instant_text.h"
#include "ui/form/form_field.h"
#include "ui/form/inline_message.h"
#include "ui/revoke/impact.h"
#include "ui/revoke/outcome_list.h"
#include "ui/revoke/revoke_dialog.h"
#include "ui/revoke/typed_confirmation.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace keywright {
namespace {

constexpr int linesShown = 6;

bool revoking(BulkDialog::Act act) {
    return act == BulkDialog::Act::Revoke;
}

BulkRun::Call callOf(Desk &desk, BulkDialog::Act act, std::function<QString()> reason) {
    if (revoking(act))
        return
            [&desk, reason = std::move(reason)](const QList<KeyId> &ids) { return desk.keyring.revoke(ids, reason()); };
    return [&desk](const QList<KeyId> &ids) { return desk.keyring.erase(ids); };
}

} // namespace

BulkDialog::BulkDialog(Desk &desk, Act act, BulkKeys keys, QWidget *parent)
    : ActDialog(revoking(act) ? tr("Revoke API keys") : tr("Delete API keys"), parent), desk_(desk), kind_(act),
      keys_(std::move(keys)),
      run_(new BulkRun(keys_.ids,
                       callOf(desk, act, [this] { return reason_ ? reason_->currentData().toString() : QString(); }),
                       this)) {
    setObjectName(QStringLiteral("bulkDialog"));
    addConfirmation();
    addProgress();
    setAct(revoking(kind_) ? tr("&Revoke") : tr("&Delete"), Danger::Destroys);
    if (typed_)
        actButton()->setEnabled(false);
    connect(run_, &BulkRun::progressed, this, [this](int handled, int total) {
        progress_->setMaximum(total);
        progress_->setValue(handled);
    });
    connect(run_, &BulkRun::finished, this, &BulkDialog::showOutcome);
}

void BulkDialog::addConfirmation() {
    const Instant now = desk_.clock.now();
    const int count = int(keys_.ids.size());
    QLabel *question = addText(revoking(kind_) ? tr("Are you sure you want to revoke these %1 API keys?").arg(count)
                                               : tr("Are you sure you want to delete these %1 API keys?").arg(count),
                               markTitle);
    cancelButton()->setAccessibleDescription(question->text());
    confirmation_ = new QWidget(content());
    auto *rows = new QVBoxLayout(confirmation_);
    rows->setContentsMargins({});
    rows->setSpacing(space::group);
    const auto paragraph = [&](const QString &text) {
        auto *label = new QLabel(text, confirmation_);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        rows->addWidget(label);
    };
    auto *list = new OutcomeList(tr("The keys"), tr("Last used"), confirmation_);
    for (const KeyDetails &one : keys_.known)
        list->addLine(displayName(one.key),
                      one.key.usage.lastUsedAt ? relativeText(*one.key.usage.lastUsedAt, now) : tr("never"));
    list->fit(linesShown);
    rows->addWidget(list);
    if (const auto more = count - int(keys_.known.size()); more > 0)
        paragraph(tr("and %Ln more", nullptr, more));
    const auto recent = std::ranges::count_if(keys_.known, [&](const auto &one) { return usedRecently(one.key, now); });
    if (recent > 0)
        paragraph(tr("Used within the last 7 days: %1 of them. Whatever uses them is refused from its next request on.")
                      .arg(recent));
    for (const QString &why : keys_.leftOut)
        paragraph(why);
    paragraph(revoking(kind_) ? reversibleText(desk_.situation(), count)
                              : tr("Deleting removes keys, use and clients for good. Activity entries remain."));
    if (revoking(kind_)) {
        reason_ = makeReasonBox(confirmation_);
        rows->addWidget(new FormField(tr("R&eason"), reason_, confirmation_));
    }
    addRow(confirmation_);
    if (!revoking(kind_) || count > typedOver || recent > 0)
        addTyped();
}

void BulkDialog::addTyped() {
    const QString number = QString::number(keys_.ids.size());
    typed_ =
        new TypedConfirmation(tr("T&ype the number of keys, %1, to confirm.").arg(number), {number}, confirmation_);
    confirmation_->layout()->addWidget(typed_);
    connect(typed_, &TypedConfirmation::changed, this, [this] { actButton()->setEnabled(typed_->matches()); });
}

void BulkDialog::addProgress() {
    progress_ = new QProgressBar(content());
    progress_->setAccessibleName(revoking(kind_) ? tr("Keys revoked") : tr("Keys deleted"));
    progress_->setFormat(QStringLiteral("%v / %m"));
    progress_->setRange(0, run_->total());
    progress_->hide();
    addRow(progress_);
    failures_ = new OutcomeList(tr("Keys that are left"), tr("Why"), content());
    failures_->setObjectName(QStringLiteral("failures"));
    failures_->hide();
    addRow(failures_);
}

void BulkDialog::act() {
    showRunning(true);
    run_->start();
}

void BulkDialog::showRunning(bool running) {
    setBusy(running, revoking(kind_) ? tr("Revoking…") : tr("Deleting…"));
    confirmation_->hide();
    failures_->hide();
    progress_->setVisible(running);
    cancelButton()->setEnabled(true);
    cancelButton()->setText(running ? tr("&Stop") : tr("&Close"));
}

void BulkDialog::showOutcome() {
    showRunning(false);
    const Outcomes left = run_->left();
    if (left.isEmpty()) {
        close(Accepted);
        return;
    }
    failures_->clear();
    for (const Outcome &outcome : left)
        failures_->addLine(nameOf(outcome), outcome.error.message);
    failures_->fit(linesShown);
    failures_->show();
    message()->showText(InlineMessage::Kind::Error, summary());
    actButton()->setText(tr("&Retry the failed"));
    actButton()->setFocus();
}

QString BulkDialog::summary() const {
    const auto done = run_->done().size();
    const auto left = run_->left().size();
    return (revoking(kind_) ? tr("Revoked: %1 of %2 keys. Not revoked: %3.")
                            : tr("Deleted: %1 of %2 keys. Not deleted: %3."))
        .arg(done)
        .arg(run_->total())
        .arg(left);
}

QString BulkDialog::nameOf(const Outcome &outcome) const {
    if (outcome.key)
        return displayName(*outcome.key);
    const auto known = std::ranges::find_if(keys_.known, [&](const auto &one) { return one.key.id == outcome.id; });
    return known == keys_.known.end() ? outcome.id.value : displayName(known->key);
}

void BulkDialog::reject() {
    if (run_->isRunning()) {
        run_->stop();
        cancelButton()->setEnabled(false);
        return;
    }
    close(Rejected);
}

void BulkDialog::close(int result) {
    if (const Outcomes done = run_->done(); !done.isEmpty())
        Q_EMIT finished(done, reason_ ? reason_->currentData().toString() : QString());
    QDialog::done(result);
}

} // namespace keywright
