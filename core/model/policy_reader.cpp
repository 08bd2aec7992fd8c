#include "core/crypto/digest.h"
#include "core/model/json_syntax.h"
#include "core/model/policy_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace keywright {

namespace policy_parts {

QString rule(const char *text) {
    return QCoreApplication::translate("KeyPolicy", text);
}

bool matches(const QString &text, const QString &pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

} // namespace policy_parts

namespace {

using namespace policy_parts;

void readHead(JsonObjectReader &in, KeyPolicy &policy) {
    if (in.has(QStringLiteral("$schema")))
        in.text(QStringLiteral("$schema"), longText);
    if (in.whole(QStringLiteral("format"), 1, 1'000'000) > 1)
        in.refuse(QStringLiteral("format"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "is newer than this Keywright knows (1)")));
    policy.id = in.text(QStringLiteral("id"), 64);
    if (!matches(policy.id, QStringLiteral("[a-z0-9][a-z0-9-]*")))
        in.refuse(QStringLiteral("id"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "may hold small letters, digits and - alone")));
    policy.title = in.text(QStringLiteral("title"), shortText);
    policy.summary = in.text(QStringLiteral("summary"), longText);
}

KeyPolicy readPolicy(const QJsonObject &document, JsonFault &fault) {
    KeyPolicy policy;
    JsonObjectReader in(document, QString(), fault);
    readHead(in, policy);
    readToken(in, policy, fault);
    policy.name = readName(in.object(QStringLiteral("name")));
    policy.expiry = readExpiry(in);
    readScopes(in.object(QStringLiteral("scopes")), policy, fault);
    policy.revoke = readRevoke(in.object(QStringLiteral("revoke")));
    policy.erase = readDelete(in);
    policy.rotate = readRotate(in);
    policy.spend = readSpend(in);
    policy.testKey = readTestKey(in, policy);
    policy.abuse = readAbuse(in);
    policy.rateLimit = readRateLimit(in);
    policy.manage = readManage(in.object(QStringLiteral("manage")), policy);
    policy.issuingUnbounded =
        in.choice(QStringLiteral("issuing"), {QStringLiteral("subset"), QStringLiteral("unbounded")}) == 1;
    policy.create = readCreate(in.object(QStringLiteral("create")));
    policy.labels = readLabels(in);
    policy.errors = readErrors(in.object(QStringLiteral("error")));
    policy.testRequest = readTestRequest(in.object(QStringLiteral("test_request")));
    in.finish();
    return policy;
}

} // namespace

Result<KeyPolicy> parsePolicy(const QByteArray &json, const QString &source) {
    const Result<QJsonObject> document = parseJsonObject(json, source);
    if (!document)
        return std::unexpected(document.error());
    JsonFault fault;
    KeyPolicy policy = readPolicy(*document, fault);
    if (fault.found())
        return failure(ErrorKind::Invalid,
                       QStringLiteral("%1, %2: %3")
                           .arg(source, fault.pointer.isEmpty() ? QStringLiteral("/") : fault.pointer, fault.sentence),
                       fault.pointer);
    policy.json = json;
    policy.sha256 = sha256(json);
    return policy;
}

} // namespace keywright
