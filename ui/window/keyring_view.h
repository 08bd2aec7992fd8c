// One open keyring: its pages, what stands at the right, and which signal leads to which act.
#pragma once

#include "ui/desk.h"

#include <QWidget>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace keywright {

class ActivityView;
class CreateFlow;
class HeadWatch;
class InlineMessage;
class KeyCommands;
class KeySidebar;
class KeysPage;
struct PaletteEntry;

class KeyringView final : public QWidget {
    Q_OBJECT
public:
    enum Page { Keys, Log };

    /// `window` is what dialogs belong to. What the desk holds outlives the view.
    KeyringView(const Desk &desk, QWidget *window, QWidget *parent = nullptr);
    ~KeyringView() override;

    Desk &desk() { return desk_; }
    Page page() const;
    /// What would be lost if the window closed now, in words; empty: nothing.
    QString unsavedText() const;
    /// What can be done with the selected keys, as the gate sees it, for the palette.
    QList<PaletteEntry> keyEntries();
    /// Keys that hold these words, for the palette.
    QList<PaletteEntry> findKeys(const QString &words);
    /// Goes to a key: its row, and its details at the right.
    void showKey(const KeyId &id);
    /// Tells of something that went wrong, in the page, never as a toast.
    void showError(const Error &error);
    void saveState();
    /// Whether the page that says that the Developer API is off can offer to turn it on.
    void offerDeveloperApi(bool offered);

public Q_SLOTS:
    void createKey();
    void createTestKey();
    void focusSearch();
    void showPage(keywright::KeyringView::Page page);

Q_SIGNALS:
    void pageChanged(keywright::KeyringView::Page page);
    void statusText(const QString &text);
    void developerApiRequested();
    void notice(const QString &text, const QString &undoText, const std::function<void()> &undo);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectKeys();
    void connectCommands();
    KeySidebar *sidebar();
    ActivityView *log();
    void openKey(const KeyId &id);
    void editName(const KeyId &id);
    void showLogOf(const KeyId &id);
    void showAtRight(QWidget *widget);
    void closeRight();
    void escape();
    void tellSituation();
    void tellDeveloperApi();
    void restoreState();

    Desk desk_;
    QWidget *window_;
    InlineMessage *message_, *situation_;
    QStackedWidget *pages_;
    QSplitter *splitter_;
    QStackedWidget *right_;
    KeysPage *keys_;
    KeyCommands *commands_;
    CreateFlow *create_;
    HeadWatch *head_;
    KeySidebar *sidebar_ = nullptr;
    ActivityView *log_ = nullptr;
    bool developerApiOffered_ = false;
};

} // namespace keywright
