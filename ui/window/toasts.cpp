#include "ui/window/toasts.h"

#include "ui/theme/theme.h"
#include "ui/window/toast.h"

#include <QEvent>

namespace keywright {

namespace {

constexpr qsizetype mostShown = 3;
constexpr int aboveFoot = 48; ///< clear of the status line

} // namespace

Toasts::Toasts(QWidget *host) : QObject(host), host_(host) {
    host->installEventFilter(this);
}

void Toasts::show(const QString &text, const QString &actText, std::function<void()> act) {
    while (shown_.size() >= mostShown) {
        if (Toast *oldest = shown_.takeFirst())
            oldest->deleteLater();
    }
    auto *toast = new Toast(text, actText, std::move(act), host_);
    connect(toast, &Toast::finished, this, [this, toast] {
        shown_.removeOne(toast);
        toast->deleteLater();
        place();
    });
    shown_.append(toast);
    toast->announce();
    place();
}

QStringList Toasts::texts() const {
    QStringList texts;
    for (const auto &toast : shown_)
        if (toast)
            texts.append(toast->text());
    return texts;
}

void Toasts::clear() {
    for (const auto &toast : std::exchange(shown_, {}))
        if (toast) {
            toast->hide();
            toast->deleteLater();
        }
}

bool Toasts::eventFilter(QObject *watched, QEvent *event) {
    if (watched == host_ && event->type() == QEvent::Resize)
        place();
    return false;
}

void Toasts::place() {
    int bottom = host_->height() - aboveFoot;
    for (qsizetype i = shown_.size() - 1; i >= 0; --i) {
        Toast *toast = shown_[i];
        if (!toast)
            continue;
        toast->resize(toast->sizeHint().boundedTo(QSize(host_->width() - 2 * space::group, host_->height())));
        toast->move((host_->width() - toast->width()) / 2, bottom - toast->height());
        toast->raise();
        bottom = toast->y() - space::inside;
    }
}

} // namespace keywright
