#include "ui/window/head_watch.h"

#include "core/keyring/reply.h"
#include "ui/settings/settings.h"

namespace keywright {

namespace {

constexpr int afterOpening = 1500; ///< the list comes first
constexpr int afterChange = 2000;

} // namespace

HeadWatch::HeadWatch(Desk &desk, QObject *parent) : QObject(parent), desk_(desk) {
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, [this] {
        if (trusted_ || isFirstMeeting())
            remember();
        else
            check();
    });
    connect(&desk_.keyring, &Keyring::changed, this, [this] {
        if (trusted_ && !soon_.isActive())
            soon_.start(afterChange);
    });
    soon_.start(afterOpening);
}

/// Of a log elsewhere nothing is remembered yet: there is nothing to hold it to, and nobody asked to fetch all of it.
/// The person can.
bool HeadWatch::isFirstMeeting() const {
    const KeyringInfo info = desk_.keyring.info();
    return info.syncedAt && !desk_.settings.knownHead(info.id);
}

void HeadWatch::check() {
    const std::optional<ChainHead> known = desk_.settings.knownHead(desk_.keyring.info().id);
    whenDone(desk_.keyring.checkActivity(known), this, [this](const Result<ChainReport> &report) {
        if (!report)
            return;
        found_ = report->head;
        if (report->intact && !report->knownHeadMissing)
            return acceptCurrent();
        Q_EMIT suspicious(report->knownHeadMissing
                              ? tr("The activity log of this keyring is not the one that was here last time: entries "
                                   "were taken out or replaced, or an old copy of the file was put back.")
                              : report->message);
    });
}

void HeadWatch::acceptCurrent() {
    trusted_ = true;
    if (found_)
        desk_.settings.setKnownHead(desk_.keyring.info().id, *found_);
}

void HeadWatch::remember() {
    ActivityQuery newestOne;
    newestOne.limit = 1;
    whenDone(desk_.keyring.activity(newestOne, {}), this, [this](const Result<ActivityPage> &page) {
        if (!page || page->entries.isEmpty())
            return;
        const Activity &newest = page->entries.front();
        found_ = ChainHead{.seq = newest.seq, .hash = newest.hash};
        acceptCurrent();
    });
}

} // namespace keywright
