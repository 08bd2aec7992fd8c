// The command line's `list` of a keyring of ten thousand keys, as a whole process, beside a bare scan of the same keys
// through the C API of SQLite.
//
//   list_keys KEYWRIGHT-CLI [KEYS]
#include "tests/bench/list_scan.h"
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 15;

double listMilliseconds(const QString &program, const QString &keyring) {
    QProcess list;
    QElapsedTimer time;
    time.start();
    list.start(program, {u"--keyring"_s, keyring, u"list"_s});
    if (!list.waitForFinished() || list.exitCode() != 0)
        qFatal("%s failed", qPrintable(program));
    return double(time.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2)
        qFatal("usage: list_keys KEYWRIGHT-CLI [KEYS]");
    test::KeyringFixture fixture(u"standard"_s);
    fixture.close();
    const qint64 keys = arguments.size() > 2 ? arguments[2].toLongLong() : 10'000;
    if (auto filled = test::fillKeyring(fixture.path(), {.keys = keys}, SystemClock().now()); !filled)
        qFatal("%s", qPrintable(filled.error().message));
    std::vector<double> times;
    for (int i = 0; i < runs; ++i)
        times.push_back(listMilliseconds(arguments[1], fixture.path()));
    std::ranges::sort(times);
    std::printf("list of %lld keys: %.0f ms (median of %d, %.0f to %.0f); a bare scan %.1f ms\n", keys, times[runs / 2],
                runs, times.front(), times.back(), bench::scanSeconds(fixture.path()) * 1e3);
    return 0;
}
