#include "ui/window/status_line.h"

#include "core/model/instant_text.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QUrl>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickEvery = 5000;
constexpr int lineHeight = 32;

QLabel *quietLabel(QWidget *parent, const QString &name) {
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(name);
    markHint(label);
    return label;
}

} // namespace

StatusLine::StatusLine(const Clock &clock, QWidget *parent)
    : QWidget(parent), clock_(clock), count_(quietLabel(this, QStringLiteral("statusCount"))),
      place_(quietLabel(this, QStringLiteral("statusPlace"))),
      change_(quietLabel(this, QStringLiteral("statusChange"))) {
    setFixedHeight(lineHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, 0, space::group, 0);
    row->setSpacing(space::edge);
    row->addWidget(count_);
    row->addStretch(1);
    row->addWidget(place_);
    row->addWidget(change_);
    tick_.setInterval(tickEvery);
    connect(&tick_, &QTimer::timeout, this, &StatusLine::tellChange);
}

void StatusLine::setCount(const QString &text) {
    count_->setText(text);
}

void StatusLine::setInfo(const KeyringInfo &info) {
    place_->setText(placeText(info));
    place_->setToolTip(info.linkReason.isEmpty() ? QDir::toNativeSeparators(info.location)
                                                 : info.location + u'\n' + info.linkReason);
    tellChange();
}

void StatusLine::follow(const Keyring *keyring) {
    keyring_ = keyring;
    tick_.start();
    tellChange();
}

void StatusLine::noteChange() {
    changedAt_ = clock_.now();
    tick_.start();
    tellChange();
}

void StatusLine::clear() {
    changedAt_.reset();
    keyring_.clear();
    tick_.stop();
    for (QLabel *label : {count_, place_, change_})
        label->clear();
    place_->setToolTip(QString());
}

void StatusLine::tellChange() {
    QStringList parts;
    if (changedAt_)
        parts << tr("changed %1").arg(relativeText(*changedAt_, clock_.now()));
    if (keyring_)
        parts << syncText(keyring_->info());
    parts.removeAll(QString());
    change_->setText(parts.join(u" · "_s));
}

QString StatusLine::syncText(const KeyringInfo &info) const {
    if (!info.syncedAt)
        return {};
    return info.link == Link::Live ? tr("synced %1").arg(relativeText(*info.syncedAt, clock_.now()))
                                   : tr("as of %1").arg(instantText(*info.syncedAt));
}

QString StatusLine::placeText(const KeyringInfo &info) {
    if (info.link == Link::Offline)
        return tr("Offline");
    if (info.link == Link::Cached)
        return tr("Offline, showing a copy");
    if (info.syncedAt)
        return tr("Server %1").arg(QUrl(info.location).authority());
    if (!QDir::isAbsolutePath(info.location))
        return tr("In memory, gone when closed");
    return info.writable ? tr("Local file, saved") : tr("Local file, read-only");
}

} // namespace keywright
