#include "core/keyring/chain_report.h"

#include <QCoreApplication>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

} // namespace

ChainReport chainReport(const ChainFinding &finding, const std::optional<ChainHead> &known) {
    ChainReport report{.entries = finding.entries, .head = finding.head, .firstBroken = finding.firstBroken};
    report.knownHeadMissing = !finding.knownSeen && !finding.firstBroken;
    report.intact = !finding.firstBroken && !report.knownHeadMissing;
    if (finding.firstBroken)
        report.message = Words::tr("The activity log was changed after it was written: entry %L1 is the first that "
                                   "does not fit. Entries before it are as they were written.")
                             .arg(*finding.firstBroken);
    else if (report.knownHeadMissing)
        report.message = Words::tr("The activity log is consistent, but entry %L1, which was there when it was last "
                                   "seen, is gone: the log was cut or replaced.")
                             .arg(known->seq);
    else
        report.message =
            Words::tr("All %Ln entries of the activity log are as they were written.", nullptr, int(finding.entries));
    return report;
}

Error conflictWith(ApiKey newer) {
    return Error{.kind = ErrorKind::Conflict,
                 .message = Words::tr("Somebody else changed %1 meanwhile. Look at the key as it is now, then decide "
                                      "again.")
                                .arg(displayName(newer)),
                 .newer = std::make_shared<const ApiKey>(std::move(newer))};
}

} // namespace keywright
