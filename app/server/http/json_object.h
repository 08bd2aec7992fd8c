// A JSON object read strictly and once: what two readers could take differently is refused. Nothing is copied: values
// are decoded when they are asked for.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <expected>
#include <vector>

namespace keywright {

/// A value as it stands in the text, which must outlive it.
struct JsonValue {
    enum class Kind { Null, False, True, Number, Text, List, Object };
    Kind kind = Kind::Null;
    QByteArrayView json;

    bool isNull() const { return kind == Kind::Null; }
    bool isFlag() const { return kind == Kind::False || kind == Kind::True; }
    /// A text's UTF-8: a view of the JSON where it holds no escape. Nothing of another kind.
    QByteArray text() const;
    /// A number's; 0 of another kind.
    double number() const;
    /// A list's values; none of another kind.
    std::vector<JsonValue> list() const;
};

struct JsonMember {
    QByteArray name; ///< UTF-8, escapes decoded
    JsonValue value;
};

/// Where a text is no such object, and why.
struct JsonFault {
    qsizetype offset = 0;
    const char *reason = "";
};

/// The members of the one object that `json` is, in their order. Refused: what RFC 8259 is not, no UTF-8, half a
/// surrogate pair, a member that its object has already, numbers that no double holds, nesting over `deepest`.
std::expected<std::vector<JsonMember>, JsonFault> readJsonObject(QByteArrayView json, int deepest);

} // namespace keywright
