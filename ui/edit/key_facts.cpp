#include "ui/edit/key_facts.h"

#include "core/model/instant_text.h"
#include "core/model/usd_text.h"
#include "ui/edit/use_bars.h"
#include "ui/form/policy_label.h"
#include "ui/revoke/impact.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace keywright {

KeyFacts::KeyFacts(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), grid_(new QGridLayout), bars_(new UseBars(this)), barsCaption_(new QLabel(this)) {
    grid_->setHorizontalSpacing(space::inside);
    grid_->setVerticalSpacing(space::tight);
    grid_->setColumnStretch(1, 1);
    markHint(barsCaption_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addLayout(grid_);
    column->addWidget(bars_);
    column->addWidget(barsCaption_);
}

QString KeyFacts::instant(Instant at) const {
    return instantText(at, desk_.settings.utcTimes() ? TimeZoneShown::Utc : TimeZoneShown::Local);
}

void KeyFacts::fact(const QString &caption, const QString &text, const QString &more) {
    auto row = rows_.find(caption);
    if (row == rows_.end()) {
        auto *left = new QLabel(caption, this);
        auto *right = new QLabel(this);
        markHint(left);
        right->setTextFormat(Qt::PlainText);
        right->setWordWrap(true);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        right->setFocusPolicy(Qt::NoFocus);
        const int line = grid_->rowCount();
        grid_->addWidget(left, line, 0, Qt::AlignTop);
        grid_->addWidget(right, line, 1);
        row = rows_.insert(caption, Row{left, right});
    }
    row->text->setText(text);
    row->text->setToolTip(more);
    row->text->setAccessibleDescription(caption);
    row->caption->setVisible(!text.isEmpty());
    row->text->setVisible(!text.isEmpty());
}

void KeyFacts::show(const KeyDetails &details) {
    const Instant now = desk_.clock.now();
    showTimes(details.key, now);
    showEnd(details.key, now);
    showUse(details, now);
    showSpend(details.key);
}

void KeyFacts::showTimes(const ApiKey &key, Instant now) {
    const QString when = tr("%1 (%2)").arg(instant(key.createdAt), relativeText(key.createdAt, now));
    fact(tr("Created"), key.createdBy.isEmpty() ? when : tr("%1 by %2").arg(when, key.createdBy),
         toRfc3339(key.createdAt));
    fact(tr("Issued by key"), key.issuedBy.value);
}

void KeyFacts::showEnd(const ApiKey &key, Instant now) {
    const auto &rules = desk_.situation().policy->expiry;
    const QString label = policyLabel(*desk_.situation().policy, &KeyPolicy::Labels::expiry, tr("Expires"));
    if (rules && key.expiresAt)
        fact(label,
             tr("%1 (%2)").arg(instant(*key.expiresAt), relativeText(*key.expiresAt, now)) + u'\n' +
                 permit(Action::ChangeExpiry, desk_.situation(), &key).reason,
             toRfc3339(*key.expiresAt));
    else
        fact(label, rules ? tr("never") : tr("never: keys of this keyring don't expire"));
    if (!key.revokedAt) {
        fact(tr("Revoked"), {});
        return;
    }
    QString text = tr("%1 (%2)").arg(instant(*key.revokedAt), relativeText(*key.revokedAt, now));
    if (!key.revokedBy.isEmpty())
        text = tr("%1 by %2").arg(text, key.revokedBy);
    if (!key.revokeReason.isEmpty())
        text += u'\n' + revokeReasonText(key.revokeReason);
    fact(tr("Revoked"), text, toRfc3339(*key.revokedAt));
}

void KeyFacts::showUse(const KeyDetails &details, Instant now) {
    const Usage &usage = details.key.usage;
    QStringList last;
    if (usage.lastUsedAt)
        last << relativeText(*usage.lastUsedAt, now);
    for (const QString &part : {usage.lastAddress, usage.lastAgent})
        if (usage.lastUsedAt && !part.isEmpty())
            last << part;
    fact(tr("Last used"), usage.lastUsedAt ? last.join(QStringLiteral(", ")) : tr("never"),
         usage.lastUsedAt ? toRfc3339(*usage.lastUsedAt) : QString());
    QString refused;
    if (usage.refused > 0) {
        const QString times = QLocale().toString(usage.refused);
        refused = isActive(details.key, now) ? tr("%1 times").arg(times) : tr("still tried %1 times").arg(times);
        if (usage.lastRefusedAt)
            refused += tr(", last %1").arg(relativeText(*usage.lastRefusedAt, now));
        if (!usage.lastRefusedAddress.isEmpty())
            refused += tr(", from %1").arg(usage.lastRefusedAddress);
    }
    fact(tr("Refused"), refused, usage.lastRefusedAt ? toRfc3339(*usage.lastRefusedAt) : QString());
    bars_->setDays(details.days, toUtc(now).date());
    const bool used = bars_->total() > 0 || details.requestsLast7Days > 0;
    bars_->setVisible(used);
    barsCaption_->setVisible(used);
    barsCaption_->setText(tr("%1 requests in 7 days, %2 in 30 days")
                              .arg(QLocale().toString(details.requestsLast7Days), QLocale().toString(bars_->total())));
}

void KeyFacts::showSpend(const ApiKey &key) {
    const auto line = [](const QString &of, MicroUsd spent, const std::optional<MicroUsd> &limit) {
        return limit ? tr("%1: %2 of %3").arg(of, shownUsd(spent), shownUsd(*limit)) : QString();
    };
    QStringList lines;
    if (key.spend)
        lines = {line(tr("today"), key.spend->daily, key.dailyLimit),
                 line(tr("this month"), key.spend->monthly, key.monthlyLimit)};
    lines.removeAll({});
    fact(tr("Spent"), lines.join(u'\n'));
}

} // namespace keywright
