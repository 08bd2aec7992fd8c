// What a person may have meant by a command that there is not.
#pragma once

#include <QString>
#include <QStringList>

namespace CLI {
class App;
}

namespace keywright {

class CommandTree;

/// A sentence if the line names a command that there is not, with the nearest one if one is near; else nothing.
QString mistypedCommand(const CommandTree &tree, const QStringList &arguments);

/// `keywright-cli activity verify`: the command with those it belongs to.
QString commandPath(const CLI::App &command);

/// How many letters must be added, removed, changed or swapped with their neighbour to make `a` into `b`.
int editDistance(QStringView a, QStringView b);

} // namespace keywright
