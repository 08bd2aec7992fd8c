// JSON written as it goes: members in the order they are given, compact, UTF-8.
#pragma once

#include "core/model/ids.h"
#include "core/model/instant.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace keywright {

/// Appends to a buffer that the caller owns (and wipes, if a token goes into it: reserve enough first, so that growing
/// leaves no copy behind).
class JsonWriter {
public:
    explicit JsonWriter(QByteArray &out) : out_(out) {}

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// The name of the member that the next value belongs to.
    void name(QLatin1StringView name);

    void value(QStringView text);
    void value(QByteArrayView ascii); ///< text that needs no escape: a token, a digest
    void utf8(QByteArrayView text);   ///< any text, as its UTF-8
    void value(bool on);
    void value(qint64 number);
    void value(Instant at);      ///< RFC 3339
    void value(MicroUsd amount); ///< a number with at least one decimal, `5.0`
    void value(const QStringList &texts);
    void null();
    void json(QByteArrayView text); ///< a value that is JSON already
    template<class T>
    void value(const std::optional<T> &what) {
        if (what)
            value(*what);
        else
            null();
    }
    template<class T>
    void member(QLatin1StringView memberName, const T &what) {
        name(memberName);
        value(what);
    }
    /// A member that is null when the text is empty.
    void textOrNull(QLatin1StringView memberName, const QString &text);
    void utf8OrNull(QLatin1StringView memberName, QByteArrayView text);

private:
    void open(char bracket);
    void close(char bracket);
    /// Room for a value of so many bytes, behind the comma that it may need.
    char *place(qsizetype bytes);
    void copy(QByteArrayView bytes);

    QByteArray &out_;
    bool first_ = true; ///< nothing stands in the innermost container yet, or a name was just written
};

} // namespace keywright
