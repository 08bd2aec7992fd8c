// The table with what is laid over its rows: buttons on the current row and under the mouse, a new key's token.
#pragma once

#include "ui/keys/key_menu.h"
#include "ui/keys/key_table.h"
#include "ui/keys/row_actions.h"

namespace keywright {

class IssuedRow;
class RevealedKey;
struct Desk;

class KeyListView final : public QWidget {
    Q_OBJECT
public:
    KeyListView(Desk &desk, KeyListModel &model, QWidget *parent = nullptr);

    KeyTable *table() const { return table_; }
    /// Shows the token in the key's row until the row is left.
    void showIssued(std::shared_ptr<RevealedKey> key);
    void leaveIssued();

Q_SIGNALS:
    void acted(keywright::KeyAct act, const QList<keywright::KeyId> &ids);
    void said(const QString &text);

private:
    RowActions *makeActions();
    void openMenu(const QList<KeyId> &ids, QPoint at);
    void placeAll();
    void place(RowActions *actions, int row);
    void placeIssued();
    void askToLeaveIssued();
    QRect rowRect(int row) const;

    Desk &desk_;
    KeyListModel &model_;
    KeyTable *table_;
    RowActions *current_, *hovered_;
    IssuedRow *issued_ = nullptr;
    bool issuedSeen_ = false; ///< the new key's row was current: leaving it ends the showing
    int hoveredRow_ = -1;
};

} // namespace keywright
