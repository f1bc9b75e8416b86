// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/displaymodels.h"

#include "models/items/findingmodelroles.h"
#include "models/items/observationmodelroles.h"
#include "models/items/transitionmodelroles.h"
#include "models/run/runmachine.h"
#include "models/run/acceptance.h"
#include "models/text/sentences.h"
#include "ui/run/runtexts.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timelinemarks.h"

#include <QApplication>
#include <QColor>
#include <QLocale>

namespace otpscope::ui {

namespace {

static_assert(int(ObservationDisplayModel::ColumnCount) == int(models::ObservationColumnCount));

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

models::Instant instantOf(const QVariant &milliseconds)
{
    return models::Instant(std::chrono::milliseconds(milliseconds.toLongLong()));
}

QString timeText(models::Instant at, const TableTimes &times)
{
    switch (times.clock) {
    case TimeClock::Service:
        break;
    case TimeClock::Wall:
        return clockText(at, times.clock, std::chrono::milliseconds(1));
    case TimeClock::SinceSend:
        if (!times.sentAt)
            break;
        if (at < *times.sentAt)
            return QStringLiteral("−") + models::durationText(*times.sentAt - at);
        return models::durationText(at - *times.sentAt);
    }
    return clockText(at, TimeClock::Service, std::chrono::milliseconds(1));
}

QString timeTitle(const TableTimes &times)
{
    switch (times.clock) {
    case TimeClock::SinceSend:
        return Words::tr("Since send");
    case TimeClock::Service:
        return Words::tr("Service clock");
    case TimeClock::Wall:
        return Words::tr("Wall clock");
    }
    Q_UNREACHABLE();
}

/// Tells views of `model` that its first column reads otherwise.
template <typename Model>
void tellTimes(Model &model)
{
    if (model.rowCount() > 0)
        Q_EMIT model.dataChanged(model.index(0, 0), model.index(model.rowCount() - 1, 0),
                                 {Qt::DisplayRole});
    Q_EMIT model.headerDataChanged(Qt::Horizontal, 0, 0);
}

QString relationText(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed:
        return Words::tr("Changed something");
    case models::Contribution::Agrees:
        return Words::tr("Agrees");
    case models::Contribution::Older:
        return Words::tr("Older state, nothing taken back");
    case models::Contribution::Contradicts:
        return Words::tr("Contradicts");
    case models::Contribution::NotUnderstood:
        return Words::tr("Not understood");
    }
    Q_UNREACHABLE();
}

QColor colourOf(Tone tone)
{
    return coloursFor(QApplication::palette()).tone(tone);
}

/// Nothing for other roles: an empty text there would count as a size or a colour.
QVariant titleOf(const QStringList &titles, int section, Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= titles.size())
        return {};
    return titles[section];
}

} // namespace

ObservationDisplayModel::ObservationDisplayModel(QObject *parent)
    : QIdentityProxyModel(parent)
{}

void ObservationDisplayModel::setTimes(const TableTimes &times)
{
    if (m_times == times)
        return;
    m_times = times;
    tellTimes(*this);
}

QVariant ObservationDisplayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index, index.column());
    case Qt::ForegroundRole: {
        const auto contribution = models::Contribution(
            QIdentityProxyModel::data(index, models::ObservationContributionRole).toInt());
        return index.column() == RelatesColumn ? QVariant(colourOf(toneOf(contribution)))
                                               : QVariant();
    }
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant ObservationDisplayModel::headerData(int section, Qt::Orientation orientation,
                                             int role) const
{
    return titleOf(
        {timeTitle(m_times), tr("Source"), tr("What it says"), tr("How it relates"), tr("Size")},
        section, orientation, role);
}

QString ObservationDisplayModel::text(const QModelIndex &row, int column) const
{
    const auto value = [&](int role) { return QIdentityProxyModel::data(row, role); };
    const auto source = models::ObservationSource(value(models::ObservationSourceRole).toInt());
    switch (Column(column)) {
    case TimeColumn:
        return timeText(
            instantOf(value(m_times.clock == TimeClock::Wall ? models::ObservationArrivedAtRole
                                                             : models::ObservationServiceAtRole)),
            m_times);
    case SourceColumn:
        return models::sourceName(source);
    case SaysColumn: {
        const auto problem =
            models::TransportProblem(value(models::ObservationProblemRole).toInt());
        if (problem != models::TransportProblem::None)
            return models::sentenceFor(problem, source);
        const QString statuses = value(models::ObservationStatusesRole).toString();
        const int http = value(models::ObservationHttpStatusRole).toInt();
        const bool isUsual = http == 0 || (http >= 200 && http < 300);
        return isUsual ? statuses : tr("HTTP %1  %2").arg(http).arg(statuses);
    }
    case RelatesColumn:
        return relationText(
            models::Contribution(value(models::ObservationContributionRole).toInt()));
    case SizeColumn:
        return QLocale().formattedDataSize(value(models::ObservationBodyBytesRole).toLongLong(), 1,
                                           QLocale::DataSizeTraditionalFormat);
    case ColumnCount:
        break;
    }
    return {};
}

TransitionDisplayModel::TransitionDisplayModel(QObject *parent)
    : QIdentityProxyModel(parent)
{}

void TransitionDisplayModel::setTimes(const TableTimes &times)
{
    if (m_times == times)
        return;
    m_times = times;
    tellTimes(*this);
}

QVariant TransitionDisplayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QIdentityProxyModel::data(index, role);
    const auto value = [&](int wanted) { return QIdentityProxyModel::data(index, wanted); };
    switch (models::TransitionModelColumn(index.column())) {
    case models::TransitionAtColumn: {
        const models::Instant at = instantOf(value(models::TransitionAtRole));
        const bool isWall = m_times.clock == TimeClock::Wall && m_times.clocks;
        return timeText(isWall ? m_times.clocks->wallAt(at) : at, m_times);
    }
    case models::TransitionSubjectColumn: {
        const auto subject = models::Subject(value(models::TransitionSubjectRole).toInt());
        return subject == models::Subject::Flow
                   ? tr("Flow")
                   : tr("Step %1").arg(value(models::TransitionOrderRole).toInt());
    }
    case models::TransitionFromColumn:
        return value(models::TransitionFromRole);
    case models::TransitionToColumn: {
        const QString to = value(models::TransitionToRole).toString();
        return models::isAcceptance(models::Subject(value(models::TransitionSubjectRole).toInt()),
                            models::ObservationSource(value(models::TransitionSourceRole).toInt()),
                            to)
                   ? tr("Accepted, not yet delivered (“%1”)").arg(to)
                   : to;
    }
    case models::TransitionSourceColumn:
        return models::sourceName(
            models::ObservationSource(value(models::TransitionSourceRole).toInt()));
    case models::TransitionColumnCount:
        break;
    }
    return {};
}

QVariant TransitionDisplayModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const
{
    return titleOf({timeTitle(m_times), tr("Of"), tr("From"), tr("To"), tr("First seen in")},
                   section, orientation, role);
}

FindingDisplayModel::FindingDisplayModel(QObject *parent)
    : QIdentityProxyModel(parent)
{}

QVariant FindingDisplayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto severity =
        models::Severity(QIdentityProxyModel::data(index, models::FindingSeverityRole).toInt());
    if (role == Qt::ForegroundRole && index.column() == models::FindingSeverityColumn)
        return colourOf(toneOf(severity));
    if (role == Qt::ToolTipRole)
        return explained(index);
    if (role != Qt::DisplayRole || index.column() != models::FindingSeverityColumn)
        return QIdentityProxyModel::data(index, role);
    switch (severity) {
    case models::Severity::Error:
        return tr("Error");
    case models::Severity::Warning:
        return tr("Warning");
    case models::Severity::Info:
        return tr("Hint");
    }
    Q_UNREACHABLE();
}

/// The sentence, and what it stands on.
QString FindingDisplayModel::explained(const QModelIndex &index) const
{
    const QString sentence =
        QIdentityProxyModel::data(index, models::FindingSentenceRole).toString();
    const QString source = QIdentityProxyModel::data(index, models::FindingSourceRole).toString();
    // A tool tip guesses whether it is rich text; a service's words must never be.
    const QString whole = source.isEmpty() ? sentence : sentence + QLatin1String("\n\n") + source;
    return QLatin1String("<p style='white-space:pre-wrap'>") + whole.toHtmlEscaped() +
           QLatin1String("</p>");
}

QVariant FindingDisplayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return titleOf({tr("Severity"), tr("Rule"), tr("Place"), tr("What was found"), tr("Stands on")},
                   section, orientation, role);
}

} // namespace otpscope::ui
