#include "core/model/json_writer.h"

#include "core/model/draft.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>

namespace keywright {
namespace {

constexpr char hex[] = "0123456789abcdef";

/// The escape's letter; zero: it has none.
char shortEscape(char c) {
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    default:
        return 0;
    }
}

void appendEscaped(QByteArray &out, char c) {
    if (const char letter = shortEscape(c)) {
        const std::array<char, 2> escape{'\\', letter};
        out.append(escape.data(), escape.size());
        return;
    }
    const std::array<char, 6> escape{'\\', 'u', '0', '0', hex[uchar(c) >> 4], hex[uchar(c) & 15]};
    out.append(escape.data(), escape.size());
}

template<class Char>
bool isPlain(Char c) {
    const auto code = std::make_unsigned_t<Char>(c);
    return code >= 0x20 && code != 0x7f && code != '"' && code != '\\';
}

bool isPlainAscii(QStringView text) {
    return std::all_of(text.utf16(), text.utf16() + text.size(), [](char16_t c) { return c < 0x80 && isPlain(c); });
}

/// What needs no escape is copied in one piece.
void appendText(QByteArray &out, QByteArrayView utf8) {
    for (qsizetype from = 0; from < utf8.size();) {
        qsizetype to = from;
        while (to < utf8.size() && isPlain(utf8[to]))
            ++to;
        out.append(utf8.data() + from, to - from);
        if (to < utf8.size())
            appendEscaped(out, utf8[to++]);
        from = to;
    }
}

/// Two digits; returns what follows them.
char *putTwo(char *to, unsigned number) {
    to[0] = char('0' + number / 10 % 10);
    to[1] = char('0' + number % 10);
    return to + 2;
}

} // namespace

/// Grows once for a value, not once for each of its parts.
char *JsonWriter::place(qsizetype bytes) {
    const qsizetype before = out_.size();
    out_.resize(before + bytes + (first_ ? 0 : 1));
    char *to = out_.data() + before;
    if (!first_)
        *to++ = ',';
    first_ = false;
    return to;
}

void JsonWriter::copy(QByteArrayView bytes) {
    std::copy(bytes.begin(), bytes.end(), place(bytes.size()));
}

void JsonWriter::open(char bracket) {
    *place(1) = bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    first_ = true;
    *place(1) = bracket;
}

void JsonWriter::name(QLatin1StringView name) {
    if (!std::all_of(name.begin(), name.end(), [](char c) { return uchar(c) < 0x80 && isPlain(c); })) {
        value(QStringView(QString(name)));
        out_ += ':';
    } else {
        char *to = place(name.size() + 3);
        *to++ = '"';
        to = std::copy(name.begin(), name.end(), to);
        *to++ = '"';
        *to = ':';
    }
    first_ = true;
}

void JsonWriter::value(QStringView text) {
    if (!isPlainAscii(text))
        return utf8(text.toUtf8());
    char *to = place(text.size() + 2);
    *to++ = '"';
    to = std::transform(text.utf16(), text.utf16() + text.size(), to, [](char16_t c) { return char(c); });
    *to = '"';
}

void JsonWriter::utf8(QByteArrayView text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return isPlain(c); }))
        return value(text);
    *place(1) = '"';
    appendText(out_, text);
    out_ += '"';
}

void JsonWriter::value(QByteArrayView ascii) {
    char *to = place(ascii.size() + 2);
    *to++ = '"';
    to = std::copy(ascii.begin(), ascii.end(), to);
    *to = '"';
}

void JsonWriter::value(bool on) {
    copy(on ? QByteArrayView("true") : QByteArrayView("false"));
}

void JsonWriter::value(qint64 number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    copy({digits.data(), end - digits.data()});
}

void JsonWriter::value(Instant at) {
    const auto day = std::chrono::floor<Days>(at);
    const std::chrono::year_month_day date(day);
    const auto seconds = unsigned((at - day).count());
    if (int(date.year()) < 0 || int(date.year()) > 9999)
        return value(QStringView(toRfc3339(at)));
    char *to = place(22);
    *to++ = '"';
    to = putTwo(to, unsigned(int(date.year())) / 100);
    to = putTwo(to, unsigned(int(date.year())));
    *to++ = '-';
    to = putTwo(to, unsigned(date.month()));
    *to++ = '-';
    to = putTwo(to, unsigned(date.day()));
    *to++ = 'T';
    to = putTwo(to, seconds / 3600);
    *to++ = ':';
    to = putTwo(to, seconds / 60 % 60);
    *to++ = ':';
    to = putTwo(to, seconds % 60);
    *to++ = 'Z';
    *to = '"';
}

void JsonWriter::value(MicroUsd amount) {
    const QString text = usdText(amount);
    char *to = place(text.size());
    std::transform(text.utf16(), text.utf16() + text.size(), to, [](char16_t c) { return char(c); });
}

void JsonWriter::value(const QStringList &texts) {
    beginArray();
    for (const QString &text : texts)
        value(QStringView(text));
    endArray();
}

void JsonWriter::null() {
    copy("null");
}

void JsonWriter::json(QByteArrayView text) {
    copy(text);
}

void JsonWriter::textOrNull(QLatin1StringView memberName, const QString &text) {
    name(memberName);
    if (text.isEmpty())
        null();
    else
        value(QStringView(text));
}

void JsonWriter::utf8OrNull(QLatin1StringView memberName, QByteArrayView text) {
    name(memberName);
    if (text.isEmpty())
        null();
    else
        utf8(text);
}

} // namespace keywright
