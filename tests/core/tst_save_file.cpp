#include "core/platform/private_file.h"
#include "core/platform/save_file.h"
#include "tests/support/file_rights.h"
#include "tests/support/results.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace keywright;

class TestSaveFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileIsWrittenWholeAndForItsOwnerAlone() {
        const QString path = folder_.filePath(QStringLiteral("new.csv"));
        VERIFY_RESULT(saveFile(path, [](QIODevice &out) {
            out.write("whole");
            return Done();
        }));
        QCOMPARE(contents(path), QByteArray("whole"));
        QVERIFY(test::isForOwnerAlone(path));
    }
    void aFailedWriteLeavesWhatWasThere() {
        const QString path = folder_.filePath(QStringLiteral("kept.csv"));
        VERIFY_RESULT(saveFile(path, [](QIODevice &out) {
            out.write("before");
            return Done();
        }));
        const Done failed = saveFile(path, [](QIODevice &out) -> Done {
            out.write("half");
            return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
        });
        VERIFY_ERROR(failed, ErrorKind::Cancelled);
        QCOMPARE(contents(path), QByteArray("before"));
        QCOMPARE(QDir(folder_.path()).entryList({QStringLiteral("kept*")}, QDir::Files).size(), 1);
    }
    void whatIsNoFileStaysWhatItIs() {
        const QString folder = folder_.filePath(QStringLiteral("folder"));
        QVERIFY(QDir().mkpath(folder));
        QStringList places{folder};
#ifdef Q_OS_UNIX
        const QString pipe = folder_.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
        places << pipe;
#endif
        for (const QString &place : places) {
            VERIFY_ERROR(saveFile(place, [](QIODevice &) { return Done(); }), ErrorKind::Storage);
            VERIFY_ERROR(writePrivateFile(place, "secret"), ErrorKind::Storage);
            QVERIFY(QFileInfo::exists(place) && !QFileInfo(place).isFile());
        }
    }
    void aMissingFolderIsNamed() {
        const Done failed =
            saveFile(folder_.filePath(QStringLiteral("none/x.csv")), [](QIODevice &) { return Done(); });
        VERIFY_ERROR(failed, ErrorKind::Storage);
        QVERIFY(failed.error().message.contains(QDir::toNativeSeparators(QStringLiteral("none/x.csv"))));
    }

private:
    static QByteArray contents(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_save_file.moc"
