// A page of a dialog or side-bar: content that scrolls where it must, a message bar that is always in sight, a footer.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace keywright {

class InlineMessage;

class FramedPage : public QWidget {
    Q_OBJECT
public:
    /// `edge`: the distance of everything to the page's edge (space::edge in a dialog, space::group in a side-bar).
    explicit FramedPage(int edge, QWidget *parent = nullptr);

    QVBoxLayout *content() const { return content_; }
    QHBoxLayout *footer() const { return footer_; }
    InlineMessage *message() const { return message_; }
    /// The height at which nothing scrolls, at this width.
    int wishedHeight(int width) const;
    /// How much is out of sight now; 0: nothing scrolls.
    int hiddenHeight() const;
    /// Scrolls until `widget` is in sight, and gives it the keyboard.
    void bringToFront(QWidget *widget);

Q_SIGNALS:
    void wishChanged(); ///< wishedHeight() says something new

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QScrollArea *scroll_;
    QWidget *inner_;
    QVBoxLayout *content_;
    QWidget *bars_;
    InlineMessage *message_;
    QHBoxLayout *footer_;
};

/// Gives a top-level window the height that its page wishes for, as far as the screen goes; one that is shown
/// never shrinks.
void growToWish(QWidget *window, const FramedPage *page);
/// The same, and shrinks: where the person folded something away.
void fitToWish(QWidget *window, const FramedPage *page);

} // namespace keywright
