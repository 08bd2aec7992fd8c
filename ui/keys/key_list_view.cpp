#include "ui/keys/key_list_view.h"

#include "ui/keys/issued_row.h"
#include "ui/revoke/loss_question.h"
#include "ui/theme/theme.h"

#include <QCursor>
#include <QHeaderView>
#include <QVBoxLayout>

namespace keywright {

namespace {

constexpr int leastName = 96;

} // namespace

KeyListView::KeyListView(Desk &desk, KeyListModel &model, QWidget *parent)
    : QWidget(parent), desk_(desk), model_(model), table_(new KeyTable(model, this)), current_(makeActions()),
      hovered_(makeActions()) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    hovered_->setFocusPolicy(Qt::NoFocus);
    connect(table_, &KeyTable::placesMoved, this, &KeyListView::placeAll);
    connect(table_, &KeyTable::selectionMoved, this, &KeyListView::placeAll);
    connect(&model, &KeyListModel::rowsSettled, this, &KeyListView::placeAll);
    connect(&model, &QAbstractItemModel::dataChanged, this, &KeyListView::placeAll);
    connect(table_, &KeyTable::hovered, this, [this](int row) {
        if (row < 0 && hovered_->isVisible() && hovered_->rect().contains(hovered_->mapFromGlobal(QCursor::pos())))
            return; // on the buttons themselves
        hoveredRow_ = row;
        placeAll();
    });
    connect(table_, &KeyTable::menuRequested, this, [this](QPoint at) { openMenu(table_->selectedKeys(), at); });
}

RowActions *KeyListView::makeActions() {
    auto *actions = new RowActions(this);
    actions->hide();
    connect(actions, &RowActions::revokeRequested, this,
            [this](const KeyId &id) { Q_EMIT acted(KeyAct::Revoke, {id}); });
    connect(actions, &RowActions::menuRequested, this, [this](const KeyId &id, QPoint at) { openMenu({id}, at); });
    return actions;
}

void KeyListView::openMenu(const QList<KeyId> &ids, QPoint at) {
    QList<ApiKey> keys;
    for (const KeyId &id : ids)
        if (const auto key = model_.keyOf(id))
            keys.append(*key);
    if (keys.isEmpty())
        return;
    auto *menu = new KeyMenu(keys, desk_.situation(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &KeyMenu::chosen, this, [this, ids](KeyAct act) { Q_EMIT acted(act, ids); });
    menu->popup(at);
}

QRect KeyListView::rowRect(int row) const {
    const QPoint origin = table_->viewport()->mapTo(this, QPoint(0, 0));
    return {origin.x(), origin.y() + table_->rowViewportPosition(row), table_->viewport()->width(),
            table_->rowHeight(row) - 1};
}

void KeyListView::placeAll() {
    place(current_, table_->currentIndex().row());
    place(hovered_, hoveredRow_ == table_->currentIndex().row() ? -1 : hoveredRow_);
    placeIssued();
}

void KeyListView::place(RowActions *actions, int row) {
    const auto key = model_.keyAt(row);
    const QRect visible(table_->viewport()->mapTo(this, QPoint(0, 0)), table_->viewport()->size());
    const QRect rect = key ? rowRect(row) : QRect();
    if (!key || !visible.contains(rect)) {
        actions->hide();
        return;
    }
    actions->setKey(*key, desk_.situation(), table_->selectionModel()->isRowSelected(row, {}));
    const int width = actions->sizeHint().width();
    actions->setGeometry(rect.right() - width + 1, rect.top(), width, rect.height());
    actions->show();
    actions->raise();
}

// A new key

void KeyListView::showIssued(std::shared_ptr<RevealedKey> key) {
    leaveIssued();
    const KeyId id = key->key().id;
    issued_ = new IssuedRow(desk_, std::move(key), this);
    issuedSeen_ = false;
    connect(issued_, &IssuedRow::done, this, &KeyListView::askToLeaveIssued);
    connect(issued_, &IssuedRow::said, this, &KeyListView::said);
    table_->goTo(id);
    placeIssued();
}

void KeyListView::askToLeaveIssued() {
    if (!issued_->isUncopied())
        return leaveIssued();
    auto *question = new LossQuestion(
        tr("Nobody has copied or saved this key yet. Once its row is left, nobody can see it again."), this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, &KeyListView::leaveIssued);
    question->open();
}

void KeyListView::leaveIssued() {
    if (!issued_)
        return;
    issued_->hide();
    issued_->deleteLater();
    issued_ = nullptr;
}

void KeyListView::placeIssued() {
    if (!issued_)
        return;
    const int row = model_.rowOf(issued_->id());
    const bool onIt = row >= 0 && table_->currentIndex().row() == row;
    if (issuedSeen_ && !onIt)
        return leaveIssued();
    issuedSeen_ = issuedSeen_ || onIt;
    issued_->setVisible(row >= 0);
    if (row < 0)
        return;
    QRect rect = rowRect(row);
    // The key in one line, if need be over most of its name.
    const int name = std::min(table_->columnWidth(int(KeyColumn::Name)), rect.width() / 3);
    const int room = rect.width() - issued_->sizeHint().width();
    rect.setLeft(rect.left() + std::clamp(room, std::min(leastName, name), name));
    rect.setHeight(std::max(rect.height(), issued_->heightForWidth(rect.width())));
    rect.moveBottom(std::min(rect.bottom(), height() - 1));
    issued_->setGeometry(rect);
    issued_->raise();
}

} // namespace keywright
