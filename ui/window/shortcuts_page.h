// Every shortcut on one page: those of the window, and those that work in the list of keys.
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace keywright {

class WindowActions;

class ShortcutsPage final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsPage(const WindowActions &actions, QWidget *parent = nullptr);

private:
    struct Entry {
        QString keys;
        QString what;
    };
    QWidget *group(const QString &title, const QList<Entry> &entries);
    static QList<Entry> inTheWindow(const WindowActions &actions);
    static QList<Entry> inTheList();
    static QList<Entry> everywhere();
};

} // namespace keywright
