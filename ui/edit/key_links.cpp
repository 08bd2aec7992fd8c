#include "ui/edit/key_links.h"

#include "ui/form/status_look.h"
#include "ui/settings/settings.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace keywright {
namespace {

constexpr int longestName = 32;

QString shortName(const ApiKey &key) {
    const QString name = key.name.isEmpty() ? KeyLinks::tr("(no name)") : key.name;
    return name.size() > longestName ? name.left(longestName - 1) + u'…' : name;
}

} // namespace

KeyLinks::KeyLinks(Desk &desk, const QString &caption, QWidget *parent)
    : QWidget(parent), desk_(desk), lines_(new QVBoxLayout) {
    auto *title = new QLabel(caption, this);
    markCaption(title);
    lines_->setSpacing(space::tight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addWidget(title);
    column->addLayout(lines_);
    hide();
}

void KeyLinks::show(const QList<ApiKey> &keys, const KeyId &current) {
    if (shown_ != keys) {
        shown_ = keys;
        while (QLayoutItem *item = lines_->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        for (const ApiKey &key : keys)
            lines_->addWidget(line(key, key.id == current));
    }
    setVisible(!keys.isEmpty());
}

QWidget *KeyLinks::line(const ApiKey &key, bool current) {
    auto *row = new QWidget(this);
    auto *cells = new QHBoxLayout(row);
    cells->setContentsMargins({});
    cells->setSpacing(space::inside);
    const StatusLook look = statusLook(key, desk_.clock.now(), Days(desk_.settings.expiringDays()));
    if (current) {
        auto *name = new QLabel(tr("%1 (this key)").arg(shortName(key)), row);
        name->setTextFormat(Qt::PlainText);
        cells->addWidget(name, 1);
    } else {
        auto *link = new QPushButton(shortName(key).replace(u'&', QStringLiteral("&&")), row);
        link->setAutoDefault(false);
        link->setIcon(themedIcon(QStringLiteral("link"), Tone::Accent));
        link->setAccessibleName(tr("Open %1, %2").arg(displayName(key), look.word));
        link->setToolTip(displayName(key).toHtmlEscaped());
        markQuiet(link);
        connect(link, &QPushButton::clicked, this, [this, id = key.id] { Q_EMIT openRequested(id); });
        cells->addWidget(link, 0, Qt::AlignLeft);
        cells->addStretch(1);
    }
    auto *word = new QLabel(look.word, row);
    markHint(word);
    cells->addWidget(word);
    return row;
}

} // namespace keywright
