#include "core/crypto/digest.h"
#include "core/crypto/token.h"
#include "core/model/json_reader.h"
#include "core/model/json_syntax.h"
#include "core/model/key_policy.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace keywright {

namespace {

constexpr int leastSecretBits = 128;
constexpr int longestDays = 27'000; ///< beyond the latest expiry date from any day of this century
constexpr int manyPerMinute = 10'000'000;
constexpr int shortText = 60;
constexpr int longText = 200;

QString rule(const char *text) {
    return QCoreApplication::translate("KeyPolicy", text);
}

bool matches(const QString &text, const QString &pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

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

KeyPolicy::Name readName(JsonObjectReader in) {
    KeyPolicy::Name name;
    name.required = in.flag(QStringLiteral("required"));
    name.max = in.whole(QStringLiteral("max"), 1, 1000);
    name.rename = in.flag(QStringLiteral("rename"));
    if (in.has(QStringLiteral("refused_default")))
        name.refusedDefault = in.text(QStringLiteral("refused_default"), shortText);
    name.poor = in.textsOr(QStringLiteral("poor"), shortText, {});
    name.examples = in.textsOr(QStringLiteral("examples"), shortText, {});
    in.finish();
    return name;
}

void readExpiryDays(JsonObjectReader &in, KeyPolicy::Expiry &expiry) {
    const QString days = QStringLiteral("days");
    expiry.days = !in.isNull(days);
    if (!expiry.days)
        return;
    JsonObjectReader range = in.object(days);
    expiry.minDays = range.whole(QStringLiteral("min"), 1, longestDays);
    if (!range.isNull(QStringLiteral("max")))
        expiry.maxDays = range.whole(QStringLiteral("max"), 1, longestDays);
    if (expiry.maxDays && *expiry.maxDays < expiry.minDays)
        range.refuse(QStringLiteral("max"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "is smaller than min")));
    range.finish();
}

std::optional<KeyPolicy::Expiry> readExpiry(JsonObjectReader &parent) {
    const QString name = QStringLiteral("expiry");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::Expiry expiry;
    expiry.required = in.flag(QStringLiteral("required"));
    readExpiryDays(in, expiry);
    expiry.presets = in.wholes(QStringLiteral("presets"), 1, longestDays);
    expiry.date = in.flag(QStringLiteral("date"));
    expiry.change = in.flag(QStringLiteral("change"));
    const auto outside = [&](int days) { return days < expiry.minDays || (expiry.maxDays && days > *expiry.maxDays); };
    if (std::any_of(expiry.presets.begin(), expiry.presets.end(), outside))
        in.refuse(QStringLiteral("presets"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "hold a number of days outside the range of days")));
    if (!expiry.days && expiry.presets.isEmpty() && !expiry.date)
        parent.refuse(
            name, rule(QT_TRANSLATE_NOOP(
                      "KeyPolicy",
                      "offers no way to choose one: give days, presets or date; or null for keys that never expire")));
    in.finish();
    return expiry;
}

PolicyScope readScope(const QJsonValue &value, const QString &pointer, JsonFault &fault) {
    JsonObjectReader in(value, pointer, fault);
    PolicyScope scope;
    scope.id = in.text(QStringLiteral("id"), 64);
    if (!matches(scope.id, QStringLiteral("[A-Za-z0-9][A-Za-z0-9:._-]*")))
        in.refuse(QStringLiteral("id"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy", "may hold letters, digits and : . _ - alone")));
    scope.text = in.text(QStringLiteral("text"), longText);
    scope.satisfiesAll = in.flagOr(QStringLiteral("satisfies_all"), false);
    in.finish();
    return scope;
}

void readScopeOptions(JsonObjectReader &in, KeyPolicy &policy, JsonFault &fault) {
    const QString name = QStringLiteral("options");
    const QJsonArray options = in.array(name);
    if (options.isEmpty() || options.size() > 64)
        in.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "must hold 1 to 64 scopes")));
    for (const QJsonValue option : options) {
        const QString pointer = QStringLiteral("/scopes/options/%1").arg(policy.scopes.options.size());
        PolicyScope scope = readScope(option, pointer, fault);
        if (policy.scope(scope.id))
            fault.say(pointer, rule(QT_TRANSLATE_NOOP("KeyPolicy", "has an id that another scope has already")));
        policy.scopes.options.push_back(std::move(scope));
    }
}

/// The scopes named by a list of the document; each must be one of the policy's.
QStringList readScopeIds(JsonObjectReader &in, const QString &name, const KeyPolicy &policy) {
    const QStringList ids = in.texts(name, 64);
    const auto unknown = [&](const QString &id) { return !policy.scope(id); };
    if (std::any_of(ids.begin(), ids.end(), unknown))
        in.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "names a scope that is not among /scopes/options")));
    return policy.canonicalScopes(ids);
}

void readScopes(JsonObjectReader in, KeyPolicy &policy, JsonFault &fault) {
    readScopeOptions(in, policy, fault);
    KeyPolicy::Scopes &scopes = policy.scopes;
    scopes.byDefault = readScopeIds(in, QStringLiteral("default"), policy);
    scopes.choose = in.flagOr(QStringLiteral("choose"), true);
    scopes.empty = in.flag(QStringLiteral("empty"));
    scopes.edit = in.flag(QStringLiteral("edit"));
    if (scopes.byDefault.isEmpty() && !scopes.empty)
        in.refuse(
            QStringLiteral("default"),
            rule(QT_TRANSLATE_NOOP("KeyPolicy", "is empty, although /scopes/empty says that a key needs a scope")));
    if (scopes.edit && !scopes.choose)
        in.refuse(
            QStringLiteral("edit"),
            rule(QT_TRANSLATE_NOOP("KeyPolicy", "must be false where scopes are fixed (/scopes/choose is false)")));
    in.finish();
}

KeyPolicy::Revoke readRevoke(JsonObjectReader in) {
    KeyPolicy::Revoke revoke;
    revoke.reversible = in.flag(QStringLiteral("reversible"));
    revoke.list = KeyPolicy::RevokedShown(in.choice(
        QStringLiteral("list"), {QStringLiteral("shown"), QStringLiteral("on_request"), QStringLiteral("never")}));
    in.finish();
    return revoke;
}

std::optional<KeyPolicy::Delete> readDelete(JsonObjectReader &parent) {
    const QString name = QStringLiteral("delete");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::Delete erase{.onlyRevoked = in.flag(QStringLiteral("only_revoked"))};
    in.finish();
    return erase;
}

std::optional<KeyPolicy::Grace> readGrace(JsonObjectReader &parent) {
    const QString name = QStringLiteral("grace_days");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::Grace grace;
    grace.min = in.whole(QStringLiteral("min"), 1, 365);
    grace.max = in.whole(QStringLiteral("max"), 1, 365);
    grace.byDefault = in.whole(QStringLiteral("default"), 1, 365);
    if (grace.byDefault < grace.min || grace.byDefault > grace.max)
        in.refuse(QStringLiteral("default"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "must lie between min and max")));
    in.finish();
    return grace;
}

std::optional<KeyPolicy::Rotate> readRotate(JsonObjectReader &parent) {
    const QString name = QStringLiteral("rotate");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::Rotate rotate{.grace = readGrace(in)};
    in.finish();
    return rotate;
}

std::optional<KeyPolicy::SpendLimits> readSpend(JsonObjectReader &parent) {
    const QString name = QStringLiteral("spend");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::SpendLimits spend{.daily = in.flag(QStringLiteral("daily")),
                                       .monthly = in.flag(QStringLiteral("monthly")),
                                       .edit = in.flag(QStringLiteral("edit"))};
    if (!spend.daily && !spend.monthly)
        parent.refuse(name, rule(QT_TRANSLATE_NOOP("KeyPolicy", "allows neither limit; write null instead")));
    in.finish();
    return spend;
}

std::optional<KeyPolicy::TestKey> readTestKey(JsonObjectReader &parent, const KeyPolicy &policy) {
    const QString name = QStringLiteral("test_key");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::TestKey test;
    test.name = in.text(QStringLiteral("name"), shortText);
    test.scopes = readScopeIds(in, QStringLiteral("scopes"), policy);
    test.lifetime = Seconds{in.whole(QStringLiteral("seconds"), 60, 86'400)};
    test.button = in.text(QStringLiteral("button"), shortText);
    in.finish();
    return test;
}

std::optional<KeyPolicy::Abuse> readAbuse(JsonObjectReader &parent) {
    const QString name = QStringLiteral("abuse");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    const KeyPolicy::Abuse abuse{.minutes = in.whole(QStringLiteral("minutes"), 1, 1440),
                                 .factor = in.whole(QStringLiteral("factor"), 2, 10'000),
                                 .floorPerMinute = in.whole(QStringLiteral("floor_per_minute"), 1, manyPerMinute),
                                 .learnHours = in.whole(QStringLiteral("learn_hours"), 0, 720)};
    in.finish();
    return abuse;
}

std::optional<KeyPolicy::RateLimit> readRateLimit(JsonObjectReader &parent) {
    const QString name = QStringLiteral("rate_limit");
    if (parent.isNull(name))
        return std::nullopt;
    JsonObjectReader in = parent.object(name);
    KeyPolicy::RateLimit limit;
    if (!in.isNull(QStringLiteral("per_minute")))
        limit.perMinute = in.whole(QStringLiteral("per_minute"), 1, manyPerMinute);
    limit.perKey = in.flag(QStringLiteral("per_key"));
    in.finish();
    return limit;
}

QList<Role> readRoles(JsonObjectReader &in, const QString &name) {
    QList<Role> roles;
    for (const QString &id : in.texts(name, shortText)) {
        if (id == roleId(Role::Admin) || id == roleId(Role::Developer))
            roles.append(*roleFromId(id));
        else
            in.refuse(name,
                      rule(QT_TRANSLATE_NOOP(
                          "KeyPolicy", "may hold \"admin\" and \"developer\" alone: the other roles change nothing")));
    }
    return roles;
}

KeyPolicy::Manage readManage(JsonObjectReader in, const KeyPolicy &policy) {
    KeyPolicy::Manage manage;
    manage.roles = readRoles(in, QStringLiteral("roles"));
    if (!manage.roles.contains(Role::Admin))
        in.refuse(QStringLiteral("roles"), rule(QT_TRANSLATE_NOOP("KeyPolicy", "must hold \"admin\"")));
    if (in.has(QStringLiteral("own")))
        manage.own = readRoles(in, QStringLiteral("own"));
    if (!in.isNull(QStringLiteral("scope"))) {
        manage.scope = in.text(QStringLiteral("scope"), 64);
        if (!policy.scope(manage.scope))
            in.refuse(QStringLiteral("scope"),
                      rule(QT_TRANSLATE_NOOP("KeyPolicy", "names a scope that is not among /scopes/options")));
    }
    manage.developerApi = !in.isNull(QStringLiteral("flag"));
    if (manage.developerApi)
        in.choice(QStringLiteral("flag"), {QStringLiteral("developer_api")});
    manage.reactivate = readRoles(in, QStringLiteral("reactivate"));
    if (!policy.revoke.reversible && !manage.reactivate.isEmpty())
        in.refuse(QStringLiteral("reactivate"),
                  rule(QT_TRANSLATE_NOOP("KeyPolicy",
                                         "must be empty where revoking is for good (/revoke/reversible is false)")));
    in.finish();
    return manage;
}

KeyPolicy::Create readCreate(JsonObjectReader in) {
    KeyPolicy::Create create;
    create.place =
        KeyPolicy::Place(in.choice(QStringLiteral("place"), {QStringLiteral("dialog"), QStringLiteral("sidebar")}));
    create.open = in.text(QStringLiteral("open"), shortText);
    create.submit = in.text(QStringLiteral("submit"), shortText);
    create.reveal =
        KeyPolicy::Reveal(in.choice(QStringLiteral("reveal"), {QStringLiteral("dialog"), QStringLiteral("row")}));
    create.column = in.text(QStringLiteral("column"), shortText);
    in.finish();
    return create;
}

KeyPolicy::Errors readErrors(JsonObjectReader in) {
    KeyPolicy::Errors errors;
    errors.unauthorized = in.text(QStringLiteral("unauthorized"), longText);
    errors.showPrefix = in.flag(QStringLiteral("show_prefix"));
    in.finish();
    return errors;
}

KeyPolicy::TestRequest readTestRequest(JsonObjectReader in) {
    KeyPolicy::TestRequest request;
    const QStringList methods{QStringLiteral("GET"), QStringLiteral("HEAD"), QStringLiteral("POST")};
    request.method = methods.at(in.choice(QStringLiteral("method"), methods));
    request.path = in.text(QStringLiteral("path"), longText);
    if (!matches(request.path, QStringLiteral("/[A-Za-z0-9/._~?&=%+:-]*")))
        in.refuse(
            QStringLiteral("path"),
            rule(QT_TRANSLATE_NOOP(
                "KeyPolicy", "must be the path of a web address: it begins with / and holds no space or quotes")));
    request.baseUrl = in.text(QStringLiteral("base_url"), longText);
    if (!matches(request.baseUrl, QStringLiteral("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9/._~-]+)?")))
        in.refuse(QStringLiteral("base_url"),
                  rule(QT_TRANSLATE_NOOP(
                      "KeyPolicy", "must be a web address as in https://api.example.com, without a / at its end")));
    in.finish();
    return request;
}

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
