// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowhistory.h"

#include "models/text/sentences.h"
#include "ui/editor/fieldlabels.h"
#include "ui/editor/textchange.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

namespace {

// Enough to go back through an afternoon; of long texts fewer, since each state holds its own.
constexpr int undoLimit = 200;
constexpr int undoLimitOfLongTexts = 5;
constexpr qsizetype undoBytes = 32 * 1024 * 1024;
constexpr int draftCommandId = 1;
constexpr int textCommandId = 2;

const QByteArray &textIn(const EditState &state)
{
    return state.broken ? state.broken->text : state.draft.document().text();
}

int undoLimitFor(const QByteArray &text)
{
    const qsizetype fitting = undoBytes / std::max<qsizetype>(text.size(), 1);
    return static_cast<int>(std::clamp<qsizetype>(fitting, undoLimitOfLongTexts, undoLimit));
}

class DraftCommand final : public QUndoCommand
{
public:
    DraftCommand(FlowHistory &history, const EditState &before, EditState after,
                 const QString &text, QString mergeKey)
        : QUndoCommand(text)
        , m_history(history)
        , m_before(before)
        , m_after(std::move(after))
        , m_mergeKey(std::move(mergeKey))
    {}

    void undo() override { m_history.restore(m_before); }
    void redo() override { m_history.restore(m_after); }
    int id() const override { return draftCommandId; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const DraftCommand &>(*other);
        if (m_mergeKey.isEmpty() || m_mergeKey != next.m_mergeKey)
            return false;
        m_after = next.m_after;
        return true;
    }

private:
    FlowHistory &m_history;
    EditState m_before;
    EditState m_after;
    QString m_mergeKey;
};

class TextCommand final : public QUndoCommand
{
public:
    TextCommand(FlowHistory &history, const EditState &before, EditState after, const QString &text)
        : QUndoCommand(text)
        , m_history(history)
        , m_before(before)
        , m_after(std::move(after))
        , m_change(changeBetween(textIn(m_before), textIn(m_after)))
    {}

    void undo() override { m_history.restore(m_before); }
    void redo() override { m_history.restore(m_after); }
    int id() const override { return textCommandId; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto &next = static_cast<const TextCommand &>(*other);
        const TextChange change = next.m_change;
        const bool isNewLine = textIn(next.m_after).mid(change.at, change.inserted).contains('\n');
        if (isNewLine || !joinTyping(m_change, change))
            return false;
        m_after = next.m_after;
        return true;
    }

private:
    FlowHistory &m_history;
    EditState m_before;
    EditState m_after;
    TextChange m_change;
};

} // namespace

FlowHistory::FlowHistory(const models::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_stack.setUndoLimit(undoLimit);
    setVariables({});
}

const QByteArray &FlowHistory::text() const
{
    return textIn(m_state);
}

std::optional<models::DocumentProblem> FlowHistory::problem() const
{
    return m_state.broken ? std::optional(m_state.broken->problem) : std::nullopt;
}

void FlowHistory::load(const models::FlowDocument &document)
{
    m_stack.clear();
    m_stack.setUndoLimit(undoLimitFor(document.text()));
    m_state = {FlowDraft(document), std::nullopt};
    setVariables(m_variables);
    Q_EMIT textChanged();
    Q_EMIT changed();
}

void FlowHistory::restore(const EditState &state)
{
    const bool hasOtherDraft = state.draft != m_state.draft;
    m_state = state;
    if (hasOtherDraft)
        setVariables(m_variables);
    Q_EMIT textChanged();
    if (hasOtherDraft)
        Q_EMIT changed();
}

void FlowHistory::setVariables(const models::VariableValues &values)
{
    m_variables = values;
    m_resolved = models::resolvedVariables(document().json(), values);
}

const models::Json &FlowHistory::resolvedStep(int step) const
{
    return m_resolved.at("flow").at(size_t(step));
}

std::optional<models::Repair> FlowHistory::repairFor(const models::Finding &finding) const
{
    return models::repairFor(finding, document().json(), m_catalogue);
}

void FlowHistory::repair(const models::Finding &finding)
{
    const auto repair = repairFor(finding);
    if (!repair)
        return;
    FlowDraft draft = m_state.draft;
    draft.repair(*repair);
    //: An entry of the undo history; %1 is what the repair's button says
    push(std::move(draft), tr("Repair: %1").arg(models::sentenceFor(*repair)));
}

void FlowHistory::push(FlowDraft draft, const QString &what, const QString &mergeKey)
{
    EditState after{std::move(draft), std::nullopt};
    if (after == m_state)
        return;
    m_stack.push(new DraftCommand(*this, m_state, std::move(after), what, mergeKey));
}

void FlowHistory::setText(const QByteArray &text)
{
    setReadText(text, models::FlowDocument::fromText(text));
}

void FlowHistory::setReadText(
    const QByteArray &text,
    const models::Result<models::FlowDocument, models::DocumentProblem> &read)
{
    EditState after{m_state.draft, std::nullopt};
    if (read)
        after.draft.setDocument(read.value());
    else
        after.broken = BrokenText{text, read.error()};
    if (after == m_state)
        return;
    m_stack.push(new TextCommand(*this, m_state, std::move(after), tr("Edit the text")));
}

void FlowHistory::discardBrokenText()
{
    push(m_state.draft, tr("Discard the broken text"));
}

void FlowHistory::setField(int step, const QString &field, const std::optional<models::Json> &value)
{
    FlowDraft draft = m_state.draft;
    draft.setField(step, field, value);
    //: %1 is a field's label, for instance "Pin"
    push(std::move(draft), tr("Edit %1").arg(fieldLabel(field)),
         QStringLiteral("%1/%2").arg(m_state.draft.stepId(step)).arg(field));
}

void FlowHistory::chooseTemplateType(int step, const std::optional<models::Json> &type)
{
    FlowDraft draft = m_state.draft;
    draft.chooseTemplateType(step, type, m_catalogue);
    push(std::move(draft), tr("Choose the template type"),
         QStringLiteral("%1/templateType").arg(m_state.draft.stepId(step)));
}

void FlowHistory::setCallbackUrl(const QString &url)
{
    FlowDraft draft = m_state.draft;
    draft.setCallbackUrl(url);
    push(std::move(draft), tr("Edit the callback address"), QStringLiteral("callback"));
}

void FlowHistory::addStep(models::Channel channel)
{
    FlowDraft draft = m_state.draft;
    draft.addStep(channel);
    push(std::move(draft), tr("Add a step"));
}

void FlowHistory::duplicateStep(int step)
{
    FlowDraft draft = m_state.draft;
    draft.duplicateStep(step);
    push(std::move(draft), tr("Duplicate step %1").arg(step + 1));
}

void FlowHistory::removeStep(int step)
{
    FlowDraft draft = m_state.draft;
    draft.removeStep(step);
    push(std::move(draft), tr("Delete step %1").arg(step + 1));
}

void FlowHistory::moveStep(int from, int to)
{
    if (to < 0 || to >= m_state.draft.stepCount() || from == to)
        return;
    FlowDraft draft = m_state.draft;
    draft.moveStep(from, to);
    push(std::move(draft), tr("Move step %1").arg(from + 1));
}

} // namespace otpscope::ui
