#include "core/model/key_policy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

// The macro must stand outside every namespace.
static void initPolicyResources() {
    Q_INIT_RESOURCE(keywright_policies);
}

namespace keywright {

namespace {

constexpr qint64 largestPolicyFile = 1024 * 1024;

Result<QByteArray> readPolicyFile(const QString &path) {
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::Storage,
            QCoreApplication::translate("KeyPolicy", "%1 cannot be read: %2").arg(shown, file.errorString()));
    if (file.size() > largestPolicyFile)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("KeyPolicy", "%1 is too large for a policy.").arg(shown));
    return file.readAll();
}

Result<KeyPolicy> readPolicyAt(const QString &path) {
    const Result<QByteArray> json = readPolicyFile(path);
    return json ? parsePolicy(*json, QDir::toNativeSeparators(path)) : Result<KeyPolicy>(std::unexpected(json.error()));
}

QFileInfoList policyFilesIn(const QString &folder) {
    return QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

std::vector<KeyPolicy> readShippedPolicies() {
    initPolicyResources();
    std::vector<KeyPolicy> policies;
    for (const QFileInfo &file : policyFilesIn(QStringLiteral(":/keywright/policies"))) {
        Result<KeyPolicy> policy = readPolicyAt(file.filePath());
        if (!policy)
            qFatal("A shipped policy is broken: %s", qPrintable(policy.error().message));
        policies.push_back(std::move(*policy));
    }
    std::stable_partition(policies.begin(), policies.end(),
                          [](const KeyPolicy &policy) { return policy.id == QStringLiteral("standard"); });
    return policies;
}

bool isShipped(const QString &id) {
    const std::vector<KeyPolicy> &shipped = shippedPolicies();
    return std::any_of(shipped.begin(), shipped.end(), [&](const KeyPolicy &policy) { return policy.id == id; });
}

Result<KeyPolicy> readUserPolicy(const QString &path, const std::vector<KeyPolicy> &sofar) {
    Result<KeyPolicy> policy = readPolicyAt(path);
    if (!policy)
        return policy;
    const auto same = [&](const KeyPolicy &other) { return other.id == policy->id; };
    const QString native = QDir::toNativeSeparators(path);
    if (isShipped(policy->id))
        return failure(
            ErrorKind::Invalid,
            QCoreApplication::translate(
                "KeyPolicy", "%1, /id: \"%2\" is the id of a policy that ships with Keywright; choose another.")
                .arg(native, policy->id),
            QStringLiteral("/id"));
    if (std::any_of(sofar.begin(), sofar.end(), same))
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate(
                           "KeyPolicy", "%1, /id: \"%2\" is the id of another file in this folder; choose another.")
                           .arg(native, policy->id),
                       QStringLiteral("/id"));
    return policy;
}

} // namespace

const std::vector<KeyPolicy> &shippedPolicies() {
    static const std::vector<KeyPolicy> policies = readShippedPolicies();
    return policies;
}

QString policyWords(const KeyPolicy &policy, const QString &text) {
    const auto &shipped = shippedPolicies();
    const bool ours = std::ranges::find(shipped, policy.id, &KeyPolicy::id) != shipped.end();
    return ours && !text.isEmpty() ? QCoreApplication::translate("Policy", text.toUtf8().constData()) : text;
}

PolicyFolder readPolicyFolder(const QString &folder) {
    PolicyFolder read;
    for (const QFileInfo &file : policyFilesIn(folder)) {
        Result<KeyPolicy> policy = readUserPolicy(file.filePath(), read.policies);
        if (policy)
            read.policies.push_back(std::move(*policy));
        else
            read.errors.push_back(policy.error());
    }
    return read;
}

PolicyFolder knownPolicies() {
    PolicyFolder known = readPolicyFolder(userPolicyFolder());
    known.policies.insert(known.policies.begin(), shippedPolicies().begin(), shippedPolicies().end());
    return known;
}

Result<KeyPolicy> findPolicy(const QString &idOrFile) {
    if (idOrFile.endsWith(QStringLiteral(".json")))
        return readPolicyAt(idOrFile);
    PolicyFolder known = knownPolicies();
    QStringList ids;
    for (KeyPolicy &policy : known.policies) {
        if (policy.id == idOrFile)
            return std::move(policy);
        ids += policy.id;
    }
    QStringList message{QCoreApplication::translate("KeyPolicy", "There is no policy %1. There are: %2.")
                            .arg(idOrFile, ids.join(QStringLiteral(", ")))};
    for (const Error &error : known.errors)
        message += error.message;
    return failure(ErrorKind::NotFound, message.join(u'\n'));
}

QString userPolicyFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/keywright/policies");
}

} // namespace keywright
