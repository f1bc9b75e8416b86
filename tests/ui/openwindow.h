// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/window/windowcontroller.h"
#include "models/items/runmodel.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/runtoolbar.h"
#include "ui/run/runview.h"
#include "ui/timeline/timelinewidget.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QtTest>

namespace otpscope::testsupport {

/// The offscreen platform says the excepted sentence about every window.
inline void failOnEveryWarning()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

/// The whole window with its services, on a data folder of the test's own.
class OpenWindow final
{
    Q_DISABLE_COPY_MOVE(OpenWindow)

public:
    explicit OpenWindow(const QString &dataFolder, const QString &flowPath = {})
        : theme(*qApp), controller(dataFolder, catalogue, clock, theme)
    {
        controller.start(flowPath);
        controller.window().show();
    }

    /// Shown, and the simulator listens.
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitForWindowExposed(&window())
               && QTest::qWaitFor([this] { return combo("Scenario")->count() > 0; });
    }

    /// Sends the open flow, fast, and waits until the run is over and the next one may begin.
    [[nodiscard]] bool runToItsEnd()
    {
        Q_EMIT window().speedChosen(3600);
        Q_EMIT window().sendRequested();
        constexpr int longest = 30'000;
        return QTest::qWaitFor(
            [this] { return state().isConcluded() && button("Send")->isEnabled(); }, longest);
    }

    [[nodiscard]] ui::MainWindow &window() { return controller.window(); }
    [[nodiscard]] const models::RunState &state() { return controller.run().state(); }
    [[nodiscard]] QString message() { return window().messageBar()->text(); }
    [[nodiscard]] QString status(ui::StatusLine::Field field)
    {
        return window().statusLine()->fieldText(field);
    }

    [[nodiscard]] QComboBox *combo(const char *name) { return named<QComboBox>(name); }
    [[nodiscard]] QPushButton *button(const char *name) { return named<QPushButton>(name); }

    template <typename Widget> [[nodiscard]] Widget *named(const char *name)
    {
        for (Widget *widget : window().findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        }
        return nullptr;
    }

    models::Catalogue catalogue = platform::builtInCatalogue();
    platform::SystemClock clock;
    ui::ThemeController theme;
    window::WindowController controller;
};

} // namespace otpscope::testsupport
