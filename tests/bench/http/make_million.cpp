// Makes a keyring file of a million keys: make_million FILE. The token of key N is kw_N_benchmark..., see there.
#include "tests/bench/million_keyring.h"

#include <QCoreApplication>
#include <QFile>

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2)
        qFatal("make_million FILE");
    const keywright::bench::MillionKeyring million;
    return QFile::copy(million.path(), arguments[1]) ? 0 : 1;
}
