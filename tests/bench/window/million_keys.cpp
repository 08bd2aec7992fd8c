// The list of a big keyring in the real page (run it with QT_QPA_PLATFORM=offscreen). The limit for loading is a bare
// scan of the same columns through the C API of SQLite, in the same run.
//
//   million_keys [KEYS]
#include "tests/bench/list_scan.h"
#include "tests/bench/window/list_bench.h"

#include <QApplication>

using namespace keywright;
using bench::scanSeconds;
using namespace Qt::StringLiterals;

int main(int argc, char **argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QApplication application(argc, argv);
    const qint64 keys = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    test::KeyringFixture fixture(u"standard"_s);
    fixture.close();
    const SystemClock clock;
    if (auto filled = test::fillKeyring(fixture.path(), {.keys = keys}, clock.now()); !filled)
        qFatal("%s", qPrintable(filled.error().message));
    scanSeconds(fixture.path());
    const double scan =
        std::min({scanSeconds(fixture.path()), scanSeconds(fixture.path()), scanSeconds(fixture.path())});
    LocalKeyring keyring(fixture.path(), test::admin(), clock), other(fixture.path(), test::admin(u"bob"_s), clock);
    if (!test::await(keyring.open()) || !test::await(other.open()))
        qFatal("the keyring could not be opened");
    bench::ListBench list(keyring, clock);
    const double all = list.load().all;
    std::printf("                    %8.2f x a scan of the same columns (%.0f ms)\n", all / 1e3 / scan, scan * 1e3);
    list.search();
    list.sort();
    list.follow(other);
    return 0;
}
