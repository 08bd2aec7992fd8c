#include "ui/keys/row_actions.h"

#include "ui/keys/key_delegate.h"
#include "ui/keys/permit_look.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QWheelEvent>

namespace keywright {

RowActions::RowActions(QWidget *parent)
    : QWidget(parent), revoke_(new QToolButton(this)), more_(new QToolButton(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 0, space::tight, 0);
    row->setSpacing(0);
    row->addStretch();
    row->addWidget(revoke_);
    row->addWidget(more_);
    revoke_->setText(tr("Revoke"));
    more_->setIcon(themedIcon(QStringLiteral("menu-dots")));
    markQuiet(revoke_);
    markQuiet(more_);
    connect(revoke_, &QToolButton::clicked, this, [this] { Q_EMIT revokeRequested(id_); });
    connect(more_, &QToolButton::clicked, this,
            [this] { Q_EMIT menuRequested(id_, more_->mapToGlobal(QPoint(0, more_->height()))); });
}

void RowActions::setKey(const ApiKey &key, const Situation &situation, bool selected) {
    id_ = key.id;
    selected_ = selected;
    applyPermit(revoke_, permit(Action::Revoke, situation, &key));
    const QString name = displayName(key);
    revoke_->setAccessibleName(tr("Revoke %1").arg(name));
    more_->setAccessibleName(tr("More for %1").arg(name));
    more_->setToolTip(tr("More"));
}

/// Hides what stands under the buttons, fading in from the left.
void RowActions::paintEvent(QPaintEvent *) {
    constexpr int fade = space::group;
    const QColor ground = rowGround(palette(), selected_, !selected_);
    QLinearGradient shade(0, 0, fade, 0);
    QColor clear = ground;
    clear.setAlpha(0);
    shade.setColorAt(0, clear);
    shade.setColorAt(1, ground);
    QPainter(this).fillRect(rect(), shade);
}

/// Scrolling goes on under the buttons.
void RowActions::wheelEvent(QWheelEvent *event) {
    event->ignore();
}

} // namespace keywright
