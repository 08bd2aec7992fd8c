// The server's log: JSON lines on standard error, of an allow-list of members. Nothing that a client typed goes in.
#pragma once

#include "app/server/config/server_options.h"
#include "app/server/log_writer.h"

namespace keywright {

/// Can be written to from any thread. There is one: while it lives, what Qt has to say are lines of it, too, and
/// afterwards Qt says nothing.
class Log {
public:
    explicit Log(RequestLog requests);
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    /// Something that the operator should know: an event's name and a sentence.
    void event(QByteArrayView name, const QString &text);
    void request(const Exchange &exchange);

private:
    bool isWanted(const Exchange &exchange) const;

    RequestLog requests_;
    LogWriter writer_;
};

} // namespace keywright
