// What is exported: keys as CSV and JSON, the activity log as both. One shape for window, command line and server.
#pragma once

#include "core/model/activity.h"
#include "core/model/json_writer.h"

namespace keywright {

struct ApiKey;

/// The first line of a CSV of keys, and one line of it; as csvLine() wants them.
QStringList keyCsvHeader();
QStringList keyCsvCells(const ApiKey &key, Instant now);

/// The same for entries of the activity log; `prev` and `hash` in hex.
QStringList activityCsvHeader();
QStringList activityCsvCells(const Activity &entry);

/// One entry: its canonical members (RFC 8785, so that anyone can hash them) with `prev` and `hash` in hex after them.
void writeActivity(JsonWriter &json, const Activity &entry);

/// The log for outsiders: `{"format": "keywright-activity-1", "keyring_id", "head": {"seq", "hash"}, "entries":
/// [...]}`. `entries` oldest first; `head` is the newest entry of the whole log, whether or not it is among them.
QByteArray activityExport(const QString &keyringId, const ChainHead &head, const QList<Activity> &entries);

} // namespace keywright
