#include "ui/window/command_palette.h"

#include "core/crypto/token.h"
#include "ui/theme/theme.h"
#include "ui/window/palette_row.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize paletteSize(560, 420);
constexpr int belowTop = 64;

int scoreOfWord(const QString &text, const QString &word) {
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return 0;
    if (at == 0)
        return 4;
    return text[at - 1].isSpace() ? 3 : 1;
}

} // namespace

int paletteScore(const QString &text, const QString &words) {
    int score = 1;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const int one = scoreOfWord(text, word);
        if (one == 0)
            return 0;
        score += one;
    }
    return score;
}

CommandPalette::CommandPalette(QList<PaletteEntry> commands, KeySearch keys, QWidget *parent)
    : QDialog(parent, Qt::Popup), commands_(std::move(commands)), keys_(std::move(keys)), edit_(new QLineEdit(this)),
      list_(new QListWidget(this)) {
    setWindowTitle(tr("Go to or do"));
    setAttribute(Qt::WA_DeleteOnClose);
    edit_->setPlaceholderText(tr("What to do, or the name of a key"));
    edit_->setAccessibleName(tr("Go to or do"));
    edit_->addAction(themedIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    edit_->installEventFilter(this);
    list_->setAccessibleName(tr("What fits"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setItemDelegate(new PaletteRow(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::inside, space::inside, space::inside, space::inside);
    column->setSpacing(space::inside);
    column->addWidget(edit_);
    column->addWidget(list_, 1);
    connect(edit_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(edit_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    resize(paletteSize.boundedTo(parent->size()));
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, belowTop)));
    fill({});
    edit_->setFocus();
}

void CommandPalette::fill(const QString &text) {
    // A key that was pasted by mistake stays nowhere.
    if (looksLikeToken(text))
        return edit_->clear();
    const QString words = text.simplified();
    QList<std::pair<int, const PaletteEntry *>> scored;
    for (const PaletteEntry &command : commands_)
        if (const int score = paletteScore(command.text, words); score > 0)
            scored.append({score, &command});
    std::ranges::stable_sort(scored, std::ranges::greater(), [](const auto &one) { return one.first; });
    shown_.clear();
    list_->clear();
    for (const auto &[score, entry] : scored)
        add(*entry);
    if (keys_ && !words.isEmpty())
        for (const PaletteEntry &entry : keys_(words))
            add(entry);
    list_->setCurrentRow(0);
}

void CommandPalette::add(const PaletteEntry &entry) {
    auto *item = new QListWidgetItem(entry.icon, entry.text, list_);
    item->setData(paletteHintRole, entry.hint);
    item->setData(Qt::AccessibleDescriptionRole, entry.hint);
    if (!entry.enabled)
        item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    shown_.append(entry);
}

void CommandPalette::run() {
    const int row = list_->currentRow();
    if (row < 0 || row >= shown_.size() || !shown_[row].enabled)
        return;
    const auto act = shown_[row].run;
    close();
    if (act)
        act();
}

void CommandPalette::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Surface, palette()));
    painter.setPen(toneColor(Tone::Border, palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (watched != edit_ || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int page = std::max(1, list_->height() / space::row - 1);
    const int step = key == Qt::Key_Down       ? 1
                     : key == Qt::Key_Up       ? -1
                     : key == Qt::Key_PageDown ? page
                     : key == Qt::Key_PageUp   ? -page
                                               : 0;
    if (step == 0)
        return false;
    list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(0, list_->count() - 1)));
    return true;
}

} // namespace keywright
