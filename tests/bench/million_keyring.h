// A keyring of a million keys whose tokens are known, for measuring verification.
#pragma once

#include "core/crypto/token.h"
#include "tests/support/keyring_fixture.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <malloc.h>

namespace keywright::bench {

using namespace Qt::StringLiterals;

constexpr int keys = 1'000'000;

inline QByteArray tokenOf(int number) {
    return "kw_" + QByteArray::number(number).rightJustified(8, '0') + "_benchmarkbenchmarkbenchmarkbench0123456789";
}

/// A keyring file of a million keys whose tokens are tokenOf().
class MillionKeyring {
public:
    MillionKeyring() : fixture_(u"standard"_s) {
        fixture_.close();
        const test::Filling filling{.keys = keys, .revoked = 0, .expired = 0, .expiring = 0, .inGrace = 0};
        if (auto done = test::fillKeyring(fixture_.path(), filling, fixture_.clock().now()); !done)
            qFatal("%s", qPrintable(done.error().message));
        const QString name = u"digests"_s;
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
            database.setDatabaseName(fixture_.path());
            QSqlQuery query(database);
            if (!database.open() || !query.exec(u"BEGIN"_s) ||
                !query.prepare(u"UPDATE keys SET digest = ? WHERE n = ?"_s))
                qFatal("the digests can't be written");
            for (int i = 1; i <= keys; ++i) {
                query.bindValue(0, tokenDigest(tokenOf(i)).toByteArray());
                query.bindValue(1, i);
                if (!query.exec())
                    qFatal("%s", qPrintable(query.lastError().text()));
            }
            query.finish();
            query.exec(u"COMMIT"_s);
        }
        QSqlDatabase::removeDatabase(name);
        malloc_trim(0);
    }
    const QString &path() const { return fixture_.path(); }

private:
    test::KeyringFixture fixture_;
};

} // namespace keywright::bench
