// SPDX-License-Identifier: GPL-3.0-or-later

// bench_editor    What a keystroke costs until it is checked and shown, in a form and in the text,
// by the number of steps; and how long the window does not answer while a flow of 10 MB is opened
// and worked on.
// Prints percentiles in milliseconds beside a bare line edit's, all from this run.
// bench_editor keys    The keystrokes alone.

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
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

using namespace otpscope;

namespace {

constexpr int keystrokes = 400;
constexpr int heartbeatMs = 5;
constexpr qsizetype largeBytes = 10'000'000;
constexpr int manySteps = 36'000;

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

/// Two steps, and a list that nobody knows: the form stays small and the text is large.
QByteArray flowWithAttachment()
{
    QByteArray text = flowOf(2);
    text.truncate(text.lastIndexOf('}'));
    text += ",\n  \"attachment\": [\n";
    while (text.size() < largeBytes)
        text += "    {\"key\": \"value\", \"number\": 1.10, \"list\": [1, 2, 3]},\n";
    return text + "    null\n  ]\n}\n";
}

/// What this thread used of a processor: tells more than the clock where others use it too.
double processorMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

void printPercentiles(const char *what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&milliseconds](double part) {
        return milliseconds[static_cast<size_t>(part *
                                                (static_cast<double>(milliseconds.size()) - 1))];
    };
    std::printf("   %s p50 %6.2f p99 %6.2f worst %6.2f", what, at(0.5), at(0.99), at(1));
}

/// Every key until all it sets off is done, painting included.
void report(const char *name, QWidget *target, int stepCount)
{
    std::vector<double> elapsed;
    std::vector<double> used;
    QElapsedTimer timer;
    for (int i = 0; i < keystrokes; ++i) {
        const bool isEven = i % 2 == 0;
        QKeyEvent press(QEvent::KeyPress, isEven ? Qt::Key_1 : Qt::Key_Backspace, Qt::NoModifier,
                        isEven ? QStringLiteral("1") : QString());
        const double before = processorMilliseconds();
        timer.start();
        QApplication::sendEvent(target, &press);
        QApplication::processEvents();
        constexpr double nanosecondsPerMillisecond = 1e6;
        elapsed.push_back(static_cast<double>(timer.nsecsElapsed()) / nanosecondsPerMillisecond);
        used.push_back(processorMilliseconds() - before);
    }
    std::printf("%-18s %3d steps", name, stepCount);
    printPercentiles("elapsed ms", std::move(elapsed));
    printPercentiles("processor ms", std::move(used));
    std::printf("\n");
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

/// The longest stretch in which the window did not answer, from when it was made.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
            m_longest = std::max(m_longest, m_sinceBeat.restart() - heartbeatMs);
        });
        m_sinceBeat.start();
        m_beat.start(heartbeatMs);
    }
    [[nodiscard]] qint64 longest() const { return std::max(m_longest, m_sinceBeat.elapsed()); }

private:
    QElapsedTimer m_sinceBeat;
    QTimer m_beat;
    qint64 m_longest = 0;
};

template <typename Condition>
qint64 waitFor(Condition isDone)
{
    QElapsedTimer timer;
    timer.start();
    while (!isDone())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const qint64 elapsed = timer.elapsed();
    QApplication::processEvents();
    return elapsed;
}

void tell(const char *what, qint64 milliseconds, const Heartbeat &heart)
{
    std::printf("    %-44s %6lld ms; no answer for %4lld ms at most\n", what,
                static_cast<long long>(milliseconds), static_cast<long long>(heart.longest()));
    std::fflush(stdout);
}

/// In the window with all its services, as a person does.
void workOnLargeFlow(const char *name, const QByteArray &text, const models::Catalogue &catalogue,
                     ui::ThemeController &theme)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return;
    file.close();
    const platform::SystemClock clock;
    window::WindowController controller(folder.filePath(QStringLiteral("data")), catalogue, clock,
                                        theme);
    controller.start({});
    controller.window().show();
    ui::FlowEditor &editor = controller.editor();
    waitFor([&] { return controller.window().isVisible(); });
    for (int i = 0; i < 100; ++i)
        QApplication::processEvents();
    std::printf("%s, %.1f MB\n", name, static_cast<double>(text.size()) / 1e6);
    {
        const Heartbeat heart;
        Q_EMIT controller.window().flowChosen(path);
        tell("opened", waitFor([&] { return editor.document().text().size() == text.size(); }),
             heart);
    }
    {
        const Heartbeat heart;
        tell("checked", waitFor([&] { return !editor.isChecking(); }), heart);
    }
    auto *pin = editor.findChild<QLineEdit *>(QStringLiteral("step0.pin"));
    pin->setFocus();
    {
        const Heartbeat heart;
        for (const char digit : {'7', '8', '9'}) {
            QKeyEvent press(QEvent::KeyPress, digit, Qt::NoModifier, QString(QLatin1Char(digit)));
            QApplication::sendEvent(pin, &press);
            QApplication::processEvents();
        }
        tell("three keys in the form, edited and checked", waitFor([&] {
                 return !editor.isChecking() && editor.document().text().size() == text.size() + 3;
             }),
             heart);
    }
    auto *tabs = editor.findChild<QTabBar *>(QStringLiteral("editorTabs"));
    {
        const Heartbeat heart;
        tabs->setCurrentIndex(1);
        QApplication::processEvents();
        tell("shown as text", waitFor([] { return true; }), heart);
    }
    auto *json = editor.findChild<ui::JsonEdit *>(QStringLiteral("json"));
    json->goTo(json->exactText().indexOf("123456") + 1);
    {
        const Heartbeat heart;
        QKeyEvent press(QEvent::KeyPress, Qt::Key_5, Qt::NoModifier, QStringLiteral("5"));
        QApplication::sendEvent(json, &press);
        tell("a key in the text, read and checked",
             waitFor([&] { return !editor.hasBrokenText() && !editor.isChecking(); }), heart);
    }
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
    if (QApplication::arguments().contains(QLatin1String("keys")))
        return 0;
    workOnLargeFlow("two steps and an attachment", flowWithAttachment(), catalogue, theme);
    workOnLargeFlow("many steps", flowOf(manySteps), catalogue, theme);
    return 0;
}
