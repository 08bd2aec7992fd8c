// One toast: a text, perhaps a button, a cross.
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;

namespace keywright {

class Toast final : public QFrame {
    Q_OBJECT
public:
    Toast(const QString &text, const QString &actText, std::function<void()> act, QWidget *host);

    QString text() const;
    /// Shows it and tells screen readers.
    void announce();

Q_SIGNALS:
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void end();

    QLabel *label_;
    QTimer life_;
    std::function<void()> act_;
};

} // namespace keywright
