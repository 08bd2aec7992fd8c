// keywright-cli: the same work as the window's, for scripts and for machines without a display.
#include "app/cli/console.h"
#include "app/cli/program.h"
#include "app/cli/terminal.h"
#include "core/model/english.h"
#include "core/model/instant.h"
#include "core/model/version.h"
#include "core/platform/process.h"

#include <QCoreApplication>

namespace {

int run(int argc, char **argv) {
    const keywright::Utf8Terminal terminal;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("keywright"));
    QCoreApplication::setApplicationVersion(keywright::version());
    const keywright::English english;
    keywright::Console console(stdin, stdout, stderr);
    const keywright::SystemClock clock;
    return int(keywright::runCommandLine(QCoreApplication::arguments().mid(1), console, clock));
}

} // namespace

int main(int argc, char *argv[]) {
    keywright::platform::hardenProcess();
    keywright::platform::growHeapInLargeSteps();
    return keywright::platform::leave(run(argc, argv));
}
