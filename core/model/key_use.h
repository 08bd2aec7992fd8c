// Use of keys, as it is recorded and as it is shown.
#pragma once

#include "core/model/instant.h"

#include <QDate>
#include <QHash>
#include <QMap>

namespace keywright {

/// One use of a known key, allowed or refused.
struct Use {
    Instant at{};
    QString address = {};
    QString agent = {};
    bool refused = false;
};

struct ClientUse {
    QString address, agent;
    Instant firstAt{}, lastAt{};
    qint64 requests = 0;
};
struct DayUse {
    QDate day;
    qint64 requests = 0, refused = 0;
};

/// Many uses of one key, added up: what is written at once.
struct UseTally {
    static constexpr qsizetype mostClients = 64; ///< of one tally; the uses of more are counted without them

    qint64 requests = 0, refused = 0;
    Use last = {};                                     ///< the latest that was allowed, if any was
    Use lastRefused = {};                              ///< the latest that was refused, if any was
    QMap<qint64, std::pair<qint64, qint64>> days = {}; ///< since 1970, UTC: allowed and refused
    QHash<std::pair<QString, QString>, ClientUse> clients = {};

    void add(const Use &use);
    /// Adds a client's uses to those that it has already, if there is room for it.
    void addClient(const ClientUse &use);
};

} // namespace keywright
