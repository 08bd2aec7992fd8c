// Other keys that belong to this one: a caption and a link for each.
#pragma once

#include "ui/desk.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace keywright {

class KeyLinks final : public QWidget {
    Q_OBJECT
public:
    KeyLinks(Desk &desk, const QString &caption, QWidget *parent = nullptr);

    /// Hidden where there are none. `current` is named, but is no link.
    void show(const QList<ApiKey> &keys, const KeyId &current);

Q_SIGNALS:
    void openRequested(const keywright::KeyId &id);

private:
    QWidget *line(const ApiKey &key, bool current);

    Desk &desk_;
    QVBoxLayout *lines_;
    QList<ApiKey> shown_;
};

} // namespace keywright
