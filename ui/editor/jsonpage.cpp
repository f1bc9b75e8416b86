// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonpage.h"

#include "models/text/sentences.h"
#include "ui/editor/editorstyle.h"
#include "ui/editor/flowhistory.h"
#include "ui/editor/jsonedit.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace otpscope::ui {

using models::DocumentProblem;
using models::FlowDocument;

JsonPage::JsonPage(FlowHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_edit(new JsonEdit(this))
    , m_status(new QLabel(this))
{
    m_edit->setObjectName(QStringLiteral("json"));
    m_edit->setAccessibleName(tr("Flow as JSON"));
    m_status->setObjectName(QStringLiteral("jsonStatus"));
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, spacing::small);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_edit);
    layout->addWidget(m_status);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &JsonPage::readText);
}

void JsonPage::showDocument()
{
    const QByteArray wanted = m_history.document().text();
    if (text() != wanted)
        show(wanted);
    setProblem(std::nullopt);
}

void JsonPage::putText(const QByteArray &text)
{
    show(text);
    readText();
}

void JsonPage::show(const QByteArray &text)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_hasWindowsLines = text.contains("\r\n");
    QString shown = QString::fromUtf8(text);
    m_edit->replaceText(shown.replace(QLatin1String("\r\n"), QLatin1String("\n")));
}

// What QPlainTextEdit cannot hold, the ends of lines as Windows has them, comes back here.
QByteArray JsonPage::text() const
{
    QString shown = m_edit->exactText();
    if (m_hasWindowsLines)
        shown.replace(QLatin1Char('\n'), QLatin1String("\r\n"));
    return shown.toUtf8();
}

void JsonPage::readText()
{
    if (m_isShowing)
        return;
    const auto document = FlowDocument::fromText(text());
    setProblem(document ? std::nullopt : std::optional(document.error()));
    if (document)
        m_history.setDocument(document.value());
    Q_EMIT edited();
}

void JsonPage::setProblem(const std::optional<DocumentProblem> &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    m_status->setVisible(problem.has_value());
    m_status->setText(problemText());
    setLook(*m_status, "severity", problem ? QStringLiteral("error") : QStringLiteral("none"));
    const bool hasPlace = problem && problem->kind == DocumentProblem::Kind::NotJson;
    m_edit->markMistake(hasPlace ? problem->json.line : 0, hasPlace ? problem->json.column : 0);
    Q_EMIT problemChanged();
}

QString JsonPage::problemText() const
{
    return m_problem ? models::sentenceFor(*m_problem) : QString();
}

void JsonPage::goToProblem()
{
    if (m_problem && m_problem->json.line > 0)
        m_edit->goTo(m_problem->json.line, m_problem->json.column);
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace otpscope::ui
