// The desktop knows a keyring by what it holds, whatever the file is called.
#include "tests/support/keyring_fixture.h"

#include <QMimeDatabase>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestMimeType : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        const QDir data(data_.path());
        QVERIFY(data.mkpath(u"mime/packages"_s));
        QVERIFY(QFile::copy(QString::fromLatin1(MIME_XML), data.filePath(u"mime/packages/keywright.xml"_s)));
        qputenv("XDG_DATA_HOME", data_.path().toLocal8Bit());
        qputenv("QT_NO_MIME_CACHE", "1"); // all types weighed together, as an installed one is
    }

    void keyringIsKnownWithoutItsSuffix() {
        const KeyringFixture fixture(u"standard"_s);
        const QString bare = data_.filePath(u"bare"_s);
        QVERIFY(QFile::copy(fixture.path(), bare));
        const QMimeType type = QMimeDatabase().mimeTypeForFile(bare);
        QCOMPARE(type.name(), u"application/x-keywright-keyring"_s);
        QVERIFY(type.inherits(u"application/vnd.sqlite3"_s));
    }

    void otherDatabaseIsNoKeyring() {
        const QString other = data_.filePath(u"other"_s);
        QCOMPARE(runSql(other, u"CREATE TABLE t (a)"_s), QString());
        QCOMPARE(QMimeDatabase().mimeTypeForFile(other).name(), u"application/vnd.sqlite3"_s);
    }

private:
    QTemporaryDir data_;
};

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestMimeType)
#include "tst_mime_type.moc"
