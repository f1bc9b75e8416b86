// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clock.h"
#include "models/core/json.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

using namespace otpscope::models;

namespace {

constexpr int processTimeoutMs = 120'000;

/// How the flow of an example is changed before it is sent.
enum class Variant {
    AsItStands,
    FailoverOnDelivered,
    SmsFirst,
};

struct Case
{
    QString name;
    QString example;
    QString scenario;
    Variant variant = Variant::AsItStands;
    /// "1>2 EXPIRED" for each failover that the document demands, in order.
    QStringList failovers;
    /// "1 viber EXPIRED" for each step, in order; the last status.
    QStringList steps;
    QString terminatingChannel;
    QString flowStatus;
};

struct Outcome
{
    int exitCode = -1;
    Json result;
    QString complaints;
};

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json flowOf(const Case &item)
{
    const auto parsed =
        parseJson(fileBytes(QStringLiteral(OTPSCOPE_EXAMPLES "/%1.json").arg(item.example)));
    Json flow = parsed ? parsed.value() : Json();
    Json &steps = flow["flow"];
    if (item.variant == Variant::FailoverOnDelivered)
        steps[0]["failoverOnDelivered"] = true;
    if (item.variant == Variant::SmsFirst) {
        steps[0]["order"] = 2;
        steps[1]["order"] = 1;
    }
    return flow;
}

QStringList failoversIn(const Json &result)
{
    QStringList lines;
    for (const Json &failover : result["failovers"]) {
        lines.append(QStringLiteral("%1>%2 %3")
                         .arg(failover["fromOrder"].get<int>())
                         .arg(failover["toOrder"].get<int>())
                         .arg(toQString(failover["trigger"].get<std::string>())));
    }
    return lines;
}

QStringList stepsIn(const Json &result)
{
    QStringList lines;
    for (const Json &step : result["steps"]) {
        const QString status =
            step["status"].is_string() ? toQString(step["status"].get<std::string>()) : QString();
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(step["order"].get<int>())
                         .arg(toQString(step["channel"].get<std::string>()), status)
                         .trimmed());
    }
    return lines;
}

/// What a failure is to be understood by.
QString whyNot(const Json &result)
{
    return toQString(result["findings"].dump() + "\n" + result["failovers"].dump());
}

std::vector<Case> allCases()
{
    struct Scenario
    {
        const char *name;
        Variant variant;
        QStringList failovers;
        QStringList steps;
        const char *terminating;
        const char *flowStatus;
    };
    const auto list = [](std::initializer_list<const char *> texts) {
        QStringList result;
        for (const char *text : texts)
            result.append(QLatin1String(text));
        return result;
    };
    const std::vector<Scenario> scenarios = {
        {"viber-delivered-seen",
         Variant::AsItStands,
         {},
         list({"1 viber SEEN", "2 sms"}),
         "viber",
         "Succeeded"},
        {"viber-expired-sms-delivered", Variant::AsItStands, list({"1>2 EXPIRED"}),
         list({"1 viber EXPIRED", "2 sms Delivered"}), "sms", "Succeeded"},
        {"viber-delivered-then-sms",
         Variant::AsItStands,
         {},
         list({"1 viber DELIVERED", "2 sms"}),
         "viber",
         "Succeeded"},
        {"viber-delivered-then-sms", Variant::FailoverOnDelivered, list({"1>2 DELIVERED"}),
         list({"1 viber DELIVERED", "2 sms Delivered"}), "sms", "Succeeded"},
        {"viber-unsent-sms-delivered", Variant::AsItStands, list({"1>2 UNSENT"}),
         list({"1 viber UNSENT", "2 sms Delivered"}), "sms", "Succeeded"},
        {"all-fail", Variant::AsItStands, list({"1>2 EXPIRED"}),
         list({"1 viber EXPIRED", "2 sms Undelivered"}), "", "Failed"},
        {"sms-first-viber-second", Variant::SmsFirst, list({"1>2 Undelivered"}),
         list({"1 sms Undelivered", "2 viber SEEN"}), "viber", "Succeeded"},
        {"sms-first-viber-second",
         Variant::AsItStands,
         {},
         list({"1 viber SEEN", "2 sms"}),
         "viber",
         "Succeeded"},
    };
    const QStringList variantNames{QStringLiteral("as it stands"),
                                   QStringLiteral("with failoverOnDelivered"),
                                   QStringLiteral("with the SMS first")};
    std::vector<Case> cases;
    for (const char *example : {"example-1-basic", "example-2-with-business-and-validity-hours",
                                "example-3-with-type-and-validity"}) {
        for (const Scenario &scenario : scenarios) {
            cases.push_back({QStringLiteral("%1 %2 in %3")
                                 .arg(QLatin1String(example),
                                      variantNames.at(static_cast<int>(scenario.variant)),
                                      QLatin1String(scenario.name)),
                             QLatin1String(example), QLatin1String(scenario.name), scenario.variant,
                             scenario.failovers, scenario.steps,
                             QLatin1String(scenario.terminating),
                             QLatin1String(scenario.flowStatus)});
        }
    }
    return cases;
}

} // namespace

/// Every example in every scenario through `otpscope-cli run --speed 60`: the JSON must show the
/// failovers that the API document demands (4.2, 4.3), and nothing else.
/// All runs are started together, so that the test lasts as long as the slowest of them.
class ScenariosByCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void theDocumentsFailoversHappenAndNoOthers_data();
    void theDocumentsFailoversHappenAndNoOthers();

private:
    QTemporaryDir m_folder;
    std::vector<Case> m_cases = allCases();
    std::map<QString, Outcome> m_outcomes;
};

void ScenariosByCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    std::vector<std::unique_ptr<QProcess>> processes;
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        const QString path = m_folder.filePath(QStringLiteral("flow-%1.json").arg(i));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(prettyJson(flowOf(m_cases[i])));
        file.close();
        auto process = std::make_unique<QProcess>();
        process->start(
            QStringLiteral(OTPSCOPE_CLI),
            {QStringLiteral("run"), path, QStringLiteral("--speed"), QStringLiteral("60"),
             QStringLiteral("--scenario"), m_cases[i].scenario, QStringLiteral("--format"),
             QStringLiteral("json"), QStringLiteral("--timeout"), QStringLiteral("90"),
             QStringLiteral("--store"), m_folder.filePath(QStringLiteral("store-%1.db").arg(i))});
        processes.push_back(std::move(process));
    }
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        QProcess &process = *processes[i];
        QVERIFY2(process.waitForFinished(processTimeoutMs), qPrintable(m_cases[i].name));
        Outcome outcome;
        outcome.exitCode = process.exitCode();
        outcome.complaints = QString::fromUtf8(process.readAllStandardError());
        const auto result = parseJson(process.readAllStandardOutput());
        if (result)
            outcome.result = result.value();
        m_outcomes[m_cases[i].name] = outcome;
    }
}

void ScenariosByCli::theDocumentsFailoversHappenAndNoOthers_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(m_cases[i].name)) << static_cast<int>(i);
}

void ScenariosByCli::theDocumentsFailoversHappenAndNoOthers()
{
    QFETCH(int, index);
    const Case &item = m_cases[static_cast<std::size_t>(index)];
    const Outcome &outcome = m_outcomes[item.name];
    QVERIFY2(outcome.result.is_object(), qPrintable(outcome.complaints));
    const Json &result = outcome.result;
    QCOMPARE(failoversIn(result), item.failovers);
    QCOMPARE(stepsIn(result), item.steps);
    QCOMPARE(result["concluded"].get<bool>(), true);
    QCOMPARE(toQString(result["status"].get<std::string>()), item.flowStatus);
    const Json &terminating = result["terminatingChannel"];
    QCOMPARE(terminating.is_null() ? QString() : toQString(terminating.get<std::string>()),
             item.terminatingChannel);
    QVERIFY2(outcome.exitCode == 0, qPrintable(whyNot(result)));
    QCOMPARE(result["observations"]["send"].get<int>(), 1);
    for (const Json &failover : result["failovers"]) {
        const auto due = fromIso(toQString(failover["dueAt"].get<std::string>()));
        const auto fired = fromIso(toQString(failover["firedAt"].get<std::string>()));
        QVERIFY(due && fired);
        QVERIFY2(*fired >= *due, qPrintable(whyNot(result)));
        QVERIFY2(*fired - *due < std::chrono::seconds{5}, qPrintable(whyNot(result)));
    }
}

QTEST_GUILESS_MAIN(ScenariosByCli)
#include "tst_scenariosbycli.moc"
