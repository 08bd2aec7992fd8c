// Colours by id, icons recoloured from them, distances on one grid. Nothing else in the window names a colour.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QAbstractButton;
class QLabel;
class QWidget;

namespace keywright {

/// Colour ids; each has a light and a dark value (text at least 5.4:1 on its surface).
enum class Tone { Window, Surface, Border, Text, Muted, Accent, Danger, Success, Warning, Info, OnFilled };
enum class ThemeChoice { System, Light, Dark };

/// Installs style and palette; again when the system switches while the choice is System.
void applyTheme(ThemeChoice choice);
bool isDark(const QPalette &palette);
QColor toneColor(Tone tone, const QPalette &palette);
QColor toneColor(Tone tone, bool dark);
/// `amount` (0..1) of `over` laid on `under`, opaque.
QColor blended(const QColor &over, const QColor &under, double amount);
/// The palette made of the tones.
QPalette themePalette(bool dark);

/// A monochrome icon of the set (resources/icons/NAME.svg, rendered at build time), recoloured. The first form follows
/// the application's palette at every paint, so that a widget keeps it through a change of theme; the second is fixed
/// to `palette`. An unknown name gives an empty icon.
QIcon themedIcon(const QString &name, Tone tone = Tone::Text);
QIcon themedIcon(const QString &name, const QPalette &palette, Tone tone = Tone::Text);
/// The program's own icon, in colour.
QIcon applicationIcon();

/// The system's fixed-width face, for tokens, previews and numbers.
QFont fixedFont();

/// The grid.
namespace space {
inline constexpr int tight = 4;  ///< between things that belong together
inline constexpr int inside = 8; ///< inside a group
inline constexpr int group = 16; ///< between groups
inline constexpr int edge = 24;  ///< at a dialog's edge
inline constexpr int row = 36;
inline constexpr int compactRow = 28;
} // namespace space

/// The one filled button of a screen; or the red one of a dialog that destroys; or a quiet one without frame.
void markPrimary(QAbstractButton *button);
void markDanger(QAbstractButton *button);
void markQuiet(QAbstractButton *button);
void unmark(QAbstractButton *button);
/// The red frame of a field whose value is refused.
void markInvalid(QWidget *field, bool invalid);
/// Text roles: a page's title, a group's caption, a muted hint, an error beside its field.
void markTitle(QLabel *label);
void markCaption(QLabel *label);
void markHint(QLabel *label);
void markError(QLabel *label);

} // namespace keywright
