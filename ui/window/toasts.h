// Short news at the window's foot: "Revoked Zapier production", with Undo where there is one. Never an error.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace keywright {

class Toast;

class Toasts final : public QObject {
    Q_OBJECT
public:
    /// Floats over `host`, at its foot, in the middle.
    explicit Toasts(QWidget *host);

    /// Shows a text, told to screen readers; goes by itself, later while the mouse or the keyboard is on it. `act` runs
    /// at most once; an empty one leaves the button away.
    void show(const QString &text, const QString &actText = {}, std::function<void()> act = {});
    /// The texts that are shown now, oldest first.
    QStringList texts() const;
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *host_;
    QList<QPointer<Toast>> shown_;
};

} // namespace keywright
