#include "app/server/http/json_object.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <optional>

namespace keywright {

namespace {

constexpr const char *notJson = "this is not JSON";
constexpr std::size_t fewNames = 16; // so many are compared with each other

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Bytes of the UTF-8 sequence, not ASCII, that the text begins with; zero: it is none.
qsizetype sequenceLength(QByteArrayView text) {
    const auto byte = [text](qsizetype i) { return i < text.size() ? uchar(text[i]) : uchar(0); };
    const auto follow = [&](qsizetype length) {
        for (qsizetype i = 1; i < length; ++i) {
            if ((byte(i) & 0xc0) != 0x80)
                return qsizetype(0);
        }
        return length;
    };
    const uchar lead = byte(0), second = byte(1);
    if (lead >= 0xc2 && lead <= 0xdf)
        return follow(2);
    // Nothing longer than it has to be, no surrogates, nothing beyond U+10FFFF.
    if (lead >= 0xe0 && lead <= 0xef)
        return (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second >= 0xa0) ? 0 : follow(3);
    if (lead >= 0xf0 && lead <= 0xf4)
        return (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second >= 0x90) ? 0 : follow(4);
    return 0;
}

/// The four hex digits that the text begins with.
std::optional<char32_t> hexUnit(QByteArrayView text) {
    unsigned unit = 0;
    if (text.size() < 4)
        return std::nullopt;
    const auto read = std::from_chars(text.data(), text.data() + 4, unit, 16);
    return read.ptr == text.data() + 4 ? std::optional<char32_t>(unit) : std::nullopt;
}

/// The character that an escape stands for, and how many bytes the escape takes; zero bytes: it is none.
struct Escape {
    char32_t character = 0;
    qsizetype length = 0;
};

Escape unicodeEscape(QByteArrayView text) {
    const auto first = hexUnit(text.sliced(2));
    if (!first || (*first >= 0xdc00 && *first <= 0xdfff))
        return {};
    if (*first < 0xd800 || *first > 0xdbff)
        return {*first, 6};
    if (text.size() < 12 || text[6] != '\\' || text[7] != 'u')
        return {};
    const auto second = hexUnit(text.sliced(8));
    if (!second || *second < 0xdc00 || *second > 0xdfff)
        return {};
    return {0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00), 12};
}

/// `text` begins with a backslash.
Escape escapeAt(QByteArrayView text) {
    if (text.size() < 2)
        return {};
    switch (text[1]) {
    case '"':
    case '\\':
    case '/':
        return {char32_t(text[1]), 2};
    case 'b':
        return {U'\b', 2};
    case 'f':
        return {U'\f', 2};
    case 'n':
        return {U'\n', 2};
    case 'r':
        return {U'\r', 2};
    case 't':
        return {U'\t', 2};
    case 'u':
        return unicodeEscape(text);
    default:
        return {};
    }
}

/// Of a text that was read, without its quotes.
QByteArray decoded(QByteArrayView inner) {
    if (!inner.contains('\\'))
        return QByteArray::fromRawData(inner.data(), inner.size());
    QByteArray out;
    out.reserve(inner.size());
    for (qsizetype at = 0; at < inner.size();) {
        if (inner[at] != '\\') {
            out += inner[at++];
            continue;
        }
        const Escape escape = escapeAt(inner.sliced(at));
        out += QString::fromUcs4(&escape.character, 1).toUtf8();
        at += escape.length;
    }
    return out;
}

QByteArrayView withoutQuotes(QByteArrayView text) {
    return text.sliced(1, text.size() - 2);
}

std::optional<double> doubleOf(QByteArrayView text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool isThereTwice(std::vector<QByteArray> &names) {
    if (names.size() <= fewNames) {
        for (auto one = names.begin(); one != names.end(); ++one) {
            if (std::find(names.begin(), one, *one) != one)
                return true;
        }
        return false;
    }
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

/// Goes through a text once. What reads something leaves `at_` behind it, or says false and why.
class Scanner {
public:
    Scanner(QByteArrayView json, int deepest) : json_(json), deepest_(deepest) {}

    bool document(std::vector<JsonMember> &members) {
        skipSpace();
        if (peek() != '{')
            return fail("the document must be an object, in braces");
        if (!object(1, &members))
            return false;
        skipSpace();
        return at_ == json_.size() || fail(notJson);
    }
    bool list(int depth, std::vector<JsonValue> *values) {
        return sequence(depth, ']', [&] {
            JsonValue one;
            if (!value(depth, one))
                return false;
            if (values)
                values->push_back(one);
            return true;
        });
    }
    JsonFault fault() const { return {at_, reason_}; }

private:
    bool fail(const char *reason) {
        reason_ = reason;
        return false;
    }
    char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }
    void skipSpace() {
        while (at_ < json_.size() && isSpace(json_[at_]))
            ++at_;
    }

    /// What stands between brackets, with commas between.
    template<class One>
    bool sequence(int depth, char end, One one) {
        if (depth > deepest_)
            return fail("this is nested too deeply");
        ++at_;
        skipSpace();
        if (peek() == end) {
            ++at_;
            return true;
        }
        for (;;) {
            skipSpace();
            if (!one())
                return false;
            skipSpace();
            const char next = peek();
            if (next != ',' && next != end)
                return fail(notJson);
            ++at_;
            if (next == end)
                return true;
        }
    }

    bool object(int depth, std::vector<JsonMember> *members) {
        const qsizetype from = at_;
        std::vector<QByteArray> names;
        const bool fine = sequence(depth, '}', [&] {
            const qsizetype start = at_;
            if (peek() != '"' || !text())
                return fail(notJson, start);
            names.push_back(decoded(withoutQuotes(json_.sliced(start, at_ - start))));
            skipSpace();
            if (peek() != ':')
                return fail(notJson);
            ++at_;
            skipSpace();
            JsonValue one;
            if (!value(depth, one))
                return false;
            if (members)
                members->push_back({names.back(), one});
            return true;
        });
        return fine && (!isThereTwice(names) || fail("a member stands twice in this object", from));
    }
    /// Keeps the reason that was found closer to the fault.
    bool fail(const char *reason, qsizetype offset) {
        if (*reason_ == '\0') {
            reason_ = reason;
            at_ = offset;
        }
        return false;
    }

    bool value(int depth, JsonValue &into) {
        const qsizetype from = at_;
        const auto read = [&]() -> bool {
            switch (peek()) {
            case '{':
                into.kind = JsonValue::Kind::Object;
                return object(depth + 1, nullptr);
            case '[':
                into.kind = JsonValue::Kind::List;
                return list(depth + 1, nullptr);
            case '"':
                into.kind = JsonValue::Kind::Text;
                return text();
            case 't':
                into.kind = JsonValue::Kind::True;
                return literal("true");
            case 'f':
                into.kind = JsonValue::Kind::False;
                return literal("false");
            case 'n':
                into.kind = JsonValue::Kind::Null;
                return literal("null");
            default:
                into.kind = JsonValue::Kind::Number;
                return number();
            }
        };
        if (!read())
            return false;
        into.json = json_.sliced(from, at_ - from);
        return true;
    }

    bool literal(QByteArrayView word) {
        if (!json_.sliced(at_).startsWith(word))
            return fail(notJson);
        at_ += word.size();
        return true;
    }

    bool text() {
        for (++at_; at_ < json_.size();) {
            const char c = json_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            qsizetype length = 1;
            if (c == '\\')
                length = escapeAt(json_.sliced(at_)).length;
            else if (uchar(c) >= 0x80)
                length = sequenceLength(json_.sliced(at_));
            else if (uchar(c) < 0x20)
                length = 0;
            if (length == 0)
                return fail(uchar(c) >= 0x80 ? "this is not UTF-8" : notJson);
            at_ += length;
        }
        return fail(notJson);
    }

    bool digits() {
        const qsizetype from = at_;
        while (isDigit(peek()))
            ++at_;
        return at_ > from || fail(notJson);
    }

    bool number() {
        const qsizetype from = at_;
        if (peek() == '-')
            ++at_;
        if (peek() == '0')
            ++at_;
        else if (!digits())
            return false;
        if (peek() == '.') {
            ++at_;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            if (peek() == '+' || peek() == '-')
                ++at_;
            if (!digits())
                return false;
        }
        return doubleOf(json_.sliced(from, at_ - from)) || fail("this number is too large or too small", from);
    }

    QByteArrayView json_;
    const int deepest_;
    qsizetype at_ = 0;
    const char *reason_ = "";
};

} // namespace

QByteArray JsonValue::text() const {
    return kind == Kind::Text ? decoded(withoutQuotes(json)) : QByteArray();
}

double JsonValue::number() const {
    return kind == Kind::Number ? doubleOf(json).value_or(0) : 0;
}

std::vector<JsonValue> JsonValue::list() const {
    std::vector<JsonValue> values;
    if (kind == Kind::List)
        Scanner(json, int(json.size())).list(1, &values); // it was read before: nothing in it is too deep
    return values;
}

std::expected<std::vector<JsonMember>, JsonFault> readJsonObject(QByteArrayView json, int deepest) {
    std::vector<JsonMember> members;
    Scanner scanner(json, deepest);
    if (!scanner.document(members))
        return std::unexpected(scanner.fault());
    return members;
}

} // namespace keywright
