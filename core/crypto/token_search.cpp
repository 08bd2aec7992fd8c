#include "core/crypto/random.h"
#include "core/crypto/token.h"
#include "core/model/member.h"

#include <algorithm>

namespace keywright {

namespace {

bool isWordCharacter(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Where a token of this shape that begins at `at` ends; the checksum is not looked at, so that a mistyped token is
/// still taken for one.
std::optional<qsizetype> endOfShape(const std::vector<TokenPart> &token, QStringView text, qsizetype at) {
    for (const TokenPart &part : token) {
        const bool literal = part.kind == TokenPart::Kind::Text;
        const qsizetype length = literal ? part.text.size() : part.length;
        if (text.size() - at < length)
            return std::nullopt;
        const QStringView place = text.sliced(at, length);
        const QByteArrayView alphabet = alphabetCharacters(part.alphabet);
        const auto known = [&](QChar c) { return c.unicode() < 128 && alphabet.contains(c.toLatin1()); };
        if (literal ? place != part.text : !std::all_of(place.begin(), place.end(), known))
            return std::nullopt;
        at += length;
    }
    return at;
}

std::optional<TokenPlace> findTokenOf(const std::vector<TokenPart> &token, QStringView text) {
    if (token.empty())
        return std::nullopt;
    const QString &prefix = token.front().text;
    for (qsizetype at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
        if (at > 0 && isWordCharacter(text[at - 1]))
            continue;
        if (const auto end = endOfShape(token, text, at)) {
            const auto rest = std::find_if_not(text.begin() + *end, text.end(), isWordCharacter);
            return TokenPlace{at, rest - text.begin()};
        }
    }
    return std::nullopt;
}

/// No token of a shipped policy is shorter. Most texts have no such run of characters: they need no policy to be read.
constexpr int shortestToken = 20;

bool hasRoomForToken(QStringView text) {
    int run = 0;
    return std::ranges::any_of(text, [&](QChar c) {
        run = isWordCharacter(c) || c == u'_' || c == u'-' ? run + 1 : 0;
        return run == shortestToken;
    });
}

std::optional<TokenPlace> findShippedToken(QStringView text) {
    std::optional<TokenPlace> first = findTokenOf(memberToken(), text);
    for (const KeyPolicy &policy : shippedPolicies()) {
        const auto found = findTokenOf(policy.token, text);
        if (found && (!first || found->first < first->first))
            first = found;
    }
    return first;
}

} // namespace

std::optional<TokenPlace> findToken(QStringView text, const KeyPolicy *also) {
    std::optional<TokenPlace> first = also ? findTokenOf(also->token, text) : std::nullopt;
    if (!hasRoomForToken(text))
        return first;
    const auto shipped = findShippedToken(text);
    return shipped && (!first || shipped->first < first->first) ? shipped : first;
}

bool looksLikeToken(QStringView text, const KeyPolicy *also) {
    return findToken(text, also).has_value();
}

} // namespace keywright
