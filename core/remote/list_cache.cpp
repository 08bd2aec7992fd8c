#include "core/remote/list_cache.h"

#include "core/platform/file_system.h"
#include "core/platform/private_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace keywright {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray magic = "keywright-list-1\n";
constexpr auto betweenTimes = 60s;
constexpr qint64 largestFile = 512 * 1024 * 1024;
constexpr int quick = 1; ///< of zlib's levels

QString beside(const QString &path) {
    return path + u".new"_s;
}

QByteArray packed(CacheRecord kind, const QByteArray &json) {
    const QByteArray body = qCompress(json, quick);
    QByteArray record(1, char(kind));
    quint32 size = qToLittleEndian(quint32(body.size()));
    record.append(reinterpret_cast<const char *>(&size), sizeof size);
    return record + body;
}

void appendTo(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    if (file.exists() && file.size() < largestFile && file.open(QIODevice::Append))
        file.write(bytes);
}

} // namespace

ListCache::ListCache(QString path) : path_(std::move(path)) {
    writer_.setMaxThreadCount(1);
}

ListCache::~ListCache() {
    writer_.waitForDone();
}

void ListCache::write(std::function<void()> work) {
    if (isOn())
        writer_.start(std::move(work));
}

void ListCache::begin(const QByteArray &about, const QByteArray &policy) {
    begun_ = true;
    write([path = path_] {
        QFile::remove(beside(path));
        if (platform::makePrivateFolder(QFileInfo(path).absolutePath()) && platform::createPrivateFile(beside(path)))
            appendTo(beside(path), magic);
    });
    add(CacheRecord::About, about);
    add(CacheRecord::Policy, policy);
}

void ListCache::add(CacheRecord kind, const QByteArray &json) {
    if (!begun_ && !committed_)
        return;
    write([path = begun_ ? beside(path_) : path_, kind, json] { appendTo(path, packed(kind, json)); });
}

void ListCache::commit(Instant now) {
    add(CacheRecord::Time, QByteArray::number(toEpoch(now)));
    begun_ = false;
    committed_ = true;
    lastTime_ = now;
    write([path = path_] {
        if (!platform::replaceFile(beside(path), path))
            QFile::remove(beside(path));
    });
}

void ListCache::noteTime(Instant now) {
    if (begun_ || !committed_ || now - lastTime_ < betweenTimes)
        return;
    lastTime_ = now;
    add(CacheRecord::Time, QByteArray::number(toEpoch(now)));
}

void ListCache::wipe() {
    begun_ = committed_ = false;
    write([path = path_] {
        QFile::remove(beside(path));
        QFile::remove(path);
    });
}

std::optional<QList<ListCache::Record>> ListCache::read(const QString &path) {
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.read(magic.size()) != magic)
        return std::nullopt;
    QList<Record> records;
    while (!file.atEnd()) {
        const QByteArray head = file.read(5);
        if (head.size() < 5) // cut off by a crash: what is before it counts
            break;
        const auto size = qFromLittleEndian<quint32>(head.constData() + 1);
        if (size > largestFile || file.bytesAvailable() < qint64(size))
            break;
        records.append({.kind = CacheRecord(head[0]), .json = qUncompress(file.read(size))});
    }
    return records.size() < 2 ? std::nullopt : std::optional(records);
}

QString ListCache::pathFor(const QString &folder, const QString &serverId) {
    return folder.isEmpty() ? QString() : QDir(folder).filePath(serverId + u".list"_s);
}

} // namespace keywright
