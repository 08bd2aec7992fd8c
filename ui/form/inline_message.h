// A bar in the page that says what happened and offers what to do; never a modal box, never gone by itself.
#pragma once

#include "core/model/result.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace keywright {

class FlowLayout;

class InlineMessage final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };

    /// Hidden until it has something to say.
    explicit InlineMessage(QWidget *parent = nullptr);

    /// Shows a plain text, without actions; add them afterwards.
    void showText(Kind kind, const QString &text);
    /// Shows how far something is, with a Stop that stays under the pointer however often this is called. Over with the
    /// next showText(), showError() or clear().
    void showProgress(const QString &text, QObject *context, std::function<void()> stop);
    /// Shows what went wrong, with "Copy details" (kind, technical text, version; no secret).
    void showError(const Error &error);
    /// A button in the bar, gone with the next showText(), showError() or clear(). `text` may hold a mnemonic.
    QPushButton *addAction(const QString &text, QObject *context, std::function<void()> act);
    /// A cross that hides the bar; dismissed() follows.
    void setClosable(bool closable);
    /// Room above the bar, there only while the bar is.
    void setGapAbove(int pixels);
    void clear();

    QString text() const;
    Kind kind() const { return kind_; }

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshIcons();
    void removeActions();

    Kind kind_ = Kind::Info;
    bool isProgress_ = false;
    int gapAbove_ = 0;
    QLabel *icon_;
    QLabel *text_;
    QWidget *actions_;
    FlowLayout *actionFlow_;
    QToolButton *close_;
};

/// What "Copy details" puts on the clipboard: message, kind, technical text, program version.
QString errorDetails(const Error &error);

} // namespace keywright
