// The list as a file: CSV for a spreadsheet, JSON for a script. Written alike by the window and the command line.
#pragma once

#include "core/model/activity.h"
#include "core/model/api_key.h"
#include "core/model/result.h"

#include <QIODevice>

#include <functional>

namespace keywright {

enum class ExportFormat { Csv, Json };

/// What stands at the head of a JSON export; CSV has its header line alone, and `as_of` as a last column.
struct ExportInfo {
    QString keyring;
    QString policy; ///< its id
    Instant at{};
    std::optional<ChainHead> head = {}; ///< of the activity log, so that an export proves what the log said then
    std::optional<Instant> asOf = {};   ///< the list is an older copy, and was in step then; CSV says it in each line
};

/// Gives one key after the other, then nothing.
using KeySource = std::function<std::optional<ApiKey>()>;

/// Writes every key that `next` gives, as it is at `info.at`. Errors: Storage when the device takes no more; Cancelled
/// when `cancelled` says so. Blocks.
Done exportKeys(QIODevice &out, ExportFormat format, const ExportInfo &info, const KeySource &next,
                const std::function<bool()> &cancelled = {});

/// The same into a file that is written whole or not at all (see saveFile()).
Done exportKeysToFile(const QString &path, ExportFormat format, const ExportInfo &info, const KeySource &next,
                      const std::function<bool()> &cancelled = {});

} // namespace keywright
