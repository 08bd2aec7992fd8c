#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int controlHeight = 32;
constexpr int headerHeight = 32;
constexpr int menuItemHeight = 30;
constexpr int buttonPadding = 14;
constexpr int scrollBarWidth = 12;
constexpr int tickSize = 16;

bool isMarkedFilled(const QWidget *widget) {
    const Mark mark = markOf(widget);
    return mark == Mark::Primary || mark == Mark::Danger;
}

/// The arrow's place, on the line of the column's name: Qt's own is near the top.
QRect besideTheName(const QStyleOptionHeader &header, const QWidget *view) {
    QRect place = header.rect;
    if (view && header.orientation == Qt::Horizontal)
        place.moveTop((view->height() - place.height()) / 2);
    return place;
}

} // namespace

Style::Style(bool own) : QProxyStyle(own ? QStyleFactory::create(u"Fusion"_s) : nullptr), own_(own) {}

void Style::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (own_ && (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
                 qobject_cast<QScrollBar *>(widget)))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    if (!own_)
        return QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return tickSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_HeaderMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::inside;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return space::tight;
    case PM_ToolTipLabelFrameWidth:
        return space::inside;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const {
    if (!own_)
        return QProxyStyle::styleHint(hint, option, widget, data);
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!own_)
        return result;
    switch (type) {
    case CT_PushButton:
        result = QSize(size.width() + 2 * buttonPadding, std::max(size.height() + space::inside, controlHeight));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result = QSize(result.width() + space::group, std::max(size.height() + space::inside, controlHeight));
        break;
    case CT_SpinBox:
        result = QSize(result.width() + space::group, std::max(size.height(), controlHeight));
        break;
    case CT_ToolButton:
        result = result.expandedTo(QSize(controlHeight, controlHeight));
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), headerHeight));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result = QSize(result.width() + space::group, std::max(result.height(), menuItemHeight));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return own_ && element == SE_LineEditContents ? rect.adjusted(space::tight, 0, -space::tight, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const {
    if (own_ && control == CC_ScrollBar)
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part);
    if (own_ && control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(space::tight, 0, -space::tight, 0);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const {
    if (element == PE_PanelButtonCommand && (own_ || isMarkedFilled(widget)))
        return drawButtonPanel(option, painter, widget);
    if (!own_)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_PanelButtonTool:
        return drawToolPanel(option, painter);
    case PE_IndicatorCheckBox:
        return drawTick(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawTick(option, painter, true);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawFieldFrame(option, painter, widget);
        return;
    case PE_FrameLineEdit:
    case PE_Frame:
        return drawFieldFrame(option, painter, widget);
    case PE_FrameFocusRect:
        return drawFocus(option, painter, widget);
    case PE_FrameMenu:
        return;
    case PE_PanelScrollAreaCorner:
        return painter->fillRect(option->rect, toneColor(Tone::Surface, option->palette));
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, toneColor(Tone::Surface, option->palette));
        painter->setPen(toneColor(Tone::Border, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawing::chevron(painter, besideTheName(*header, widget),
                             header->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-down"_s : u"chevron-up"_s,
                             option);
        return;
    case PE_IndicatorArrowDown:
        return drawing::chevron(painter, option->rect, u"chevron-down"_s, option);
    case PE_IndicatorArrowUp:
        return drawing::chevron(painter, option->rect, u"chevron-up"_s, option);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const {
    if (element == CE_PushButtonLabel && (own_ || isMarkedFilled(widget)))
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButtonLabel(button, painter, widget);
    if (element == CE_PushButtonBevel && !own_ && isMarkedFilled(widget))
        return drawButtonPanel(option, painter, widget);
    if (!own_)
        return QProxyStyle::drawControl(element, option, painter, widget);
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeader(option, painter);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader muted(*header);
            muted.palette.setColor(QPalette::ButtonText, toneColor(Tone::Muted, option->palette));
            QProxyStyle::drawControl(element, &muted, painter, widget);
        }
        return;
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_ProgressBar:
        return drawProgress(option, painter);
    case CE_Splitter:
        return painter->fillRect(option->rect, toneColor(Tone::Border, option->palette));
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const {
    if (own_ && control == CC_ComboBox)
        return drawCombo(option, painter, widget);
    if (own_ && control == CC_SpinBox)
        return drawSpin(option, painter, widget);
    if (own_ && control == CC_ScrollBar)
        return drawScrollBar(option, painter, widget);
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        own_ && tool && !tool->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)) {
        // A button that is only a menu needs no arrow beside its icon.
        QStyleOptionToolButton plain(*tool);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void drawing::roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal lineWidth,
                         qreal corner) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? lineWidth / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset);
    painter->restore();
}

void drawing::chevron(QPainter *painter, const QRect &rect, const QString &icon, const QStyleOption *option) {
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRect square(rect.center().x() - tickSize / 2 + 1, rect.center().y() - tickSize / 2 + 1, tickSize, tickSize);
    themedIcon(icon, option->palette, Tone::Muted)
        .paint(painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace keywright
