// A prepared statement: what a kind of database must be able to do, and nothing more. Connection drives it.
#pragma once

#include "core/store/store_error.h"

#include <QByteArrayView>
#include <QVariantList>

namespace keywright {

class Statement {
public:
    enum class Step { Row, End, Failed };

    Statement() = default;
    virtual ~Statement() = default;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds and starts over. An invalid QVariant and a null QString are NULL.
    virtual bool start(const QVariantList &values) = 0;
    virtual Step step() = 0;
    /// Lets go of its locks; the values that it was given are forgotten.
    virtual void finish() = 0;

    /// Rows that the last run changed.
    virtual qint64 changedRows() const = 0;
    /// What went wrong, after a failure and before finish().
    virtual DatabaseFault fault() const = 0;

    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    /// A blob's bytes, or a text's UTF-8; they stand until the next step. NULL is a view of nothing.
    virtual QByteArrayView bytes(int column) const = 0;
};

} // namespace keywright
