// A keyring of a million keys whose tokens are known, for measuring verification.
#pragma once

#include "core/crypto/token.h"
#include "core/store/sql_values.h"
#include "tests/support/keyring_fixture.h"

#include <QFile>

#include <malloc.h>

namespace keywright::bench {

using namespace Qt::StringLiterals;

constexpr int keys = 1'000'000;

inline QByteArray tokenOf(int number) {
    return "kw_" + QByteArray::number(number).rightJustified(8, '0') + "_benchmarkbenchmarkbenchmarkbench0123456789";
}

/// A keyring file of a million keys whose tokens are tokenOf(). Each may read.
class MillionKeyring {
public:
    /// `made`: a file to copy; none: the keys are made.
    explicit MillionKeyring(const QString &made = {}) : fixture_(u"standard"_s) {
        fixture_.close();
        if (made.isEmpty())
            fill();
        else if (!QFile::remove(path()) || !QFile::copy(made, path()))
            qFatal("the keyring can't be copied");
        malloc_trim(0);
    }
    const QString &path() const { return fixture_.path(); }

private:
    void fill() {
        const test::Filling filling{.keys = keys, .revoked = 0, .expired = 0, .expiring = 0, .inGrace = 0};
        expect(test::fillKeyring(path(), filling, fixture_.clock().now()));
        const auto connection = Connection::open({.path = path()});
        expect(connection ? Done() : std::unexpected(connection.error()));
        expect((*connection)->run(u"BEGIN IMMEDIATE"_s));
        for (int i = 1; i <= keys; ++i)
            expect(
                (*connection)
                    ->run(
                        u"UPDATE keys SET digest = ?, scopes = CASE WHEN scopes LIKE '%read%' THEN scopes ELSE 'read' "
                        u"END WHERE n = ?"_s,
                        {sqlDigest(tokenDigest(tokenOf(i))), i}));
        expect((*connection)->run(u"COMMIT"_s));
    }
    static void expect(const Done &done) {
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }

    test::KeyringFixture fixture_;
};

} // namespace keywright::bench
