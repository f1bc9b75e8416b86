// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findingmodel.h"

#include "models/items/modelvalues.h"
#include "models/run/runfindings.h"
#include "models/text/sentences.h"

namespace otpscope::models {

namespace {

QString severityKey(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        return QStringLiteral("info");
    }
    Q_UNREACHABLE();
}

QVariantList evidenceIds(const Finding &finding)
{
    QVariantList ids;
    for (const ObservationId id : finding.evidence)
        ids.append(id.value);
    return ids;
}

QVariant displayText(const Finding &row, int column)
{
    switch (static_cast<FindingModelColumn>(column)) {
    case FindingSeverityColumn:
        return severityKey(row.severity);
    case FindingRuleColumn:
        return row.rule;
    case FindingPointerColumn:
        return row.pointer;
    case FindingSentenceColumn:
        return sentenceFor(row);
    case FindingSourceColumn:
        // The document alone; the role has what it says there.
        return sourceOfRule(row.rule).section(QLatin1Char(':'), 0, 0);
    case FindingColumnCount:
        break;
    }
    return {};
}

QVariant rawValue(const Finding &row, int role)
{
    switch (static_cast<FindingModelRole>(role)) {
    case FindingSeverityRole:
        return static_cast<int>(row.severity);
    case FindingRuleRole:
        return row.rule;
    case FindingPointerRole:
        return row.pointer;
    case FindingValuesRole:
        return row.values;
    case FindingEvidenceRole:
        return evidenceIds(row);
    case FindingSentenceRole:
        return sentenceFor(row);
    case FindingSourceRole:
        return sourceOfRule(row.rule);
    }
    return {};
}

} // namespace

FindingModel::FindingModel(QObject *parent) : QAbstractTableModel(parent) {}

void FindingModel::clear()
{
    setFindings({});
}

void FindingModel::setFindings(const std::vector<Finding> &findings)
{
    if (m_rows == findings)
        return;
    beginResetModel();
    m_rows = findings;
    endResetModel();
}

void FindingModel::merge(const std::vector<Finding> &findings,
                         const std::vector<Finding> &withdrawn)
{
    for (const Finding &finding : withdrawn)
        remove(finding);
    std::vector<Finding> added;
    for (const Finding &finding : findings) {
        if (!replace(finding))
            added.push_back(finding);
    }
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

/// False where there is none about the same subject.
bool FindingModel::replace(const Finding &finding)
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!isSameSubject(m_rows[i], finding))
            continue;
        if (m_rows[i] != finding) {
            m_rows[i] = finding;
            const int row = static_cast<int>(i);
            Q_EMIT dataChanged(index(row, 0), index(row, FindingColumnCount - 1),
                               {Qt::DisplayRole, FindingSeverityRole, FindingValuesRole,
                                FindingEvidenceRole, FindingSentenceRole});
        }
        return true;
    }
    return false;
}

void FindingModel::remove(const Finding &finding)
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (!isSameSubject(m_rows[i], finding))
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
        return;
    }
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FindingColumnCount;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index, m_rows.size(), FindingColumnCount))
        return {};
    const Finding &row = m_rows[static_cast<size_t>(index.row())];
    return role == Qt::DisplayRole ? displayText(row, index.column()) : rawValue(row, role);
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    // Keys, not words: the display proxy translates them.
    switch (static_cast<FindingModelColumn>(section)) {
    case FindingSeverityColumn:
        return QStringLiteral("severity");
    case FindingRuleColumn:
        return QStringLiteral("rule");
    case FindingPointerColumn:
        return QStringLiteral("pointer");
    case FindingSentenceColumn:
        return QStringLiteral("sentence");
    case FindingSourceColumn:
        return QStringLiteral("source");
    case FindingColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> FindingModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{FindingSeverityRole, "severity"},
                  {FindingRuleRole, "rule"},
                  {FindingPointerRole, "pointer"},
                  {FindingValuesRole, "values"},
                  {FindingEvidenceRole, "evidence"},
                  {FindingSentenceRole, "sentence"},
                  {FindingSourceRole, "source"}});
    return names;
}

} // namespace otpscope::models
