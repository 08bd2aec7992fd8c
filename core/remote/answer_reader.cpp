#include "core/remote/answer_reader.h"

#include "core/crypto/token.h"
#include "core/model/draft.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Answer)
};

constexpr qsizetype longestText = 8'192;
constexpr qsizetype longestId = 255;
constexpr qsizetype mostTexts = 256;
constexpr double largestWhole = 9'007'199'254'740'992; // beyond it a double is no exact number

bool steers(QChar c) {
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0) || (u >= 0x202A && u <= 0x202E) ||
           (u >= 0x2066 && u <= 0x2069);
}

QString mustBeText() {
    return Words::tr("must be a text");
}

} // namespace

QString harmless(QString text) {
    if (std::ranges::none_of(std::as_const(text), steers)) // most: nothing is copied
        return text;
    for (QChar &c : text)
        if (steers(c))
            c = QChar::ReplacementCharacter;
    return text;
}

AnswerReader::AnswerReader(const QJsonValue &value, QString place, JsonFault &fault)
    : object_(value.toObject()), place_(std::move(place)), fault_(fault) {
    if (!value.isObject())
        fault_.say(place_, Words::tr("must be an object"));
}

bool AnswerReader::has(QLatin1StringView name) const {
    const auto member = object_.constFind(name);
    return member != object_.constEnd() && !member->isNull();
}

QString AnswerReader::place(QLatin1StringView name) const {
    return place_ + u'/' + QString(name);
}

void AnswerReader::refuse(QLatin1StringView name, const QString &sentence) {
    if (!fault_.found())
        fault_.say(place(name), sentence);
}

QJsonValue AnswerReader::required(QLatin1StringView name) {
    const QJsonValue value = object_.value(name);
    if (value.isUndefined())
        refuse(name, Words::tr("is missing"));
    return value;
}

QString AnswerReader::id(QLatin1StringView name) {
    const QString id = text(name);
    const bool control = std::ranges::any_of(id, [](QChar c) { return steers(c) || c.isSpace(); });
    if (id.isEmpty() || id.size() > longestId || control)
        refuse(name, Words::tr("must be an id of 1 to %1 characters, without spaces").arg(longestId));
    else if (looksLikeToken(id))
        refuse(name, Words::tr("looks like a key and is no id"));
    return id;
}

QString AnswerReader::text(QLatin1StringView name) {
    const QJsonValue value = required(name);
    const QString text = value.toString();
    if (!value.isString() || text.size() > longestText)
        refuse(name, mustBeText());
    return harmless(text);
}

QStringList AnswerReader::texts(QLatin1StringView name) {
    const QJsonValue value = required(name);
    const QJsonArray list = value.toArray();
    QStringList texts;
    bool good = value.isArray() && list.size() <= mostTexts;
    for (const QJsonValue one : list) {
        good = good && one.isString() && one.toString().size() <= longestText;
        texts << harmless(one.toString());
    }
    if (!good)
        refuse(name, Words::tr("must be a list of texts"));
    return texts;
}

std::optional<Instant> AnswerReader::readInstant(QLatin1StringView name, const QJsonValue &value) {
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    const auto at = fromRfc3339(value.toString());
    if (!at)
        refuse(name, Words::tr("must be an instant such as 2027-01-31T23:00:00Z"));
    return at;
}

Instant AnswerReader::instant(QLatin1StringView name) {
    const QJsonValue value = required(name);
    if (value.isNull())
        refuse(name, Words::tr("must be an instant such as 2027-01-31T23:00:00Z"));
    return readInstant(name, value).value_or(Instant{});
}

std::optional<Instant> AnswerReader::instantOrNull(QLatin1StringView name) {
    return readInstant(name, required(name));
}

std::optional<Instant> AnswerReader::instantIfAny(QLatin1StringView name) {
    return readInstant(name, object_.value(name));
}

qint64 AnswerReader::whole(QLatin1StringView name) {
    required(name);
    const auto number = wholeIfAny(name);
    if (!number)
        refuse(name, Words::tr("must be a whole number"));
    return number.value_or(0);
}

std::optional<qint64> AnswerReader::wholeIfAny(QLatin1StringView name) {
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = object_.value(name);
    const double number = value.toDouble(0.5);
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > largestWhole) {
        refuse(name, Words::tr("must be a whole number"));
        return std::nullopt;
    }
    return value.toInteger();
}

QString AnswerReader::textIfAny(QLatin1StringView name) {
    return has(name) ? text(name) : QString();
}

std::optional<QStringList> AnswerReader::textsIfAny(QLatin1StringView name) {
    return has(name) ? std::optional(texts(name)) : std::nullopt;
}

std::optional<MicroUsd> AnswerReader::moneyIfAny(QLatin1StringView name) {
    if (!has(name))
        return std::nullopt;
    const QJsonValue value = object_.value(name);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !std::isfinite(number) || number < 0 || number > double(largestLimit.micros) / 1e6) {
        refuse(name, Words::tr("must be an amount of money"));
        return std::nullopt;
    }
    return MicroUsd{qint64(std::llround(number * 1e6))};
}

std::optional<bool> AnswerReader::flagIfAny(QLatin1StringView name) {
    if (!has(name))
        return std::nullopt;
    if (!object_.value(name).isBool())
        refuse(name, Words::tr("must be true or false"));
    return object_.value(name).toBool();
}

QJsonArray AnswerReader::array(QLatin1StringView name) {
    const QJsonValue value = required(name);
    if (!value.isArray())
        refuse(name, Words::tr("must be a list"));
    return value.toArray();
}

AnswerReader AnswerReader::object(QLatin1StringView name) {
    return {required(name), place(name), fault_};
}

} // namespace keywright
