// The newest entries of the activity log that name this key.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace keywright {

class KeyHistory final : public QWidget {
    Q_OBJECT
public:
    explicit KeyHistory(Desk &desk, QWidget *parent = nullptr);

    /// Reads the entries anew. Hidden where the gate does not let the log be read.
    void load(const KeyId &id);

Q_SIGNALS:
    void allRequested();

private:
    static constexpr int newest = 20;
    void show(const QList<Activity> &entries);
    void clearLines();

    Desk &desk_;
    KeyId id_;
    QGridLayout *lines_;
    QLabel *note_;
    QPushButton *all_;
};

} // namespace keywright
