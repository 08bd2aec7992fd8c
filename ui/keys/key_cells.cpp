#include "ui/keys/key_cells.h"

#include "core/model/draft.h"
#include "core/model/usd_text.h"
#include "ui/form/policy_label.h"

#include <QCoreApplication>
#include <QLocale>

namespace keywright {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyCells)
};

const QString nothing = QStringLiteral("–");

QString instantTip(const QString &what, Instant at, const CellWords &words) {
    return QStringLiteral("%1 %2\n%3").arg(what, instantText(at, words.zone), toRfc3339(at));
}

QString expiresText(const ApiKey &key, const CellWords &words) {
    switch (statusOf(key, words.now, words.expiringWithin)) {
    case KeyStatus::Revoked:
        return nothing;
    case KeyStatus::InGrace:
        if (key.autoRevokeAt)
            return Words::tr("ends %1").arg(relativeText(*key.autoRevokeAt, words.now));
        break;
    default:
        break;
    }
    return key.expiresAt ? relativeText(*key.expiresAt, words.now) : Words::tr("never");
}

QString expiresTip(const ApiKey &key, const CellWords &words) {
    QStringList lines;
    if (key.autoRevokeAt && !key.revokedAt)
        lines.append(instantTip(Words::tr("Grace ends"), *key.autoRevokeAt, words));
    if (key.expiresAt)
        lines.append(instantTip(*key.expiresAt > words.now ? Words::tr("Expires") : Words::tr("Expired"),
                                *key.expiresAt, words));
    return lines.join(u'\n');
}

QString lastUsedText(const ApiKey &key, const CellWords &words) {
    if (const QString tried = stillTried(key, words.now); !tried.isEmpty())
        return tried;
    return key.usage.lastUsedAt ? relativeText(*key.usage.lastUsedAt, words.now) : Words::tr("never");
}

QString lastUsedTip(const ApiKey &key, const CellWords &words) {
    QStringList lines;
    if (key.usage.lastUsedAt)
        lines.append(instantTip(Words::tr("Last used"), *key.usage.lastUsedAt, words));
    if (key.usage.lastRefusedAt && !stillTried(key, words.now).isEmpty())
        lines.append(instantTip(Words::tr("Last refused"), *key.usage.lastRefusedAt, words));
    return lines.join(u'\n');
}

QString spentOf(MicroUsd spent, const std::optional<MicroUsd> &limit) {
    return limit ? Words::tr("%1 of %2").arg(shownUsd(spent), shownUsd(*limit)) : shownUsd(spent);
}

/// Of the month, as far as nothing else is said: where the day alone is limited, of the day.
QString spendText(const ApiKey &key) {
    const Spend spent = key.spend.value_or(Spend{});
    if (key.monthlyLimit)
        return spentOf(spent.monthly, key.monthlyLimit);
    if (key.dailyLimit)
        return Words::tr("%1 today").arg(spentOf(spent.daily, key.dailyLimit));
    return key.spend ? shownUsd(spent.monthly) : nothing;
}

QString spendTip(const ApiKey &key) {
    if (!key.spend && !key.dailyLimit && !key.monthlyLimit)
        return {};
    const Spend spent = key.spend.value_or(Spend{});
    return Words::tr("%1 today").arg(spentOf(spent.daily, key.dailyLimit)) + u'\n' +
           Words::tr("%1 this month").arg(spentOf(spent.monthly, key.monthlyLimit));
}

QString statusTip(const ApiKey &key, const CellWords &words) {
    const ApiKey seen = settled(key, words.now);
    if (seen.revokedAt) {
        const QString tip = instantTip(Words::tr("Revoked"), *seen.revokedAt, words);
        return seen.revokedBy.isEmpty() ? tip : tip + u'\n' + Words::tr("by %1").arg(seen.revokedBy);
    }
    if (isUndelivered(key, words.now))
        return Words::tr("Nobody copied or saved this key when it was made. Revoke it and make a new one.");
    return {};
}

} // namespace

QString stillTried(const ApiKey &key, Instant now) {
    if (key.usage.refused == 0 || isActive(key, now))
        return {};
    const QString times =
        Words::tr("still tried %Ln times", nullptr, int(std::min<qint64>(key.usage.refused, INT_MAX)));
    return key.usage.lastRefusedAt ? Words::tr("%1, last %2").arg(times, relativeText(*key.usage.lastRefusedAt, now))
                                   : times;
}

StatusLook listedLook(const ApiKey &key, const CellWords &words) {
    const StatusLook look = statusLook(key, words.now, words.expiringWithin);
    return isUndelivered(key, words.now) && look.tone == Tone::Success ? undeliveredLook() : look;
}

QString columnTitle(KeyColumn column, const KeyPolicy &policy) {
    switch (column) {
    case KeyColumn::Name:
        return Words::tr("Name");
    case KeyColumn::Key:
        return policy.create.column.isEmpty() ? Words::tr("Key") : policyWords(policy, policy.create.column);
    case KeyColumn::Status:
        return Words::tr("Status");
    case KeyColumn::Scopes:
        return policyLabel(policy, &KeyPolicy::Labels::scopes, Words::tr("Scopes"));
    case KeyColumn::Owner:
        return Words::tr("Owner");
    case KeyColumn::Created:
        return Words::tr("Created");
    case KeyColumn::Expires:
        return policyLabel(policy, &KeyPolicy::Labels::expiry, Words::tr("Expires"));
    case KeyColumn::LastUsed:
        return Words::tr("Last used");
    case KeyColumn::Requests:
        return Words::tr("Requests");
    case KeyColumn::Spend:
        return Words::tr("Spend");
    }
    return {};
}

QString cellText(const ApiKey &key, KeyColumn column, const CellWords &words) {
    switch (column) {
    case KeyColumn::Name:
        return key.name.isEmpty() ? Words::tr("(no name)") : key.name;
    case KeyColumn::Key:
        return previewText(key.preview);
    case KeyColumn::Status:
        return listedLook(key, words).word;
    case KeyColumn::Scopes:
        return key.scopes.isEmpty() ? Words::tr("none") : key.scopes.join(QStringLiteral(", "));
    case KeyColumn::Owner:
        return key.owner;
    case KeyColumn::Created:
        return relativeText(key.createdAt, words.now);
    case KeyColumn::Expires:
        return expiresText(key, words);
    case KeyColumn::LastUsed:
        return lastUsedText(key, words);
    case KeyColumn::Requests:
        return QLocale().toString(key.usage.requests);
    case KeyColumn::Spend:
        return spendText(key);
    }
    return {};
}

QString cellToolTip(const ApiKey &key, KeyColumn column, const CellWords &words) {
    switch (column) {
    case KeyColumn::Created: {
        const QString tip = instantTip(Words::tr("Created"), key.createdAt, words);
        return key.createdBy.isEmpty() ? tip : tip + u'\n' + Words::tr("by %1").arg(key.createdBy);
    }
    case KeyColumn::Expires:
        return expiresTip(key, words);
    case KeyColumn::LastUsed:
        return lastUsedTip(key, words);
    case KeyColumn::Spend:
        return spendTip(key);
    case KeyColumn::Status:
        return statusTip(key, words);
    default:
        return {};
    }
}

} // namespace keywright
