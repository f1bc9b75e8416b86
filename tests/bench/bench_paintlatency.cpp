// SPDX-License-Identifier: GPL-3.0-or-later

// bench_paintlatency [WEBHOOKS]    default 20000
//
// Opens the window with its services, sends a flow to the simulator with the service clock frozen,
// so that the run stays open, and posts 1,000 webhooks a second to that run's receiver over 64 kept
// connections. Prints how long it takes from a webhook's last byte read, as the observation tells
// it, to the end of the frame that shows its mark.

#include "models/items/observationmodel.h"
#include "tests/bench/frozenwindow.h"
#include "ui/run/runview.h"
#include "ui/timeline/timelinewidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace otpscope;

namespace {

constexpr int connections = 64;
constexpr int perSecond = 1000;

/// Posts at an even pace, in a thread of its own.
class Sender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sender)

public:
    Sender(const QUrl &url, const models::RunState &state, int count)
        : m_url(url)
        , m_flow(state.flowId.text().toUtf8())
        , m_step(state.steps.front().trackingId.text().toUtf8())
        , m_left(count)
    {}

    void start()
    {
        for (int i = 0; i < connections; ++i) {
            m_sockets.push_back(std::make_unique<QTcpSocket>());
            m_sockets.back()->connectToHost(m_url.host(), quint16(m_url.port()));
        }
        m_pace = std::make_unique<QTimer>();
        m_pace->setTimerType(Qt::PreciseTimer);
        connect(m_pace.get(), &QTimer::timeout, this, &Sender::post);
        m_since.start();
        m_pace->start(1);
    }

    void stop()
    {
        m_pace.reset();
        m_sockets.clear();
    }

private:
    void post()
    {
        const qint64 due = m_since.elapsed() * perSecond / 1000;
        for (; m_sent < due && m_left > 0; ++m_sent, --m_left) {
            QTcpSocket &socket = *m_sockets[std::size_t(m_sent) % m_sockets.size()];
            socket.readAll();
            socket.write(request());
        }
    }

    [[nodiscard]] QByteArray request() const
    {
        const QByteArray body = "{\"flowId\":\"" + m_flow +
                                "\",\"status\":\"InProgress\",\"steps\":[{\"trackingId\":\"" +
                                m_step + "\",\"channel\":\"viber\",\"status\":\"" +
                                (m_sent % 2 == 0 ? "QUEUED" : "DELIVERED") + "\"}]}";
        return "POST " + m_url.path().toUtf8() +
               " HTTP/1.1\r\nHost: " + m_url.authority().toUtf8() +
               "\r\nContent-Type: application/json\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QUrl m_url;
    QByteArray m_flow;
    QByteArray m_step;
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
    std::unique_ptr<QTimer> m_pace;
    QElapsedTimer m_since;
    qint64 m_sent = 0;
    int m_left;
};

} // namespace

class PaintLatency final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaintLatency)

public:
    PaintLatency(window::WindowController &controller, const models::Clock &clock, int count)
        : m_controller(controller)
        , m_clock(clock)
        , m_count(count)
    {
        controller.window().runView()->timeline()->installEventFilter(this);
        connect(&controller.run(), &models::RunModel::updated, this, &PaintLatency::look);
    }
    ~PaintLatency() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_sender) {
            // Handled behind this frame.
            const int shown = rows();
            QMetaObject::invokeMethod(
                this, [this, shown] { note(shown); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    [[nodiscard]] int rows() const { return m_controller.run().observationModel()->rowCount(); }

    void look()
    {
        if (m_sender || m_controller.run().state().flowId.isEmpty())
            return;
        m_noted = rows();
        m_sender = new Sender(bench::callbackOf(m_controller), m_controller.run().state(),
                              m_count);
        m_sender->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_sender, &Sender::stop, Qt::DirectConnection);
        connect(&m_thread, &QThread::finished, m_sender, &QObject::deleteLater);
        m_thread.start();
        m_since.start();
        QMetaObject::invokeMethod(m_sender, &Sender::start);
    }

    void note(int shown)
    {
        const auto &all = m_controller.run().observationModel()->observations();
        const models::Instant now = m_clock.wallNow();
        ++m_frames;
        for (; m_noted < shown; ++m_noted) {
            const models::ObservationSummary &row = all[std::size_t(m_noted)];
            if (row.source == models::ObservationSource::Webhook)
                m_latencies.push_back(double((now - row.arrivedAt).count()));
        }
        if (int(m_latencies.size()) >= m_count)
            report();
    }

    void report()
    {
        std::ranges::sort(m_latencies);
        const auto at = [this](double share) {
            return m_latencies[std::size_t(share * double(m_latencies.size() - 1))];
        };
        std::printf("%zu webhooks at %.0f a second, %.0f frames a second\n", m_latencies.size(),
                    1000.0 * double(m_latencies.size()) / double(m_since.elapsed()),
                    1000.0 * m_frames / double(m_since.elapsed()));
        std::printf("from the last byte read to the painted mark: p50 %.0f ms, p90 %.0f ms, "
                    "p99 %.0f ms, most %.0f ms\n",
                    at(0.5), at(0.9), at(0.99), m_latencies.back());
        std::fflush(stdout);
        QApplication::quit();
    }

    window::WindowController &m_controller;
    const models::Clock &m_clock;
    int m_count;
    Sender *m_sender = nullptr;
    QThread m_thread;
    QElapsedTimer m_since;
    std::vector<double> m_latencies;
    int m_noted = 0;
    int m_frames = 0;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int wanted = application.arguments().value(1, QStringLiteral("20000")).toInt();
    bench::FrozenWindow window(application);
    const PaintLatency measured(window.controller(), window.clock(), wanted);
    window.open();
    return QApplication::exec();
}

#include "bench_paintlatency.moc"
