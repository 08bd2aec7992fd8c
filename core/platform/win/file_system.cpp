#include "core/platform/file_system.h"

#include "core/platform/win/current_user.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <aclapi.h> // brings windows.h, which the next one leans on
#include <sddl.h>
#include <windows.h>

namespace keywright::platform {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Platform)
};

const wchar_t *wide(const QString &text) {
    return reinterpret_cast<const wchar_t *>(text.utf16());
}

/// A path as Windows takes it at any length: from 248 characters on (a folder's limit) with the prefix that lifts it.
QString native(const QString &path) {
    constexpr qsizetype shortEnough = 248;
    const QString full = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (full.size() < shortEnough || full.startsWith(u"\\\\?\\"_s))
        return full;
    if (full.startsWith(u"\\\\"_s))
        return u"\\\\?\\UNC\\"_s + full.mid(2);
    return u"\\\\?\\"_s + full;
}

/// "D:P(A;OICI;FA;;;S-1-5-...)": the user alone, by name, as an administrator's files belong to all administrators.
QString ownerOnly() {
    const std::vector<std::byte> user = currentUser();
    LPWSTR text = nullptr;
    QString sid = u"OW"_s;
    if (!user.empty() && ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid, &text)) {
        sid = QString::fromWCharArray(text);
        LocalFree(text);
    }
    return u"D:P(A;OICI;FA;;;%1)(A;OICI;FA;;;SY)"_s.arg(sid);
}

Done failed(const QString &sentence, const QString &path, DWORD code) {
    return std::unexpected(
        Error{.kind = ErrorKind::Storage,
              .message = sentence.arg(QDir::toNativeSeparators(path), qt_error_string(int(code)).trimmed()),
              .technical = u"Windows error %1"_s.arg(code)});
}

/// The user and the system, nothing inherited.
class OwnerOnly {
public:
    OwnerOnly() {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(wide(ownerOnly()), SDDL_REVISION_1, &descriptor_, nullptr);
        attributes_ = {sizeof(SECURITY_ATTRIBUTES), descriptor_, FALSE};
    }
    ~OwnerOnly() { LocalFree(descriptor_); }
    OwnerOnly(const OwnerOnly &) = delete;
    OwnerOnly &operator=(const OwnerOnly &) = delete;
    SECURITY_ATTRIBUTES *attributes() { return &attributes_; }

private:
    PSECURITY_DESCRIPTOR descriptor_ = nullptr;
    SECURITY_ATTRIBUTES attributes_{};
};

bool opens(const QString &path, DWORD access, DWORD how, DWORD flags) {
    const HANDLE file =
        CreateFileW(wide(native(path)), access, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, how, flags, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    CloseHandle(file);
    return true;
}

/// By the rights of the folder that holds `path`.
bool mayAddFiles(const QString &path) {
    return opens(QFileInfo(path).absolutePath(), FILE_ADD_FILE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
}

/// Whether some of the rights come from the folder; then another file in it has them, too.
bool isInherited(PACL rights) {
    for (DWORD i = 0; i < rights->AceCount; ++i) {
        void *entry = nullptr;
        if (GetAce(rights, i, &entry) && (static_cast<const ACE_HEADER *>(entry)->AceFlags & INHERITED_ACE) != 0)
            return true;
    }
    return false;
}

/// Who may read the user's files on any Windows: the user, the system, administrators, and the owner by that name.
bool isTrusted(PSID who, const std::vector<std::byte> &user) {
    return (!user.empty() && EqualSid(who, reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid)) ||
           IsWellKnownSid(who, WinLocalSystemSid) || IsWellKnownSid(who, WinBuiltinAdministratorsSid) ||
           IsWellKnownSid(who, WinCreatorOwnerRightsSid);
}

bool letsOthersRead(PACL rights) {
    constexpr DWORD reading = FILE_READ_DATA | GENERIC_READ | GENERIC_ALL;
    const std::vector<std::byte> user = currentUser();
    for (DWORD i = 0; i < rights->AceCount; ++i) {
        void *entry = nullptr;
        if (!GetAce(rights, i, &entry))
            return true;
        auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
        if (allowed->Header.AceType == ACCESS_ALLOWED_ACE_TYPE && (allowed->Mask & reading) != 0 &&
            (allowed->Header.AceFlags & INHERIT_ONLY_ACE) == 0 && !isTrusted(&allowed->SidStart, user))
            return true;
    }
    return false;
}

} // namespace

Done createPrivateFile(const QString &path, const QString &shown) {
    const QString &named = shown.isEmpty() ? path : shown;
    OwnerOnly owner;
    const HANDLE file = CreateFileW(wide(native(path)), GENERIC_WRITE, 0, owner.attributes(), CREATE_NEW,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_EXISTS)
        return failure(ErrorKind::Storage,
                       Words::tr("%1 exists already. Choose another name.").arg(QDir::toNativeSeparators(named)));
    if (file == INVALID_HANDLE_VALUE)
        return failed(Words::tr("%1 can't be created: %2. Choose another place, or check its permissions."), named,
                      GetLastError());
    CloseHandle(file);
    return {};
}

Done makePrivateFolder(const QString &path) {
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (const QString parent = info.absolutePath(); parent != info.absoluteFilePath()) {
        if (auto done = makePrivateFolder(parent); !done)
            return done;
    }
    OwnerOnly owner;
    if (!CreateDirectoryW(wide(native(path)), owner.attributes()) && GetLastError() != ERROR_ALREADY_EXISTS)
        return failed(Words::tr("The folder %1 can't be created: %2."), path, GetLastError());
    return {};
}

Done syncFile(const QString &path) {
    const HANDLE file = CreateFileW(wide(native(path)), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                    OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failed(Words::tr("%1 can't be opened: %2."), path, GetLastError());
    const DWORD code = FlushFileBuffers(file) ? ERROR_SUCCESS : GetLastError();
    CloseHandle(file);
    if (code != ERROR_SUCCESS)
        return failed(Words::tr("%1 could not be written to the disk: %2."), path, code);
    return {};
}

Done syncFolder(const QString &) {
    return {}; // NTFS journals names by itself
}

void giveSameRights(const QString &database, const QString &beside) {
    PACL rights = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(wide(native(database)), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                              &rights, nullptr, &descriptor) != ERROR_SUCCESS)
        return;
    if (rights != nullptr && !isInherited(rights)) {
        QString name = native(beside);
        SetNamedSecurityInfoW(reinterpret_cast<wchar_t *>(name.data()), SE_FILE_OBJECT,
                              DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr, rights,
                              nullptr);
    }
    LocalFree(descriptor);
}

Done replaceFile(const QString &from, const QString &to) {
    // Who looks at a new file (a virus scanner, an indexer) holds it for a moment.
    constexpr int tries = 10;
    constexpr DWORD moment = 50; // milliseconds
    for (int i = 0;; ++i) {
        if (MoveFileExW(wide(native(from)), wide(native(to)), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return {};
        const DWORD code = GetLastError();
        if (i == tries || (code != ERROR_SHARING_VIOLATION && code != ERROR_ACCESS_DENIED))
            return failed(Words::tr("%1 can't be written: %2."), to, code);
        Sleep(moment);
    }
}

bool othersMayRead(const QString &path) {
    PACL rights = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(wide(native(path)), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, &rights,
                              nullptr, &descriptor) != ERROR_SUCCESS)
        return true;
    const bool others = rights == nullptr || letsOthersRead(rights);
    LocalFree(descriptor);
    return others;
}

QString commandThatMakesPrivate(const QString &path) {
    return uR"(icacls "%1" /inheritance:r /grant:r "%USERNAME%:F")"_s.arg(QDir::toNativeSeparators(path));
}

bool isWritable(const QString &path) {
    return opens(path, GENERIC_WRITE, OPEN_EXISTING, 0) && mayAddFiles(path);
}

bool isFolderWritable(const QString &path) {
    // Rights say nothing of a disk that is write-protected as a whole: a file that is gone at once does.
    const QString probe = path + u'.' + QUuid::createUuid().toString(QUuid::Id128);
    return mayAddFiles(path) &&
           opens(probe, GENERIC_WRITE | DELETE, CREATE_NEW, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE);
}

QByteArray fileIdentity(const QString &path) {
    const HANDLE file =
        CreateFileW(wide(native(path)), FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                    nullptr, OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return {};
    BY_HANDLE_FILE_INFORMATION about{};
    const bool known = GetFileInformationByHandle(file, &about);
    CloseHandle(file);
    if (!known)
        return {};
    return QByteArray::number(quint64(about.dwVolumeSerialNumber)) + ':' +
           QByteArray::number((quint64(about.nFileIndexHigh) << 32) | about.nFileIndexLow);
}

QString networkFileSystem(const QString &path) {
    const QString full = QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath());
    if (full.startsWith(u"\\\\"_s))
        return u"smb"_s;
    return GetDriveTypeW(wide(full.left(3))) == DRIVE_REMOTE ? u"smb"_s : QString();
}

} // namespace keywright::platform
