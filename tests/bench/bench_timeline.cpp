// SPDX-License-Identifier: GPL-3.0-or-later

// bench_timeline
//
// What a long run costs on the screen, as ratios: one frame of a run with 1,000,000 transitions
// beside one of a run with 1,000 at several zooms, and adding transitions late beside early.

#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "models/items/runmodel.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"
#include "ui/timeline/timelinewidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace otpscope;

namespace {

constexpr int few = 1'000;
constexpr int many = 1'000'000;
constexpr int perUpdate = 100;
constexpr std::chrono::minutes lengthOfRun(20);

/// A run of always the same length, with so many transitions in it.
class Run
{
public:
    Run(const models::Catalogue &catalogue, int count)
        : m_apart(std::chrono::duration_cast<std::chrono::microseconds>(lengthOfRun) / count)
        , m_timeline(m_model, catalogue, m_clock)
    {
        models::RunMachine machine(testsupport::storyFlow(QStringLiteral("viber 300, sms 600")),
                                   catalogue);
        (void)machine.apply(
            testsupport::storyObservation(QStringLiteral("send 0 InProgress viber sms"), 1));
        m_state = machine.state();
        m_model.reset(models::RunId(QStringLiteral("bench")), m_state);
        m_timeline.resize(900, 320);
        m_timeline.show();
    }

    void addUpTo(int count)
    {
        const QStringList statuses{QStringLiteral("QUEUED"), QStringLiteral("SENT")};
        while (m_count < count) {
            models::RunUpdate update;
            update.run = m_model.run();
            update.state = m_state;
            for (int i = 0; i < perUpdate; ++i, ++m_count) {
                const auto at =
                    testsupport::storyStart() +
                    std::chrono::duration_cast<std::chrono::milliseconds>(m_apart * m_count);
                const models::ObservationId id{m_count + 2};
                update.transitions.push_back({at,
                                              models::Subject::Step,
                                              1 + m_count / 7 % 2,
                                              {},
                                              statuses[m_count % 2],
                                              models::ObservationSource::Webhook,
                                              id});
                models::ObservationSummary webhook;
                webhook.id = id;
                webhook.source = models::ObservationSource::Webhook;
                webhook.arrivedAt = webhook.serviceAt = at;
                update.observations.push_back(webhook);
            }
            m_model.apply(update);
        }
    }

    double frameMs()
    {
        QElapsedTimer timer;
        timer.start();
        m_timeline.setTimeClock(m_timeline.timeClock() == ui::TimeClock::Service
                                    ? ui::TimeClock::SinceSend
                                    : ui::TimeClock::Service);
        m_timeline.render(&m_image);
        return double(timer.nsecsElapsed()) / 1e6;
    }

    void zoom(double factor) { m_timeline.zoomBy(factor); }

private:
    std::chrono::microseconds m_apart;
    platform::SystemClock m_clock;
    models::RunModel m_model;
    models::RunState m_state;
    ui::TimelineWidget m_timeline;
    QImage m_image{900, 320, QImage::Format_ARGB32_Premultiplied};
    int m_count = 0;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void compareFrames(Run &small, Run &large)
{
    constexpr int frames = 21;
    constexpr double step = 2;
    std::printf("%10s %16s %18s %7s\n", "zoom", "1,000: ms/frame", "1,000,000: ms/frame", "ratio");
    double zoom = 1;
    for (int i = 0; i < 20; ++i, zoom *= step) {
        std::vector<double> smallTimes;
        std::vector<double> largeTimes;
        for (int frame = 0; frame < frames; ++frame) {
            smallTimes.push_back(small.frameMs());
            largeTimes.push_back(large.frameMs());
        }
        std::printf("%10.0f %16.2f %18.2f %7.2f\n", zoom, median(smallTimes), median(largeTimes),
                    median(largeTimes) / median(smallTimes));
        std::fflush(stdout);
        small.zoom(step);
        large.zoom(step);
    }
}

double microsecondsEach(Run &run, int from, int to)
{
    run.addUpTo(from);
    QElapsedTimer timer;
    timer.start();
    run.addUpTo(to);
    return double(timer.nsecsElapsed()) / 1e3 / (to - from);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const models::Catalogue catalogue = platform::builtInCatalogue();
    constexpr int sample = 20'000;
    Run large(catalogue, many);
    const double early = microsecondsEach(large, few, few + sample);
    const double late = microsecondsEach(large, many - sample, many);
    std::printf("adding one transition and its webhook: %.2f us early, %.2f us late, ratio %.2f\n",
                early, late, late / early);
    Run small(catalogue, few);
    small.addUpTo(few);
    compareFrames(small, large);
    return 0;
}
