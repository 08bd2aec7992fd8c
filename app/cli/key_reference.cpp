#include "app/cli/key_reference.h"

#include "core/crypto/token.h"

#include <QCoreApplication>

namespace keywright {
namespace {

constexpr int pageSize = 1'000;
constexpr qsizetype mostCandidates = 8;

Error ambiguous(const QString &reference, const QList<ApiKey> &candidates) {
    QStringList named;
    for (const ApiKey &key : candidates.first(std::min(candidates.size(), mostCandidates)))
        named += QStringLiteral("  %1  %2").arg(key.id.value, displayName(key));
    if (candidates.size() > mostCandidates)
        named += QCoreApplication::translate("KeyReference", "  and %1 more").arg(candidates.size() - mostCandidates);
    return {.kind = ErrorKind::Invalid,
            .message = QCoreApplication::translate("KeyReference", "%1 could be any of these; give more of the id:\n%2")
                           .arg(reference, named.join(u'\n')),
            .field = QStringLiteral("id")};
}

Result<ApiKey> pick(const QList<ApiKey> &keys, const QString &reference) {
    QList<ApiKey> exact, beginning;
    for (const ApiKey &key : keys) {
        if (key.id.value == reference)
            return key;
        if (key.preview.first == reference)
            exact += key;
        else if (key.id.value.startsWith(reference) || key.preview.first.startsWith(reference))
            beginning += key;
    }
    const QList<ApiKey> &candidates = exact.isEmpty() ? beginning : exact;
    if (candidates.size() > 1)
        return std::unexpected(ambiguous(reference, candidates));
    if (candidates.size() == 1)
        return candidates.first();
    return failure(ErrorKind::NotFound,
                   QCoreApplication::translate("KeyReference", "No key has the id or prefix %1, or begins with it.")
                       .arg(reference),
                   QStringLiteral("id"));
}

/// Refuses what can't be a reference before anything is opened.
Done checkReference(const QString &reference) {
    if (looksLikeToken(reference))
        return std::unexpected(tokenOnCommandLine());
    if (reference.trimmed().isEmpty())
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("KeyReference", "An empty ID names no key. `list` shows the ids."),
                       QStringLiteral("id"));
    return {};
}

} // namespace

Error tokenOnCommandLine() {
    return {.kind = ErrorKind::Refused,
            .message = QCoreApplication::translate(
                "KeyReference", "This looks like a key. A key on a command line is exposed (other programs and the "
                                "shell's history hold it): revoke it. To name a key, give its id or prefix; to ask "
                                "about a key, give it to `which` on standard input."),
            .field = QStringLiteral("id")};
}

Done eachPage(CliSession &session, const std::function<void(const QList<ApiKey> &)> &take) {
    const Result<Keyring *> keyring = session.keyring();
    if (!keyring)
        return std::unexpected(keyring.error());
    Reply<KeyPage> next = (*keyring)->keys({}, pageSize);
    for (bool more = true; more;) {
        const Result<KeyPage> page = await(next);
        if (!page)
            return std::unexpected(page.error());
        more = !page->next.isEmpty();
        if (more)
            next = (*keyring)->keys(page->next, pageSize);
        take(page->keys);
    }
    return {};
}

Result<QList<ApiKey>> allKeys(CliSession &session) {
    QList<ApiKey> keys;
    const Done read = eachPage(session, [&](const QList<ApiKey> &page) { keys += page; });
    if (!read)
        return std::unexpected(read.error());
    return keys;
}

Result<ApiKey> findKey(CliSession &session, const QString &reference) {
    const Result<QList<ApiKey>> found = findKeys(session, {reference});
    if (!found)
        return std::unexpected(found.error());
    return found->first();
}

Result<QList<ApiKey>> findKeys(CliSession &session, const QStringList &references) {
    for (const QString &reference : references)
        if (const Done good = checkReference(reference); !good)
            return std::unexpected(good.error());
    const Result<QList<ApiKey>> keys = allKeys(session);
    if (!keys)
        return std::unexpected(keys.error());
    QList<ApiKey> found;
    for (const QString &reference : references) {
        const Result<ApiKey> key = pick(*keys, reference.trimmed());
        if (!key)
            return std::unexpected(key.error());
        if (!found.contains(*key))
            found += *key;
    }
    return found;
}

} // namespace keywright
