#pragma once

#include "tests/support/ui_desk.h"

namespace keywright::test {

/// Puts a key of this name into the desk's keyring, as one that somebody copied.
inline ApiKey &addKey(UiDesk &desk, const QString &name) {
    const auto &expiry = desk.keyring.info_.policy->expiry;
    Draft draft;
    draft.name = name;
    if (expiry && expiry->required)
        draft.expiry = ExpiresInDays{90};
    const auto issued = desk.keyring.make(draft);
    if (!issued)
        qFatal("%s", qPrintable(issued.error().message));
    ApiKey &key = desk.keyring.keys_.last();
    key.deliveredAt = desk.clock.now();
    key.createdBy = desk.keyring.info_.caller.name;
    return key;
}

} // namespace keywright::test
