#include "app/cli/policies.h"

#include <QCoreApplication>
#include <QFile>

#include <ranges>

namespace keywright {
namespace {

Result<KeyPolicy> readPolicyFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::NotFound,
            QCoreApplication::translate("Policies", "The policy %1 can't be read: %2").arg(path, file.errorString()));
    return parsePolicy(file.readAll(), path);
}

} // namespace

std::vector<KeyPolicy> knownPolicies(CliSession &session) {
    std::vector<KeyPolicy> policies = shippedPolicies();
    PolicyFolder own = readPolicyFolder(userPolicyFolder());
    for (const Error &error : own.errors)
        session.console().note(printable(error.message));
    std::ranges::move(own.policies, std::back_inserter(policies));
    return policies;
}

Result<KeyPolicy> findPolicy(CliSession &session, const QString &id) {
    if (id.endsWith(QStringLiteral(".json")))
        return readPolicyFile(id);
    QStringList ids;
    for (KeyPolicy &policy : knownPolicies(session)) {
        if (policy.id == id)
            return std::move(policy);
        ids += policy.id;
    }
    return failure(ErrorKind::NotFound, QCoreApplication::translate("Policies", "There is no policy %1. There are: %2.")
                                            .arg(id, ids.join(QStringLiteral(", "))));
}

} // namespace keywright
