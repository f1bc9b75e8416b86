// SPDX-License-Identifier: GPL-3.0-or-later

// bench_manyruns OTPSCOPE_CLI [RUNS] [SECONDS]    default 500 runs, 30 s
//
// Opens the window with its services, starts `otpscope-cli simulate` as a program of its own, sends
// RUNS flows to it and follows all of them by webhook and polling, in one thread, with one receiver
// and one store, as the window follows its own. Once all are sent it measures for SECONDS the
// processor time of this program, the gaps between heartbeats of the GUI thread, and what came in,
// each beside its bound: half a core, and 50 ms at the 99th percentile.

#include "app/client/serviceaccess.h"
#include "app/run/runsession.h"
#include "app/store/observationstore.h"
#include "app/webhook/webhookreceiver.h"
#include "models/flow/callbacktext.h"
#include "tests/bench/frozenwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <vector>

using namespace otpscope;

namespace {

constexpr int heartbeatMs = 5;
constexpr double mostCores = 0.5;
constexpr double longestGapMs = 50;

double processorSeconds()
{
    constexpr double microseconds = 1e6;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / microseconds;
}

/// `otpscope-cli simulate` on a free port.
class SimulatorProgram final
{
public:
    explicit SimulatorProgram(const QString &program)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program,
                        {QStringLiteral("simulate"), QStringLiteral("--port"), QStringLiteral("0"),
                         QStringLiteral("--scenario"), QStringLiteral("viber-delivered-then-sms")});
        QByteArray said;
        while (!said.contains('\n') && m_process.waitForReadyRead())
            said += m_process.readAllStandardOutput();
        const qsizetype at = said.indexOf("http://");
        m_address = QUrl(QString::fromLatin1(said.mid(at).split('\n').first().split(' ').first()));
        m_address.setPath({});
    }
    ~SimulatorProgram()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SimulatorProgram)

    [[nodiscard]] client::Endpoint endpoint() const
    {
        client::Endpoint result{m_address, m_address, QStringLiteral("demo"),
                                QStringLiteral("demo")};
        result.service.setPath(QStringLiteral("/failover-otp"));
        result.token.setPath(QStringLiteral("/oauth/token"));
        return result;
    }

private:
    QProcess m_process;
    QUrl m_address;
};

/// All runs, in the thread it is moved to.
class ManyRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManyRuns)

public:
    ManyRuns(client::Endpoint endpoint, QString store, const models::Clock &clock)
        : m_endpoint(std::move(endpoint))
        , m_storePlace(std::move(store))
        , m_clock(clock)
    {}
    ~ManyRuns() override = default;

    void start(int runs)
    {
        m_store = store::ObservationStore::open(m_storePlace).value();
        m_receiver = std::make_unique<webhook::WebhookReceiver>(m_store, m_clock);
        if (!m_receiver->listen().isListening)
            qFatal("The receiver cannot listen.");
        m_access =
            std::make_shared<client::ServiceAccess>(m_endpoint, client::ClientLimits(), m_clock);
        m_wanted = runs;
        // The simulator takes 256 connections, and each send has one of its own.
        constexpr int atOnce = 40;
        for (int run = 0; run < atOnce; ++run)
            beginNext();
    }

    std::atomic<int> followed = 0;
    std::atomic<int> ended = 0;
    std::atomic<qint64> polls = 0;
    std::atomic<qint64> webhooks = 0;

private:
    void beginNext()
    {
        if (int(m_sessions.size()) < m_wanted)
            begin(models::RunId(QString::number(m_sessions.size())));
    }

    void begin(const models::RunId &id)
    {
        run::RunRequest request;
        request.id = id;
        request.flowText = models::textWithCallback(platform::builtInExamples().front().text,
                                                    m_receiver->openPath(id).toEncoded());
        request.endpoint = m_endpoint;
        request.access = m_access;
        auto session = std::make_unique<run::RunSession>(std::move(request), m_catalogue, m_store,
                                                         m_receiver.get(), m_clock);
        connect(session.get(), &run::RunSession::updated, this,
                [this](const models::RunUpdate &update) { count(update); });
        connect(session.get(), &run::RunSession::ended, this, [this] { ++ended; });
        session->start();
        m_sessions.push_back(std::move(session));
    }

    void count(const models::RunUpdate &update)
    {
        for (const models::ObservationSummary &seen : update.observations) {
            switch (seen.source) {
            case models::ObservationSource::Send:
                if (seen.problem != models::TransportProblem::None || seen.httpStatus != 200)
                    qFatal("A flow was not accepted.");
                ++followed;
                beginNext();
                break;
            case models::ObservationSource::Poll:
                ++polls;
                break;
            case models::ObservationSource::Webhook:
                ++webhooks;
                break;
            }
        }
    }

    client::Endpoint m_endpoint;
    QString m_storePlace;
    const models::Clock &m_clock;
    models::Catalogue m_catalogue = platform::builtInCatalogue();
    std::shared_ptr<store::ObservationStore> m_store;
    std::unique_ptr<webhook::WebhookReceiver> m_receiver;
    std::shared_ptr<client::ServiceAccess> m_access;
    int m_wanted = 0;
    std::vector<std::unique_ptr<run::RunSession>> m_sessions;
};

} // namespace

class Bench final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Bench)

public:
    Bench(ManyRuns &runs, int count, int seconds)
        : m_runs(runs)
        , m_count(count)
        , m_seconds(seconds)
    {
        m_heartbeat.setTimerType(Qt::PreciseTimer);
        connect(&m_heartbeat, &QTimer::timeout, this, &Bench::beat);
        m_sinceBeat.start();
        m_heartbeat.start(heartbeatMs);
        m_sending.start();
    }
    ~Bench() override = default;

private:
    void beat()
    {
        constexpr double nanosecondsPerMillisecond = 1e6;
        const double gap = double(m_sinceBeat.nsecsElapsed()) / nanosecondsPerMillisecond;
        m_sinceBeat.start();
        if (m_isMeasuring)
            m_gaps.push_back(gap);
        else if (m_runs.followed == m_count)
            begin();
        if (m_isMeasuring && m_measured.elapsed() >= 1000LL * m_seconds)
            report();
    }

    void begin()
    {
        std::printf("%d flows sent in %.1f s\n", m_count, double(m_sending.elapsed()) / 1000.0);
        m_isMeasuring = true;
        m_processorBefore = processorSeconds();
        m_pollsBefore = m_runs.polls;
        m_webhooksBefore = m_runs.webhooks;
        m_measured.start();
    }

    void report()
    {
        m_heartbeat.stop();
        const double seconds = double(m_measured.elapsed()) / 1000.0;
        const double cores = (processorSeconds() - m_processorBefore) / seconds;
        std::sort(m_gaps.begin(), m_gaps.end());
        const double p99 = m_gaps[std::size_t(0.99 * double(m_gaps.size() - 1))];
        std::printf("%d runs open, %d ended; %.0f polls/s, %.0f webhooks/s\n",
                    m_count - m_runs.ended, int(m_runs.ended),
                    double(m_runs.polls - m_pollsBefore) / seconds,
                    double(m_runs.webhooks - m_webhooksBefore) / seconds);
        std::printf("%-28s %8s %8s %8s\n", "", "measured", "bound", "ratio");
        std::printf("%-28s %8.2f %8.2f %8.2f\n", "cores", cores, mostCores, cores / mostCores);
        std::printf("%-28s %8.1f %8.1f %8.2f\n", "gap of the window, p99, ms", p99, longestGapMs,
                    p99 / longestGapMs);
        std::printf("%-28s %8.1f\n", "gap of the window, max, ms", m_gaps.back());
        QApplication::quit();
    }

    ManyRuns &m_runs;
    int m_count;
    int m_seconds;
    QTimer m_heartbeat;
    QElapsedTimer m_sinceBeat;
    QElapsedTimer m_sending;
    QElapsedTimer m_measured;
    bool m_isMeasuring = false;
    double m_processorBefore = 0;
    qint64 m_pollsBefore = 0;
    qint64 m_webhooksBefore = 0;
    std::vector<double> m_gaps;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int count = arguments.value(2, QStringLiteral("500")).toInt();
    const int seconds = arguments.value(3, QStringLiteral("30")).toInt();
    const SimulatorProgram simulator(arguments.value(1));
    bench::FrozenWindow window(application);
    QThread thread;
    auto *runs = new ManyRuns(simulator.endpoint(), window.folder() + QStringLiteral("/many"),
                              window.clock());
    runs->moveToThread(&thread);
    // In its own thread, where its sockets are.
    QObject::connect(&thread, &QThread::finished, runs, &QObject::deleteLater);
    QObject::connect(&thread, &QThread::started, runs, [runs, count] { runs->start(count); });
    window.open();
    const Bench measured(*runs, count, seconds);
    thread.start();
    const int result = QApplication::exec();
    thread.quit();
    thread.wait();
    return result;
}

#include "bench_manyruns.moc"
