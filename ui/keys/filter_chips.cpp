#include "ui/keys/filter_chips.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace keywright {

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), count_(new QLabel(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::inside);
    owner_ = add(tr("Owner"), tr("Any owner"));
    scope_ = add(tr("Scope"), tr("Any scope"));
    row->addWidget(owner_);
    row->addWidget(scope_);
    row->addStretch();
    markHint(count_);
    count_->setTextFormat(Qt::PlainText);
    row->addWidget(count_);
}

QComboBox *FilterChips::add(const QString &name, const QString &any) {
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(80);
    box->setMaximumWidth(200);
    box->setMaxVisibleItems(16);
    box->addItem(any);
    connect(box, &QComboBox::currentIndexChanged, this, &FilterChips::changed);
    return box;
}

void FilterChips::setScopes(const KeyPolicy &policy) {
    const QSignalBlocker quiet(scope_);
    while (scope_->count() > 1)
        scope_->removeItem(1);
    for (const PolicyScope &scope : policy.scopes.options)
        scope_->addItem(scope.id, scope.id);
    scope_->setVisible(policy.scopes.choose);
}

void FilterChips::setOwners(const QStringList &owners) {
    const QString chosen = owner();
    QStringList all = owners;
    if (!chosen.isEmpty() && !all.contains(chosen))
        all.prepend(chosen);
    const QSignalBlocker quiet(owner_);
    QStringList shown;
    for (int i = 1; i < owner_->count(); ++i)
        shown.append(owner_->itemData(i).toString());
    if (shown != all) {
        while (owner_->count() > 1)
            owner_->removeItem(owner_->count() - 1);
        for (const QString &one : std::as_const(all))
            owner_->addItem(one, one);
        owner_->setCurrentIndex(int(all.indexOf(chosen)) + 1);
    }
    owner_->setVisible(owner_->count() > 2 || !chosen.isEmpty());
}

void FilterChips::setCount(const QString &text) {
    count_->setText(text);
}

QString FilterChips::owner() const {
    return owner_->currentData().toString();
}

QString FilterChips::scope() const {
    return scope_->currentData().toString();
}

void FilterChips::clear() {
    owner_->setCurrentIndex(0);
    scope_->setCurrentIndex(0);
}

} // namespace keywright
