// Creating a key with its activity entry, durable, against the limit: bare one-row transactions of the same durability
// (WAL, synchronous=FULL) through the C API, on the same disk in the same run.
#include "tests/support/keyring_fixture.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>
#include <deque>
#include <sqlite3.h>

using namespace keywright;

namespace {

void bareInsert(benchmark::State &state) {
    const QTemporaryDir folder;
    sqlite3 *db = nullptr;
    sqlite3_stmt *insert = nullptr;
    sqlite3_open(folder.filePath(QStringLiteral("bare.sqlite")).toUtf8().constData(), &db);
    sqlite3_exec(
        db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT)",
        nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO row (text) VALUES ('one row')", -1, &insert, nullptr);
    for (auto _ : state) {
        if (sqlite3_step(insert) != SQLITE_DONE)
            state.SkipWithError("the row was not written");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
}
BENCHMARK(bareInsert)->Unit(benchmark::kMicrosecond)->UseRealTime();

void createKey(benchmark::State &state) {
    test::KeyringFixture fixture(QStringLiteral("standard"));
    const Draft draft = test::goodDraft(fixture.policy(), QStringLiteral("Zapier production"));
    for (auto _ : state) {
        auto reply = fixture.keyring().create(draft, {});
        reply.waitForFinished();
        if (!reply.result())
            state.SkipWithError("the key was not made");
    }
}
BENCHMARK(createKey)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// What asking costs by itself: to the store's thread and back, for an answer that touches no disk.
void askOnly(benchmark::State &state) {
    test::KeyringFixture fixture(QStringLiteral("standard"));
    for (auto _ : state) {
        auto reply = fixture.keyring().identify({});
        reply.waitForFinished();
    }
}
BENCHMARK(askOnly)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// As a server is asked: by many at once. One commit makes several durable; the time is that of one key.
void createKeysAtOnce(benchmark::State &state) {
    test::KeyringFixture fixture(QStringLiteral("standard"));
    const Draft draft = test::goodDraft(fixture.policy(), QStringLiteral("Zapier production"));
    std::deque<Reply<Issued>> asked;
    const auto take = [&] {
        asked.front().waitForFinished();
        if (!asked.front().result())
            state.SkipWithError("the key was not made");
        asked.pop_front();
    };
    for (auto _ : state) {
        asked.push_back(fixture.keyring().create(draft, {}));
        if (std::int64_t(asked.size()) >= state.range(0))
            take();
    }
    while (!asked.empty())
        take();
}
BENCHMARK(createKeysAtOnce)->Arg(32)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
