// What stands where rows would be: why there are none, and one way on.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace keywright {

class ListNotice final : public QWidget {
    Q_OBJECT
public:
    explicit ListNotice(QWidget *parent = nullptr);

    /// An empty `action` has no button.
    void say(const QString &title, const QString &text, const QString &action, bool primary = false);
    QString text() const;

Q_SIGNALS:
    void actionPressed();

private:
    QLabel *title_, *text_;
    QPushButton *action_;
};

} // namespace keywright
