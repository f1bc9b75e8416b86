// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/eventtable.h"

#include "models/run/runrules.h"
#include "models/text/masking.h"

#include <QStringList>

namespace otpscope::report {

namespace {

QString csvCell(QString text)
{
    static const QString formulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool needsQuotes = text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) ||
                             text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!needsQuotes)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
           QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(csvCell(cell));
    return written.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace

QByteArray eventTableCsv(const std::vector<models::ObservationSummary> &events)
{
    QByteArray csv =
        csvLine({QStringLiteral("id"), QStringLiteral("arrivedAt"), QStringLiteral("serviceAt"),
                 QStringLiteral("source"), QStringLiteral("httpStatus"), QStringLiteral("problem"),
                 QStringLiteral("bodyBytes"), QStringLiteral("statuses")});
    for (const models::ObservationSummary &event : events)
        csv += csvLine({QString::number(event.id.value), models::toIsoUtc(event.arrivedAt),
                        models::toIsoUtc(event.serviceAt), models::sourceKey(event.source),
                        event.httpStatus ? QString::number(event.httpStatus) : QString(),
                        models::problemKey(event.problem), QString::number(event.bodyBytes),
                        models::maskedWords(event.statuses)});
    return csv;
}

} // namespace otpscope::report
