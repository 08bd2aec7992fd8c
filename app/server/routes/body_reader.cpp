#include "app/server/routes/body_reader.h"

#include "core/model/draft.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString pointerTo(QString name) {
    return u'/' + name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

/// Members that anybody asks for have ASCII names.
bool is(QByteArrayView name, QStringView wanted) {
    return name.size() == wanted.size() && std::equal(name.begin(), name.end(), wanted.utf16(),
                                                      [](char a, char16_t b) { return char16_t(uchar(a)) == b; });
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

const JsonValue *BodyReader::find(const QString &name) {
    for (std::size_t i = 0; i < body_.size(); ++i) {
        if (is(body_[i].name, name)) {
            read_[i] = true;
            return &body_[i].value;
        }
    }
    return nullptr;
}

const JsonValue *BodyReader::take(const QString &name) {
    const JsonValue *value = find(name);
    return value && !value->isNull() ? value : nullptr;
}

bool BodyReader::takeNull(const QString &name) {
    const JsonValue *value = find(name);
    return value && value->isNull();
}

void BodyReader::refuse(const QString &name, QByteArray code, const QString &detail) {
    errors_.append({.pointer = pointerTo(name), .code = std::move(code), .detail = detail});
}

std::optional<QByteArray> BodyReader::utf8(const QString &name) {
    const JsonValue *value = take(name);
    if (value && value->kind != JsonValue::Kind::Text) {
        refuse(name, "type", u"%1 must be a text."_s.arg(name));
        return std::nullopt;
    }
    return value ? std::optional(value->text()) : std::nullopt;
}

std::optional<QString> BodyReader::text(const QString &name) {
    const auto bytes = utf8(name);
    return bytes ? std::optional(QString::fromUtf8(*bytes)) : std::nullopt;
}

std::optional<QStringList> BodyReader::texts(const QString &name, int most) {
    const JsonValue *value = take(name);
    if (!value)
        return std::nullopt;
    const auto list = value->list();
    if (value->kind != JsonValue::Kind::List || list.size() > std::size_t(most)) {
        refuse(name, "type", u"%1 must be a list of at most %2 texts."_s.arg(name).arg(most));
        return std::nullopt;
    }
    QStringList texts;
    for (const JsonValue &one : list) {
        if (one.kind != JsonValue::Kind::Text)
            refuse(u"%1/%2"_s.arg(name).arg(texts.size()), "type", u"%1 must hold texts alone."_s.arg(name));
        texts << QString::fromUtf8(one.text());
    }
    return texts;
}

std::optional<int> BodyReader::whole(const QString &name) {
    const JsonValue *value = take(name);
    if (!value)
        return std::nullopt;
    const double number = value->number();
    const bool fits = value->kind == JsonValue::Kind::Number && number == std::floor(number) &&
                      std::abs(number) <= double(std::numeric_limits<int>::max());
    if (!fits)
        refuse(name, "type", u"%1 must be a whole number."_s.arg(name));
    return fits ? std::optional(int(number)) : std::nullopt;
}

std::optional<bool> BodyReader::flag(const QString &name) {
    const JsonValue *value = take(name);
    if (value && !value->isFlag())
        refuse(name, "type", u"%1 must be true or false."_s.arg(name));
    return value && value->isFlag() ? std::optional(value->kind == JsonValue::Kind::True) : std::nullopt;
}

std::optional<MicroUsd> BodyReader::money(const QString &name) {
    const JsonValue *value = take(name);
    if (!value)
        return std::nullopt;
    const double number = value->number();
    if (value->kind != JsonValue::Kind::Number) {
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
    auto given = text(name);
    if (given && *given != u"never" && !fromRfc3339(*given) && !dayFrom(*given)) {
        refuse(name, "type",
               u"%1 must be an RFC 3339 instant such as 2027-01-31T23:00:00Z, a date, or a date and a zone such as "
               u"2027-01-31 Europe/Berlin."_s.arg(name));
        return std::nullopt;
    }
    return given;
}

std::optional<QString> BodyReader::textOrNull(const QString &name) {
    return takeNull(name) ? QString() : text(name);
}

std::optional<std::optional<MicroUsd>> BodyReader::moneyOrNull(const QString &name) {
    using Amount = std::optional<MicroUsd>;
    if (takeNull(name))
        return std::optional<Amount>(std::in_place, std::nullopt);
    const auto amount = money(name);
    return amount ? std::optional<Amount>(std::in_place, amount) : std::nullopt;
}

std::optional<std::optional<int>> BodyReader::wholeOrNull(const QString &name) {
    using Number = std::optional<int>;
    if (takeNull(name))
        return std::optional<Number>(std::in_place, std::nullopt);
    const auto number = whole(name);
    return number ? std::optional<Number>(std::in_place, number) : std::nullopt;
}

std::optional<Problem> BodyReader::finish() {
    for (std::size_t i = 0; i < body_.size(); ++i) {
        if (!read_[i])
            refuse(QString::fromUtf8(body_[i].name).left(64), "unknown_member", u"There is no such member here."_s);
    }
    return errors_.isEmpty() ? std::nullopt : std::optional(unprocessable(errors_));
}

} // namespace keywright
