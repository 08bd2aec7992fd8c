#include "ui/window/shortcuts_page.h"

#include "ui/theme/theme.h"
#include "ui/window/window_actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pageSize(520, 620);

QString native(const QKeySequence &keys) {
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsPage::ShortcutsPage(const WindowActions &actions, QWidget *parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(pageSize);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::edge, space::edge, space::edge, space::group);
    column->setSpacing(space::edge);
    column->addWidget(group(tr("In the window"), inTheWindow(actions)));
    column->addWidget(group(tr("In the list of keys"), inTheList()));
    column->addWidget(group(tr("Everywhere"), everywhere()));
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Keyboard shortcuts"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->setContentsMargins(space::edge, space::inside, space::edge, space::edge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(buttons);
}

QWidget *ShortcutsPage::group(const QString &title, const QList<Entry> &entries) {
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(space::inside);
    grid->setColumnStretch(0, 1);
    auto *caption = new QLabel(title);
    markCaption(caption);
    grid->addWidget(caption, 0, 0, 1, 2);
    int row = 1;
    for (const Entry &entry : entries) {
        auto *what = new QLabel(entry.what);
        what->setTextFormat(Qt::PlainText);
        what->setWordWrap(true);
        auto *keys = new QLabel(entry.keys);
        keys->setTextFormat(Qt::PlainText);
        keys->setFont(fixedFont());
        markHint(keys);
        grid->addWidget(what, row, 0);
        grid->addWidget(keys, row++, 1, Qt::AlignRight);
    }
    return box;
}

QList<ShortcutsPage::Entry> ShortcutsPage::inTheWindow(const WindowActions &actions) {
    QList<Entry> entries;
    for (const QAction *action : actions.all())
        if (!action->shortcut().isEmpty() && action->isVisible())
            entries.append({native(action->shortcut()), WindowActions::words(*action)});
    entries.append({native(QKeySequence(Qt::Key_F10)), tr("Open the menu")});
    return entries;
}

QList<ShortcutsPage::Entry> ShortcutsPage::inTheList() {
    return {{native(QKeySequence(Qt::Key_Return)), tr("Open the key at the right")},
            {native(QKeySequence(Qt::Key_F2)), tr("Change the name")},
            {native(QKeySequence(Qt::Key_Delete)), tr("Revoke")},
            {native(QKeySequence(Qt::SHIFT | Qt::Key_Delete)), tr("Delete, where the policy allows it")},
            {native(QKeySequence(Qt::CTRL | Qt::Key_C)), tr("Copy the part of the key that is shown")},
            {native(QKeySequence(Qt::CTRL | Qt::Key_A)), tr("Select all that are shown")},
            {native(QKeySequence(Qt::SHIFT | Qt::Key_F10)), tr("What can be done with the key")},
            {native(QKeySequence(Qt::Key_Escape)), tr("Close what is at the right, then clear the search")}};
}

QList<ShortcutsPage::Entry> ShortcutsPage::everywhere() {
    return {{native(QKeySequence(Qt::Key_Tab)), tr("To the next control")},
            {native(QKeySequence(Qt::SHIFT | Qt::Key_Tab)), tr("To the control before")},
            {tr("Alt and the underlined letter"), tr("Press that button, or go to that field")},
            {native(QKeySequence(Qt::Key_Escape)), tr("Leave a dialog without doing anything")}};
}

} // namespace keywright
