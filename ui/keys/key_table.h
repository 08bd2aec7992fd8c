// The table of keys: keeps selection, current row and place by key through every change of the list; keys on the
// keyboard.
#pragma once

#include "ui/keys/key_list_model.h"

#include <QTableView>

namespace keywright {

class KeyTable final : public QTableView {
    Q_OBJECT
public:
    KeyTable(KeyListModel &model, QWidget *parent = nullptr);

    void setCompact(bool on);
    /// Which columns can be shown at all, and which are at first.
    void setPolicy(const KeyPolicy &policy);
    QByteArray columnState() const;
    void restoreColumns(const QByteArray &state);
    /// The boxes that show and hide columns.
    void fillColumnMenu(QMenu &menu);

    QList<KeyId> selectedKeys() const; ///< in the order shown
    int selectedCount() const;
    void selectKeys(const QList<KeyId> &ids);
    /// Makes the key current and visible, once it is shown.
    void goTo(const KeyId &id);
    /// When these leave, or are revoked, the row after them gets the keyboard.
    void moveOnAfter(const QList<KeyId> &ids);
    KeyId currentKey() const;

    void keyboardSearch(const QString &text) override;

Q_SIGNALS:
    void sortChosen(keywright::KeyColumn column, bool descending);
    void columnsChanged();
    void openRequested(const keywright::KeyId &id);
    void renameRequested(const keywright::KeyId &id);
    void revokeRequested(const QList<keywright::KeyId> &ids);
    void eraseRequested(const QList<keywright::KeyId> &ids);
    void copyRequested();
    void typed(const QString &text); ///< somebody types on the list: it is meant for the search
    void menuRequested(QPoint at);
    void selectionMoved(); ///< selection or current row
    void placesMoved();    ///< rows stand elsewhere: scrolled, resized, changed
    void hovered(int row); ///< -1: none

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpHeader();
    void fitName();
    void remember();
    void restore();
    void moveOn();
    void makeCurrent(int row, bool select);

    KeyListModel &model_;
    QList<bool> offered_; ///< of each column, whether the policy has it
    struct Place {
        KeyId current, top;
        int row = -1, topOffset = 0;
        QList<KeyId> selected;
    } place_;
    KeyId wanted_;
    QList<KeyId> leaving_;
};

} // namespace keywright
