#include "app/cli/suggestion.h"

#include "app/cli/command_tree.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int nearEnough = 3;

/// The first argument that is neither an option nor an option's value.
QString firstWord(const CommandTree &tree, const QStringList &arguments) {
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].startsWith(u'-'))
            return arguments[i];
        const CLI::Option *option = tree.app().get_option_no_throw(arguments[i].toStdString());
        if (option && option->get_items_expected_max() > 0)
            ++i;
    }
    return {};
}

} // namespace

int editDistance(QStringView a, QStringView b) {
    const auto columns = std::size_t(b.size()) + 1;
    std::vector<int> before(columns), last(columns), row(columns);
    for (std::size_t j = 0; j < columns; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const bool same = a[i - 1] == b[j - 1];
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        before = std::exchange(last, row);
    }
    return last.back();
}

QString mistypedCommand(const CommandTree &tree, const QStringList &arguments) {
    const QString word = firstWord(tree, arguments);
    if (word.isEmpty())
        return {};
    QString nearest;
    int distance = nearEnough + 1;
    for (const CLI::App *command : tree.app().get_subcommands([](const CLI::App *) { return true; })) {
        const QString name = QString::fromStdString(command->get_name());
        if (name == word)
            return {};
        if (const int steps = editDistance(word, name); steps < distance && steps < name.size()) {
            distance = steps;
            nearest = name;
        }
    }
    const QString what = QCoreApplication::translate("Suggestion", "There is no command %1.").arg(word);
    return nearest.isEmpty() ? what
                             : what + u' ' + QCoreApplication::translate("Suggestion", "Did you mean %1?").arg(nearest);
}

QString commandPath(const CLI::App &command) {
    const QString name = QString::fromStdString(command.get_name());
    return command.get_parent() ? commandPath(*command.get_parent()) + u' ' + name : name;
}

} // namespace keywright
