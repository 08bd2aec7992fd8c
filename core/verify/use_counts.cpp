#include "core/verify/use_counts.h"

#include <algorithm>
#include <cstring>

#if defined(_MSC_VER)
#include <intrin.h>
#endif

namespace keywright {

namespace {

constexpr std::uint32_t secondsADay = 86'400;
constexpr std::size_t fewestMarks = 1'024;
constexpr std::size_t keptKeys = 16'384;

std::size_t hashOf(const Sha256 &digest) {
    std::size_t bits = 0;
    std::memcpy(&bits, digest.bytes.data() + 8, sizeof bits);
    return bits;
}

/// Asks the processor for memory that will be written soon.
void prefetch(const char *place) {
#if defined(_MSC_VER)
    _mm_prefetch(place, _MM_HINT_T0);
#else
    __builtin_prefetch(place, 1);
#endif
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

UseCounts::UseCounts() : marks_(fewestMarks) {}

std::size_t UseCounts::placeOf(const Sha256 &digest) const {
    const std::size_t mask = marks_.size() - 1;
    std::size_t at = hashOf(digest) & mask;
    while (marks_[at] != 0 && keys_[marks_[at] - 1].digest != digest)
        at = (at + 1) & mask;
    return at;
}

void UseCounts::fetch(const Sha256 &digest) const {
    const std::uint32_t mark = marks_[hashOf(digest) & (marks_.size() - 1)];
    if (mark == 0)
        return;
    const char *key = reinterpret_cast<const char *>(&keys_[mark - 1]);
    prefetch(key);
    prefetch(key + sizeof(KeyUses) - 1);
}

void UseCounts::resize(std::size_t marks) {
    marks_.assign(marks, 0);
    for (std::size_t i = 0; i < keys_.size(); ++i)
        marks_[placeOf(keys_[i].digest)] = std::uint32_t(i + 1);
}

UseCounts::KeyUses &UseCounts::key(const Sha256 &digest, std::int64_t n) {
    std::size_t place = placeOf(digest);
    if (marks_[place] == 0) {
        if (keys_.size() * 2 >= marks_.size()) {
            resize(marks_.size() * 4);
            place = placeOf(digest);
        }
        keys_.emplace_back().digest = digest;
        marks_[place] = std::uint32_t(keys_.size());
    }
    KeyUses &key = keys_[marks_[place] - 1];
    key.n = n; // the newest is the likeliest
    return key;
}

UseCounts::Cell &UseCounts::cell(KeyUses &key, std::uint32_t day, ClientNames::Number client) {
    Cell *last = &key.first;
    if (last->allowed + last->refused == 0) {
        last->day = day;
        last->client = client;
    }
    for (int seen = 1;; ++seen) {
        if (last->day == day && last->client == client)
            return *last;
        if (last->next == 0) {
            if (seen >= mostCells && client != 0)
                return cell(key, day, 0);
            break;
        }
        last = &cells_[last->next - 1];
    }
    last->next = std::uint32_t(cells_.size() + 1);
    return cells_.emplace_back(Cell{.day = day, .client = client});
}

void UseCounts::add(KeyUses &key, const Use &use) {
    if (use.refused) {
        cell(key, use.at / secondsADay, 0).refused += use.times;
        if (use.at >= key.lastRefusedAt) {
            key.lastRefusedAt = use.at;
            key.lastRefusedClient = use.client;
        }
        return;
    }
    Cell &counted = cell(key, use.at / secondsADay, use.client);
    counted.firstAt = counted.allowed == 0 ? use.at : std::min(counted.firstAt, use.at);
    counted.lastAt = std::max(counted.lastAt, use.at);
    counted.allowed += use.times;
    if (use.at >= key.lastAt) {
        key.lastAt = use.at;
        key.lastClient = use.client;
    }
}

template<class F>
void UseCounts::forEachCell(const KeyUses &key, F each) const {
    for (const Cell *at = &key.first;; at = &cells_[at->next - 1]) {
        each(*at);
        if (at->next == 0)
            return;
    }
}

ClientNames::Number UseCounts::clientOf(const UseCounts &other, ClientNames::Number number) {
    return number == 0 ? 0 : client(other.names_.address(number), other.names_.agent(number));
}

void UseCounts::add(const KeyUses &key, const UseCounts &other) {
    KeyUses &into = this->key(key.digest, key.n);
    other.forEachCell(key, [&](const Cell &from) {
        Cell &to = cell(into, from.day, clientOf(other, from.client));
        if (from.allowed > 0) {
            to.firstAt = to.allowed == 0 ? from.firstAt : std::min(to.firstAt, from.firstAt);
            to.lastAt = std::max(to.lastAt, from.lastAt);
        }
        to.allowed += from.allowed;
        to.refused += from.refused;
    });
    if (key.lastAt > into.lastAt) {
        into.lastAt = key.lastAt;
        into.lastClient = clientOf(other, key.lastClient);
    }
    if (key.lastRefusedAt > into.lastRefusedAt) {
        into.lastRefusedAt = key.lastRefusedAt;
        into.lastRefusedClient = clientOf(other, key.lastRefusedClient);
    }
}

keywright::Use UseCounts::lastUse(std::uint32_t at, ClientNames::Number client, bool refused) const {
    keywright::Use use{.at = fromEpoch(at), .refused = refused};
    if (client != 0) {
        use.address = textOf(names_.address(client));
        use.agent = textOf(names_.agent(client));
    }
    return use;
}

UseTally UseCounts::tally(const KeyUses &key) const {
    UseTally tally;
    forEachCell(key, [&](const Cell &cell) {
        tally.requests += qint64(cell.allowed);
        tally.refused += qint64(cell.refused);
        auto &[allowed, refused] = tally.days[cell.day];
        allowed += qint64(cell.allowed);
        refused += qint64(cell.refused);
        if (cell.client != 0 && cell.allowed > 0)
            tally.addClient({.address = textOf(names_.address(cell.client)),
                             .agent = textOf(names_.agent(cell.client)),
                             .firstAt = fromEpoch(cell.firstAt),
                             .lastAt = fromEpoch(cell.lastAt),
                             .requests = qint64(cell.allowed)});
    });
    if (tally.requests > 0)
        tally.last = lastUse(key.lastAt, key.lastClient, false);
    if (tally.refused > 0)
        tally.lastRefused = lastUse(key.lastRefusedAt, key.lastRefusedClient, true);
    return tally;
}

void UseCounts::clear() {
    names_.clear();
    if (keys_.capacity() > std::max(keptKeys, 4 * keys_.size())) {
        keys_ = {};
        cells_ = {};
        marks_ = std::vector<std::uint32_t>(fewestMarks);
        return;
    }
    keys_.clear();
    cells_.clear();
    std::ranges::fill(marks_, 0);
}

} // namespace keywright
