#include "core/crypto/token.h"

#include "core/crypto/checksum.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace keywright {

namespace {

int lengthOf(const TokenPart &part) {
    return part.kind == TokenPart::Kind::Text ? int(part.text.size()) : part.length;
}

void writePart(const TokenPart &part, std::span<char> token, std::size_t at) {
    const std::span<char> place = token.subspan(at, std::size_t(lengthOf(part)));
    if (part.kind == TokenPart::Kind::Random) {
        randomCharacters(part.alphabet, place);
        return;
    }
    const QByteArray text = part.kind == TokenPart::Kind::Text
                                ? part.text.toLatin1()
                                : checksumCharacters(QByteArrayView(token.data(), qsizetype(at)), part.length);
    std::copy(text.begin(), text.end(), place.begin());
}

} // namespace

int tokenLength(const std::vector<TokenPart> &token) {
    return std::accumulate(token.begin(), token.end(), 0,
                           [](int sum, const TokenPart &part) { return sum + lengthOf(part); });
}

int tokenLength(const KeyPolicy &policy) {
    return tokenLength(policy.token);
}

int lengthBeforeChecksum(const std::vector<TokenPart> &token) {
    const bool checked = !token.empty() && token.back().kind == TokenPart::Kind::Checksum;
    return tokenLength(token) - (checked ? token.back().length : 0);
}

Secret makeToken(const KeyPolicy &policy) {
    QByteArray buffer(tokenLength(policy), '\0');
    const std::span<char> token(buffer.data(), std::size_t(buffer.size()));
    std::size_t at = 0;
    for (const TokenPart &part : policy.token) {
        writePart(part, token, at);
        at += std::size_t(lengthOf(part));
    }
    Secret secret(buffer);
    wipe(buffer);
    return secret;
}

Preview previewOf(const KeyPolicy &policy, QByteArrayView token) {
    const QByteArrayView secret = token.first(std::min(token.size(), qsizetype(lengthBeforeChecksum(policy.token))));
    return {.first = QString::fromLatin1(token.first(std::min(token.size(), qsizetype(policy.previewFirst)))),
            .last = QString::fromLatin1(secret.last(std::min(secret.size(), qsizetype(policy.previewLast))))};
}

Sha256 tokenDigest(QByteArrayView token) {
    return sha256(token);
}

double secretBits(const std::vector<TokenPart> &token, int previewFirst, int previewLast) {
    const int hiddenFrom = previewFirst;
    const int hiddenTo = lengthBeforeChecksum(token) - previewLast;
    double bits = 0;
    int at = 0;
    for (const TokenPart &part : token) {
        const int end = at + lengthOf(part);
        if (part.kind == TokenPart::Kind::Random) {
            const int hidden = std::max(0, std::min(end, hiddenTo) - std::max(at, hiddenFrom));
            bits += hidden * std::log2(double(alphabetCharacters(part.alphabet).size()));
        }
        at = end;
    }
    return bits;
}

} // namespace keywright
