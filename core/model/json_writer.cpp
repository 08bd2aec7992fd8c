#include "core/model/json_writer.h"

#include "core/model/draft.h"

#include <algorithm>

namespace keywright {
namespace {

void appendEscaped(QByteArray &out, char c) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\r':
        out += "\\r";
        return;
    default:
        break;
    }
    constexpr char hex[] = "0123456789abcdef";
    const auto code = uchar(c);
    if (code >= 0x20 && code != 0x7f) {
        out += c;
        return;
    }
    out += "\\u00";
    out += hex[code >> 4];
    out += hex[code & 15];
}

bool isPlain(char c) {
    return uchar(c) >= 0x20 && c != 0x7f && c != '"' && c != '\\';
}

/// What needs no escape is copied in one piece.
void appendText(QByteArray &out, QByteArrayView utf8) {
    out += '"';
    for (qsizetype from = 0; from < utf8.size();) {
        qsizetype to = from;
        while (to < utf8.size() && isPlain(utf8[to]))
            ++to;
        out.append(utf8.data() + from, to - from);
        if (to < utf8.size())
            appendEscaped(out, utf8[to++]);
        from = to;
    }
    out += '"';
}

} // namespace

void JsonWriter::separate() {
    if (!first_)
        out_ += ',';
    first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    first_ = false;
}

void JsonWriter::name(QLatin1StringView name) {
    separate();
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return uchar(c) < 0x80; });
    appendText(out_, ascii ? QByteArrayView(name.data(), name.size()) : QByteArrayView(QString(name).toUtf8()));
    out_ += ':';
    first_ = true;
}

void JsonWriter::value(QStringView text) {
    separate();
    appendText(out_, text.toUtf8());
}

void JsonWriter::value(QByteArrayView ascii) {
    separate();
    out_ += '"';
    out_.append(ascii.data(), ascii.size());
    out_ += '"';
}

void JsonWriter::value(bool on) {
    separate();
    out_ += on ? "true" : "false";
}

void JsonWriter::value(qint64 number) {
    separate();
    out_ += QByteArray::number(number);
}

void JsonWriter::value(Instant at) {
    value(QStringView(toRfc3339(at)));
}

void JsonWriter::value(MicroUsd amount) {
    separate();
    out_ += usdText(amount).toLatin1();
}

void JsonWriter::value(const QStringList &texts) {
    beginArray();
    for (const QString &text : texts)
        value(QStringView(text));
    endArray();
}

void JsonWriter::null() {
    separate();
    out_ += "null";
}

void JsonWriter::json(QByteArrayView text) {
    separate();
    out_.append(text.data(), text.size());
}

void JsonWriter::textOrNull(QLatin1StringView memberName, const QString &text) {
    name(memberName);
    if (text.isEmpty())
        null();
    else
        value(QStringView(text));
}

} // namespace keywright
