#include "core/platform/process.h"

#include <QFile>

#include <array>
#include <csignal>
#include <pwd.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <malloc.h>
#include <sys/prctl.h>
#endif

namespace keywright::platform {

void hardenProcess() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    std::signal(SIGXFSZ, SIG_IGN);
}

void growHeapInLargeSteps() {
#ifdef M_TOP_PAD
    ::mallopt(M_TOP_PAD, 8 << 20);
#endif
}

void allowManyFiles() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

void giveWayToOtherThreads() {
#ifdef Q_OS_LINUX
    constexpr int behindOthers = 5;                                                // a third of another thread's share
    ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + behindOthers); // of the thread, on Linux
#endif
}

int leave(int code) {
    return code;
}

QString userName() {
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QFile::decodeName(found->pw_name);
    return QString::number(::geteuid());
}

} // namespace keywright::platform
