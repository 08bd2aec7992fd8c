// The list of a keyring behind keywrightd in the real page (run it with QT_QPA_PLATFORM=offscreen). The limit for
// loading is what curl takes to fetch the same pages, and QJsonDocument to parse them, in the same run; for searching
// and sorting it is the same list out of the file.
//
//   remote_keys [KEYS]
#include "core/remote/answers.h"
#include "tests/bench/window/list_bench.h"
#include "tests/remote/served_keyring.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QMutex>
#include <QProcess>
#include <QRegularExpression>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 3;

/// What the network log tells: one line a request. A message handler has no context of its own.
struct RequestLog {
    QMutex mutex;
    QStringList lines;
};
RequestLog &requestLog() {
    static RequestLog log;
    return log;
}

void noteRequest(QtMsgType, const QMessageLogContext &context, const QString &line) {
    if (qstrcmp(context.category, "keywright.network") == 0) {
        const QMutexLocker locked(&requestLog().mutex);
        requestLog().lines << line;
    } else {
        std::fprintf(stderr, "%s\n", qPrintable(line));
    }
}

QStringList takeRequests() {
    const QMutexLocker locked(&requestLog().mutex);
    return std::exchange(requestLog().lines, {});
}

/// The pages as the window asks for them: a small one, then large ones.
QStringList pagePaths(const RemoteOptions &server) {
    static const QRegularExpression limit(u"([?&]limit=)[0-9]+"_s);
    RemoteHttp http(server.address, server.key);
    QStringList paths;
    QString path = u"/v1/keys?include_revoked=true&limit=500"_s;
    while (!path.isEmpty()) {
        paths << path;
        bool over = false;
        http.read({.path = path.toLatin1()}, [&](const RemoteResult &result) {
            over = true;
            path = result ? nextPath(*result, "/v1/keys"_L1).replace(limit, u"\\1%1"_s.arg(1'000)) : QString();
        });
        while (!over)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return paths;
}

/// Milliseconds that curl takes for the pages, over one connection, and QJsonDocument to parse them.
double bareMilliseconds(const RemoteOptions &server, const QStringList &paths) {
    const QTemporaryDir folder;
    QFile config(folder.filePath(u"curl"_s));
    if (!config.open(QIODevice::WriteOnly))
        qFatal("no room for curl's configuration");
    config.write("silent\nheader = \"Authorization: Bearer " + server.key->view().toByteArray() +
                 "\"\nheader = \"Accept: application/vnd.keywright+json\"\n");
    for (qsizetype i = 0; i < paths.size(); ++i)
        config.write("url = \"" + (server.address.url.toString() + paths[i]).toUtf8() + "\"\noutput = \"" +
                     folder.filePath(QString::number(i)).toUtf8() + "\"\n");
    config.close();
    QElapsedTimer time;
    time.start();
    if (QProcess::execute(u"curl"_s, {u"--config"_s, config.fileName()}) != 0)
        qFatal("curl failed");
    const double fetched = double(time.nsecsElapsed()) / 1e6;
    qint64 keys = 0;
    time.start();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        QFile page(folder.filePath(QString::number(i)));
        if (!page.open(QIODevice::ReadOnly))
            qFatal("a page is missing");
        keys += QJsonDocument::fromJson(page.readAll()).array().size();
    }
    const double parsed = double(time.nsecsElapsed()) / 1e6;
    std::printf("curl                %8.0f ms   + QJsonDocument %.0f ms   (%lld keys in %lld pages)\n", fetched, parsed,
                static_cast<long long>(keys), static_cast<long long>(paths.size()));
    return fetched + parsed;
}

double medianOf(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

/// From the connection to all rows, beside the bare time of the same pages.
void measureLoading(const RemoteOptions &server, const Clock &clock) {
    const QStringList paths = pagePaths(server);
    std::vector<double> bare, first, all;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(bareMilliseconds(server, paths));
        const auto keyring = test::opened(server, clock);
        bench::ListBench list(*keyring, clock);
        const auto took = list.load();
        first.push_back(took.first);
        all.push_back(took.all);
    }
    std::printf("== first rows       %8.0f ms   (limit 400)\n", medianOf(first));
    std::printf("== all loaded       %8.0f ms   %.2f x curl and QJsonDocument (limit 2)\n", medianOf(all),
                medianOf(all) / medianOf(bare));
}

/// What one change costs, beside the question that is always open.
void countRequests(Keyring &keyring) {
    const auto page = test::await(keyring.keys({}, 1'000));
    if (!page)
        qFatal("%s", qPrintable(page.error().message));
    const auto key = std::ranges::find_if(
        page->keys, [](const ApiKey &one) { return isActive(one, SystemClock().now()) && !one.deprecatedAt; });
    takeRequests();
    const auto renamed = test::await(keyring.edit(key->id, key->revision, test::renaming(u"renamed"_s)));
    if (!renamed)
        qFatal("%s", qPrintable(renamed.error().message));
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 3'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
    std::printf("== requests of a change:\n");
    for (const QString &line : takeRequests())
        std::printf("   %s\n", qPrintable(line));
}

} // namespace

int main(int argc, char **argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"keywright.network.info=true"_s);
    qInstallMessageHandler(noteRequest);
    const int keys = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    test::ServedKeyring served(u"standard"_s, keys);
    const SystemClock clock;
    const RemoteOptions server = served.options();
    measureLoading(server, clock);

    std::printf("\n-- behind the server\n");
    const auto keyring = test::opened(server, clock), other = test::opened(server, clock);
    {
        bench::ListBench list(*keyring, clock);
        list.load();
        list.search();
        list.sort();
        list.follow(*other);
    }
    countRequests(*keyring);
    std::printf("\n-- the same file\n");
    LocalKeyring local(served.path(), test::admin(), clock), second(served.path(), test::admin(u"bob"_s), clock);
    if (!test::await(local.open()) || !test::await(second.open()))
        qFatal("the file could not be opened");
    bench::ListBench list(local, clock);
    list.load();
    list.search();
    list.sort();
    list.follow(second);
    return 0;
}
