#include "core/remote/chain_walk.h"

#include "core/crypto/digest.h"
#include "core/crypto/token.h"
#include "core/keyring/chain_report.h"
#include "core/keyring/reply.h"
#include "core/remote/answers.h"
#include "core/remote/request_bodies.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Server)
};

constexpr int largestPage = 1'000;
const QByteArray route = "/v1/activity"_ba;

QByteArray pathOf(const ActivityQuery &query) {
    QByteArray path = route + "?limit=" + QByteArray::number(std::clamp(query.limit, 1, largestPage));
    if (!query.text.isEmpty())
        path += '&' + queryMember("search", query.text);
    if (!query.key.isEmpty())
        path += '&' + queryMember("key", query.key.value);
    return path;
}

RemoteRequest pageRequest(const ActivityQuery &query, const Cursor &from) {
    return {.path = from.isEmpty() ? pathOf(query) : from.value.toLatin1()};
}

ChainWalk::HashedPage hashed(const QList<Activity> &entries) {
    ChainWalk::HashedPage page;
    page.entries.reserve(entries.size());
    for (const Activity &entry : entries)
        page.entries << ChainWalk::Hashed{
            .seq = entry.seq, .prev = entry.prev, .hash = entry.hash, .fits = entry.hash == entryHash(entry)};
    return page;
}

} // namespace

Reply<ActivityPage> fetchActivity(RemoteSession &session, const ActivityQuery &query, const Cursor &from) {
    if (looksLikeToken(query.text, session.info().policy.get()))
        return readyReply<ActivityPage>(
            failure(ErrorKind::Invalid,
                    Words::tr("There is a key in the search. It was not sent; search for the key's name.")));
    return session.read<ActivityPage>(pageRequest(query, from), [](const RemoteAnswer &answer) -> Result<ActivityPage> {
        auto entries = readActivityList(answer.body);
        if (!entries)
            return std::unexpected(entries.error());
        return ActivityPage{.entries = std::move(*entries), .next = {nextPath(answer, QLatin1StringView(route))}};
    });
}

Reply<ChainReport> ChainWalk::start(RemoteSession &session, const std::optional<ChainHead> &known) {
    auto *walk = new ChainWalk(session, known);
    walk->next({});
    return walk->pending_.reply();
}

ChainWalk::ChainWalk(RemoteSession &session, const std::optional<ChainHead> &known)
    : QObject(&session), session_(session), known_(known), knownSeen_(!known) {}

void ChainWalk::next(const Cursor &from) {
    const ActivityQuery query{.text = {}, .key = {}, .limit = largestPage};
    const auto page =
        session_.read<HashedPage>(pageRequest(query, from), [](const RemoteAnswer &answer) -> Result<HashedPage> {
            const auto entries = readActivityList(answer.body);
            if (!entries)
                return std::unexpected(entries.error());
            HashedPage links = hashed(*entries);
            links.next = {nextPath(answer, QLatin1StringView(route))};
            return links;
        });
    whenDone(page, this, [this](const Result<HashedPage> &read) { take(read); });
}

bool ChainWalk::isOver(const HashedPage &page) const {
    const bool reachedKnown = known_ && !page.entries.isEmpty() && page.entries.last().seq <= known_->seq;
    return page.next.isEmpty() || reachedKnown;
}

void ChainWalk::take(const Result<HashedPage> &page) {
    if (!page || pending_.isCancelled()) {
        pending_.fail(page ? Error{.kind = ErrorKind::Cancelled, .message = Words::tr("The check was stopped.")}
                           : page.error());
        return deleteLater();
    }
    for (const Hashed &entry : page->entries)
        look(entry);
    tellProgress();
    if (isOver(*page))
        end();
    else
        next(page->next);
}

void ChainWalk::tellProgress() {
    if (!newer_)
        return;
    const qint64 end = known_ ? std::min(known_->seq, head_.seq) : 0;
    pending_.promise().setProgressRange(0, int(std::min<qint64>(head_.seq - end, INT_MAX)));
    pending_.promise().setProgressValue(int(std::min<qint64>(head_.seq - newer_->seq + 1, INT_MAX)));
}

/// The oldest entry that does not fit is the first that was changed.
void ChainWalk::look(const Hashed &entry) {
    if (head_.seq == 0)
        head_ = {.seq = entry.seq, .hash = entry.hash};
    if (!entry.fits)
        firstBroken_ = entry.seq;
    if (newer_ && (newer_->prev != entry.hash || newer_->seq != entry.seq + 1))
        firstBroken_ = newer_->seq;
    if (entry.seq == 1 && entry.prev != sha256(session_.info().id.toUtf8()))
        firstBroken_ = entry.seq;
    if (known_ && entry.seq == known_->seq)
        knownSeen_ = entry.hash == known_->hash;
    newer_ = entry;
}

void ChainWalk::end() {
    pending_.finish(chainReport(
        {.entries = head_.seq, .head = head_, .firstBroken = firstBroken_, .knownSeen = knownSeen_}, known_));
    deleteLater();
}

} // namespace keywright
