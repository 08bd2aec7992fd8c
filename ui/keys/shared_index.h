// The index as the window and its background questions share it.
#pragma once

#include "core/index/key_index.h"

#include <QReadWriteLock>

namespace keywright {

/// Questions read under the lock; the model changes the keys only when it gets the lock at once, so that the window
/// never waits.
struct SharedIndex {
    explicit SharedIndex(std::shared_ptr<const KeyPolicy> policy) : keys(std::move(policy)) {}
    KeyIndex keys;
    QReadWriteLock lock;
};

} // namespace keywright
