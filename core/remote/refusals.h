// What a server's refusals mean, as errors in words.
#pragma once

#include "core/remote/remote_http.h"

namespace keywright {

/// Success for a 2xx of the right kind; else the error that the status and the problem document (RFC 9457) tell.
/// `host` as people call the server.
Done checkStatus(const RemoteAnswer &answer, const QString &host);

/// A fault of the way as an error.
Error errorOf(const RemoteFault &fault);

/// The problem's `code`, or empty.
QString problemCode(const RemoteAnswer &answer);

} // namespace keywright
