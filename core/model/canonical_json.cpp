#include "core/model/activity.h"

#include <QJsonArray>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace keywright {

namespace {

void write(const QJsonValue &value, QByteArray &out);

/// Text for the most part needs no escape: it is taken over in runs.
void writeString(const QString &text, QByteArray &out) {
    static constexpr std::string_view hex = "0123456789abcdef";
    static constexpr std::string_view plain = "\b\t\n\f\r\"\\";
    static constexpr std::string_view letters = "btnfr\"\\";
    const QByteArray bytes = text.toUtf8();
    const auto isEscaped = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
    out += '"';
    for (auto at = bytes.begin(); at != bytes.end();) {
        const auto stop = std::find_if(at, bytes.end(), isEscaped);
        out.append(at, stop - at);
        if (stop == bytes.end())
            break;
        const auto byte = static_cast<unsigned char>(*stop);
        if (const auto known = plain.find(*stop); known != std::string_view::npos)
            (out += '\\') += letters[known];
        else
            ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 0x0FU];
        at = stop + 1;
    }
    out += '"';
}

/// ECMAScript's Number::toString, as RFC 8785 wants it: the shortest digits that read back as the same double.
void writeNumber(double number, QByteArray &out) {
    if (constexpr double exact = 1e15; std::abs(number) < exact && number == std::trunc(number)) {
        out += QByteArray::number(qint64(number));
        return;
    }
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.begin(), buffer.end(), std::abs(number), std::chars_format::scientific);
    const QByteArray scientific(buffer.data(), written.ptr - buffer.data());
    const qsizetype e = scientific.indexOf('e');
    QByteArray digits = scientific.first(e).replace(".", "");
    const int point = scientific.sliced(e + 1).toInt() + 1; // digits before the decimal point
    const int count = int(digits.size());
    if (number < 0)
        out += '-';
    if (point > 21 || point < -5)
        out += digits.first(1) + (count > 1 ? '.' + digits.sliced(1) : QByteArray()) + 'e' + (point > 0 ? "+" : "-") +
               QByteArray::number(std::abs(point - 1));
    else if (point <= 0)
        out += "0." + QByteArray(-point, '0') + digits;
    else if (count <= point)
        out += digits + QByteArray(point - count, '0');
    else
        out += digits.insert(point, '.');
}

void writeObject(const QJsonObject &object, QByteArray &out) {
    QVarLengthArray<std::pair<QString, QJsonValue>, 16> members;
    for (auto member = object.begin(); member != object.end(); ++member)
        members.emplace_back(member.key(), member.value());
    const auto byName = [](const auto &a, const auto &b) { return a.first < b.first; };
    std::sort(members.begin(), members.end(), byName); // QString compares UTF-16 code units, the order of RFC 8785
    out += '{';
    for (const auto &[name, value] : std::as_const(members)) {
        if (out.back() != '{')
            out += ',';
        writeString(name, out);
        out += ':';
        write(value, out);
    }
    out += '}';
}

void write(const QJsonValue &value, QByteArray &out) {
    switch (value.type()) {
    case QJsonValue::Object:
        writeObject(value.toObject(), out);
        return;
    case QJsonValue::String:
        writeString(value.toString(), out);
        return;
    case QJsonValue::Double:
        writeNumber(value.toDouble(), out);
        return;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Array:
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        return;
    }
    out += '[';
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        write(array.at(i), out);
    }
    out += ']';
}

} // namespace

QByteArray canonicalJson(const QJsonObject &object) {
    QByteArray out;
    writeObject(object, out);
    return out;
}

/// The members stand in the order of their names already.
QByteArray canonicalEntry(const Activity &entry, QByteArrayView detail) {
    QByteArray out;
    out.reserve(512 + detail.size());
    const auto member = [&out](QByteArrayView opening, const QString &text) {
        out += opening;
        writeString(text, out);
    };
    member(R"({"actor":)", entry.actor);
    member(R"(,"address":)", entry.address);
    member(R"(,"at":)", toRfc3339(entry.at));
    member(R"(,"authMethod":)", entry.authMethod);
    (out += R"(,"detail":)") += detail;
    member(R"(,"event":)", entry.event);
    member(R"(,"key_id":)", entry.keyId);
    member(R"(,"key_name":)", entry.keyName);
    member(R"(,"key_preview":)", entry.keyPreview);
    out += R"(,"seq":)";
    writeNumber(double(entry.seq), out);
    out += '}';
    return out;
}

} // namespace keywright
