// The command line's `list` of a keyring of ten thousand keys, as a whole process that writes to a file, beside a bare
// scan of the same keys through the C API of SQLite and a process that does nothing.
//
//   list_keys KEYWRIGHT-CLI [KEYS]
#include "tests/bench/list_scan.h"
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 15;

struct Times {
    std::vector<double> milliseconds; ///< sorted
    double median() const { return milliseconds[runs / 2]; }
};

Times timesOf(const QString &program, const QStringList &arguments, const QString &output) {
    Times times;
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        process.setStandardOutputFile(output);
        QElapsedTimer time;
        time.start();
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s failed", qPrintable(program));
        times.milliseconds.push_back(double(time.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times.milliseconds);
    return times;
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
    const QTemporaryDir folder;
    const QString output = folder.filePath(u"list"_s);
    const Times list = timesOf(arguments[1], {u"--keyring"_s, fixture.path(), u"list"_s}, output);
    const Times nothing = timesOf(arguments[1], {u"--version"_s}, output);
    std::printf("list of %lld keys: %.0f ms (median of %d, %.0f to %.0f); a bare scan %.1f ms, --version %.1f ms\n", keys,
                list.median(), runs, list.milliseconds.front(), list.milliseconds.back(),
                bench::scanSeconds(fixture.path()) * 1e3, nothing.median());
    return 0;
}
