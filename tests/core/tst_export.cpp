#include "core/index/export.h"
#include "tests/support/random_keys.h"
#include "tests/support/results.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace keywright;
using keywright::test::RandomKeys;

namespace {

constexpr Instant noon = fromEpoch(1'790'000'000);

KeySource sourceOf(QList<ApiKey> keys) {
    return [keys, at = qsizetype(0)]() mutable { return at < keys.size() ? std::optional(keys[at++]) : std::nullopt; };
}

ExportInfo info() {
    return {.keyring = QStringLiteral("Production"), .policy = QStringLiteral("standard"), .at = noon};
}

/// A device that takes some bytes and then is full.
class SmallDevice final : public QIODevice {
public:
    explicit SmallDevice(qint64 room) : room_(room) { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override {
        if (size > room_) {
            setErrorString(QStringLiteral("No space left on device"));
            return -1;
        }
        room_ -= size;
        return size;
    }

private:
    qint64 room_;
};

} // namespace

class TestExport : public QObject {
    Q_OBJECT

    static QByteArray exported(ExportFormat format, const QList<ApiKey> &keys, const ExportInfo &about = info()) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Done done = exportKeys(buffer, format, about, sourceOf(keys));
        return done ? buffer.data() : QByteArray();
    }

private Q_SLOTS:
    void csvHasOneLineAKeyUnderItsTitles() {
        ApiKey key;
        key.id = {QStringLiteral("id-1")};
        key.name = QStringLiteral("Zapier, \"production\"");
        key.preview = {QStringLiteral("kw_7fQ2"), QStringLiteral("a3f9")};
        key.scopes = {QStringLiteral("read"), QStringLiteral("write")};
        key.createdAt = noon;
        key.expiresAt = noon + Days{3};
        const QByteArrayList lines = exported(ExportFormat::Csv, {key}).split('\n');
        QCOMPARE(lines.size(), 3); // titles, key, and nothing after the last line's end
        QVERIFY(lines[0].startsWith("id,name,key,state,scopes,owner,"));
        QVERIFY(lines[1].startsWith("id-1,\"Zapier, \"\"production\"\"\",kw_7fQ2…a3f9,expiring,read write,,"));
    }

    void noCellIsAFormula_data() {
        QTest::addColumn<QString>("name");
        for (const QString &start :
             {QStringLiteral("="), QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("@"), QStringLiteral("\t")})
            QTest::newRow(qPrintable(start)) << start + QStringLiteral("SUM(A1:A9)");
    }
    void noCellIsAFormula() {
        QFETCH(QString, name);
        ApiKey key;
        key.id = {QStringLiteral("id-1")};
        key.name = name;
        const QByteArray csv = exported(ExportFormat::Csv, {key});
        QVERIFY(csv.contains(",") && csv.contains("id-1,'" + name.toUtf8()));
    }

    void jsonHoldsEveryKeyAndTheHeadOfTheLog() {
        RandomKeys random(3);
        QList<ApiKey> keys;
        for (int i = 0; i < 2'000; ++i)
            keys.append(random.next());
        ExportInfo about = info();
        about.head = ChainHead{.seq = 42, .hash = {}};
        const QJsonObject json = QJsonDocument::fromJson(exported(ExportFormat::Json, keys, about)).object();
        QCOMPARE(json[u"keyring"], QJsonValue(QStringLiteral("Production")));
        QCOMPARE(json[u"activity_head"][u"seq"], QJsonValue(42));
        const QJsonArray array = json[u"keys"].toArray();
        QCOMPARE(array.size(), keys.size());
        for (qsizetype i = 0; i < keys.size(); ++i)
            QCOMPARE(array[i][u"id"].toString(), keys[i].id.value);
    }

    void anOlderCopySaysOfWhichTimeItIs() {
        ApiKey key;
        key.id = {QStringLiteral("id-1")};
        ExportInfo about = info();
        QVERIFY(!exported(ExportFormat::Csv, {key}, about).contains("as_of"));
        QVERIFY(!exported(ExportFormat::Json, {key}, about).contains("as_of"));
        about.asOf = noon - Seconds(3'600);
        const QByteArrayList lines = exported(ExportFormat::Csv, {key}, about).split('\n');
        QVERIFY(lines[0].endsWith(",as_of\r") || lines[0].endsWith(",as_of"));
        QVERIFY(lines[1].contains(',' + toRfc3339(*about.asOf).toLatin1()));
        const QJsonObject json = QJsonDocument::fromJson(exported(ExportFormat::Json, {key}, about)).object();
        QCOMPARE(json[u"as_of"].toString(), toRfc3339(*about.asOf));
    }

    void nothingToExportIsStillAWholeFile() {
        QCOMPARE(exported(ExportFormat::Csv, {}).count('\n'), 1);
        const QJsonDocument json = QJsonDocument::fromJson(exported(ExportFormat::Json, {}));
        QVERIFY(json.object()[u"keys"].isArray());
    }

    void aFullDiskIsAnErrorInWords() {
        RandomKeys random(4);
        QList<ApiKey> keys;
        for (int i = 0; i < 5'000; ++i)
            keys.append(random.next());
        SmallDevice device(300'000);
        const Done done = exportKeys(device, ExportFormat::Csv, info(), sourceOf(keys));
        VERIFY_ERROR(done, ErrorKind::Storage);
        QVERIFY(done.error().message.contains(u"No space left on device"));
    }

    void aStoppedExportLeavesTheOldFile() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("keys.csv"));
        VERIFY_RESULT(exportKeysToFile(path, ExportFormat::Csv, info(), sourceOf({})));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        RandomKeys random(5);
        const KeySource endless = [&] { return std::optional(random.next()); };
        VERIFY_ERROR(exportKeysToFile(path, ExportFormat::Csv, info(), endless, [] { return true; }),
                     ErrorKind::Cancelled);
        QFile after(path);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), before);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
