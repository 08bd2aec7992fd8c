#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <cmath>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// The sizes that resources/icons/CMakeLists.txt renders.
constexpr std::array renderedSizes{16, 20, 24, 32, 40, 48, 64};
constexpr float disabledOpacity = 0.45F;

QString resourcePath(const QString &name, int size) {
    return u":/icons/%1@%2.png"_s.arg(name).arg(size);
}

/// The rendered size that fills `wanted` device pixels: itself, or the next larger one.
int renderedSizeFor(int wanted) {
    const auto at = std::ranges::lower_bound(renderedSizes, wanted);
    return at == renderedSizes.end() ? renderedSizes.back() : *at;
}

/// Paints an alpha mask in a colour that is decided when it is painted.
class MaskIconEngine final : public QIconEngine {
public:
    MaskIconEngine(QString name, Tone tone, std::optional<QPalette> palette)
        : name_(std::move(name)), tone_(tone), palette_(std::move(palette)) {}

    QIconEngine *clone() const override { return new MaskIconEngine(*this); }
    QString key() const override { return u"keywright"_s; }
    QString iconName() override { return name_; }
    bool isNull() override { return false; }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override {
        const double ratio = painter->device()->devicePixelRatioF();
        const QSize device(int(std::lround(rect.width() * ratio)), int(std::lround(rect.height() * ratio)));
        QPixmap drawn = coloured(device, mode);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return coloured(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override {
        return coloured(size, mode);
    }

private:
    QPixmap coloured(const QSize &device, QIcon::Mode mode) const {
        const int side = std::min(device.width(), device.height());
        if (side <= 0)
            return {};
        QColor color = toneColor(tone_, palette_ ? *palette_ : QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            color.setAlphaF(disabledOpacity);
        const QString cacheKey =
            u"keywright/%1/%2x%3/%4"_s.arg(name_).arg(device.width()).arg(device.height()).arg(color.rgba(), 0, 16);
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = QPixmap::fromImage(drawn(device, side, color));
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }

    QImage drawn(const QSize &device, int side, const QColor &color) const {
        QImage image(device, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QImage mask(resourcePath(name_, renderedSizeFor(side)));
        if (mask.width() != side)
            mask = mask.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&image);
        painter.drawImage((device.width() - side) / 2, (device.height() - side) / 2, mask);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        return image;
    }

    QString name_;
    Tone tone_;
    std::optional<QPalette> palette_;
};

QIcon maskIcon(const QString &name, Tone tone, std::optional<QPalette> palette) {
    if (!QFile::exists(resourcePath(name, renderedSizes.front())))
        return {};
    return QIcon(new MaskIconEngine(name, tone, std::move(palette)));
}

} // namespace

QIcon themedIcon(const QString &name, Tone tone) {
    return maskIcon(name, tone, std::nullopt);
}

QIcon themedIcon(const QString &name, const QPalette &palette, Tone tone) {
    return maskIcon(name, tone, palette);
}

QIcon applicationIcon() {
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/app/keywright-%1.png"_s.arg(size), QSize(size, size));
    return icon;
}

} // namespace keywright
