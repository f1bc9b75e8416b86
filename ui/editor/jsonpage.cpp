// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonpage.h"

#include "models/core/jsonlayout.h"
#include "models/core/jsonplace.h"
#include "models/text/sentences.h"
#include "ui/editor/editorstyle.h"
#include "ui/editor/flowhistory.h"
#include "ui/editor/flowreviewer.h"
#include "ui/editor/jsonedit.h"
#include "ui/editor/jsonsearchbar.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <chrono>

namespace otpscope::ui {

using models::DocumentProblem;
using models::FlowDocument;

namespace {

constexpr std::chrono::milliseconds pauseInTyping(250);

std::optional<qsizetype> placeOfProblem(const QByteArray &text,
                                        const std::optional<DocumentProblem> &problem)
{
    if (!problem || problem->kind != DocumentProblem::Kind::NotJson || problem->json.line == 0)
        return std::nullopt;
    return models::offsetOf(text, {problem->json.line, problem->json.column}) -
           models::byteOrderMarkLength(text);
}

} // namespace

JsonPage::JsonPage(FlowHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_history(history)
    , m_edit(new JsonEdit(this))
    , m_search(new JsonSearchBar(*m_edit, this))
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
    layout->addWidget(m_search);
    layout->addWidget(m_status);
    m_readers.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &JsonPage::readElsewhere);
    connect(m_edit, &QsciScintilla::textChanged, this, &JsonPage::readText);
    connect(m_edit, &JsonEdit::searchRequested, m_search, &JsonSearchBar::open);
    connect(&history, &FlowHistory::textChanged, this, &JsonPage::showHistory);
    // What was edited elsewhere is about to change this text.
    connect(&history, &FlowHistory::busyChanged, this,
            [this] { m_edit->setReadOnly(m_history.isBusy()); });
}

// What still reads posts its result to this page, which must be whole until then.
JsonPage::~JsonPage()
{
    m_readers.waitForDone();
}

void JsonPage::setHistoryActions(const QList<QAction *> &actions)
{
    m_edit->setHistoryActions(actions);
}

void JsonPage::layOut()
{
    if (!isBehind())
        putText(m_mark + models::laidOut(m_edit->exactText()));
}

void JsonPage::openSearch()
{
    m_search->open();
}

void JsonPage::showHistory()
{
    m_pause.stop();
    m_isReading = false;
    const QByteArray &wanted = m_history.text();
    const qsizetype mark = models::byteOrderMarkLength(wanted);
    m_mark = wanted.left(mark);
    bool isOther = false;
    {
        const QScopedValueRollback showing(m_isShowing, true);
        isOther = m_edit->replaceText(wanted.mid(mark));
    }
    showProblem();
    // Undo takes text back that reached no draft.
    if (isOther)
        Q_EMIT edited();
}

// What the history has is the same, and need not be copied.
QByteArray JsonPage::text() const
{
    return m_isReading ? typedText() : m_history.text();
}

QByteArray JsonPage::typedText() const
{
    return m_mark + m_edit->exactText();
}

void JsonPage::putText(const QByteArray &text)
{
    const qsizetype mark = models::byteOrderMarkLength(text);
    m_mark = text.left(mark);
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_edit->replaceText(text.mid(mark));
    }
    readText();
}

void JsonPage::readText()
{
    if (m_isShowing)
        return;
    if (m_edit->length() <= longestQuickText) {
        m_history.setText(typedText());
    } else {
        m_isReading = true;
        m_pause.start();
        showProblem();
    }
    Q_EMIT edited();
}

void JsonPage::readElsewhere()
{
    m_readers.start([this, wanted = typedText()] {
        const Read read = FlowDocument::fromText(wanted);
        QMetaObject::invokeMethod(
            this, [this, wanted, read] { takeRead(wanted, read); }, Qt::QueuedConnection);
    });
}

void JsonPage::takeRead(const QByteArray &text, const Read &read)
{
    // Typed on meanwhile, or replaced: there is or will be another reading.
    if (!m_isReading || m_pause.isActive() || text != typedText())
        return;
    m_isReading = false;
    m_history.setReadText(text, read);
    showProblem();
    Q_EMIT edited();
}

bool JsonPage::isBehind() const
{
    return m_isReading || m_history.problem().has_value();
}

QString JsonPage::problemText() const
{
    if (m_isReading)
        return tr("The text is long and is still being read.");
    const auto problem = m_history.problem();
    return problem ? models::sentenceFor(*problem) : QString();
}

void JsonPage::showProblem()
{
    const auto problem = m_history.problem();
    m_edit->markMistake(m_isReading ? std::nullopt : placeOfProblem(m_history.text(), problem));
    const QString sentence = problemText();
    if (sentence == m_status->text())
        return;
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
    setLook(*m_status, "severity",
            m_isReading ? QStringLiteral("info")
            : problem   ? QStringLiteral("error")
                        : QStringLiteral("none"));
    Q_EMIT problemChanged();
}

void JsonPage::goToProblem()
{
    if (const auto place = placeOfProblem(m_history.text(), m_history.problem()))
        m_edit->goTo(*place);
    else
        m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace otpscope::ui
