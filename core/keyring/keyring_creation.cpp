#include "core/keyring/keyring_creation.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/keyring/keyring_file.h"
#include "core/platform/file_system.h"
#include "core/platform/process.h"
#include "core/store/activity_table.h"
#include "core/store/keyring_database.h"
#include "core/store/meta_table.h"
#include "core/store/store_place.h"
#include "core/store/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keywright::Keyring)
};

constexpr int longestName = 100;

Done makeIn(const NewKeyring &keyring, const Caller &caller, Instant now) {
    auto connection = openBlankDatabase(keyring.path);
    if (!connection)
        return std::unexpected(connection.error());
    return fillNewKeyring(**connection, keyring, caller, now);
}

void removeAll(const QString &path) {
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

Done placeIsFit(const QString &path) {
    if (const QString network = platform::networkFileSystem(path); !network.isEmpty())
        return failure(ErrorKind::Storage,
                       Words::tr("%1 lies on a network file system (%2), where several programs can't share a "
                                 "keyring safely. Choose a local folder, or use keywrightd on the machine that "
                                 "holds it.")
                           .arg(QDir::toNativeSeparators(path), network));
    return {};
}

} // namespace

Done fillNewKeyring(Connection &connection, const NewKeyring &keyring, const Caller &caller, Instant now) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction)
        return std::unexpected(transaction.error());
    Meta meta;
    meta.keyringId = newKeyId().value;
    meta.name = keyring.name;
    meta.developerApi = keyring.developerApi;
    meta.apiBaseUrl = keyring.apiBaseUrl;
    meta.feed = {1};
    if (auto done = insertMeta(connection, meta, keyring.policy, now); !done)
        return done;
    auto head = chainHead(connection, meta.keyringId);
    if (!head)
        return std::unexpected(head.error());
    Activity entry;
    entry.at = now;
    entry.event = QString::fromUtf16(event::keyringCreated);
    entry.actor = caller.name;
    entry.authMethod = authMethodId(caller.method);
    entry.address = caller.address;
    entry.detail = {{u"name"_s, keyring.name},
                    {u"policy"_s, keyring.policy.id},
                    {u"policy_sha256"_s, toHex(keyring.policy.sha256)},
                    {u"developer_api"_s, keyring.developerApi}};
    if (auto done = appendActivity(connection, std::move(entry), *head); !done)
        return done;
    return transaction->commit();
}

QString defaultKeyringPath() {
    return platform::dataFolder() + u"/default.keyring"_s;
}

Done createKeyringFile(const NewKeyring &keyring, const Caller &caller, const Clock &clock) {
    auto name = checkedText(keyring.name, longestName, Words::tr("The keyring's name"), u"name"_s);
    if (!name)
        return std::unexpected(name.error());
    if (name->isEmpty())
        return failure(ErrorKind::Invalid, Words::tr("Give the keyring a name."), u"name"_s);
    NewKeyring named = keyring;
    named.name = *name;
    if (isSharedStore(keyring.path))
        return makeIn(named, caller, clock.now());
    const QString folder = QFileInfo(keyring.path).absolutePath();
    if (auto done = platform::makePrivateFolder(folder); !done)
        return done;
    if (auto done = placeIsFit(keyring.path); !done)
        return done;
    if (auto done = platform::createPrivateFile(keyring.path); !done)
        return done;
    if (auto done = makeIn(named, caller, clock.now()); !done) {
        removeAll(keyring.path);
        return done;
    }
    return platform::syncFolder(folder);
}

} // namespace keywright
