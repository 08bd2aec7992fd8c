#include "core/crypto/token.h"
#include "core/model/policy_parts.h"

#include <QCoreApplication>

namespace keywright::policy_parts {

namespace {

constexpr int leastSecretBits = 128;

TokenPart readTokenPart(const QJsonValue &value, const QString &pointer, JsonFault &fault) {
    JsonObjectReader in(value, pointer, fault);
    TokenPart part;
    if (in.has(QStringLiteral("text"))) {
        part.text = in.text(QStringLiteral("text"), 32);
        if (!matches(part.text, QStringLiteral("[A-Za-z0-9._~-]+")))
            in.refuse(QStringLiteral("text"),
                      rule(QT_TRANSLATE_NOOP("KeyPolicy", "may hold letters, digits and . _ ~ - alone")));
    } else if (in.has(QStringLiteral("checksum"))) {
        part.kind = TokenPart::Kind::Checksum;
        in.choice(QStringLiteral("checksum"), {QStringLiteral("crc32")});
        part.length = 6;
    } else {
        part.kind = TokenPart::Kind::Random;
        part.length = in.whole(QStringLiteral("random"), 1, 128);
        part.alphabet =
            Alphabet(in.choice(QStringLiteral("alphabet"), {QStringLiteral("base62"), QStringLiteral("hex")}));
    }
    in.finish();
    return part;
}

void checkToken(const KeyPolicy &policy, JsonFault &fault) {
    const QString token = QStringLiteral("/token");
    if (policy.token.empty() || policy.token.front().kind != TokenPart::Kind::Text)
        fault.say(token,
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "must begin with a fixed text, so that keys can be told apart")));
    for (std::size_t i = 0; i + 1 < policy.token.size(); ++i) {
        if (policy.token[i].kind == TokenPart::Kind::Checksum)
            fault.say(QStringLiteral("/token/%1").arg(i),
                      rule(QT_TRANSLATE_NOOP("KeyPolicy", "a checksum must be the last part")));
    }
    if (policy.previewFirst + policy.previewLast > lengthBeforeChecksum(policy.token))
        fault.say(QStringLiteral("/preview"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "shows more characters than the token has")));
    else if (secretBits(policy.token, policy.previewFirst, policy.previewLast) < leastSecretBits)
        fault.say(token,
                  QCoreApplication::translate(
                      "KeyPolicy", "keeps fewer than %1 random bits after its preview; make the random parts longer")
                      .arg(leastSecretBits));
}

} // namespace

void readToken(JsonObjectReader &in, KeyPolicy &policy, JsonFault &fault) {
    const QString token = QStringLiteral("token");
    const QJsonArray parts = in.array(token);
    if (parts.size() > 16)
        in.refuse(token, rule(QT_TRANSLATE_NOOP("KeyPolicy", "may have at most 16 parts")));
    for (const QJsonValue part : parts)
        policy.token.push_back(readTokenPart(part, QStringLiteral("/token/%1").arg(policy.token.size()), fault));
    JsonObjectReader preview = in.object(QStringLiteral("preview"));
    policy.previewFirst = preview.whole(QStringLiteral("first"), 0, 64);
    policy.previewLast = preview.whole(QStringLiteral("last"), 0, 16);
    preview.finish();
    checkToken(policy, fault);
}

} // namespace keywright::policy_parts
