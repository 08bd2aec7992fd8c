#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QSettings>
#include <QStyleHints>
#include <QTimer>
#include <QVariant>
#include <QWindow>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr char markProperty[] = "keywrightMark";
constexpr char invalidProperty[] = "keywrightInvalid";
constexpr char followerName[] = "keywrightThemeFollower";
constexpr double titleScale = 1.35;

// The system's own style where it can be dark; on Windows that is from Qt 6.7 on.
#if defined(Q_OS_MACOS) || (defined(Q_OS_WIN) && QT_VERSION >= QT_VERSION_CHECK(6, 7, 0))
constexpr bool ownLook = false;
#else
constexpr bool ownLook = true;
#endif

/// What the system asks for: its own palette shows it, once ours is out of the way.
bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#elif defined(Q_OS_WIN)
    // Its palette is light whatever the system says.
    const QSettings personal(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
                             QSettings::NativeFormat);
    return personal.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#else
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette());
#endif
}

/// Applies the choice, and again when the system's theme changes while the choice is System.
class ThemeFollower final : public QObject {
public:
    explicit ThemeFollower(QApplication *application) : QObject(application) {
        setObjectName(QLatin1StringView(followerName));
        application->installEventFilter(this);
        again_.setSingleShot(true);
        connect(&again_, &QTimer::timeout, this, [this] { apply(); });
    }

    void choose(ThemeChoice choice) {
        choice_ = choice;
        apply();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::ThemeChange && choice_ == ThemeChoice::System && watched->isWindowType())
            again_.start(0);
        return false;
    }

private:
    void apply() {
        const bool dark = choice_ == ThemeChoice::System ? systemIsDark() : choice_ == ThemeChoice::Dark;
        const QPalette palette = themePalette(dark);
        if (QApplication::palette() != palette)
            QApplication::setPalette(palette);
    }

    ThemeChoice choice_ = ThemeChoice::System;
    QTimer again_;
};

ThemeFollower *follower() {
    auto *found = qApp->findChild<QObject *>(QLatin1StringView(followerName), Qt::FindDirectChildrenOnly);
    return static_cast<ThemeFollower *>(found);
}

void setMark(QAbstractButton *button, Mark mark) {
    button->setProperty(markProperty, int(mark));
    button->update();
}

} // namespace

void applyTheme(ThemeChoice choice) {
    ThemeFollower *theme = follower();
    if (!theme) {
        QApplication::setStyle(new Style(ownLook));
        theme = new ThemeFollower(qobject_cast<QApplication *>(QCoreApplication::instance()));
    }
    theme->choose(choice);
}

QFont fixedFont() {
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

Mark markOf(const QWidget *widget) {
    return widget ? Mark(widget->property(markProperty).toInt()) : Mark::None;
}

bool isMarkedInvalid(const QWidget *widget) {
    return widget && widget->property(invalidProperty).toBool();
}

void markPrimary(QAbstractButton *button) {
    setMark(button, Mark::Primary);
}

void markDanger(QAbstractButton *button) {
    setMark(button, Mark::Danger);
}

void markQuiet(QAbstractButton *button) {
    setMark(button, Mark::Quiet);
}

void unmark(QAbstractButton *button) {
    setMark(button, Mark::None);
}

void markInvalid(QWidget *field, bool invalid) {
    field->setProperty(invalidProperty, invalid);
    field->update();
}

void markTitle(QLabel *label) {
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * titleScale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
}

void markCaption(QLabel *label) {
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
}

void markHint(QLabel *label) {
    label->setForegroundRole(QPalette::PlaceholderText);
}

void markError(QLabel *label) {
    label->setForegroundRole(QPalette::BrightText);
}

} // namespace keywright
