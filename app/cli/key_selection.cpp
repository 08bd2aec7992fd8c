#include "app/cli/key_selection.h"

#include "app/cli/command_tree.h"
#include "app/cli/key_reference.h"
#include "core/index/key_index.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestId = 8;

constexpr std::array<std::pair<const char *, KeyFilter>, 10> states{{{"all", KeyFilter::All},
                                                                     {"active", KeyFilter::Active},
                                                                     {"expiring", KeyFilter::Expiring},
                                                                     {"in-grace", KeyFilter::InGrace},
                                                                     {"expired", KeyFilter::Expired},
                                                                     {"revoked", KeyFilter::Revoked},
                                                                     {"never-used", KeyFilter::NeverUsed},
                                                                     {"unused", KeyFilter::Unused},
                                                                     {"undelivered", KeyFilter::Undelivered},
                                                                     {"test", KeyFilter::Test}}};

struct SortKey {
    const char *id;
    KeyColumn column;
    bool descending;
};
constexpr std::array<SortKey, 5> sorts{{{"created", KeyColumn::Created, true},
                                        {"name", KeyColumn::Name, false},
                                        {"expires", KeyColumn::Expires, false},
                                        {"last-used", KeyColumn::LastUsed, true},
                                        {"status", KeyColumn::Status, false}}};

template<class Table, class Name>
std::vector<std::string> idsOf(const Table &table, Name name) {
    std::vector<std::string> ids;
    ids.reserve(std::size(table));
    for (const auto &entry : table)
        ids.emplace_back(name(entry));
    return ids;
}

KeyView viewOf(const SelectionOptions &options, const KeyPolicy &policy, Instant now) {
    KeyView view{.search = options.search.value_or(QString()),
                 .owner = options.owner.value_or(QString()),
                 .scope = options.scope.value_or(QString()),
                 .now = now};
    const QByteArray state = options.state.value_or(QString()).toLatin1();
    for (const auto &[id, filter] : states)
        if (state == id)
            view.filter = filter;
    const QByteArray sort = options.sort.value_or(u"created"_s).toLatin1();
    for (const SortKey &entry : sorts)
        if (sort == entry.id) {
            view.sort = entry.column;
            view.descending = entry.descending;
        }
    const bool asked = state == "all" || state == "revoked";
    view.showRevoked = policy.revoke.list == KeyPolicy::RevokedShown::Shown ||
                       (asked && policy.revoke.list == KeyPolicy::RevokedShown::OnRequest);
    return view;
}

bool areTold(const std::vector<QList<ApiKey>> &pages, int length) {
    QSet<QStringView> beginnings;
    beginnings.reserve(std::accumulate(pages.begin(), pages.end(), qsizetype(0),
                                       [](qsizetype n, const auto &page) { return n + page.size(); }));
    for (const QList<ApiKey> &page : pages)
        for (const ApiKey &key : page) {
            const qsizetype before = beginnings.size();
            beginnings.insert(QStringView(key.id.value).left(length));
            if (beginnings.size() == before)
                return false;
        }
    return true;
}

/// How many characters tell every id from the others, at least eight.
int tellingLength(const std::vector<QList<ApiKey>> &pages) {
    int length = shortestId;
    while (!areTold(pages, length))
        ++length;
    return length;
}

} // namespace

void addSelectionOptions(CLI::App *command, SelectionOptions &options) {
    textOption(command, "--state", options.state, "Only keys in this state (default: those the policy lists)")
        ->type_name("STATE")
        ->check(CLI::IsMember(idsOf(states, [](const auto &state) { return state.first; })));
    textOption(command, "--search", options.search, "Only keys with these words in name, owner, preview or id");
    textOption(command, "--owner", options.owner, "Only keys of this owner");
    textOption(command, "--scope", options.scope, "Only keys with this scope");
    textOption(command, "--sort", options.sort, "In which order (default: created, newest first)")
        ->type_name("COLUMN")
        ->check(CLI::IsMember(idsOf(sorts, [](const SortKey &sort) { return sort.id; })));
}

Result<Selection> selectKeys(CliSession &session, const SelectionOptions &options) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    const auto policy = (*keyring)->info().policy;
    KeyIndex index(policy);
    std::vector<const ApiKey *> keyOfRow;
    Selection selection;
    const Done read = eachPage(session, [&](const QList<ApiKey> &page) {
        for (const ApiKey &key : std::as_const(selection.pages.emplace_back(page))) {
            const KeyIndex::Row row = index.upsert(key);
            keyOfRow.resize(std::max(keyOfRow.size(), std::size_t(row) + 1));
            keyOfRow[row] = &key;
        }
    });
    if (!read)
        return std::unexpected(read.error());
    selection.idLength = tellingLength(selection.pages);
    if (options.state == u"revoked"_s && policy->revoke.list == KeyPolicy::RevokedShown::Never) {
        selection.remark = QCoreApplication::translate(
            "KeySelection", "This policy takes revoked keys off the list; `activity` and `which` still know them.");
        return selection;
    }
    for (const KeyIndex::Row row : index.query(viewOf(options, *policy, session.now())))
        selection.keys.push_back(keyOfRow[row]);
    return selection;
}

} // namespace keywright
