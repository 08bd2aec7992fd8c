#include "ui/edit/key_history.h"

#include "core/keyring/reply.h"
#include "core/model/instant_text.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace keywright {

KeyHistory::KeyHistory(Desk &desk, QWidget *parent)
    : QWidget(parent), desk_(desk), lines_(new QGridLayout), note_(new QLabel(this)),
      all_(new QPushButton(tr("Sho&w all in Activity"), this)) {
    auto *caption = new QLabel(tr("Activity"), this);
    markCaption(caption);
    markHint(note_);
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    markQuiet(all_);
    all_->setAutoDefault(false);
    lines_->setHorizontalSpacing(space::inside);
    lines_->setVerticalSpacing(space::tight);
    lines_->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(caption);
    column->addLayout(lines_);
    column->addWidget(note_);
    column->addWidget(all_, 0, Qt::AlignLeft);
    connect(all_, &QPushButton::clicked, this, &KeyHistory::allRequested);
}

void KeyHistory::load(const KeyId &id) {
    const bool may = permit(Action::ReadActivity, desk_.situation()).allowed();
    setVisible(may);
    if (!may)
        return;
    if (id_ != id)
        clearLines();
    id_ = id;
    whenDone(desk_.keyring.activity({.text = {}, .key = id, .limit = newest}, {}), this,
             [this, id](const Result<ActivityPage> &page) {
                 if (id != id_)
                     return;
                 if (page)
                     show(page->entries);
                 else
                     note_->setText(page.error().message);
                 note_->setVisible(!note_->text().isEmpty());
             });
}

void KeyHistory::clearLines() {
    while (QLayoutItem *item = lines_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void KeyHistory::show(const QList<Activity> &entries) {
    clearLines();
    const Instant now = desk_.clock.now();
    int line = 0;
    for (const Activity &entry : entries) {
        auto *what =
            new QLabel(entry.actor.isEmpty() ? entry.event : tr("%1 by %2").arg(entry.event, entry.actor), this);
        auto *when = new QLabel(relativeText(entry.at, now), this);
        what->setTextFormat(Qt::PlainText);
        what->setWordWrap(true);
        what->setToolTip(toRfc3339(entry.at));
        markHint(when);
        lines_->addWidget(what, line, 0);
        lines_->addWidget(when, line, 1, Qt::AlignTop | Qt::AlignRight);
        ++line;
    }
    note_->setText(entries.isEmpty() ? tr("Nothing is logged for this key yet.") : QString());
}

} // namespace keywright
