#include "core/platform/git_ignore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace keywright {

namespace {

constexpr int gitMilliseconds = 2000;

struct GitIgnore {
    Q_DECLARE_TR_FUNCTIONS(keywright::GitIgnore)
};

enum class Answer { Ignored, NotIgnored, Unknown };

bool inWorkTree(const QString &folder) {
    QDir dir(folder);
    do {
        if (QFileInfo::exists(dir.filePath(QStringLiteral(".git"))))
            return true;
    } while (dir.cdUp());
    return false;
}

QProcessEnvironment withoutGitVariables() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        if (name.startsWith(QStringLiteral("GIT_")))
            environment.remove(name);
    return environment;
}

Answer askGit(const QFileInfo &file) {
    QProcess git;
    git.setProcessEnvironment(withoutGitVariables());
    // The folder may be anybody's: no program that its configuration names is to be run for a question.
    git.start(QStringLiteral("git"),
              {QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"), QStringLiteral("-C"), file.absolutePath(),
               QStringLiteral("check-ignore"), QStringLiteral("-q"), QStringLiteral("--"), file.fileName()},
              QIODevice::ReadOnly);
    if (!git.waitForFinished(gitMilliseconds)) {
        git.kill();
        git.waitForFinished(gitMilliseconds);
        return Answer::Unknown;
    }
    if (git.exitStatus() != QProcess::NormalExit)
        return Answer::Unknown;
    switch (git.exitCode()) {
    case 0:
        return Answer::Ignored;
    case 1:
        return Answer::NotIgnored;
    default:
        return Answer::Unknown;
    }
}

} // namespace

QString gitWarning(const QString &path) {
    const QFileInfo file(path);
    if (!inWorkTree(file.absolutePath()))
        return {};
    const QString shown = QDir::toNativeSeparators(path);
    switch (askGit(file)) {
    case Answer::Ignored:
        return {};
    case Answer::NotIgnored:
        return GitIgnore::tr("%1 lies in a git work tree and is not ignored there: the key could be committed. "
                             "Add the file to .gitignore first.")
            .arg(shown);
    case Answer::Unknown:
        break;
    }
    return GitIgnore::tr("%1 lies in a git work tree, and it could not be found out whether git ignores it.")
        .arg(shown);
}

} // namespace keywright
