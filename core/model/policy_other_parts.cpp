#include "core/model/policy_parts.h"

#include <QCoreApplication>

namespace keywright::policy_parts {

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

KeyPolicy::Labels readLabels(JsonObjectReader &parent) {
    const QString name = QStringLiteral("labels");
    if (!parent.has(name))
        return {};
    JsonObjectReader in = parent.object(name);
    const auto label = [&in](const QString &of) { return in.has(of) ? in.text(of, shortText) : QString(); };
    const KeyPolicy::Labels labels{.name = label(QStringLiteral("name")),
                                   .scopes = label(QStringLiteral("scopes")),
                                   .expiry = label(QStringLiteral("expiry"))};
    in.finish();
    return labels;
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

} // namespace keywright::policy_parts
