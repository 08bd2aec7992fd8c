// One key at the right of the list: all that is known of it, and what of it can be edited.
#pragma once

#include "ui/desk.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace keywright {

class InlineMessage;
class KeyActions;
class KeyFacts;
class KeyForm;
class KeyHeader;
class KeyHistory;
class KeyLinks;

class KeySidebar final : public QWidget {
    Q_OBJECT
public:
    explicit KeySidebar(Desk &desk, QWidget *parent = nullptr);

    /// Shows a key, without taking the keyboard. With unsaved changes an inline bar asks first.
    void open(const KeyId &id);
    /// The key that is shown, or empty.
    KeyId currentKey() const { return id_; }
    /// Puts the keyboard into the name.
    void editName();
    bool hasUnsavedChanges() const;
    /// Closes, or asks first by the inline bar.
    void requestClose();

    QSize sizeHint() const override;

Q_SIGNALS:
    void closed();
    void openRequested(const keywright::KeyId &id);
    void revokeRequested(const QList<keywright::KeyId> &ids);
    void eraseRequested(const QList<keywright::KeyId> &ids);
    void reactivateRequested(const keywright::KeyId &id);
    void rotateRequested(const keywright::KeyId &id);
    /// Nobody has the key: revoke it and make another.
    void replaceRequested(const keywright::KeyId &id);
    void activityRequested(const keywright::KeyId &id);

private:
    void build();
    QWidget *buildContent();
    QWidget *buildSaveRow();
    void connectParts();
    void switchTo(const KeyId &id);
    void reload();
    void keysChanged(const Delta &delta);
    void take(const KeyDetails &details);
    void showDetails();
    void showHints();
    void showSaveRow();
    void guarded(std::function<void()> go);
    void showGuard();
    void save();
    void saved(const Result<ApiKey> &result);
    void discard();
    void tellConflict(const ApiKey &newer);
    void showConflict(const ApiKey &newer, const QString &who);
    void useTheirs(const ApiKey &newer);
    void keepMine(const ApiKey &newer);
    void keyGone();
    void copyReport();

    Desk &desk_;
    KeyId id_;
    std::optional<KeyDetails> details_;
    std::function<void()> pending_; ///< what waits for the unsaved changes
    bool saving_ = false;
    bool saveWanted_ = false; ///< the conflict stood in the way of a Save
    KeyHeader *header_;
    InlineMessage *bar_, *roleNotice_, *undelivered_, *grace_;
    QScrollArea *scroll_;
    KeyForm *form_;
    KeyFacts *facts_;
    KeyLinks *lineage_, *issued_;
    KeyHistory *history_;
    KeyActions *actions_;
    QWidget *saveRow_;
    QPushButton *save_, *discard_;
};

} // namespace keywright
