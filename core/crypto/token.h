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
int tokenLength(const std::vector<TokenPart> &token);
/// The length without the checksum at the end, if there is one.
int lengthBeforeChecksum(const std::vector<TokenPart> &token);
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

/// A stretch of a text, as [begin, end).
using TokenPlace = std::pair<qsizetype, qsizetype>;
/// The first stretch of `text` that has the shape of a token of a shipped policy, of `also`, or of a member; nothing if
/// none. A checksum is not looked at, and letters and digits that follow at once belong to the stretch: a mistyped
/// token is one.
std::optional<TokenPlace> findToken(QStringView text, const KeyPolicy *also = nullptr);
/// Whether there is such a stretch; used to refuse tokens in names, notes and ids.
bool looksLikeToken(QStringView text, const KeyPolicy *also = nullptr);

} // namespace keywright
