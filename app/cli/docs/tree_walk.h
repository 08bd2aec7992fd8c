// The command tree as what manual and completions need of it.
#pragma once

#include "app/cli/command_tree.h"

#include <QByteArray>
#include <QString>

namespace keywright {

struct OptionDoc {
    QStringList names = {};   ///< `--scopes`; empty for an argument
    QString argument = {};    ///< the argument's name, `ID`; empty for an option
    QString value = {};       ///< what an option takes, `FILE`; empty for a flag
    QStringList choices = {}; ///< the only values it takes, if they are few
    QString text = {};
    bool required = false;
    bool many = false;
    bool everywhere = false; ///< every command has it
    bool isFile = false;
};

struct CommandDoc {
    QStringList path; ///< {"activity", "verify"}
    QString text;
    QList<OptionDoc> options;
    QString synopsis() const; ///< `rename [OPTIONS] ID NAME`
};

/// Depth first, in the order of the tree.
QList<CommandDoc> commandDocs(CommandTree &tree);
QList<OptionDoc> programOptions(CommandTree &tree);

/// roff, for man(1).
QByteArray manPage(CommandTree &tree, const QString &version);

QByteArray bashCompletion(CommandTree &tree);
QByteArray zshCompletion(CommandTree &tree);
QByteArray fishCompletion(CommandTree &tree);

} // namespace keywright
