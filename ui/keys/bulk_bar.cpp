#include "ui/keys/bulk_bar.h"

#include "ui/keys/permit_look.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace keywright {

BulkBar::BulkBar(QWidget *parent) : QWidget(parent), count_(new QLabel(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tight);
    count_->setTextFormat(Qt::PlainText);
    row->addWidget(count_);
    row->addSpacing(space::inside);
    revoke_ = add(KeyAct::Revoke, QStringLiteral("ban"), tr("&Revoke…"));
    delete_ = add(KeyAct::Delete, QStringLiteral("trash"), tr("&Delete…"));
    export_ = add(KeyAct::Export, QStringLiteral("export"), tr("&Export…"));
    add(KeyAct::CopyId, QStringLiteral("copy"), tr("Copy &IDs"));
    row->addStretch();
    auto *clear = new QPushButton(themedIcon(QStringLiteral("cross"), Tone::Muted), {}, this);
    clear->setAccessibleName(tr("Clear the selection"));
    clear->setToolTip(tr("Clear the selection"));
    markQuiet(clear);
    connect(clear, &QPushButton::clicked, this, &BulkBar::cleared);
    row->addWidget(clear);
}

QPushButton *BulkBar::add(KeyAct act, const QString &icon, const QString &text) {
    auto *button = new QPushButton(themedIcon(icon, Tone::Muted), text, this);
    markQuiet(button);
    connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT chosen(act); });
    layout()->addWidget(button);
    return button;
}

void BulkBar::setSelection(int keys, const Situation &situation) {
    count_->setText(tr("%Ln selected", nullptr, keys));
    applyPermit(revoke_, permit(Action::Revoke, situation));
    applyPermit(delete_, permit(Action::Delete, situation));
    applyPermit(export_, permit(Action::Export, situation));
}

} // namespace keywright
