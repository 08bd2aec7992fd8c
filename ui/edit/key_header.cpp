#include "ui/edit/key_header.h"

#include "core/model/instant_text.h"
#include "ui/form/status_look.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace keywright {
namespace {

constexpr int iconSize = 14;

/// What comes next for the key, after its status word: "ends in 5 days".
QString statusDetail(const ApiKey &key, Instant now, KeyStatus status) {
    switch (status) {
    case KeyStatus::Expiring:
        return relativeText(*key.expiresAt, now);
    case KeyStatus::InGrace:
        return key.autoRevokeAt ? KeyHeader::tr("ends %1").arg(relativeText(*key.autoRevokeAt, now)) : QString();
    case KeyStatus::Expired:
        return relativeText(*key.expiresAt, now);
    case KeyStatus::Revoked:
        return key.revokedAt ? relativeText(*key.revokedAt, now) : QString();
    case KeyStatus::Active:
        break;
    }
    return {};
}

} // namespace

KeyHeader::KeyHeader(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), name_(new QLabel(this)), statusIcon_(new QLabel(this)), status_(new QLabel(this)),
      preview_(new QLabel(this)), copy_(new QToolButton(this)), close_(new QToolButton(this)) {
    for (QLabel *label : {name_, status_, preview_})
        label->setTextFormat(Qt::PlainText);
    markTitle(name_);
    name_->setObjectName(QStringLiteral("sidebarTitle"));
    name_->setWordWrap(true);
    name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    preview_->setFont(fixedFont());
    preview_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    preview_->setFocusPolicy(Qt::NoFocus);
    statusIcon_->setFixedSize(iconSize, iconSize);
    close_->setAutoRaise(true);
    close_->setIcon(themedIcon(QStringLiteral("cross"), Tone::Muted));
    close_->setToolTip(tr("Close (Esc)"));
    close_->setAccessibleName(tr("Close the key's details"));
    copy_->setAutoRaise(true);
    copy_->setIcon(themedIcon(QStringLiteral("copy"), Tone::Muted));
    copy_->setToolTip(tr("Copy the preview"));
    copy_->setAccessibleName(tr("Copy the preview"));
    connect(close_, &QToolButton::clicked, this, &KeyHeader::closeRequested);
    connect(copy_, &QToolButton::clicked, this, &KeyHeader::copyPreview);

    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(name_, 1);
    titleRow->addWidget(close_, 0, Qt::AlignTop);
    auto *statusRow = new QHBoxLayout;
    statusRow->setSpacing(space::tight + 2);
    statusRow->addWidget(statusIcon_);
    statusRow->addWidget(status_, 1);
    auto *previewRow = new QHBoxLayout;
    previewRow->setSpacing(space::tight);
    previewRow->addWidget(preview_);
    previewRow->addWidget(copy_);
    previewRow->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addLayout(titleRow);
    column->addLayout(statusRow);
    column->addLayout(previewRow);
}

void KeyHeader::show(const ApiKey &key) {
    key_ = key;
    name_->setText(key.name.isEmpty() ? tr("(no name)") : key.name);
    preview_->setText(previewText(key.preview));
    showStatus();
}

void KeyHeader::showStatus() {
    const Instant now = desk_.clock.now();
    const Days within(desk_.settings.expiringDays());
    const StatusLook look = statusLook(key_, now, within);
    const QString detail = statusDetail(key_, now, statusOf(key_, now, within));
    status_->setText(detail.isEmpty() ? look.word : tr("%1, %2").arg(look.word, detail));
    statusIcon_->setPixmap(themedIcon(look.icon, palette(), look.tone).pixmap(iconSize, iconSize));
}

void KeyHeader::copyPreview() {
    desk_.clipboard.copyText(previewText(key_.preview));
    copy_->setToolTip(tr("Copied"));
}

void KeyHeader::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !key_.id.isEmpty())
        showStatus();
}

} // namespace keywright
