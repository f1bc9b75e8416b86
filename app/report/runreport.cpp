// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/runreport.h"

#include "app/report/reportwords.h"
#include "models/run/runrules.h"
#include "models/text/sentences.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace otpscope::report {

using models::Json;

namespace {

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : Json(models::toUtf8String(text));
}

Json timeOrNull(const std::optional<models::Instant> &at)
{
    return at ? Json(models::toUtf8String(models::toIsoUtc(*at))) : Json(nullptr);
}

Json channelOrNull(models::Channel channel)
{
    models::StepState step;
    step.channel = channel;
    return textOrNull(models::channelKey(step));
}

Json stepJson(const models::StepState &step)
{
    Json json;
    json["order"] = step.order;
    json["channel"] = textOrNull(models::channelKey(step));
    json["trackingId"] = textOrNull(step.trackingId.text());
    json["status"] = textOrNull(step.status);
    json["price"] = step.price ? Json(*step.price) : Json(nullptr);
    json["startedAt"] = timeOrNull(knownTime(step.startedAt, step.startKind));
    json["concludedAt"] = timeOrNull(knownTime(step.concludedAt, step.conclusionKind));
    return json;
}

Json transitionJson(const models::Transition &transition)
{
    const bool isFlow = transition.subject == models::Subject::Flow;
    Json json;
    json["at"] = timeOrNull(transition.at);
    json["subject"] = isFlow ? "flow" : "step";
    json["order"] = isFlow ? Json(nullptr) : Json(transition.order);
    json["from"] = textOrNull(transition.from);
    json["to"] = textOrNull(transition.to);
    json["source"] = textOrNull(models::sourceKey(transition.source));
    return json;
}

Json failoverJson(const models::Failover &failover)
{
    Json json;
    json["fromOrder"] = failover.fromOrder;
    json["toOrder"] = failover.toOrder;
    json["trigger"] = textOrNull(failover.trigger);
    json["dueAt"] = timeOrNull(failover.dueAt);
    json["firedAt"] = timeOrNull(failover.firedAt);
    return json;
}

Json countsJson(const models::ObservationCounts &counts)
{
    Json json;
    json["send"] = counts.send;
    json["poll"] = counts.poll;
    json["webhook"] = counts.webhook;
    return json;
}

template <typename T, typename Writer>
Json listJson(const std::vector<T> &values, Writer write)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(write(value));
    return list;
}

Json findingJson(const models::Finding &finding)
{
    Json json;
    json["severity"] = models::toUtf8String(severityWord(finding.severity));
    json["rule"] = models::toUtf8String(finding.rule);
    json["pointer"] = models::toUtf8String(finding.pointer);
    json["message"] = models::toUtf8String(models::sentenceFor(finding));
    return json;
}

QString verdictWord(models::CheckedExpectation::Verdict verdict)
{
    switch (verdict) {
    case models::CheckedExpectation::Verdict::Met:
        return QStringLiteral("met");
    case models::CheckedExpectation::Verdict::Failed:
        return QStringLiteral("failed");
    case models::CheckedExpectation::Verdict::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

Json expectationJson(const models::CheckedExpectation &expectation)
{
    Json json;
    json["rule"] = models::toUtf8String(expectation.finding.rule);
    json["verdict"] = models::toUtf8String(verdictWord(expectation.verdict));
    json["message"] = models::toUtf8String(models::sentenceFor(expectation.finding));
    return json;
}

QString stepName(const models::StepState &step)
{
    const QString channel = step.channel == models::Channel::Unknown
                                ? step.channelText
                                : models::channelName(step.channel);
    return QStringLiteral("step %1: %2").arg(step.order).arg(channel);
}

QString seconds(std::optional<models::Instant> from, std::optional<models::Instant> to)
{
    const bool isKnown = from && to && *to >= *from;
    const double value = isKnown ? std::chrono::duration<double>(*to - *from).count() : 0.0;
    return QString::number(value, 'f', 3);
}

/// Writes one suite of JUnit's XML, as Jenkins and GitLab read it.
class JUnitWriter
{
public:
    explicit JUnitWriter(QByteArray *out)
        : m_xml(out)
    {}

    void write(const ReportedRun &run)
    {
        const auto errors = std::count_if(run.findings.begin(), run.findings.end(), isError);
        const auto unmet = models::unmet(run.expectations).size();
        const auto skipped = std::count_if(run.state.steps.begin(), run.state.steps.end(),
                                           [](const auto &step) { return !step.isTried(); });
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("testsuites"));
        m_xml.writeStartElement(QStringLiteral("testsuite"));
        attribute("name", run.title);
        attribute("tests",
                  QString::number(run.state.steps.size() + 1 + run.expectations.size() + errors));
        attribute("failures", QString::number(errors + unmet + (run.state.isConcluded() ? 0 : 1)));
        attribute("skipped", QString::number(skipped));
        attribute("time", seconds(run.state.sentAt,
                                  knownTime(run.state.concludedAt, run.state.conclusionKind)));
        if (run.state.sentAt)
            attribute("timestamp", models::toIsoUtc(*run.state.sentAt));
        for (const models::StepState &step : run.state.steps)
            writeStep(step);
        writeConclusion(run.state);
        for (const models::CheckedExpectation &expectation : run.expectations)
            writeExpectation(expectation);
        for (const models::Finding &finding : run.findings) {
            if (isError(finding))
                writeFailure(finding);
        }
        m_xml.writeEndDocument();
    }

private:
    static bool isError(const models::Finding &finding)
    {
        // An expectation has a case of its own.
        return finding.severity == models::Severity::Error &&
               !finding.rule.startsWith(QLatin1String("expected-"));
    }

    void attribute(const char *name, const QString &value)
    {
        m_xml.writeAttribute(QString::fromLatin1(name), xmlSafe(value));
    }

    void beginCase(const QString &className, const QString &name)
    {
        m_xml.writeStartElement(QStringLiteral("testcase"));
        attribute("classname", QStringLiteral("otpscope.") + className);
        attribute("name", name);
    }

    void writeStep(const models::StepState &step)
    {
        beginCase(QStringLiteral("step"), stepName(step));
        attribute("time", seconds(knownTime(step.startedAt, step.startKind),
                                  knownTime(step.concludedAt, step.conclusionKind)));
        if (!step.isTried())
            m_xml.writeEmptyElement(QStringLiteral("skipped"));
        else
            m_xml.writeTextElement(QStringLiteral("system-out"), xmlSafe(step.status));
        m_xml.writeEndElement();
    }

    void writeConclusion(const models::RunState &state)
    {
        beginCase(QStringLiteral("run"), QStringLiteral("concluded"));
        const QString headline = xmlSafe(models::headlineFor(state));
        if (state.isConcluded()) {
            m_xml.writeTextElement(QStringLiteral("system-out"), headline);
        } else {
            m_xml.writeStartElement(QStringLiteral("failure"));
            attribute("type", QStringLiteral("not-concluded"));
            attribute("message", headline);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeExpectation(const models::CheckedExpectation &expectation)
    {
        const models::Finding &finding = expectation.finding;
        const QString sentence = xmlSafe(models::sentenceFor(finding));
        const QString about = finding.values.value(0);
        beginCase(QStringLiteral("expectation"),
                  about.isEmpty() ? finding.rule : finding.rule + QLatin1Char(' ') + about);
        if (expectation.verdict == models::CheckedExpectation::Verdict::Met) {
            m_xml.writeTextElement(QStringLiteral("system-out"), sentence);
        } else {
            m_xml.writeStartElement(QStringLiteral("failure"));
            attribute("type", verdictWord(expectation.verdict));
            attribute("message", sentence);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeFailure(const models::Finding &finding)
    {
        const QString name = finding.pointer.isEmpty()
                                 ? finding.rule
                                 : finding.rule + QLatin1Char(' ') + finding.pointer;
        beginCase(QStringLiteral("finding"), name);
        m_xml.writeStartElement(QStringLiteral("failure"));
        attribute("type", finding.rule);
        attribute("message", models::sentenceFor(finding));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

} // namespace

ReportedRun reportedRun(const QString &title, const models::RunMachine &machine)
{
    return {title,
            machine.state(),
            machine.settledTransitions(),
            machine.failovers(),
            machine.findings(),
            {}};
}

void check(ReportedRun &run, const models::Expectations &expectations)
{
    run.expectations = models::checkExpectations(
        expectations, {run.state, run.transitions, run.failovers, run.findings});
    for (const models::Finding &finding : models::unmet(run.expectations))
        run.findings.push_back(finding);
}

Json findingsJson(const std::vector<models::Finding> &findings)
{
    return listJson(findings, findingJson);
}

QByteArray runReportJson(const ReportedRun &run)
{
    Json json;
    json["flowId"] = textOrNull(run.state.flowId.text());
    json["status"] = textOrNull(run.state.status);
    json["concluded"] = run.state.isConcluded();
    json["terminatingChannel"] = channelOrNull(run.state.terminatingChannel());
    json["steps"] = listJson(run.state.steps, stepJson);
    json["transitions"] = listJson(run.transitions, transitionJson);
    json["failovers"] = listJson(run.failovers, failoverJson);
    json["observations"] = countsJson(run.state.counts);
    json["findings"] = findingsJson(run.findings);
    if (!run.expectations.empty())
        json["expectations"] = listJson(run.expectations, expectationJson);
    return models::prettyJson(json);
}

QByteArray runReportJUnit(const ReportedRun &run)
{
    QByteArray xml;
    JUnitWriter(&xml).write(run);
    return xml;
}

} // namespace otpscope::report
