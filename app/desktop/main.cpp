#include "app/desktop/command_line.h"
#include "app/desktop/desktop.h"
#include "app/desktop/quiet_log.h"
#include "core/keyring/keyring_file.h"
#include "core/model/version.h"
#include "core/platform/process.h"

#include <QApplication>

#include <cstdio>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

int tell(const CommandLine &line) {
    const QByteArray text = line.answer.toLocal8Bit();
    std::fwrite(text.constData(), 1, std::size_t(text.size()), line.wrong ? stderr : stdout);
    return line.wrong ? 2 : 0;
}

/// `--help` and `--version` must work where there is no screen.
bool asksOnly(int argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v")
            return true;
    }
    return false;
}

int run(int argc, char **argv) {
    installQuietLog();
    QCoreApplication::setApplicationName(u"keywright"_s);
    QCoreApplication::setApplicationVersion(version());
    QGuiApplication::setDesktopFileName(u"org.keywright.Keywright"_s);
    if (asksOnly(argc, argv)) {
        const QCoreApplication application(argc, argv);
        return tell(readCommandLine(QCoreApplication::arguments()));
    }
    const QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Keywright"_s);
    const CommandLine line = readCommandLine(QCoreApplication::arguments());
    if (!line.answer.isEmpty())
        return tell(line);
    SingleInstance instance;
    if (instance.handOver(line.file))
        return 0;
    instance.listen();
    Desktop desktop;
    desktop.show(placeToOpen(line.file, desktop.settings().recentKeyrings(), defaultKeyringPath()), instance);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    platform::hardenProcess();
    return platform::leave(run(argc, argv));
}
