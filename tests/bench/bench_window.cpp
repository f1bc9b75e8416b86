// SPDX-License-Identifier: GPL-3.0-or-later

// bench_window [OBSERVATIONS]    default 100000
//
// Opens the window with its services, sends a flow to the simulator with the service clock frozen,
// so that the run stays open, and lets wrk (64 kept connections) post webhooks of 1 kB to that
// run's receiver. Prints for each tenth of the observations how fast they were taken in, the
// resident memory, and the gaps between heartbeats of the GUI thread.

#include "models/items/observationmodel.h"
#include "tests/bench/frozenwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace otpscope;

namespace {

constexpr int heartbeatMs = 5;
constexpr int parts = 10;

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kilobytesPerMegabyte = 1024;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / kilobytesPerMegabyte;
    }
    return 0;
}

/// Every second body reports another status than the one before.
QByteArray postScript(const models::RunState &state)
{
    const QByteArray flow = state.flowId.text().toUtf8();
    const QByteArray step = state.steps.front().trackingId.text().toUtf8();
    return "wrk.method = \"POST\"\n"
           "wrk.headers[\"Content-Type\"] = \"application/json\"\n"
           "local head = '{\"flowId\":\"" +
           flow +
           "\",\"status\":\"InProgress\",\"statusCode\":null,\"total_cost\":0.0093,"
           "\"steps\":[{\"trackingId\":\"" +
           step +
           "\",\"role\":\"primary\",\"channel\":\"viber\",\"price\":0.0093,\"country\":\"GR\","
           "\"error_message\":\"' .. string.rep('x', 760) .. '\",\"status\":\"'\n"
           "local n = 0\n"
           "request = function()\n"
           "  n = n + 1\n"
           "  local status = n % 2 == 0 and 'QUEUED' or 'DELIVERED'\n"
           "  return wrk.format(nil, nil, nil, head .. status .. '\"}]}')\n"
           "end\n";
}

} // namespace

class Bench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bench)

public:
    Bench(window::WindowController &controller, int observations, const QString &folder)
        : m_controller(controller)
        , m_part(observations / parts)
        , m_folder(folder)
    {
        m_heartbeat.setTimerType(Qt::PreciseTimer);
        connect(&m_heartbeat, &QTimer::timeout, this, &Bench::beat);
        connect(&controller.run(), &models::RunModel::updated, this, &Bench::look);
    }

private:
    void look()
    {
        if (m_load.state() == QProcess::NotRunning && !m_controller.run().state().flowId.isEmpty())
            startLoad();
    }

    void startLoad()
    {
        const QString script = m_folder + QStringLiteral("/post.lua");
        QFile file(script);
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("%s cannot be written.", qPrintable(script));
        }
        file.write(postScript(m_controller.run().state()));
        file.close();
        std::printf("before the load: %.0f MB resident\n", residentMegabytes());
        std::printf("%12s %10s %8s %10s %10s %10s\n", "observations", "per s", "MB", "gap p50 ms",
                    "gap p99 ms", "gap max ms");
        m_load.start(QStringLiteral("wrk"),
                     {QStringLiteral("-t1"), QStringLiteral("-c64"), QStringLiteral("-d120s"),
                      QStringLiteral("-s"), script, bench::callbackOf(m_controller).toString()});
        m_sinceBeat.start();
        m_sincePart.start();
        m_heartbeat.start(heartbeatMs);
    }

    void beat()
    {
        constexpr double nanosecondsPerMillisecond = 1e6;
        m_gaps.push_back(static_cast<double>(m_sinceBeat.nsecsElapsed()) /
                         nanosecondsPerMillisecond);
        m_sinceBeat.start();
        const int count = m_controller.run().observationModel()->rowCount();
        if (count >= m_part * (m_done + 1))
            report(count);
    }

    void report(int count)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto at = [this](double share) {
            return m_gaps[static_cast<std::size_t>(share * double(m_gaps.size() - 1))];
        };
        std::printf("%12d %10.0f %8.0f %10.1f %10.1f %10.1f\n", count,
                    1000.0 * (count - m_counted) / double(m_sincePart.elapsed()),
                    residentMegabytes(), at(0.5), at(0.99), m_gaps.back());
        std::fflush(stdout);
        m_gaps.clear();
        m_counted = count;
        m_sincePart.start();
        if (++m_done < parts)
            return;
        m_load.kill();
        m_load.waitForFinished();
        QApplication::quit();
    }

    window::WindowController &m_controller;
    int m_part;
    QString m_folder;
    QTimer m_heartbeat;
    QProcess m_load;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_sincePart;
    std::vector<double> m_gaps;
    int m_counted = 0;
    int m_done = 0;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int wanted = application.arguments().value(1, QStringLiteral("100000")).toInt();
    bench::FrozenWindow window(application);
    const Bench measured(window.controller(), wanted, window.folder());
    window.open();
    return QApplication::exec();
}

#include "bench_window.moc"
