#include "ui/activity/chain_check.h"

#include "core/crypto/digest.h"
#include "core/keyring/reply.h"
#include "ui/form/inline_message.h"
#include "ui/settings/settings.h"

#include <QFutureWatcher>
#include <QLocale>

namespace keywright {
namespace {

constexpr int hashShown = 12; ///< characters of a hash that tell it apart

QString headText(const ChainHead &head) {
    return ChainCheck::tr("entry %1, hash %2").arg(head.seq).arg(toHex(head.hash).left(hashShown));
}

} // namespace

ChainCheck::ChainCheck(Desk &desk, InlineMessage *message, QObject *parent)
    : QObject(parent), desk_(desk), message_(message) {}

void ChainCheck::start() {
    if (running_)
        return;
    running_ = true;
    Q_EMIT runningChanged();
    message_->setClosable(false);
    message_->showText(InlineMessage::Kind::Info, tr("Checking the log, entry by entry…"));
    const auto known = desk_.settings.knownHead(desk_.keyring.info().id);
    reply_ = desk_.keyring.checkActivity(known);
    auto *watcher = new QFutureWatcher<Result<ChainReport>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, watcher](int checked) { tellProgress(checked, watcher->progressMaximum()); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(reply_);
    whenDone(reply_, this, [this, known](const Result<ChainReport> &report) {
        running_ = false;
        if (report)
            tell(*report, known);
        else if (report.error().kind == ErrorKind::Cancelled)
            message_->showText(InlineMessage::Kind::Info, tr("The check was stopped."));
        else
            message_->showError(report.error());
        message_->setClosable(true);
        Q_EMIT runningChanged();
    });
}

void ChainCheck::stop() {
    reply_.cancel();
}

void ChainCheck::tellProgress(int checked, int all) {
    if (!running_ || reply_.isCanceled() || all <= 0)
        return;
    const QLocale locale;
    message_->showProgress(tr("Checking the log: %1 of %2 entries").arg(locale.toString(checked), locale.toString(all)),
                           this, [this] { stop(); });
}

void ChainCheck::tell(const ChainReport &report, const std::optional<ChainHead> &known) {
    const QString count = QLocale().toString(report.entries);
    if (report.intact && !report.knownHeadMissing) {
        const QString fits = tr("The log is whole: all %1 entries fit, up to %2.").arg(count, headText(report.head));
        message_->showText(InlineMessage::Kind::Info,
                           known ? fits + u' ' +
                                       tr("It continues what this computer remembered (%1).").arg(headText(*known))
                                 : fits + u' ' + tr("This computer remembers it from now on."));
        desk_.settings.setKnownHead(desk_.keyring.info().id, report.head);
        return;
    }
    message_->showText(InlineMessage::Kind::Error,
                       report.message.isEmpty() ? tr("The log was changed after it was written.") : report.message);
    if (report.firstBroken)
        message_->addAction(tr("Show the first &broken entry"), this,
                            [this, seq = *report.firstBroken] { Q_EMIT showEntryRequested(seq); });
}

} // namespace keywright
