// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QImage>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QtTest>

using namespace otpscope;

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    }

    // A text of any tone can be read on every ground it is put on.
    void contrastIsEnough_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("tone");
        for (const bool dark : {false, true}) {
            for (int tone = 0; tone <= int(ui::Tone::Error); ++tone) {
                QTest::addRow("%s theme, tone %d", dark ? "dark" : "light", tone) << dark << tone;
            }
        }
    }
    void contrastIsEnough()
    {
        QFETCH(const bool, dark);
        QFETCH(const int, tone);
        const ui::Colours &colours = dark ? ui::darkColours() : ui::lightColours();
        const QColor text = colours.tone(ui::Tone(tone));
        QCOMPARE_GE(ui::contrastRatio(text, colours.window), 4.5);
        QCOMPARE_GE(ui::contrastRatio(text, colours.surface), 4.5);
        QCOMPARE_GE(ui::contrastRatio(text, colours.soft(ui::Tone(tone))), 4.5);
    }

    void primaryButtonCanBeRead()
    {
        for (const ui::Colours *colours : {&ui::lightColours(), &ui::darkColours()})
            QCOMPARE_GE(ui::contrastRatio(colours->onAccent, colours->accentFill), 4.5);
    }

    void contrastOfBlackOnWhiteIs21()
    {
        QCOMPARE(ui::contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(ui::contrastRatio(Qt::white, Qt::white), 1.0);
    }

    void everyNameInTheStyleSheetIsReplaced()
    {
        QVERIFY(!ui::styleSheetFor(ui::lightColours()).contains(u'@'));
    }

    void paletteLeadsBackToItsColours()
    {
        for (const ui::Colours *colours : {&ui::lightColours(), &ui::darkColours()})
            QCOMPARE(&ui::coloursFor(ui::paletteFor(*colours)), colours);
    }

    void aTransparentWidgetKeepsTheThemesColours()
    {
        QPalette palette = ui::paletteFor(ui::lightColours());
        palette.setColor(QPalette::Window, Qt::transparent);
        QVERIFY(!ui::coloursFor(palette).isDark);
    }

    // The theme marks the focus by colours; a second frame inside would strike through the word.
    void focusDrawsNoFrameInside_data()
    {
        QTest::addColumn<bool>("isTab");
        QTest::newRow("of a tab") << true;
        QTest::newRow("of a button") << false;
    }
    void focusDrawsNoFrameInside()
    {
        QFETCH(const bool, isTab);
        QWidget window;
        window.setStyleSheet(ui::styleSheetFor(ui::lightColours()));
        QTabBar tabs(&window);
        tabs.addTab(QStringLiteral("      "));
        QPushButton button(QStringLiteral("      "), &window);
        button.move(0, 60);
        QWidget &focused = isTab ? static_cast<QWidget &>(tabs) : button;
        window.resize(200, 120);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        focused.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(focused.hasFocus());
        const QImage image = focused.grab().toImage();
        QSet<QRgb> inside;
        for (int x = 4; x < focused.sizeHint().width() - 4; ++x) {
            for (int y = 4; y < focused.sizeHint().height() - 4; ++y)
                inside.insert(image.pixel(x, y));
        }
        QCOMPARE(inside.size(), 1);
    }

    void themeNamesRoundTrip()
    {
        using ui::ThemeChoice;
        for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
            QCOMPARE(ui::themeByName(ui::themeName(choice)), choice);
        QCOMPARE(ui::themeByName(QStringLiteral("purple")), ThemeChoice::System);
    }

    void controllerSwitchesThePalette()
    {
        ui::ThemeController controller(*qApp);
        controller.apply(ui::ThemeChoice::Dark);
        QVERIFY(ui::coloursFor(QApplication::palette()).isDark);
        controller.apply(ui::ThemeChoice::Light);
        QVERIFY(!ui::coloursFor(QApplication::palette()).isDark);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
