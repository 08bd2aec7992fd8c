// Errors are values: a Result<T> holds a T or an Error that says what happened, to what, and what to do.
#pragma once

#include <QFuture>
#include <QMetaType>
#include <QString>

#include <expected>
#include <memory>

namespace keywright {

struct ApiKey;

/// What a caller branches on. Messages are for people; code looks at the kind alone.
enum class ErrorKind {
    Invalid,   ///< a value breaks a rule of the policy or of the form
    Refused,   ///< the gate says no: policy, role, state or flag
    Conflict,  ///< somebody else changed the key meanwhile; Error::newer holds it
    NotFound,  ///< no such key, file or entry
    Storage,   ///< file, database or disk
    Network,   ///< server, connection or certificate
    Cancelled, ///< the caller stopped it
};

/// An error in words. Never holds a token.
struct Error {
    ErrorKind kind = ErrorKind::Storage;
    QString message;        ///< what happened, to what, what to do; translated
    QString field = {};     ///< for Invalid: which value, by its JSON name ("name", "expires_days", ...)
    QString technical = {}; ///< for "Copy details": native code, statement name, path; no secret
    std::shared_ptr<const ApiKey> newer = {}; ///< for Conflict: the key as it is now
};

/// A T, or the reason why there is none. Dropping one is a compile error.
template<class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
public:
    using std::expected<T, Error>::expected;
};

using Done = Result<void>;

inline std::unexpected<Error> failure(ErrorKind kind, QString message, QString field = {}) {
    return std::unexpected(Error{.kind = kind, .message = std::move(message), .field = std::move(field)});
}

/// What an asynchronous call returns. T must be copyable (a move-only T crashes QFuture).
template<class T>
using Reply = QFuture<Result<T>>;

} // namespace keywright
