// Verification with a million keys: an answer against one SHA-256 of the token in the same run, how long the start
// takes, and the memory that a key needs once loaded and at its peak: bench_verify [FILE], a keyring of make_million.
#include "core/verify/verifier.h"
#include "tests/bench/million_keyring.h"

#include <QCoreApplication>
#include <QFile>

#include <benchmark/benchmark.h>
#include <malloc.h>

using namespace keywright;
using namespace keywright::bench;
using namespace Qt::StringLiterals;

namespace {

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

const SystemClock systemClock;

/// What all measurements share, for the time of main().
struct Desk {
    MillionKeyring million;
    std::unique_ptr<Verifier> verifier = {};

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
    const QStringList arguments = QCoreApplication::arguments();
    Desk desk{.million = MillionKeyring(arguments.value(1))};
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
