// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/eventexport.h"

#include "models/core/json.h"
#include "models/run/runrules.h"
#include "models/text/masking.h"

#include <QStringList>

namespace otpscope::report {

namespace {

QString relationKey(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed:
        return QStringLiteral("changed");
    case models::Contribution::Agrees:
        return QStringLiteral("agrees");
    case models::Contribution::Older:
        return QStringLiteral("older");
    case models::Contribution::Contradicts:
        return QStringLiteral("contradicts");
    case models::Contribution::NotUnderstood:
        return QStringLiteral("notUnderstood");
    }
    Q_UNREACHABLE();
}

QString statusesOf(const models::ObservationSummary &event, Masking masking)
{
    return masking == Masking::Masked ? models::maskedWords(event.statuses) : event.statuses;
}

models::Json textOr(const QString &text)
{
    return text.isEmpty() ? models::Json(nullptr) : models::Json(models::toUtf8String(text));
}

} // namespace

QByteArray csvCell(const QString &text)
{
    static const QString formulaStarts = QStringLiteral("=+-@\t\r");
    QString cell = text;
    if (!cell.isEmpty() && formulaStarts.contains(cell.front()))
        cell.prepend(u'\'');
    const bool needsQuotes =
        cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r');
    if (needsQuotes)
        cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return cell.toUtf8();
}

QByteArray eventsCsv(const std::vector<models::ObservationSummary> &events, Masking masking)
{
    QByteArray csv("at,arrivedAt,source,httpStatus,problem,relation,statuses,bytes\r\n");
    for (const models::ObservationSummary &event : events) {
        const QByteArrayList cells{csvCell(models::toIsoUtc(event.serviceAt)),
                                   csvCell(models::toIsoUtc(event.arrivedAt)),
                                   csvCell(models::sourceKey(event.source)),
                                   event.httpStatus > 0 ? QByteArray::number(event.httpStatus)
                                                        : QByteArray(),
                                   csvCell(models::problemKey(event.problem)),
                                   csvCell(relationKey(event.contribution)),
                                   csvCell(statusesOf(event, masking)),
                                   QByteArray::number(event.bodyBytes)};
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}

QByteArray eventsJson(const std::vector<models::ObservationSummary> &events, Masking masking)
{
    models::Json list = models::Json::array();
    for (const models::ObservationSummary &event : events) {
        models::Json json;
        json["at"] = models::toUtf8String(models::toIsoUtc(event.serviceAt));
        json["arrivedAt"] = models::toUtf8String(models::toIsoUtc(event.arrivedAt));
        json["source"] = models::toUtf8String(models::sourceKey(event.source));
        json["httpStatus"] =
            event.httpStatus > 0 ? models::Json(event.httpStatus) : models::Json(nullptr);
        json["problem"] = textOr(models::problemKey(event.problem));
        json["relation"] = models::toUtf8String(relationKey(event.contribution));
        json["statuses"] = textOr(statusesOf(event, masking));
        json["bytes"] = event.bodyBytes;
        list.push_back(std::move(json));
    }
    models::Json document;
    document["events"] = std::move(list);
    return models::prettyJson(document);
}

} // namespace otpscope::report
