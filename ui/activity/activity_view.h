// Everything that happened to the keys, newest first: search, details, check of the chain, export.
#pragma once

#include "core/keyring/activity_export.h"
#include "ui/desk.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QToolButton;

namespace keywright {

class ActivityDetails;
class ActivityModel;
class ChainCheck;
class InlineMessage;
class SearchHelp;

class ActivityView final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityView(Desk &desk, QWidget *parent = nullptr);

    /// This key's entries alone.
    void showKey(const KeyId &id, const QString &name);
    /// All keys again.
    void showAll();
    void focusSearch();

Q_SIGNALS:
    void openRequested(const keywright::KeyId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildToolbar();
    void buildTable();
    void buildNothing();
    void buildExportMenu();
    void connectParts();
    void search();
    void keysChanged();
    void applyPermits();
    void showState();
    QString emptyText() const;
    void showEntry(int row);
    void hideEntry();
    void typeTerm(const QString &term);
    void askForFile(ActivityFormat format);
    void exportTo(ActivityFormat format, const QString &path);
    void showBroken(qint64 seq);

    Desk &desk_;
    KeyId key_;
    QTimer typing_;
    bool asked_ = false;
    bool stale_ = false; ///< something changed while nobody looked
    ActivityModel *model_;
    QLineEdit *search_;
    QToolButton *help_;
    QPushButton *check_, *export_, *onlyKey_;
    SearchHelp *grammar_;
    InlineMessage *unknown_, *message_;
    ChainCheck *chain_;
    QTableView *table_;
    QWidget *nothing_; ///< in the table's place while there is no entry
    QLabel *empty_;
    QPushButton *clear_;
    QSplitter *splitter_;
    ActivityDetails *details_;
};

} // namespace keywright
