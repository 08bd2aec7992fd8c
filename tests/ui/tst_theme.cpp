#include "ui/theme/style.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color) {
    return 0.2126 * channel(double(color.redF())) + 0.7152 * channel(double(color.greenF())) +
           0.0722 * channel(double(color.blueF()));
}

/// WCAG 2.1 contrast ratio.
double contrast(const QColor &a, const QColor &b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QString read(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsReadableOnItsGround_data() {
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true})
            for (const Tone tone :
                 {Tone::Text, Tone::Muted, Tone::Accent, Tone::Danger, Tone::Success, Tone::Warning, Tone::Info})
                QTest::addRow("tone %d %s", int(tone), dark ? "dark" : "light") << tone << dark;
    }
    void textIsReadableOnItsGround() {
        QFETCH(const Tone, tone);
        QFETCH(const bool, dark);
        const QColor text = toneColor(tone, dark);
        QVERIFY(contrast(text, toneColor(Tone::Surface, dark)) >= 5.4);
        QVERIFY(contrast(text, toneColor(Tone::Window, dark)) >= 5.4);
    }

    void filledButtonsAreReadable() {
        for (const bool dark : {false, true})
            for (const Tone tone : {Tone::Accent, Tone::Danger})
                QVERIFY(contrast(toneColor(Tone::OnFilled, dark), toneColor(tone, dark)) >= 5.8);
    }

    void selectedRowsAreReadable() {
        for (const bool dark : {false, true}) {
            const QPalette palette = themePalette(dark);
            const QColor ground = palette.color(QPalette::Highlight);
            QVERIFY(contrast(palette.color(QPalette::HighlightedText), ground) >= 7.0);
            for (const Tone tone : {Tone::Muted, Tone::Danger, Tone::Success, Tone::Warning, Tone::Info})
                QVERIFY2(contrast(toneColor(tone, dark), ground) >= 4.5, qPrintable(QString::number(int(tone))));
        }
    }

    void paletteTellsLightFromDark() {
        QVERIFY(!isDark(themePalette(false)));
        QVERIFY(isDark(themePalette(true)));
    }

    void everyIconOfTheSetIsDrawnAtEverySize_data() {
        QTest::addColumn<QString>("name");
        QDirIterator icons(u":/icons"_s, {u"*@16.png"_s}, QDir::Files);
        while (icons.hasNext()) {
            const QString name = QFileInfo(icons.next()).fileName().section(u'@', 0, 0);
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void everyIconOfTheSetIsDrawnAtEverySize() {
        QFETCH(const QString, name);
        for (const int size : {16, 20, 24, 32, 40, 48, 64}) {
            const QImage image = themedIcon(name, themePalette(false)).pixmap(QSize(size, size)).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            int inked = 0;
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x)
                    inked += image.pixelColor(x, y).alpha() > 127;
            QVERIFY2(inked > size / 2, qPrintable(name));
        }
    }

    void everyIconNamedInTheCodeExists() {
        static const QRegularExpression named(
            uR"re(themedIcon\(\s*(?:u"([a-z-]+)"_s|QStringLiteral\("([a-z-]+)"\)))re"_s);
        int found = 0;
        QDirIterator sources(u"" SOURCE_DIR "/ui"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString path = sources.next();
            auto matches = named.globalMatch(read(path));
            while (matches.hasNext()) {
                const auto match = matches.next();
                const QString name = match.captured(1) + match.captured(2);
                QVERIFY2(!themedIcon(name).isNull(), qPrintable(path + u": "_s + name));
                ++found;
            }
        }
        QVERIFY(found > 0);
    }

    void unknownIconIsEmpty() { QVERIFY(themedIcon(u"no-such-icon"_s).isNull()); }

    void iconsTakeTheColourOfTheThemeWhenPainted() {
        const QIcon icon = themedIcon(u"circle-filled"_s, Tone::Accent);
        for (const bool dark : {false, true}) {
            applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            QCOMPARE(icon.pixmap(QSize(16, 16)).toImage().pixelColor(8, 8), toneColor(Tone::Accent, dark));
        }
    }

    void iconsAreSharpOnDenseScreens() {
        const QPixmap pixmap = themedIcon(u"key"_s).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void themeSwitchesWhileRunning() {
        applyTheme(ThemeChoice::Light);
        QWidget window;
        window.show();
        QCOMPARE(window.palette().color(QPalette::Window), toneColor(Tone::Window, false));
        applyTheme(ThemeChoice::Dark);
        QTRY_COMPARE(window.palette().color(QPalette::Window), toneColor(Tone::Window, true));
    }

    void primaryButtonIsFilledAndOthersAreNot() {
        applyTheme(ThemeChoice::Light);
        QPushButton button;
        button.resize(80, 32);
        const auto ground = [&button] { return button.grab().toImage().pixelColor(10, 16); };
        QCOMPARE(ground(), toneColor(Tone::Surface, false));
        markPrimary(&button);
        QCOMPARE(ground(), toneColor(Tone::Accent, false));
        markDanger(&button);
        QCOMPARE(ground(), toneColor(Tone::Danger, false));
        unmark(&button);
        QCOMPARE(ground(), toneColor(Tone::Surface, false));
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
