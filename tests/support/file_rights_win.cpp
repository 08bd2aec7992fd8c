#include "core/platform/win/current_user.h"
#include "tests/support/file_rights.h"

#include <QDir>

#include <aclapi.h>
#include <windows.h>

namespace keywright::test {

namespace {

QString native(const QString &path) {
    return QDir::toNativeSeparators(path);
}

LPWSTR wide(const QString &text) {
    return reinterpret_cast<LPWSTR>(const_cast<ushort *>(text.utf16()));
}

/// Whether this entry gives somebody the file's bytes who is neither the user nor the system.
bool opens(const ACE_HEADER *entry, PSID user) {
    if (entry->AceType != ACCESS_ALLOWED_ACE_TYPE)
        return false;
    const auto *allowed = reinterpret_cast<const ACCESS_ALLOWED_ACE *>(entry);
    PSID who = const_cast<DWORD *>(&allowed->SidStart);
    return (allowed->Mask & (FILE_READ_DATA | FILE_WRITE_DATA | GENERIC_READ | GENERIC_WRITE | GENERIC_ALL)) != 0 &&
           !EqualSid(who, user) && !IsWellKnownSid(who, WinLocalSystemSid);
}

} // namespace

bool isForOwnerAlone(const QString &path) {
    const std::vector<std::byte> user = platform::currentUser();
    PACL rights = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const QString name = native(path);
    const DWORD code = GetNamedSecurityInfoW(wide(name), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                                             &rights, nullptr, &descriptor);
    bool alone = code == ERROR_SUCCESS && rights != nullptr && !user.empty(); // no list at all: everybody may
    for (DWORD i = 0; alone && i < rights->AceCount; ++i) {
        void *entry = nullptr;
        alone = GetAce(rights, i, &entry) && !opens(static_cast<const ACE_HEADER *>(entry),
                                                    reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid);
    }
    LocalFree(descriptor);
    return alone;
}

bool openToEverybody(const QString &path) {
    EXPLICIT_ACCESSW entry{};
    entry.grfAccessPermissions = GENERIC_READ;
    entry.grfAccessMode = GRANT_ACCESS;
    entry.Trustee.TrusteeForm = TRUSTEE_IS_NAME;
    entry.Trustee.TrusteeType = TRUSTEE_IS_WELL_KNOWN_GROUP;
    std::wstring everybody(L"EVERYONE");
    entry.Trustee.ptstrName = everybody.data();
    PACL rights = nullptr;
    if (SetEntriesInAclW(1, &entry, nullptr, &rights) != ERROR_SUCCESS)
        return false;
    const QString name = native(path);
    const DWORD code =
        SetNamedSecurityInfoW(wide(name), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, rights, nullptr);
    LocalFree(rights);
    return code == ERROR_SUCCESS;
}

} // namespace keywright::test
