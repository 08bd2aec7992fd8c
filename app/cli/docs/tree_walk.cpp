#include "app/cli/docs/tree_walk.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &from) {
    return QString::fromStdString(from);
}

/// CLI11 writes the allowed values behind the type: `STATE:{all,active}`.
void readType(const QString &type, OptionDoc &doc) {
    const qsizetype brace = type.indexOf(u'{');
    doc.value = QString(brace < 0 ? type : type.left(brace)).remove(u':');
    if (brace >= 0)
        doc.choices = type.mid(brace + 1).remove(u'}').split(u',', Qt::SkipEmptyParts);
}

OptionDoc optionDoc(const CLI::Option &option) {
    OptionDoc doc{.text = text(option.get_description()),
                  .required = option.get_required(),
                  .many = option.get_items_expected_max() > 1,
                  .everywhere = option.get_group() == "Everywhere"};
    for (const std::string &name : option.get_snames())
        doc.names += u"-"_s + text(name);
    for (const std::string &name : option.get_lnames())
        doc.names += u"--"_s + text(name);
    readType(text(option.get_type_name()), doc);
    if (option.get_positional())
        doc.argument = text(option.get_name(true));
    if (option.get_items_expected_max() == 0)
        doc.value.clear();
    doc.isFile = doc.value == u"FILE" || doc.argument == u"FILE";
    return doc;
}

QList<OptionDoc> optionDocs(const CLI::App &app) {
    QList<OptionDoc> docs;
    for (const CLI::Option *option : app.get_options())
        docs += optionDoc(*option);
    return docs;
}

void walk(CLI::App &app, const QStringList &path, QList<CommandDoc> &docs) {
    for (CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        const QStringList here = path + QStringList{text(command->get_name())};
        docs += CommandDoc{.path = here, .text = text(command->get_description()), .options = optionDocs(*command)};
        walk(*command, here, docs);
    }
}

} // namespace

QString CommandDoc::synopsis() const {
    QString line = path.join(u' ');
    for (const OptionDoc &option : options)
        if (option.argument.isEmpty() && !option.everywhere && !option.names.contains(u"--help"_s))
            line += option.value.isEmpty() ? u" [%1]"_s.arg(option.names.last())
                                           : u" [%1 %2]"_s.arg(option.names.last(), option.value);
    for (const OptionDoc &option : options)
        if (!option.argument.isEmpty())
            line += u' ' + (option.required ? option.argument : u'[' + option.argument + u']') +
                    (option.many ? u"..."_s : QString());
    return line;
}

QList<CommandDoc> commandDocs(CommandTree &tree) {
    QList<CommandDoc> docs;
    walk(tree.app(), {}, docs);
    return docs;
}

QList<OptionDoc> programOptions(CommandTree &tree) {
    return optionDocs(tree.app());
}

} // namespace keywright
