// The page of keys: filters at the left, search above, the table; states for empty, no match, loading and failure.
#pragma once

#include "ui/desk.h"
#include "ui/keys/key_identifier.h"
#include "ui/keys/key_list_view.h"
#include "ui/keys/list_exporter.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QFileDialog;
class QStackedWidget;
class QToolButton;

namespace keywright {

class BulkBar;
class FilterChips;
class FilterList;
class InlineMessage;
class ListNotice;
class RevealedKey;
class SearchField;

class KeysPage final : public QWidget {
    Q_OBJECT
public:
    KeysPage(Desk &desk, QWidget *parent = nullptr);
    /// Remembers how the list looked.
    ~KeysPage() override;

    QSize minimumSizeHint() const override { return {360, 280}; }
    QList<KeyId> selectedKeys() const;
    KeyListModel &model() { return model_; }
    /// Writes what is shown (or the selected keys alone); a message tells how it went.
    void exportTo(const QString &path, ExportFormat format, bool selectedOnly);

public Q_SLOTS:
    void focusSearch();
    /// Goes to the key as soon as it is there; widens filter and search where they hide it.
    void selectKey(const keywright::KeyId &id);
    void setFilter(keywright::KeyFilter filter);
    void clearSearchOrSelection();
    /// For policies that reveal in the row: painted there until the row is left.
    void showIssuedInRow(const std::shared_ptr<keywright::RevealedKey> &key);
    /// Asks where to, then writes what is shown.
    void chooseExport(keywright::ExportFormat format, bool selectedOnly = false);

Q_SIGNALS:
    void createRequested();
    void testKeyRequested();
    void openRequested(const keywright::KeyId &id);
    void renameRequested(const keywright::KeyId &id);
    void revokeRequested(const QList<keywright::KeyId> &ids);
    void eraseRequested(const QList<keywright::KeyId> &ids);
    void reactivateRequested(const keywright::KeyId &id);
    void rotateRequested(const keywright::KeyId &id);
    void statusText(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildSide();
    QWidget *buildTools();
    void connectList();
    void connectSearch();
    void connectExport();
    void openMoreMenu();
    void applyPolicy();
    void applySettings();
    void restoreView();
    void rememberView();

    void askView();
    void showFacts();
    void showState();
    void showNothing();
    void tellCount();
    void showPhase();
    void widenFor(const KeyId &id);
    void act(KeyAct act, const QList<KeyId> &ids);
    void revoke(const QList<KeyId> &ids);
    void copy(const QList<KeyId> &ids, bool previews);
    void noticeAction();
    void tellWritten(const QString &path, qint64 keys, const std::optional<Instant> &asOf);
    void startExport(const QString &path, ExportFormat format, const SharedRows &rows,
                     const std::optional<ChainHead> &head);

    Desk &desk_;
    KeyListModel model_;
    KeyIdentifier identifier_;
    ListExporter exporter_;
    std::shared_ptr<const KeyPolicy> policy_;
    QWidget *side_;
    FilterList *filters_;
    QComboBox *narrowFilters_;
    SearchField *search_;
    QToolButton *more_;
    QStackedWidget *second_; ///< chips, or the bulk bar
    FilterChips *chips_;
    BulkBar *bulk_;
    InlineMessage *message_;
    QStackedWidget *body_; ///< the list, or why there is none
    KeyListView *list_;
    ListNotice *notice_;
    enum class NoticeAction { None, Create, ClearSearch, ShowAll, Retry } noticeAction_ = NoticeAction::None;
    QTimer saveSoon_, slow_;
};

} // namespace keywright
