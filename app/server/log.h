// The server's log: JSON lines on standard error, of an allow-list of members. Nothing that a client typed goes in.
#pragma once

#include "app/server/config/server_options.h"

#include <cstdio>
#include <mutex>

namespace keywright {

/// Can be written to from any thread.
class Log {
public:
    explicit Log(RequestLog requests, std::FILE *to = stderr) : requests_(requests), to_(to) {}

    /// Something that the operator should know: an event's name and a sentence.
    void event(QByteArrayView name, const QString &text);
    void request(const Exchange &exchange);

private:
    bool isWanted(const Exchange &exchange) const;
    void line(QByteArray json);

    RequestLog requests_;
    std::FILE *to_;
    std::mutex mutex_;
};

} // namespace keywright
