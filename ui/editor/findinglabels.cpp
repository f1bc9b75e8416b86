// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findinglabels.h"

#include "models/text/sentences.h"
#include "ui/editor/editorstyle.h"
#include "ui/editor/flowhistory.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

using models::Finding;
using models::Severity;

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

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingLabels::tr("Error");
    case Severity::Warning:
        return FindingLabels::tr("Warning");
    case Severity::Info:
        return FindingLabels::tr("Hint");
    }
    Q_UNREACHABLE();
}

QString sentenceInPlace(const Finding &finding)
{
    Finding withoutPlace = finding;
    withoutPlace.pointer.clear();
    return models::sentenceFor(withoutPlace);
}

QString worstSeverity(const std::vector<Finding> &findings)
{
    // The enumeration goes from bad to harmless.
    const auto worst = std::ranges::min_element(findings, {}, &Finding::severity);
    return worst == findings.end() ? QStringLiteral("none") : severityKey(worst->severity);
}

FindingLabels::FindingLabels(FlowHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::tiny / 2);
    setVisible(false);
}

FindingLabels::Row FindingLabels::makeRow()
{
    const Row row{new QLabel(this), new QToolButton(this)};
    row.label->setFont(smallFont(font()));
    row.label->setWordWrap(true);
    row.label->setTextFormat(Qt::PlainText);
    row.repair->setProperty("look", QStringLiteral("repair"));
    row.repair->setFont(smallFont(font()));
    row.repair->setFocusPolicy(Qt::NoFocus);
    // In a narrow column the button gives way, so that the sentences above it keep their lines.
    row.repair->setMinimumWidth(1);
    const size_t index = m_rows.size();
    connect(row.repair, &QToolButton::clicked, this, [this, index] {
        if (index < m_findings.size()) {
            // A copy: the repair gives this widget other findings.
            const Finding finding = m_findings[index];
            m_history.repair(finding);
        }
    });
    m_layout->addWidget(row.label);
    m_layout->addWidget(row.repair, 0, Qt::AlignLeft);
    return row;
}

void FindingLabels::setFindings(const std::vector<Finding> &findings)
{
    if (findings == m_findings) {
        for (size_t i = 0; i < findings.size(); ++i)
            showRepair(m_rows[i], findings[i]);
        return;
    }
    m_findings = findings;
    while (m_rows.size() < findings.size())
        m_rows.push_back(makeRow());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (i < findings.size()) {
            showSentence(m_rows[i], findings[i]);
            showRepair(m_rows[i], findings[i]);
        } else {
            m_rows[i].label->hide();
            m_rows[i].repair->hide();
        }
    }
    setVisible(!findings.empty());
}

void FindingLabels::showSentence(const Row &row, const Finding &finding)
{
    //: %1 is "Error", "Warning" or "Hint", %2 a sentence
    row.label->setText(tr("%1: %2").arg(severityName(finding.severity), sentenceInPlace(finding)));
    const QString source = models::sourceOfRule(finding.rule);
    row.label->setToolTip(source.isEmpty() ? QString() : tr("Source: %1").arg(source));
    setLook(*row.label, "severity", severityKey(finding.severity));
    row.label->show();
}

void FindingLabels::showRepair(const Row &row, const Finding &finding) const
{
    const auto repair = m_history.repairFor(finding);
    row.repair->setVisible(repair.has_value());
    row.repair->setFocusPolicy(repair ? Qt::StrongFocus : Qt::NoFocus);
    if (!repair)
        return;
    const QString text = models::sentenceFor(*repair);
    row.repair->setText(text);
    row.repair->setToolTip(text);
    //: For screen readers: %1 is what the button does, %2 the problem it is about
    row.repair->setAccessibleName(tr("%1. %2").arg(text, sentenceInPlace(finding)));
}

QList<QWidget *> FindingLabels::buttons() const
{
    QList<QWidget *> buttons;
    for (const Row &row : m_rows) {
        if (!row.repair->isHidden())
            buttons.append(row.repair);
    }
    return buttons;
}

void FindingLabels::setButtonNames(const QString &base)
{
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].repair->setObjectName(QStringLiteral("%1.repair%2").arg(base).arg(i));
}

QString FindingLabels::text() const
{
    QStringList sentences;
    for (const Finding &finding : m_findings)
        sentences.append(sentenceInPlace(finding));
    return sentences.join(QLatin1Char(' '));
}

} // namespace otpscope::ui
