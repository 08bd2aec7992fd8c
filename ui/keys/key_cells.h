// What stands in the cells of the list: words for each column of a key.
#pragma once

#include "core/index/key_view.h"
#include "core/model/instant_text.h"
#include "core/model/key_policy.h"
#include "ui/form/status_look.h"

namespace keywright {

/// What the words depend on besides the key.
struct CellWords {
    Instant now{};
    Days expiringWithin = defaultExpiringWithin;
    TimeZoneShown zone = TimeZoneShown::Local;
};

/// What the column is called; the key's own as the policy says.
QString columnTitle(KeyColumn column, const KeyPolicy &policy);
QString cellText(const ApiKey &key, KeyColumn column, const CellWords &words);
/// The full story of a cell, plain text: instants with their zone and in ISO form. Empty where the cell says it all.
QString cellToolTip(const ApiKey &key, KeyColumn column, const CellWords &words);
/// The key's status, or that nobody has it yet.
StatusLook listedLook(const ApiKey &key, const CellWords &words);
/// A revoked or expired key that somebody still tries: "still tried 3 times, last 2 min ago". Else empty.
QString stillTried(const ApiKey &key, Instant now);

} // namespace keywright
