// The last list that a server told, on this computer: readable without the server, without any secret, for its owner
// alone (0600). Files are written on a thread of their own.
#pragma once

#include "core/model/instant.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QThreadPool>

#include <optional>

namespace keywright {

/// What an answer in the cache is.
enum class CacheRecord : char {
    About = 'A',  ///< the keyring as a whole (JSON of our own)
    Policy = 'P', ///< the policy document
    Page = 'K',   ///< a list of keys
    Delta = 'D',  ///< what changed since
    Time = 'T',   ///< epoch seconds: the list was in step then
};

class ListCache final {
public:
    static constexpr Days longestAge{30};

    /// No file: an empty path.
    explicit ListCache(QString path);
    ~ListCache();

    bool isOn() const { return !path_.isEmpty(); }

    /// A new reading begins; the old copy stays until commit().
    void begin(const QByteArray &about, const QByteArray &policy);
    void add(CacheRecord kind, const QByteArray &json);
    /// The reading is whole and takes the old copy's place.
    void commit(Instant now);
    /// Goes on behind what was committed.
    void noteTime(Instant now);
    /// There is no copy any more.
    void wipe();

    struct Record {
        CacheRecord kind;
        QByteArray json;
    };
    /// What the file holds; nothing where there is none, or none that can be used. Blocks.
    static std::optional<QList<Record>> read(const QString &path);

    static QString pathFor(const QString &folder, const QString &serverId);

private:
    void write(std::function<void()> work);

    QString path_;
    QThreadPool writer_;
    bool begun_ = false, committed_ = false;
    Instant lastTime_{};
};

} // namespace keywright
