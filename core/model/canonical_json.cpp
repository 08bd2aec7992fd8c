#include "core/model/activity.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace keywright {

namespace {

void write(const QJsonValue &value, QByteArray &out);

void writeString(const QString &text, QByteArray &out) {
    static constexpr std::string_view hex = "0123456789abcdef";
    static constexpr std::string_view plain = "\b\t\n\f\r\"\\";
    static constexpr std::string_view letters = "btnfr\"\\";
    out += '"';
    for (const char c : text.toUtf8()) {
        const auto short_ = plain.find(c);
        const auto byte = static_cast<unsigned char>(c);
        if (short_ != std::string_view::npos)
            (out += '\\') += letters[short_];
        else if (byte < 0x20)
            ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 0x0FU];
        else
            out += c;
    }
    out += '"';
}

/// ECMAScript's Number::toString, as RFC 8785 wants it: the shortest digits that read back as the same double.
void writeNumber(double number, QByteArray &out) {
    if (number == 0) {
        out += '0';
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
    QStringList names = object.keys();
    std::sort(names.begin(), names.end()); // QString compares UTF-16 code units, the order of RFC 8785
    out += '{';
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (i > 0)
            out += ',';
        writeString(names.at(i), out);
        out += ':';
        write(object.value(names.at(i)), out);
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

} // namespace keywright
