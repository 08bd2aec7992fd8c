// The rules behind permit(), one kind of reason each. A rule answers with the reason why not, or nothing.
#pragma once

#include "core/model/permit.h"

namespace keywright::rules {

/// Changes keys or issues them: wants a managing role, a writable keyring and, where the policy has one, the flag.
bool isManaging(Action action);

QString roleDenies(Action action, const Situation &situation);
QString policyDenies(Action action, const Situation &situation);
/// What the backend cannot do at all.
QString backendDenies(Action action, const Situation &situation);
/// What the keyring as a whole forbids now: read-only, or its Developer API flag is off.
QString keyringDenies(Action action, const Situation &situation);
/// Keys of others, where a role manages its own alone.
QString ownershipDenies(Action action, const Situation &situation, const ApiKey &key);
QString stateDenies(Action action, const Situation &situation, const ApiKey &key);

} // namespace keywright::rules
