// The system's keychain, with a real Secret Service on a bus of the test's own (keychain.sh).
#include "core/keychain/secret_store.h"
#include "tests/support/results.h"

#include <QDirIterator>
#include <QFile>

namespace keywright::test {

using namespace Qt::StringLiterals;

class TestKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBackAndGoes();
    void theKeyIsInNoFileInPlain();
};

const QByteArray secret = "kwm_0123456789abcdefghijABCDEFGHIJ0123456789";
const QString name = managementKeyName(u"https://keys.example.com"_s);

void TestKeychain::whatIsKeptComesBackAndGoes() {
    const auto store = systemSecretStore();
    QCOMPARE(store->unavailable(), QString());
    auto nothing = await(store->read(name));
    VERIFY_RESULT(nothing);
    QVERIFY(!*nothing);
    VERIFY_RESULT(await(store->write(name, std::make_shared<const Secret>(QByteArrayView(secret)))));
    const auto kept = await(systemSecretStore()->read(name));
    VERIFY_RESULT(kept);
    QVERIFY(*kept && (*kept)->equals(secret));
    VERIFY_RESULT(await(store->remove(name)));
    nothing = await(store->read(name));
    VERIFY_RESULT(nothing);
    QVERIFY(!*nothing);
}

void TestKeychain::theKeyIsInNoFileInPlain() {
    const auto store = systemSecretStore();
    VERIFY_RESULT(await(store->write(name, std::make_shared<const Secret>(QByteArrayView(secret)))));
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains(secret));
        ++seen;
    }
    QVERIFY(seen > 0);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestKeychain)
#include "tst_keychain.moc"
