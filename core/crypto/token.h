// Tokens in the formats of the policies: make them, recognise them, say what is wrong with a pasted one.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/api_key.h"
#include "core/model/key_policy.h"

namespace keywright {

/// A new token in the policy's format, from the cryptographic generator.
Secret makeToken(const KeyPolicy &policy);

/// Exactly what the policy lets people see again.
Preview previewOf(const KeyPolicy &policy, QByteArrayView token);

/// The digest that is stored: SHA-256 of the token's bytes.
Sha256 tokenDigest(QByteArrayView token);

int tokenLength(const KeyPolicy &policy);
/// Random bits left after the preview is known.
double secretBits(const std::vector<TokenPart> &token, int previewFirst, int previewLast);

/// What is wrong with a pasted token, in the order it is told. None of it echoes the text.
enum class TokenFault {
    Empty,
    SurroundingSpace,
    InnerSpace,
    Newline,
    Quotes,
    BearerPrefix,
    ZeroWidth, ///< zero-width, BOM or non-breaking characters
    NonAscii,
    WrongPrefix,
    TooShort,
    TooLong,
    WrongCharacters,
    BadChecksum,
};
struct TokenReading {
    QList<TokenFault> faults; ///< empty: well-formed as it stands
    Secret
        cleaned; ///< the token with space, quotes, `Bearer ` and zero-width characters taken off; empty if none is left
    bool wellFormed = false; ///< `cleaned` has the policy's format
};
/// Reads a pasted text under one policy. Strict: only one trailing newline is dropped without being called a fault.
TokenReading readToken(const KeyPolicy &policy, QByteArrayView pasted);
/// A sentence a person can act on, translated; never the text itself.
QString faultText(TokenFault fault);

/// Whether the (trimmed, unquoted) text parses as a token of any policy we know; used to refuse tokens in names, notes
/// and searches.
bool looksLikeToken(QStringView text);
/// The first stretch of `text` that is a token of any shipped policy, as [begin, end); nothing if none.
std::optional<std::pair<qsizetype, qsizetype>> findToken(QStringView text);

} // namespace keywright
