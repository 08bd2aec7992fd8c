// How controls are drawn: flat, rounded, on one grid, over Fusion; on Windows and macOS the system's own style with our
// filled buttons.
#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionSlider;

namespace keywright {

enum class Mark { None, Primary, Danger, Quiet };
Mark markOf(const QWidget *widget);
bool isMarkedInvalid(const QWidget *widget);

class Style final : public QProxyStyle {
    Q_OBJECT
public:
    /// `own`: draw everything our way over Fusion; otherwise only marked buttons, over the system's style.
    explicit Style(bool own);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    // style_buttons.cpp
    void drawButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const;
    void drawToolPanel(const QStyleOption *option, QPainter *painter) const;
    void drawTick(const QStyleOption *option, QPainter *painter, bool round) const;
    // style_fields.cpp
    void drawFieldFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    // style_views.cpp
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    QRect scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    void drawFocus(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;

    bool own_;
};

/// Shared by the parts of the style.
namespace drawing {
inline constexpr qreal radius = 6;
void roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal lineWidth = 1,
                qreal corner = radius);
void chevron(QPainter *painter, const QRect &rect, const QString &icon, const QStyleOption *option);
} // namespace drawing

} // namespace keywright
