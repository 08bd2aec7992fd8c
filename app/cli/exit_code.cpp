#include "app/cli/exit_code.h"

namespace keywright {

using namespace Qt::StringLiterals;

ExitCode exitCodeOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::Refused:
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
        return ExitCode::Refused;
    case ErrorKind::NotFound:
        return ExitCode::NotFound;
    case ErrorKind::Storage:
    case ErrorKind::Network:
        return ExitCode::Storage;
    }
    return ExitCode::Storage;
}

QLatin1StringView errorKindId(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
        return "invalid"_L1;
    case ErrorKind::Refused:
        return "refused"_L1;
    case ErrorKind::Conflict:
        return "conflict"_L1;
    case ErrorKind::NotFound:
        return "not_found"_L1;
    case ErrorKind::Storage:
        return "storage"_L1;
    case ErrorKind::Network:
        return "network"_L1;
    case ErrorKind::Cancelled:
        return "cancelled"_L1;
    }
    return "storage"_L1;
}

} // namespace keywright
