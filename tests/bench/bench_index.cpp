// The list in memory at a million keys: a search keystroke, sorting by each column, counting, bytes a key.
#include "core/index/key_index.h"
#include "tests/support/random_keys.h"

#include <benchmark/benchmark.h>

using namespace keywright;

namespace {

constexpr Instant noon = fromEpoch(1'790'000'000);
constexpr int keys = 1'000'000;

const KeyIndex &million() {
    static const KeyIndex index = [] {
        test::RandomKeys random(1);
        KeyIndex made(nullptr);
        made.reserve(keys);
        for (int i = 0; i < keys; ++i)
            made.upsert(random.next());
        return made;
    }();
    return index;
}

/// A keystroke in the search, over a list that stands in the order it is to keep.
void searchKeystroke(benchmark::State &state, const QString &search) {
    const KeyView all{.now = noon};
    const KeyIndex::Rows order = million().query(all);
    KeyView view = all;
    view.search = search;
    std::size_t found = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(found = million().query(view, {}, &order).size());
    state.counters["found"] = double(found);
}

void sortBy(benchmark::State &state, KeyColumn column) {
    const KeyView view{.sort = column, .descending = false, .now = noon};
    (void)million();
    for (auto _ : state)
        benchmark::DoNotOptimize(million().query(view).data());
}

void factsOfAll(benchmark::State &state) {
    const KeyView view{.now = noon};
    (void)million();
    for (auto _ : state)
        benchmark::DoNotOptimize(million().facts(view).nextBoundary);
    state.counters["bytes_a_key"] = double(million().memoryBytes()) / keys;
}

} // namespace

BENCHMARK_CAPTURE(searchKeystroke, rare_word, QStringLiteral("straße 7 4711"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchKeystroke, common_word, QStringLiteral("prod"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchKeystroke, one_letter, QStringLiteral("e"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchKeystroke, part_of_an_id, QStringLiteral("beef"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchKeystroke, nothing, QStringLiteral("qqqzzz"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, name, KeyColumn::Name)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, key, KeyColumn::Key)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, status, KeyColumn::Status)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, scopes, KeyColumn::Scopes)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, owner, KeyColumn::Owner)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, created, KeyColumn::Created)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, expires, KeyColumn::Expires)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, last_used, KeyColumn::LastUsed)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, requests, KeyColumn::Requests)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, spend, KeyColumn::Spend)->Unit(benchmark::kMillisecond);
BENCHMARK(factsOfAll)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
