// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/htmlreport.h"

#include "app/report/reportwords.h"
#include "models/run/runrules.h"
#include "models/text/masking.h"
#include "models/text/sentences.h"

#include <QStringList>

namespace otpscope::report {

namespace {

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += QStringLiteral("<%1>%2</%1>").arg(tag, xmlSafe(cell).toHtmlEscaped());
    return row + QStringLiteral("</tr>\n");
}

QString htmlTable(const QString &title, const QStringList &head, const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return {};
    QString table = QStringLiteral("<h2>%1</h2>\n<table>\n").arg(title);
    table += htmlRow(head, QStringLiteral("th"));
    for (const QStringList &row : rows)
        table += htmlRow(row, QStringLiteral("td"));
    return table + QStringLiteral("</table>\n");
}

QString htmlTime(const std::optional<models::Instant> &at)
{
    return at ? models::toIsoUtc(*at) : QString();
}

QList<QStringList> stepRows(const ReportedRun &run)
{
    QList<QStringList> rows;
    for (const models::StepState &step : run.state.steps)
        rows.append({QString::number(step.order), models::channelKey(step), step.status,
                     step.price ? QString::number(*step.price) : QString(),
                     htmlTime(knownTime(step.startedAt, step.startKind)),
                     htmlTime(knownTime(step.concludedAt, step.conclusionKind)),
                     models::maskedWords(step.errorMessage)});
    return rows;
}

QList<QStringList> transitionRows(const ReportedRun &run)
{
    QList<QStringList> rows;
    for (const models::Transition &transition : run.transitions) {
        const bool isFlow = transition.subject == models::Subject::Flow;
        rows.append(
            {models::toIsoUtc(transition.at),
             isFlow ? QStringLiteral("flow") : QStringLiteral("step %1").arg(transition.order),
             transition.from, transition.to, models::sourceKey(transition.source)});
    }
    return rows;
}

QList<QStringList> findingRows(const ReportedRun &run)
{
    QList<QStringList> rows;
    for (const models::Finding &finding : run.findings)
        rows.append({severityWord(finding.severity), finding.rule, models::sentenceFor(finding),
                     models::sourceOfRule(finding.rule)});
    return rows;
}

} // namespace

QByteArray runReportHtml(const ReportedRun &run)
{
    const QString title = xmlSafe(run.title).toHtmlEscaped();
    QString page =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n<title>");
    page += title;
    page += QStringLiteral(
        "</title>\n<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
        "th,td{border:1px solid #bbb;padding:.3em "
        ".6em;text-align:left;vertical-align:top}</style>\n"
        "</head>\n<body>\n<h1>");
    page += title;
    page += QStringLiteral("</h1>\n<p>");
    page += xmlSafe(models::headlineFor(run.state)).toHtmlEscaped();
    page += QStringLiteral("</p>\n");
    page += htmlTable(QStringLiteral("Steps"),
                      {QStringLiteral("Order"), QStringLiteral("Channel"), QStringLiteral("Status"),
                       QStringLiteral("Price"), QStringLiteral("Started"),
                       QStringLiteral("Concluded"), QStringLiteral("Error")},
                      stepRows(run));
    page += htmlTable(QStringLiteral("What happened"),
                      {QStringLiteral("Time"), QStringLiteral("Of"), QStringLiteral("From"),
                       QStringLiteral("To"), QStringLiteral("Told by")},
                      transitionRows(run));
    page += htmlTable(QStringLiteral("Findings"),
                      {QStringLiteral("Severity"), QStringLiteral("Rule"),
                       QStringLiteral("What was found"), QStringLiteral("Stands on")},
                      findingRows(run));
    page += QStringLiteral("</body>\n</html>\n");
    return page.toUtf8();
}

} // namespace otpscope::report
