#include "core/keyring/activity_export.h"

#include "core/crypto/digest.h"
#include "core/keyring/reply.h"
#include "core/model/csv.h"
#include "core/model/exports.h"
#include "core/platform/save_file.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace keywright {
namespace {

constexpr int pageSize = 1000;

Result<qint64> writeFile(const QString &path, ActivityFormat format, const QString &keyringId, const ChainHead &head,
                         const QList<Activity> &entries) {
    const Done done = saveFile(path, [&](QIODevice &out) -> Done {
        const QByteArray bytes = activityFile(format, keyringId, head, entries);
        if (out.write(bytes) != bytes.size())
            return failure(ErrorKind::Storage, out.errorString());
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return qint64(entries.size());
}

} // namespace

QByteArray activityFile(ActivityFormat format, const QString &keyringId, const ChainHead &head,
                        const QList<Activity> &entries) {
    if (format == ActivityFormat::Json) {
        QList<Activity> oldestFirst = entries;
        std::ranges::reverse(oldestFirst);
        return activityExport(keyringId, head, oldestFirst);
    }
    QByteArray out = csvLine(activityCsvHeader());
    for (const Activity &entry : entries)
        out += csvLine(activityCsvCells(entry));
    QStringList last(activityCsvHeader().size());
    last.front() = QString::number(head.seq);
    last[2] = QStringLiteral("head");
    last.back() = toHex(head.hash);
    return out + csvLine(last);
}

ActivityExport::ActivityExport(Keyring &keyring, ActivityQuery query, ActivityFormat format, QString path,
                               QObject *parent)
    : QObject(parent), keyring_(keyring), query_(std::move(query)), format_(format), path_(std::move(path)) {
    query_.limit = pageSize;
}

void ActivityExport::start() {
    readHead();
}

void ActivityExport::readHead() {
    whenDone(keyring_.activity({.text = {}, .key = {}, .limit = 1}, {}), this,
             [this](const Result<ActivityPage> &page) {
                 if (!page) {
                     Q_EMIT failed(page.error());
                     return;
                 }
                 if (!page->entries.isEmpty())
                     head_ = {.seq = page->entries.front().seq, .hash = page->entries.front().hash};
                 readPage({});
             });
}

void ActivityExport::readPage(const Cursor &from) {
    whenDone(keyring_.activity(query_, from), this, [this](const Result<ActivityPage> &page) {
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        // What was logged after the head was taken is left to the next export.
        for (const Activity &entry : page->entries)
            if (entry.seq <= head_.seq)
                entries_ << entry;
        Q_EMIT progressed(entries_.size());
        page->next.isEmpty() ? write() : readPage(page->next);
    });
}

void ActivityExport::write() {
    const auto saving = QtConcurrent::run(writeFile, path_, format_, keyring_.info().id, head_, entries_);
    whenDone(saving, this, [this](const Result<qint64> &result) {
        if (result)
            Q_EMIT written(*result);
        else
            Q_EMIT failed(result.error());
    });
}

} // namespace keywright
