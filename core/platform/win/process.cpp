#include "core/platform/process.h"

#include <array>
#include <lmcons.h>
#include <windows.h>

namespace keywright::platform {

void hardenProcess() {
    // Windows Error Reporting keeps no dump of the process, and no dialog stays open with its memory behind it.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
}

void growHeapInLargeSteps() {} // the heap of Windows does so by itself

void allowManyFiles() {} // there is no such limit

QString userName() {
    std::array<wchar_t, UNLEN + 1> buffer{};
    auto size = DWORD(buffer.size());
    if (GetUserNameW(buffer.data(), &size))
        return QString::fromWCharArray(buffer.data());
    return qEnvironmentVariable("USERNAME");
}

} // namespace keywright::platform
