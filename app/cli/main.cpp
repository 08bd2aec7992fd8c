// keywright-cli: the same work as the window's, for scripts and for machines without a display.
#include "app/cli/console.h"
#include "app/cli/program.h"
#include "app/cli/terminal.h"
#include "core/model/instant.h"
#include "core/platform/process.h"

#include <QCoreApplication>

int main(int argc, char *argv[]) {
    keywright::platform::hardenProcess();
    keywright::platform::growHeapInLargeSteps();
    keywright::useUtf8();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("keywright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYWRIGHT_VERSION));
    keywright::Console console(stdin, stdout, stderr);
    const keywright::SystemClock clock;
    return int(keywright::runCommandLine(QCoreApplication::arguments().mid(1), console, clock));
}
