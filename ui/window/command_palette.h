// Type a few letters, press Enter: everything the window can do, what can be done with the selected keys, keys by name.
#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QListWidget;

namespace keywright {

/// One thing that can be chosen. One that is not enabled says why.
struct PaletteEntry {
    QIcon icon = {};
    QString text = {};
    QString hint = {}; ///< the shortcut, the key's preview, or the reason why it can't be chosen
    bool enabled = true;
    std::function<void()> run = {};
};

class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    /// `keys` answers a typed text with entries for keys; it is asked at every keystroke, and may be empty.
    using KeySearch = std::function<QList<PaletteEntry>(const QString &text)>;
    CommandPalette(QList<PaletteEntry> commands, KeySearch keys, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &text);
    void add(const PaletteEntry &entry);
    void run();

    QList<PaletteEntry> commands_;
    KeySearch keys_;
    QList<PaletteEntry> shown_;
    QLineEdit *edit_;
    QListWidget *list_;
};

/// How well `words` fit `text`: 0 not at all; higher is better (a beginning beats a word's beginning beats the middle).
int paletteScore(const QString &text, const QString &words);

} // namespace keywright
