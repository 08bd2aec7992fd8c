// Verification with a million keys: an answer against one SHA-256 of the token in the same run, how long the start
// takes, and the memory that a key needs once loaded and at its peak.
#include "core/crypto/token.h"
#include "core/verify/verifier.h"
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

#include <benchmark/benchmark.h>
#include <malloc.h>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

constexpr int keys = 1'000'000;

QByteArray tokenOf(int number) {
    return "kw_" + QByteArray::number(number).rightJustified(8, '0') + "_benchmarkbenchmarkbenchmarkbench0123456789";
}

/// VmRSS or VmHWM of this process, in bytes.
double memoryNow(const QByteArray &which) {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(which))
            return line.mid(which.size() + 1).trimmed().chopped(3).toDouble() * 1024;
    }
    return 0;
}

/// A keyring file of a million keys whose tokens are tokenOf().
class Million {
public:
    Million() : fixture_(u"standard"_s) {
        fixture_.close();
        const test::Filling filling{.keys = keys, .revoked = 0, .expired = 0, .expiring = 0, .inGrace = 0};
        if (auto done = test::fillKeyring(fixture_.path(), filling, fixture_.clock().now()); !done)
            qFatal("%s", qPrintable(done.error().message));
        const QString name = u"digests"_s;
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(fixture_.path());
            QSqlQuery query(database);
            if (!database.open() || !query.exec(u"BEGIN"_s) ||
                !query.prepare(u"UPDATE keys SET digest = ? WHERE n = ?"_s))
                qFatal("the digests can't be written");
            for (int i = 1; i <= keys; ++i) {
                query.bindValue(0, tokenDigest(tokenOf(i)).toByteArray());
                query.bindValue(1, i);
                if (!query.exec())
                    qFatal("%s", qPrintable(query.lastError().text()));
            }
            query.finish();
            query.exec(u"COMMIT"_s);
        }
        QSqlDatabase::removeDatabase(name);
        malloc_trim(0);
    }
    const QString &path() const { return fixture_.path(); }

private:
    test::KeyringFixture fixture_;
};

const SystemClock systemClock;

/// What all measurements share, for the time of main().
struct Desk {
    Million million;
    std::unique_ptr<Verifier> verifier;

    Verifier &opened() {
        if (!verifier) {
            auto made = Verifier::open(million.path(), systemClock);
            if (!made)
                qFatal("%s", qPrintable(made.error().message));
            verifier = std::move(*made);
        }
        return *verifier;
    }
};

/// Tokens in an order that no cache foresees.
std::vector<QByteArray> tokens(bool known) {
    std::vector<QByteArray> made;
    for (quint64 i = 0; i < 1 << 16; ++i)
        made.push_back(tokenOf(int((i * 7'919'993) % keys) + (known ? 1 : 50'000'000)));
    return made;
}

void oneSha256(benchmark::State &state) {
    const auto shown = tokens(true);
    Hasher hasher;
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(hasher(shown[i++ % shown.size()]));
}

/// Clients as they come: some hundred addresses, few programs.
std::vector<std::string> addresses() {
    std::vector<std::string> made;
    for (int i = 0; i < 200; ++i)
        made.push_back("203.0.113." + std::to_string(i));
    return made;
}

void verifyToken(benchmark::State &state, Desk &desk, bool known, std::string_view scope) {
    const auto shown = tokens(known);
    const auto from = addresses();
    const auto reader = desk.opened().reader();
    std::size_t i = 0, allowed = 0;
    for (auto _ : state) {
        const Asked asked{.scope = scope, .address = from[i % from.size()], .agent = "python-requests/2.31"};
        allowed += reader->verify(QByteArrayView(shown[i++ % shown.size()]), asked).allowed() ? 1U : 0U;
    }
    state.counters["allowed"] = double(allowed) / double(i);
}

void startToReady(benchmark::State &state, Desk &desk) {
    for (auto _ : state) {
        malloc_trim(0);
        const double before = memoryNow("VmRSS");
        auto made = Verifier::open(desk.million.path(), systemClock);
        if (!made || (*made)->health().keys != keys)
            state.SkipWithError("the keys were not read");
        state.counters["peak_bytes_a_key"] = (memoryNow("VmRSS") - before) / keys;
        malloc_trim(0);
        state.counters["bytes_a_key"] = (memoryNow("VmRSS") - before) / keys;
        state.counters["counted_bytes_a_key"] = double((*made)->health().memoryBytes) / keys;
    }
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    Desk desk;
    // The start first: memory that others freed before would make it look small.
    benchmark::RegisterBenchmark("startToReady", startToReady, std::ref(desk))
        ->Unit(benchmark::kMillisecond)
        ->Iterations(1)
        ->UseRealTime();
    benchmark::RegisterBenchmark("oneSha256", oneSha256);
    benchmark::RegisterBenchmark("verifyToken/valid", verifyToken, std::ref(desk), true, "");
    benchmark::RegisterBenchmark("verifyToken/scope", verifyToken, std::ref(desk), true, "read");
    benchmark::RegisterBenchmark("verifyToken/unknown", verifyToken, std::ref(desk), false, "");
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
