// Random characters and ids from OpenSSL's generator.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/ids.h"
#include "core/model/key_policy.h"

namespace keywright {

/// `0-9A-Za-z` or `0-9a-f`.
QByteArrayView alphabetCharacters(Alphabet alphabet);

/// `length` characters drawn without modulo bias (rejection sampling over RAND_bytes) into `out`. Aborts if the
/// generator fails.
void randomCharacters(Alphabet alphabet, std::span<char> out);

/// A random UUID (version 4), lower case, with hyphens.
KeyId newKeyId();

} // namespace keywright
