#pragma once

#include "core/model/permit.h"

#include <memory>

namespace keywright::test {

/// A policy that ships; the test ends where there is none of that id.
inline const KeyPolicy &shipped(QStringView id) {
    for (const KeyPolicy &policy : shippedPolicies()) {
        if (policy.id == id)
            return policy;
    }
    qFatal("There is no shipped policy of that id.");
}

/// An admin called Anna at a live keyring under this policy, its flag on.
inline Situation adminUnder(const KeyPolicy &policy, Instant now) {
    return {.policy = &policy,
            .caller = {.role = Role::Admin, .name = QStringLiteral("Anna")},
            .developerApi = true,
            .can = {},
            .now = now};
}

} // namespace keywright::test
