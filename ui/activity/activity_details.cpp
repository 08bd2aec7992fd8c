#include "ui/activity/activity_details.h"

#include "core/crypto/digest.h"
#include "core/model/instant_text.h"
#include "ui/activity/activity_words.h"
#include "ui/settings/settings.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace keywright {
namespace {

constexpr int wordsWidth = 260;

} // namespace

ActivityDetails::ActivityDetails(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), title_(new QLabel(this)), words_(new QLabel), raw_(new QPlainTextEdit(this)),
      openKey_(new QPushButton(tr("&Open the key"), this)) {
    setAccessibleName(tr("Details of the entry"));
    title_->setTextFormat(Qt::PlainText);
    markTitle(title_);
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setObjectName(QStringLiteral("entryWords"));
    raw_->setReadOnly(true);
    raw_->setFont(fixedFont());
    raw_->setTabChangesFocus(true);
    raw_->setAccessibleName(tr("The entry as JSON, with its hashes"));
    raw_->setObjectName(QStringLiteral("entryRaw"));
    openKey_->setAutoDefault(false);
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("cross"), Tone::Muted));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the details"));

    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(openKey_);
    head->addWidget(close);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(words_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumWidth(wordsWidth);
    auto *body = new QHBoxLayout;
    body->setSpacing(space::group);
    body->addWidget(scroll, 1);
    body->addWidget(raw_, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, space::inside, space::group, space::inside);
    column->setSpacing(space::inside);
    column->addLayout(head);
    column->addLayout(body, 1);
    connect(close, &QToolButton::clicked, this, &ActivityDetails::closeRequested);
    connect(openKey_, &QPushButton::clicked, this, [this] { Q_EMIT openKeyRequested(key_); });
}

QString ActivityDetails::plainWords(const Activity &entry) const {
    QStringList lines;
    const auto zone = desk_.settings.utcTimes() ? TimeZoneShown::Utc : TimeZoneShown::Local;
    lines << tr("%1 (%2)").arg(instantText(entry.at, zone), relativeText(entry.at, desk_.clock.now()));
    lines << tr("By %1, %2")
                 .arg(entry.actor.isEmpty() ? tr("nobody named") : entry.actor, authMethodText(entry.authMethod));
    if (!entry.address.isEmpty() && entry.address != entry.authMethod)
        lines << tr("From %1").arg(entry.address);
    if (const QString key = entryKeyText(entry); !key.isEmpty())
        lines << tr("Key: %1").arg(key);
    if (const QStringList changed = detailLines(entry.detail); !changed.isEmpty())
        lines << QString() << changed;
    return lines.join(u'\n');
}

void ActivityDetails::show(const Activity &entry) {
    key_ = KeyId{entry.keyId};
    title_->setText(tr("%1, entry %2").arg(entry.event).arg(entry.seq));
    words_->setText(plainWords(entry));
    const QByteArray json = QJsonDocument::fromJson(canonicalEntry(entry)).toJson(QJsonDocument::Indented);
    raw_->setPlainText(QString::fromUtf8(json) +
                       QStringLiteral("prev  %1\nhash  %2").arg(toHex(entry.prev), toHex(entry.hash)));
    openKey_->setVisible(!entry.keyId.isEmpty() && entry.event != QString::fromUtf16(event::deleted));
}

} // namespace keywright
