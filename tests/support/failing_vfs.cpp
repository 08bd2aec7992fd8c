#include "tests/support/failing_vfs.h"

#include <atomic>
#include <cstring>
#include <sqlite3.h>

namespace keywright::test {

namespace {

struct State {
    std::atomic<long> accesses = 0;
    std::atomic<long> failAt = 0;
    std::atomic<bool> failed = false;
    std::atomic<bool> full = false;
};
State state;
sqlite3_vfs *real = nullptr;
sqlite3_vfs shim{};
sqlite3_io_methods methods{};

bool fails() {
    const long access = ++state.accesses;
    const long at = state.failAt;
    if (at == 0 || access < at)
        return false;
    state.failed = true;
    return true;
}

/// SQLite's file with the real one behind it.
struct File {
    sqlite3_file base;
    sqlite3_file *behind() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *behind(sqlite3_file *file) {
    return reinterpret_cast<File *>(file)->behind();
}

int closeFile(sqlite3_file *f) {
    return behind(f)->pMethods->xClose(behind(f));
}
int readFile(sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
    return behind(f)->pMethods->xRead(behind(f), to, size, at);
}
int writeFile(sqlite3_file *f, const void *from, int size, sqlite3_int64 at) {
    if (!fails())
        return behind(f)->pMethods->xWrite(behind(f), from, size, at);
    (void)behind(f)->pMethods->xWrite(behind(f), from, size / 2, at);
    return state.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
int truncateFile(sqlite3_file *f, sqlite3_int64 size) {
    return fails() ? SQLITE_IOERR_TRUNCATE : behind(f)->pMethods->xTruncate(behind(f), size);
}
int syncFile(sqlite3_file *f, int flags) {
    return fails() ? SQLITE_IOERR_FSYNC : behind(f)->pMethods->xSync(behind(f), flags);
}
int fileSize(sqlite3_file *f, sqlite3_int64 *size) {
    return behind(f)->pMethods->xFileSize(behind(f), size);
}
int lockFile(sqlite3_file *f, int level) {
    return behind(f)->pMethods->xLock(behind(f), level);
}
int unlockFile(sqlite3_file *f, int level) {
    return behind(f)->pMethods->xUnlock(behind(f), level);
}
int checkLock(sqlite3_file *f, int *result) {
    return behind(f)->pMethods->xCheckReservedLock(behind(f), result);
}
int fileControl(sqlite3_file *f, int operation, void *argument) {
    return behind(f)->pMethods->xFileControl(behind(f), operation, argument);
}
int sectorSize(sqlite3_file *f) {
    return behind(f)->pMethods->xSectorSize(behind(f));
}
int characteristics(sqlite3_file *f) {
    return behind(f)->pMethods->xDeviceCharacteristics(behind(f));
}
int shmMap(sqlite3_file *f, int page, int size, int extend, void volatile **to) {
    return behind(f)->pMethods->xShmMap(behind(f), page, size, extend, to);
}
int shmLock(sqlite3_file *f, int offset, int n, int flags) {
    return behind(f)->pMethods->xShmLock(behind(f), offset, n, flags);
}
void shmBarrier(sqlite3_file *f) {
    behind(f)->pMethods->xShmBarrier(behind(f));
}
int shmUnmap(sqlite3_file *f, int remove) {
    return behind(f)->pMethods->xShmUnmap(behind(f), remove);
}

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags) {
    file->pMethods = nullptr;
    if (fails())
        return SQLITE_CANTOPEN;
    const int code = real->xOpen(real, name, behind(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &methods;
    return code;
}

} // namespace

FailingVfs::FailingVfs() {
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    shim.zName = "failing";
    shim.szOsFile = int(sizeof(File)) + real->szOsFile;
    shim.xOpen = openFile;
    methods = {2,        closeFile,  readFile,  writeFile,   truncateFile, syncFile,        fileSize,
               lockFile, unlockFile, checkLock, fileControl, sectorSize,   characteristics, shmMap,
               shmLock,  shmBarrier, shmUnmap,  nullptr,     nullptr};
    sqlite3_vfs_register(&shim, 1);
}

FailingVfs::~FailingVfs() {
    sqlite3_vfs_unregister(&shim);
    sqlite3_vfs_register(real, 1);
}

void FailingVfs::failAt(long access, Fault fault) {
    state.full = fault == Fault::DiskFull;
    state.accesses = 0;
    state.failed = false;
    state.failAt = access;
}

void FailingVfs::heal() {
    state.failAt = 0;
    state.accesses = 0;
}

long FailingVfs::accesses() const {
    return state.accesses;
}

bool FailingVfs::hasFailed() const {
    return state.failed;
}

} // namespace keywright::test
