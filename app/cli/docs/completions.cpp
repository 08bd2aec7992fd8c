#include "app/cli/docs/tree_walk.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Inside single quotes of a POSIX shell.
QString quoted(QString text) {
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// The names of the commands right below `path`.
QStringList commandsBelow(const QList<CommandDoc> &docs, const QStringList &path) {
    QStringList names;
    for (const CommandDoc &doc : docs)
        if (doc.path.size() == path.size() + 1 && doc.path.first(path.size()) == path)
            names += doc.path.last();
    return names;
}

QStringList optionNames(const QList<OptionDoc> &options) {
    QStringList names;
    for (const OptionDoc &option : options)
        names += option.names;
    return names;
}

/// The values that an argument of a command can have.
QStringList argumentChoices(const QList<OptionDoc> &options) {
    QStringList choices;
    for (const OptionDoc &option : options)
        if (!option.argument.isEmpty())
            choices += option.choices;
    return choices;
}

bool takesFile(const QList<OptionDoc> &options) {
    for (const OptionDoc &option : options)
        if (!option.argument.isEmpty() && option.isFile)
            return true;
    return false;
}

/// `name) words="..." files=yes;;`: what bash offers at one place of the tree.
QString bashPlace(const QString &pattern, const QStringList &words, bool files) {
    return u"        %1) words=%2%3 ;;\n"_s.arg(pattern, quoted(words.join(u' ')), files ? u" files=yes"_s : QString());
}

QString zshOption(const OptionDoc &option) {
    const QString text = QString(option.text).replace(u'[', u'(').replace(u']', u')').replace(u':', u';');
    QString value;
    if (!option.choices.isEmpty())
        value = u":value:(%1)"_s.arg(option.choices.join(u' '));
    else if (option.isFile)
        value = u":file:_files"_s;
    else if (!option.value.isEmpty())
        value = u":%1: "_s.arg(option.value.toLower());
    return u"        %1"_s.arg(quoted(option.names.last() + u'[' + text + u']' + value));
}

QString zshFunction(const CommandDoc &command, const QList<CommandDoc> &docs) {
    QStringList lines;
    for (const OptionDoc &option : command.options) {
        if (!option.names.isEmpty())
            lines += zshOption(option);
        else
            lines += u"        %1"_s.arg(
                quoted(u"%1:%2:%3"_s.arg(option.many ? u"*"_s : QString(), option.argument.toLower(),
                                         option.isFile              ? u"_files"_s
                                         : option.choices.isEmpty() ? u" "_s
                                                                    : u'(' + option.choices.join(u' ') + u')')));
    }
    const QStringList below = commandsBelow(docs, command.path);
    if (!below.isEmpty())
        lines += u"        %1"_s.arg(quoted(u":command:(%1)"_s.arg(below.join(u' '))));
    return u"    (%1)\n      _arguments \\\n%2\n      ;;\n"_s.arg(command.path.join(u' '), lines.join(u" \\\n"_s));
}

QString fishOption(const QString &condition, const OptionDoc &option) {
    QString line = u"complete -c keywright-cli -n %1"_s.arg(quoted(condition));
    for (const QString &name : option.names)
        line += name.startsWith(u"--"_s) ? u" -l "_s + name.mid(2) : u" -s "_s + name.mid(1);
    if (!option.choices.isEmpty())
        line += u" -x -a "_s + quoted(option.choices.join(u' '));
    else if (option.isFile)
        line += u" -r -F"_s;
    else if (!option.value.isEmpty())
        line += u" -x"_s;
    return line + u" -d "_s + quoted(option.text) + u'\n';
}

} // namespace

QByteArray bashCompletion(CommandTree &tree) {
    const QList<CommandDoc> docs = commandDocs(tree);
    QString places = bashPlace(u"''"_s, commandsBelow(docs, {}) + optionNames(programOptions(tree)), false);
    QString values;
    for (const CommandDoc &doc : docs) {
        places += bashPlace(quoted(doc.path.join(u' ')),
                            commandsBelow(docs, doc.path) + optionNames(doc.options) + argumentChoices(doc.options),
                            takesFile(doc.options));
        for (const OptionDoc &option : doc.options)
            if (!option.choices.isEmpty() && !option.names.isEmpty())
                values += u"        %1) COMPREPLY=($(compgen -W %2 -- \"$word\")); return ;;\n"_s.arg(
                    quoted(doc.path.join(u' ') + u' ' + option.names.last()), quoted(option.choices.join(u' ')));
    }
    return u"# bash completion of keywright-cli\n"
           u"_keywright_cli() {\n"
           u"    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} place='' words='' files=no i\n"
           u"    local commands=%1\n"
           u"    for ((i = 1; i < COMP_CWORD; ++i)); do\n"
           u"        case \" $commands \" in *\" ${place:+$place:}${COMP_WORDS[i]} \"*)\n"
           u"            place=\"${place:+$place:}${COMP_WORDS[i]}\" ;;\n"
           u"        esac\n"
           u"    done\n"
           u"    place=${place//:/ }\n"
           u"    case \"$before\" in --keyring | --output) COMPREPLY=($(compgen -f -- \"$word\")); return ;; esac\n"
           u"    case \"$place $before\" in\n%2    esac\n"
           u"    case \"$place\" in\n%3    esac\n"
           u"    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           u"    if [ $files = yes ]; then COMPREPLY+=($(compgen -f -- \"$word\")); fi\n"
           u"}\n"
           u"complete -F _keywright_cli keywright-cli\n"_s
               .arg(quoted([&] {
                        QStringList all;
                        for (const CommandDoc &doc : docs)
                            all += doc.path.join(u':');
                        return all.join(u' ');
                    }()),
                    values, places)
               .toUtf8();
}

QByteArray zshCompletion(CommandTree &tree) {
    const QList<CommandDoc> docs = commandDocs(tree);
    QString commands, cases;
    QStringList nested;
    for (const CommandDoc &doc : docs) {
        if (doc.path.size() > 1)
            nested += doc.path.join(u':');
        else
            commands += u"        %1\n"_s.arg(quoted(doc.path.first() + u':' + QString(doc.text).replace(u':', u';')));
        cases += zshFunction(doc, docs);
    }
    return u"#compdef keywright-cli\n"
           u"_keywright_cli() {\n"
           u"    local -a commands\n"
           u"    commands=(\n%1    )\n"
           u"    local -a nested=(%3)\n"
           u"    local place=''\n"
           u"    integer i\n"
           u"    for ((i = 2; i < CURRENT; ++i)); do\n"
           u"        if [[ $words[i] != -* && -z $place ]]; then place=$words[i]\n"
           u"        elif (( ${nested[(I)$place:$words[i]]} )); then place=\"$place $words[i]\"\n"
           u"        fi\n"
           u"    done\n"
           u"    if [[ -z $place ]]; then _describe command commands; return; fi\n"
           u"    shift words; (( CURRENT-- ))\n"
           u"    case $place in\n%2    esac\n"
           u"}\n"
           u"_keywright_cli \"$@\"\n"_s.arg(commands, cases, nested.join(u' '))
               .toUtf8();
}

QByteArray fishCompletion(CommandTree &tree) {
    const QList<CommandDoc> docs = commandDocs(tree);
    QString out = u"# fish completion of keywright-cli\ncomplete -c keywright-cli -f\n"_s;
    for (const CommandDoc &doc : docs) {
        const QString parent =
            doc.path.size() == 1 ? u"__fish_use_subcommand"_s : u"__fish_seen_subcommand_from "_s + doc.path.first();
        out += u"complete -c keywright-cli -n %1 -a %2 -d %3\n"_s.arg(quoted(parent), quoted(doc.path.last()),
                                                                      quoted(doc.text));
        const QString here = u"__fish_seen_subcommand_from "_s + doc.path.last();
        for (const OptionDoc &option : doc.options) {
            if (!option.names.isEmpty())
                out += fishOption(here, option);
            else if (!option.choices.isEmpty())
                out +=
                    u"complete -c keywright-cli -n %1 -a %2\n"_s.arg(quoted(here), quoted(option.choices.join(u' ')));
            else if (option.isFile)
                out += u"complete -c keywright-cli -n %1 -F\n"_s.arg(quoted(here));
        }
    }
    return out.toUtf8();
}

} // namespace keywright
