#include "core/keyring/env_file.h"
#include "core/platform/git_ignore.h"
#include "tests/support/file_rights.h"
#include "tests/support/results.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace keywright;

namespace {

const QString apiKey = QStringLiteral("API_KEY");
const QByteArray token = QByteArrayLiteral("kw_abcdefgh_0123456789");

void put(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contents(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

bool runGit(const QString &folder, const QStringList &arguments) {
    return QProcess::execute(QStringLiteral("git"), QStringList{QStringLiteral("-C"), folder} + arguments) == 0;
}

} // namespace

class TestEnvFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath(QStringLiteral(".env"));
    }

    void aNewFileHoldsTheVariableForItsOwnerAlone() {
        VERIFY_RESULT(saveToEnvFile(path_, apiKey, Secret(token), false));
        QCOMPARE(contents(path_), "API_KEY=" + token + '\n');
        QVERIFY(test::isForOwnerAlone(path_));
        QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral(".env")});
    }

    void anOpenFileIsClosedToOthers() {
        put(path_, "A=1\n");
        QVERIFY(test::openToEverybody(path_) && !test::isForOwnerAlone(path_));
        VERIFY_RESULT(saveToEnvFile(path_, apiKey, Secret(token), false));
        QVERIFY(test::isForOwnerAlone(path_));
    }

    void otherLinesStayByteForByte_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("empty", "", "API_KEY=new\n");
        row("appended", "# mine\n\nA = 1 \n", "# mine\n\nA = 1 \nAPI_KEY=new\n");
        row("no newline at the end", "A=1", "A=1\nAPI_KEY=new\n");
        row("Windows lines", "A=1\r\nB=2\r\n", "A=1\r\nB=2\r\nAPI_KEY=new\r\n");
        row("replaced in its place", "A=1\nAPI_KEY=old # x\nB=2\n", "A=1\nAPI_KEY=new\nB=2\n");
        row("replaced at the end", "A=1\nAPI_KEY=old", "A=1\nAPI_KEY=new");
        row("exported", "export API_KEY='old'\n", "export API_KEY=new\n");
        row("spaces around", "  API_KEY =old\n", "API_KEY=new\n");
        row("a value over lines", "API_KEY=\"a\nb\"\nC=3\n", "API_KEY=new\nC=3\n");
        row("set twice", "API_KEY=1\nA=1\nAPI_KEY=2\n", "API_KEY=new\nA=1\n");
        row("longer names", "MY_API_KEY=1\nAPI_KEY2=2\n", "MY_API_KEY=1\nAPI_KEY2=2\nAPI_KEY=new\n");
        row("in a comment", "# API_KEY=1\n", "# API_KEY=1\nAPI_KEY=new\n");
        row("inside another value", "X=\"\nAPI_KEY=1\n\"\n", "X=\"\nAPI_KEY=1\n\"\nAPI_KEY=new\n");
        row("an open quotation", "X='\nAPI_KEY=1\n", "X='\nAPI_KEY=new\n");
        row("not UTF-8", "X=\xff\xfe\n", "X=\xff\xfe\nAPI_KEY=new\n");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "A=1\n",
            "\xEF\xBB\xBF"
            "A=1\nAPI_KEY=new\n");
    }
    void otherLinesStayByteForByte() {
        QFETCH(QByteArray, before);
        QTEST(withAssignment(before, apiKey, "API_KEY=new"), "after");
        put(path_, before);
        VERIFY_RESULT(saveToEnvFile(path_, apiKey, Secret("new"), true));
        QTEST(contents(path_), "after");
    }

    void aVariableThatIsSetIsNotReplacedUnasked() {
        put(path_, "API_KEY=old\n");
        const auto plan = planEnvFile(path_, apiKey);
        VERIFY_RESULT(plan);
        QVERIFY(plan->replaces);
        VERIFY_ERROR(saveToEnvFile(path_, apiKey, Secret(token), false), ErrorKind::Conflict);
        QCOMPARE(contents(path_), QByteArray("API_KEY=old\n"));
        QVERIFY(!planEnvFile(path_, QStringLiteral("OTHER"))->replaces);
    }

    void aLinkIsNotFollowed() {
        const QString target = folder_->filePath(QStringLiteral("target"));
        put(target, "KEEP=1\n");
        QVERIFY(QFile::link(target, path_));
        VERIFY_ERROR(planEnvFile(path_, apiKey), ErrorKind::Refused);
        VERIFY_ERROR(saveToEnvFile(path_, apiKey, Secret(token), true), ErrorKind::Refused);
        QCOMPARE(contents(target), QByteArray("KEEP=1\n"));
    }

    void aDanglingLinkIsNotFollowed() {
        const QString target = folder_->filePath(QStringLiteral("target"));
        QVERIFY(QFile::link(target, path_));
        VERIFY_ERROR(saveToEnvFile(path_, apiKey, Secret(token), true), ErrorKind::Refused);
        QVERIFY(!QFile::exists(target));
    }

    void whatIsNoFileOfVariablesIsRefused() {
        VERIFY_ERROR(saveToEnvFile(folder_->path(), apiKey, Secret(token), true), ErrorKind::Refused);
        put(path_, QByteArray("A\0B", 3));
        VERIFY_ERROR(saveToEnvFile(path_, apiKey, Secret(token), true), ErrorKind::Refused);
        put(path_, QByteArray(1024 * 1024 + 1, 'x'));
        VERIFY_ERROR(saveToEnvFile(path_, apiKey, Secret(token), true), ErrorKind::Refused);
    }

    void aMissingFolderIsNamedAndTheKeyIsNot() {
        const Done saved = saveToEnvFile(folder_->filePath(QStringLiteral("none/.env")), apiKey, Secret(token), false);
        VERIFY_ERROR(saved, ErrorKind::Storage);
        QVERIFY(saved.error().message.contains(QStringLiteral("none")));
        QVERIFY(!(saved.error().message + saved.error().technical).contains(QString::fromLatin1(token)));
    }

    void variableNamesAreJudged() {
        VERIFY_RESULT(checkVariableName(QStringLiteral("_A9")));
        for (const char16_t *bad : {u"", u"9A", u"A-B", u"A B", u"A\n", u"Ä", u"A=B", u"$A"})
            VERIFY_ERROR(checkVariableName(QString::fromUtf16(bad)), ErrorKind::Invalid);
        VERIFY_ERROR(checkVariableName(QString(129, u'A')), ErrorKind::Invalid);
    }

    void aShellReadsTheValueBack_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("token") << token;
        QTest::newRow("hash and space") << QByteArray("a #b c");
        QTest::newRow("single quote") << QByteArray("it's $HOME `x` \"y\" \\z");
        QTest::newRow("dollar") << QByteArray("$HOME");
    }
    void aShellReadsTheValueBack() {
        if (QStandardPaths::findExecutable(QStringLiteral("sh")).isEmpty())
            QSKIP("no shell here");
        QFETCH(QByteArray, value);
        put(path_, envAssignment(apiKey, value) + '\n');
        QProcess shell;
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral(". \"$1\"; printf %s \"$API_KEY\""),
                                           QStringLiteral("sh"), path_});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), value);
    }

    void aFileThatGitWouldCommitIsWarnedOf() {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("no git here");
        QCOMPARE(gitWarning(path_), QString());
        QVERIFY(runGit(folder_->path(), {QStringLiteral("init"), QStringLiteral("-q")}));
        QVERIFY(gitWarning(path_).contains(QStringLiteral("not ignored")));
        put(folder_->filePath(QStringLiteral(".gitignore")), ".env\n");
        QCOMPARE(gitWarning(path_), QString());
        put(path_, "A=1\n");
        QVERIFY(runGit(folder_->path(), {QStringLiteral("add"), QStringLiteral("-f"), QStringLiteral(".env")}));
        QVERIFY2(!gitWarning(path_).isEmpty(), "ignored, but tracked already");
    }

private:
    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
};

QTEST_GUILESS_MAIN(TestEnvFile)
#include "tst_env_file.moc"
