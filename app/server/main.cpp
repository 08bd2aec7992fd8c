// keywrightd: serves a keyring over REST, and verifies its keys for any API.
#include "app/server/program.h"
#include "core/model/english.h"
#include "core/model/version.h"
#include "core/platform/process.h"

#include <QCoreApplication>

int main(int argc, char *argv[]) {
    keywright::platform::hardenProcess();
    keywright::platform::allowManyFiles();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("keywright"));
    QCoreApplication::setApplicationVersion(keywright::version());
    const keywright::English english;
    return keywright::runServerProgram(QCoreApplication::arguments().mid(1));
}
