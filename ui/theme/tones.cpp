#include "ui/theme/theme.h"

#include <array>

namespace keywright {

namespace {

struct Pair {
    QRgb light, dark;
};

/// In the order of Tone.
constexpr std::array<Pair, 11> tones{{
    {0xFFF6F7F9, 0xFF15181C}, // Window
    {0xFFFFFFFF, 0xFF1D2126}, // Surface
    {0xFFD9DEE5, 0xFF343B44}, // Border
    {0xFF1B1F24, 0xFFE6EAF0}, // Text
    {0xFF57606A, 0xFF9BA5B3}, // Muted
    {0xFF1F5FD0, 0xFF7AA7FF}, // Accent
    {0xFFB42332, 0xFFFF8087}, // Danger
    {0xFF1A7037, 0xFF56C98F}, // Success
    {0xFF8A5A00, 0xFFE5B54A}, // Warning
    {0xFF0A5DB8, 0xFF74B7FF}, // Info
    {0xFFFFFFFF, 0xFF15181C}, // OnFilled
}};

constexpr int darkBelow = 128;

} // namespace

bool isDark(const QPalette &palette) {
    return palette.color(QPalette::Window).lightness() < darkBelow;
}

QColor toneColor(Tone tone, const QPalette &palette) {
    return toneColor(tone, isDark(palette));
}

QColor toneColor(Tone tone, bool dark) {
    const Pair &pair = tones[std::size_t(tone)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

QColor blended(const QColor &over, const QColor &under, double amount) {
    const auto mix = [amount](int a, int b) { return int(a * amount + b * (1.0 - amount) + 0.5); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

QPalette themePalette(bool dark) {
    const auto tone = [dark](Tone id) { return toneColor(id, dark); };
    const QColor tint = blended(tone(Tone::Accent), tone(Tone::Surface), dark ? 0.18 : 0.14);
    const QColor faint = blended(tone(Tone::Muted), tone(Tone::Surface), 0.62);
    QPalette palette(tone(Tone::Text), tone(Tone::Surface), tone(Tone::Surface), tone(Tone::Border), tone(Tone::Border),
                     tone(Tone::Text), tone(Tone::Danger), tone(Tone::Surface), tone(Tone::Window));
    palette.setColor(QPalette::AlternateBase, tone(Tone::Window));
    palette.setColor(QPalette::PlaceholderText, tone(Tone::Muted));
    palette.setColor(QPalette::Midlight, blended(tone(Tone::Border), tone(Tone::Surface), 0.4));
    palette.setColor(QPalette::Shadow, blended(tone(Tone::Text), tone(Tone::Window), 0.2));
    palette.setColor(QPalette::Highlight, tint);
    palette.setColor(QPalette::HighlightedText, tone(Tone::Text));
    palette.setColor(QPalette::Link, tone(Tone::Accent));
    palette.setColor(QPalette::LinkVisited, tone(Tone::Accent));
    palette.setColor(QPalette::ToolTipBase, tone(Tone::Surface));
    palette.setColor(QPalette::ToolTipText, tone(Tone::Text));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, tone(Tone::Window));
    return palette;
}

} // namespace keywright
