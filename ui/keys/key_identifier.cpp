#include "ui/keys/key_identifier.h"

#include "core/keyring/reply.h"
#include "ui/form/status_look.h"

namespace keywright {

KeyIdentifier::KeyIdentifier(Desk &desk, QObject *parent) : QObject(parent), desk_(desk) {}

void KeyIdentifier::identify(const PastedKey &pasted) {
    QStringList faults;
    for (const TokenFault fault : pasted.faults)
        faults.append(faultText(fault));
    const Sha256 digest = tokenDigest(pasted.token->view());
    whenDone(desk_.keyring.identify({digest}), this, [this, faults, run = ++run_](const Result<QList<Match>> &matches) {
        if (run != run_)
            return;
        if (!matches)
            Q_EMIT failed(matches.error());
        else if (matches->isEmpty())
            Q_EMIT unknown(tr("That is a key, but none of this keyring. It was taken out of the search."));
        else
            Q_EMIT found(matches->first().key, textOf(matches->first().key, faults));
    });
}

QString KeyIdentifier::textOf(const ApiKey &key, const QStringList &faults) const {
    const QString status = statusLook(key, desk_.clock.now()).word;
    QStringList sentences{tr("That key is %1, %2.").arg(displayName(key), status)};
    sentences += faults;
    sentences.append(tr("It was taken out of the search."));
    return sentences.join(u' ');
}

} // namespace keywright
