// What a field or a column is called: as the keyring's policy says, or by our own word.
#pragma once

#include "core/model/key_policy.h"

namespace keywright {

/// `own` where the policy says nothing.
QString policyLabel(const KeyPolicy &policy, QString KeyPolicy::Labels::*which, const QString &own);
/// The same for a field: `own` holds its mnemonic, a policy's word gets one at its beginning.
QString fieldLabel(const KeyPolicy &policy, QString KeyPolicy::Labels::*which, const QString &own);

} // namespace keywright
