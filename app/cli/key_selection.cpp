#include "app/cli/key_selection.h"

#include "app/cli/command_tree.h"
#include "app/cli/key_reference.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestId = 8;

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

/// The id's first eight characters; ids that are none of ours may well be the same there.
quint64 beginningOf(const QString &id) {
    quint64 packed = 0;
    for (const QChar c : QStringView(id).left(shortestId))
        packed = packed << 8 | (c.unicode() & 0xff);
    return packed;
}

/// How many characters tell every id from the others, at least eight. `shared`: the beginnings that several ids have.
int tellingLength(const KeyIndex &index, const QSet<quint64> &shared) {
    std::vector<QString> ids;
    for (KeyIndex::Row row = 0; !shared.isEmpty() && row < index.endRow(); ++row)
        if (index.holds(row))
            if (QString id = index.id(row).value; shared.contains(beginningOf(id)))
                ids.push_back(std::move(id));
    std::ranges::sort(ids);
    qsizetype length = shortestId;
    for (std::size_t i = 1; i < ids.size(); ++i) {
        const auto [here, there] = std::ranges::mismatch(ids[i - 1], ids[i]);
        length = std::max<qsizetype>(length, here - ids[i - 1].cbegin() + 1);
    }
    return int(length);
}

/// The keyring's keys as they come, and those of a view among them.
class Gathering {
public:
    Gathering(std::shared_ptr<const KeyPolicy> policy, KeyView view, const TakeKey &take)
        : index_(std::move(policy)), view_(std::move(view)), take_(take) {}

    void add(const QList<ApiKey> &page) {
        const KeyIndex::Row known = index_.endRow();
        std::vector<KeyIndex::Row> rows;
        rows.reserve(std::size_t(page.size()));
        for (const ApiKey &key : page) {
            rows.push_back(index_.upsert(key));
            if (rows.back() >= known)
                note(beginningOf(key.id.value));
        }
        const KeyIndex::Rows shown = index_.matching(view_, known);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i] < known || std::ranges::binary_search(shown, rows[i]))
                take_(rows[i], page[qsizetype(i)]);
    }

    int idLength() const { return tellingLength(index_, shared_); }
    KeyIndex::Rows rows() const { return index_.query(view_); }

private:
    void note(quint64 beginning) {
        const qsizetype before = beginnings_.size();
        beginnings_.insert(beginning);
        if (beginnings_.size() == before)
            shared_.insert(beginning);
    }

    KeyIndex index_;
    KeyView view_;
    const TakeKey &take_;
    QSet<quint64> beginnings_, shared_;
};

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

Result<Selection> selectKeys(CliSession &session, const SelectionOptions &options, const TakeKey &take) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    const auto policy = (*keyring)->info().policy;
    if (options.state == u"revoked"_s && policy->revoke.list == KeyPolicy::RevokedShown::Never)
        return Selection{.remark =
                             QCoreApplication::translate("KeySelection", "This policy takes revoked keys off the list; "
                                                                         "`activity` and `which` still know them.")};
    Gathering keys(policy, viewOf(options, *policy, session.now()), take);
    if (const Done read = eachPage(session, [&](const QList<ApiKey> &page) { keys.add(page); }); !read)
        return std::unexpected(read.error());
    return Selection{.rows = keys.rows(), .idLength = keys.idLength()};
}

} // namespace keywright
