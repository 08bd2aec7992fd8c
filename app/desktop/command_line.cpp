#include "app/desktop/command_line.h"

#include "core/model/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace keywright {

using namespace Qt::StringLiterals;

CommandLine readCommandLine(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Manages API keys: issue, find, rotate and revoke them."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(
        u"keyring"_s, QCoreApplication::translate("CommandLine", "The keyring file to open; without one, the last."),
        u"[keyring]"_s);
    CommandLine line;
    if (!parser.parse(arguments))
        return {.file = {}, .answer = parser.errorText() + u'\n', .wrong = true};
    if (parser.isSet(help))
        line.answer = parser.helpText();
    else if (parser.isSet(version))
        line.answer = u"Keywright %1\n"_s.arg(keywright::version());
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return {.file = {},
                .answer = QCoreApplication::translate("CommandLine", "Give one keyring file, not several.") + u'\n',
                .wrong = true};
    if (!files.isEmpty())
        line.file = QFileInfo(files.front()).absoluteFilePath();
    return line;
}

QString placeToOpen(const QString &named, const QStringList &recent, const QString &defaultPlace) {
    const bool first = named.isEmpty() && recent.isEmpty();
    return first && QFileInfo::exists(defaultPlace) ? defaultPlace : named;
}

} // namespace keywright
