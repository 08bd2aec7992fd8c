// Digests as keys of hash tables.
#pragma once

#include "core/model/ids.h"

#include <cstring>

namespace keywright {

/// Digests are random: some of their bits are a hash.
struct DigestHash {
    std::size_t operator()(const Sha256 &digest) const {
        std::size_t bits = 0;
        std::memcpy(&bits, digest.bytes.data(), sizeof bits);
        return bits;
    }
};

} // namespace keywright
