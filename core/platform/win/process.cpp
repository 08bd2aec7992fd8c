#include "core/platform/process.h"

#include "core/platform/win/current_user.h"

#include <aclapi.h>
#include <array>
#include <cstdio>
#include <lmcons.h>
#include <windows.h>

namespace keywright::platform {

namespace {

/// Other processes of the user may wait for this one and end it, and neither read its memory nor write to it.
void closeToOthers() {
    const std::vector<std::byte> user = currentUser();
    if (user.empty())
        return;
    PSID sid = reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid;
    EXPLICIT_ACCESSW entry{};
    entry.grfAccessPermissions = SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE;
    entry.grfAccessMode = SET_ACCESS;
    entry.Trustee.TrusteeForm = TRUSTEE_IS_SID;
    entry.Trustee.TrusteeType = TRUSTEE_IS_USER;
    entry.Trustee.ptstrName = static_cast<LPWSTR>(sid);
    PACL list = nullptr;
    if (SetEntriesInAclW(1, &entry, nullptr, &list) != ERROR_SUCCESS)
        return;
    SetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, list, nullptr);
    LocalFree(list);
}

} // namespace

void hardenProcess() {
    // Libraries come from the program's folder and the system's, never from the folder that it was started in.
    SetDllDirectoryW(L"");
    // A crash is not handed to Windows Error Reporting: no dump, and no dialog that stays open with the memory behind
    // it.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    closeToOthers();
}

void giveWayToOtherThreads() {
    ::SetThreadPriority(::GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
}

int leave(int code) {
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), UINT(code));
    return code;
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
