// The command line's `list` of a keyring of ten thousand keys, as a whole process that writes to a file, beside what
// others take in the same run: a bare scan of the same keys through the C API of SQLite, a process that does nothing,
// and keepassxc-cli, where there is one, listing as many entries (deriving its key takes it some 100 ms of that).
//
//   list_keys KEYWRIGHT-CLI [KEYS]
#include "tests/bench/list_scan.h"
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

/// Milliseconds that a process takes: several runs, sorted.
using Times = std::vector<double>;

double median(const Times &times) {
    return times[times.size() / 2];
}

Times timesOf(int runs, const QString &program, const QStringList &arguments, const QString &output) {
    Times times;
    for (int i = 0; i < runs; ++i) {
        QProcess process;
        process.setStandardOutputFile(output);
        QElapsedTimer time;
        time.start();
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qFatal("%s failed", qPrintable(program));
        times.push_back(double(time.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times;
}

void write(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

/// A KeePass document of as many entries, for keepassxc-cli to import.
QByteArray keePassDocument(qint64 entries) {
    const auto uuid = [] { return "<UUID>" + QUuid::createUuid().toRfc4122().toBase64() + "</UUID>"; };
    const auto text = [](const QByteArray &key, const QByteArray &value) {
        return "<String><Key>" + key + "</Key><Value>" + value + "</Value></String>";
    };
    QByteArray xml = "<KeePassFile><Meta/><Root><Group>" + uuid() + "<Name>Root</Name>";
    for (qint64 i = 0; i < entries; ++i)
        xml += "<Entry>" + uuid() + text("Title", "Partner integration " + QByteArray::number(i)) +
               text("UserName", "ops") + text("Password", "secret") + "</Entry>";
    return xml + "</Group></Root></KeePassFile>";
}

std::optional<Times> keePassTimes(qint64 entries, const QTemporaryDir &folder) {
    const QString program = QStandardPaths::findExecutable(u"keepassxc-cli"_s);
    if (program.isEmpty())
        return std::nullopt;
    const QString key = folder.filePath(u"key"_s), document = folder.filePath(u"keys.xml"_s),
                  database = folder.filePath(u"keys.kdbx"_s), output = folder.filePath(u"entries"_s);
    write(key, QByteArray(64, 'k'));
    write(document, keePassDocument(entries));
    timesOf(1, program, {u"import"_s, u"-q"_s, u"-t"_s, u"100"_s, u"--set-key-file"_s, key, document, database},
            output);
    return timesOf(5, program, {u"ls"_s, u"-q"_s, u"--no-password"_s, u"-k"_s, key, u"-R"_s, u"-f"_s, database},
                   output);
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
    const Times list = timesOf(15, arguments[1], {u"--keyring"_s, fixture.path(), u"list"_s}, output);
    const Times nothing = timesOf(15, arguments[1], {u"--version"_s}, output);
    std::printf("list of %lld keys: %.0f ms (median of %zu, %.0f to %.0f); a bare scan %.1f ms, --version %.1f ms\n",
                keys, median(list), list.size(), list.front(), list.back(), bench::scanSeconds(fixture.path()) * 1e3,
                median(nothing));
    if (const auto others = keePassTimes(keys, folder))
        std::printf("keepassxc-cli: %.0f ms; list takes %.3f x of that (limit 0.139: 80 ms beside 574)\n",
                    median(*others), median(list) / median(*others));
    return 0;
}
