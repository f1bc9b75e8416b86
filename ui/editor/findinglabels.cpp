// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findinglabels.h"

#include "models/text/sentences.h"
#include "ui/editor/editorstyle.h"
#include "ui/theme/theme.h"

#include <QLabel>
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

FindingLabels::FindingLabels(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::tiny / 2);
    setVisible(false);
}

void FindingLabels::setFindings(const std::vector<Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    while (m_labels.size() < findings.size()) {
        auto *label = new QLabel(this);
        label->setFont(smallFont(font()));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_layout->addWidget(label);
        m_labels.push_back(label);
    }
    for (size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setVisible(i < findings.size());
        if (i < findings.size())
            show(*m_labels[i], findings[i]);
    }
    setVisible(!findings.empty());
}

void FindingLabels::show(QLabel &label, const Finding &finding)
{
    //: %1 is "Error", "Warning" or "Hint", %2 a sentence
    label.setText(tr("%1: %2").arg(severityName(finding.severity), sentenceInPlace(finding)));
    const QString source = models::sourceOfRule(finding.rule);
    label.setToolTip(source.isEmpty() ? QString() : tr("Source: %1").arg(source));
    setLook(label, "severity", severityKey(finding.severity));
}

QString FindingLabels::text() const
{
    QStringList sentences;
    for (const Finding &finding : m_findings)
        sentences.append(sentenceInPlace(finding));
    return sentences.join(QLatin1Char(' '));
}

} // namespace otpscope::ui
