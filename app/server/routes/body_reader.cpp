#include "app/server/routes/body_reader.h"

#include "core/model/draft.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>
#include <limits>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString pointerTo(QString name) {
    return u'/' + name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace

std::optional<ExpiresOnDate> dayFrom(const QString &text) {
    const qsizetype space = text.indexOf(u' ');
    const ExpiresOnDate day{.date = QDate::fromString(text.left(space), Qt::ISODate),
                            .zone = space < 0 ? "UTC"_ba : text.sliced(space + 1).toLatin1()};
    const bool known = QTimeZone::isTimeZoneIdAvailable(day.zone);
    return day.date.isValid() && known ? std::optional(day) : std::nullopt;
}

Problem unprocessable(const QList<ProblemError> &errors) {
    return {.status = 422, .code = "invalid", .detail = errors.first().detail, .errors = errors};
}

std::optional<QJsonValue> BodyReader::take(const QString &name) {
    read_ << name;
    if (!body_.contains(name) || isNull(name))
        return std::nullopt;
    return body_.value(name);
}

void BodyReader::refuse(const QString &name, QByteArray code, const QString &detail) {
    errors_.append({.pointer = pointerTo(name), .code = std::move(code), .detail = detail});
}

std::optional<QString> BodyReader::text(const QString &name) {
    const auto value = take(name);
    if (value && !value->isString())
        refuse(name, "type", u"%1 must be a text."_s.arg(name));
    return value && value->isString() ? std::optional(value->toString()) : std::nullopt;
}

std::optional<QStringList> BodyReader::texts(const QString &name, int most) {
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    const QJsonArray list = value->toArray();
    if (!value->isArray() || list.size() > most) {
        refuse(name, "type", u"%1 must be a list of at most %2 texts."_s.arg(name).arg(most));
        return std::nullopt;
    }
    QStringList texts;
    for (const QJsonValue one : list) {
        if (!one.isString())
            refuse(u"%1/%2"_s.arg(name).arg(texts.size()), "type", u"%1 must hold texts alone."_s.arg(name));
        texts << one.toString();
    }
    return texts;
}

std::optional<int> BodyReader::whole(const QString &name) {
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    const double number = value->toDouble();
    const bool fits = value->isDouble() && number == std::floor(number) &&
                      std::abs(number) <= double(std::numeric_limits<int>::max());
    if (!fits)
        refuse(name, "type", u"%1 must be a whole number."_s.arg(name));
    return fits ? std::optional(int(number)) : std::nullopt;
}

std::optional<bool> BodyReader::flag(const QString &name) {
    const auto value = take(name);
    if (value && !value->isBool())
        refuse(name, "type", u"%1 must be true or false."_s.arg(name));
    return value && value->isBool() ? std::optional(value->toBool()) : std::nullopt;
}

std::optional<MicroUsd> BodyReader::money(const QString &name) {
    const auto value = take(name);
    if (!value)
        return std::nullopt;
    const double number = value->toDouble();
    if (!value->isDouble() || !std::isfinite(number)) {
        refuse(name, "type", u"%1 must be a number."_s.arg(name));
        return std::nullopt;
    }
    // What is out of range is the policy's to refuse, with its other rules.
    if (number < 0)
        return MicroUsd{-1};
    if (number > double(largestLimit.micros) / 1e6)
        return MicroUsd{largestLimit.micros + 1};
    // The shortest decimal that means this double is what was sent, as far as money has decimals.
    auto amount = parseUsd(QString::number(number, 'f', QLocale::FloatingPointShortest), name);
    if (!amount)
        refuse(name, "invalid", amount.error().message);
    return amount ? *amount : std::nullopt;
}

std::optional<QString> BodyReader::instantText(const QString &name) {
    const auto given = text(name);
    if (given && *given != u"never" && !fromRfc3339(*given) && !dayFrom(*given)) {
        refuse(name, "type",
               u"%1 must be an RFC 3339 instant such as 2027-01-31T23:00:00Z, a date, or a date and a zone such as "
               u"2027-01-31 Europe/Berlin."_s.arg(name));
        return std::nullopt;
    }
    return given;
}

std::optional<QString> BodyReader::textOrNull(const QString &name) {
    if (!body_.contains(name) || !isNull(name))
        return text(name);
    read_ << name;
    return QString();
}

std::optional<std::optional<MicroUsd>> BodyReader::moneyOrNull(const QString &name) {
    const auto amount = money(name);
    if (!body_.contains(name) || (!amount && !isNull(name)))
        return std::nullopt;
    return std::optional<std::optional<MicroUsd>>(std::in_place, amount);
}

std::optional<std::optional<int>> BodyReader::wholeOrNull(const QString &name) {
    const auto number = whole(name);
    if (!body_.contains(name) || (!number && !isNull(name)))
        return std::nullopt;
    return std::optional<std::optional<int>>(std::in_place, number);
}

std::optional<Problem> BodyReader::finish() {
    for (auto member = body_.constBegin(); member != body_.constEnd(); ++member) {
        if (!read_.contains(member.key()))
            refuse(member.key().left(64), "unknown_member", u"There is no such member here."_s);
    }
    return errors_.isEmpty() ? std::nullopt : std::optional(unprocessable(errors_));
}

} // namespace keywright
