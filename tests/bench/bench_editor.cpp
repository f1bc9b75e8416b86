// SPDX-License-Identifier: GPL-3.0-or-later

// bench_editor    What a keystroke costs until it is checked and shown, in a form and in the text,
// by the number of steps; and how long the window does not answer while a flow of 10 MB is opened.
// Prints percentiles in milliseconds beside a bare line edit's, all from this run.

#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/window/windowcontroller.h"
#include "ui/editor/jsonedit.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace otpscope;

namespace {

constexpr int keystrokes = 400;
constexpr int heartbeatMs = 5;
constexpr qsizetype largeBytes = 10'000'000;

QByteArray flowOf(int steps)
{
    QByteArrayList all;
    for (int i = 0; i < steps; ++i) {
        const QByteArray order = QByteArray::number(i + 1);
        all +=
            i % 2 == 0
                ? "    {\n      \"type\": \"ViberOtp\",\n      \"to\": [\n        "
                  "\"+306971234567\"\n"
                  "      ],\n      \"order\": " +
                      order +
                      ",\n      \"ttl\": 300,\n      \"senderInfoTrackingId\": "
                      "\"0094d198-4dd2-4fb5-b451-d46aca191b27\",\n      \"templateId\": "
                      "\"0aac888f-2ee2-4112-9659-1755a951966a\",\n      \"pin\": \"123456\"\n    }"
                : "    {\n      \"type\": \"Sms\",\n      \"to\": \"306971234567\",\n      "
                  "\"order\": " +
                      order +
                      ",\n      \"ttl\": 600,\n      \"from\": \"YourBrand\",\n      \"message\": "
                      "{\n"
                      "        \"body\": \"Your code is 123456.\"\n      }\n    }";
    }
    return "{\n  \"flow\": [\n" + all.join(",\n") + "\n  ]\n}\n";
}

/// One flow in an object that nobody knows, so that the form stays small and the text is large.
QByteArray largeFlow()
{
    QByteArray text = flowOf(2);
    text.truncate(text.lastIndexOf('}'));
    text += ",\n  \"attachment\": [\n";
    while (text.size() < largeBytes)
        text += "    {\"key\": \"value\", \"number\": 1.10, \"list\": [1, 2, 3]},\n";
    return text + "    null\n  ]\n}\n";
}

/// Every key until all it sets off is done, painting included.
void report(const char *name, QWidget *target, int stepCount)
{
    std::vector<double> milliseconds;
    QElapsedTimer timer;
    for (int i = 0; i < keystrokes; ++i) {
        const bool isEven = i % 2 == 0;
        QKeyEvent press(QEvent::KeyPress, isEven ? Qt::Key_1 : Qt::Key_Backspace, Qt::NoModifier,
                        isEven ? QStringLiteral("1") : QString());
        timer.start();
        QApplication::sendEvent(target, &press);
        QApplication::processEvents();
        constexpr double nanosecondsPerMillisecond = 1e6;
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) /
                               nanosecondsPerMillisecond);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&milliseconds](double part) {
        return milliseconds[static_cast<size_t>(part *
                                                (static_cast<double>(milliseconds.size()) - 1))];
    };
    std::printf("%-22s %3d steps   p50 %7.2f ms   p99 %7.2f ms   worst %7.2f ms\n", name, stepCount,
                at(0.5), at(0.99), at(1));
    std::fflush(stdout);
}

void typeInto(const models::Catalogue &catalogue, int steps)
{
    ui::FlowEditor editor(catalogue);
    editor.resize(900, 900);
    editor.setDocument(models::FlowDocument::fromText(flowOf(steps)).value(),
                       QStringLiteral("Flow"));
    editor.show();
    QApplication::processEvents();
    auto *pin = editor.findChild<QLineEdit *>(QStringLiteral("step0.pin"));
    pin->setFocus();
    report("a pin in the form", pin, steps);
    auto *json = editor.findChild<ui::JsonEdit *>(QStringLiteral("json"));
    json->goTo(json->exactText().indexOf("123456\""));
    report("a pin in the text", json, steps);
}

void typeIntoABareLine()
{
    QLineEdit line;
    line.show();
    line.setFocus();
    QApplication::processEvents();
    report("a bare line edit", &line, 0);
}

void openLargeFlow(const models::Catalogue &catalogue, ui::ThemeController &theme)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    QFile file(path);
    const QByteArray text = largeFlow();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return;
    file.close();
    const platform::SystemClock clock;
    window::WindowController controller(folder.filePath(QStringLiteral("data")), catalogue, clock,
                                        theme);
    QElapsedTimer sinceStart;
    sinceStart.start();
    controller.start(path);
    controller.window().show();
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat,
                     [&] { longest = std::max(longest, sinceBeat.restart() - heartbeatMs); });
    sinceBeat.start();
    beat.start(heartbeatMs);
    while (controller.editor().document().text().size() != text.size())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QApplication::processEvents();
    std::printf(
        "a flow of %.1f MB opened in %lld ms; the window did not answer for %lld ms at most\n",
        static_cast<double>(text.size()) / 1e6, static_cast<long long>(sinceStart.elapsed()),
        static_cast<long long>(longest));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::ThemeController theme(application);
    theme.apply(ui::ThemeChoice::Light);
    const models::Catalogue catalogue = platform::builtInCatalogue();
    typeIntoABareLine();
    for (const int steps : {2, 10, 50})
        typeInto(catalogue, steps);
    openLargeFlow(catalogue, theme);
    return 0;
}
