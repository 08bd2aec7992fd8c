#include "core/store/schema.h"

#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QRegularExpression>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

QStringList migrationFiles() {
    return QDir(u":/keywright/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Done applyOne(Connection &connection, const QString &file, int format) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another program may have done it while we waited for the lock.
    auto now = formatOf(connection);
    if (!now)
        return std::unexpected(now.error());
    if (*now >= format)
        return {};
    const Dialect &dialect = connection.dialect();
    for (const QString &statement : dialect.migration(file) + dialect.setFormat(format)) {
        if (auto done = connection.run(statement); !done)
            return done;
    }
    return transaction->commit();
}

using Objects = QMap<QString, QString>;

Result<Objects> objectsOf(Connection &connection) {
    Objects objects;
    auto done = connection.forEach(connection.dialect().schemaObjects(), {}, [&](const Row &row) {
        objects.insert(row.text(0) + u' ' + row.text(1), row.text(2));
    });
    if (!done)
        return std::unexpected(done.error());
    return objects;
}

/// A database that doesn't keep the schema as it was written is held to the names alone.
Objects namedIn(const Dialect &dialect, int format) {
    static const QRegularExpression created(u"^CREATE (TABLE|INDEX|TRIGGER) (\\w+)"_s);
    Objects objects;
    for (const QString &file : migrationFiles().mid(0, format)) {
        for (const QString &statement : dialect.migration(file)) {
            if (const auto match = created.match(statement); match.hasMatch())
                objects.insert(match.captured(1).toLower() + u' ' + match.captured(2), {});
        }
    }
    return objects;
}

Result<Objects> expectedObjects(const Connection &connection, int format) {
    if (!connection.dialect().keepsSchemaText())
        return namedIn(connection.dialect(), format);
    auto blank = Connection::open({});
    if (!blank)
        return std::unexpected(blank.error());
    const QStringList files = migrationFiles();
    for (int number = 1; number <= format; ++number) {
        if (auto done = applyOne(**blank, files.at(number - 1), number); !done)
            return std::unexpected(done.error());
    }
    return objectsOf(**blank);
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Store)
};

} // namespace

int knownFormat() {
    return int(migrationFiles().size());
}

Result<int> formatOf(Connection &connection) {
    auto number = connection.number(connection.dialect().formatNumber());
    if (!number)
        return std::unexpected(number.error());
    return int(*number);
}

Done migrate(Connection &connection, int from) {
    const QStringList files = migrationFiles();
    for (int number = from + 1; number <= int(files.size()); ++number) {
        if (auto done = applyOne(connection, files.at(number - 1), number); !done)
            return done;
    }
    return {};
}

Result<QStringList> schemaDifferences(Connection &connection, int format) {
    auto expected = expectedObjects(connection, format);
    if (!expected)
        return std::unexpected(expected.error());
    auto found = objectsOf(connection);
    if (!found)
        return std::unexpected(found.error());
    QStringList differences;
    for (auto it = found->cbegin(); it != found->cend(); ++it) {
        if (!expected->contains(it.key()))
            differences << Words::tr("an unknown %1").arg(it.key());
        else if (expected->value(it.key()) != it.value())
            differences << Words::tr("a changed %1").arg(it.key());
    }
    for (auto it = expected->cbegin(); it != expected->cend(); ++it) {
        if (!found->contains(it.key()))
            differences << Words::tr("a missing %1").arg(it.key());
    }
    return differences;
}

} // namespace keywright
