// keywright-cli-docs FOLDER: writes the manual page and the completions, from the tree of commands itself.
#include "app/cli/docs/tree_walk.h"
#include "core/model/version.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace {

bool write(const QString &path, const QByteArray &text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

} // namespace

int main(int argc, char *argv[]) {
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1, u"."_s));
    const auto tree = keywright::makeCommandTree();
    const bool written =
        write(folder.filePath(u"keywright-cli.1"_s), keywright::manPage(*tree, keywright::version())) &&
        write(folder.filePath(u"keywright-cli.bash"_s), keywright::bashCompletion(*tree)) &&
        write(folder.filePath(u"_keywright-cli"_s), keywright::zshCompletion(*tree)) &&
        write(folder.filePath(u"keywright-cli.fish"_s), keywright::fishCompletion(*tree));
    return written ? 0 : 4;
}
