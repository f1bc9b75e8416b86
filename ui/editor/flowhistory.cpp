// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowhistory.h"

#include "models/flow/attempts.h"
#include "models/text/sentences.h"
#include "ui/editor/fieldlabels.h"
#include "ui/editor/flowreviewer.h"
#include "ui/editor/textchange.h"

#include <QScopedValueRollback>
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
    connect(&m_longEdits, &LongEdits::done, this, &FlowHistory::takeMade);
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
    m_longEdits.drop();
    m_stack.clear();
    m_stack.setUndoLimit(undoLimitFor(document.text()));
    letGo(std::exchange(m_state, {FlowDraft(document), std::nullopt}));
    tell(true);
    Q_EMIT busyChanged();
}

void FlowHistory::restore(const EditState &state)
{
    const bool hasOtherDraft = state.draft != m_state.draft;
    letGo(std::exchange(m_state, state));
    if (!m_isQuiet)
        tell(hasOtherDraft);
}

// Freeing the values of a long text takes longer than a frame. Once everybody here has let go of
// them, another thread does it.
void FlowHistory::letGo(EditState state)
{
    if (textIn(state).size() <= longestQuickText)
        return;
    const auto dispose = [this, state = std::move(state)]() mutable {
        m_disposal.start([last = std::move(state)] { Q_UNUSED(last); });
    };
    QMetaObject::invokeMethod(this, dispose, Qt::QueuedConnection);
}

void FlowHistory::tell(bool hasOtherDraft)
{
    if (hasOtherDraft) {
        m_resolved.reset();
        m_attempts = models::attemptsOf(document().flow());
    }
    Q_EMIT textChanged();
    if (hasOtherDraft)
        Q_EMIT changed();
}

const models::Json &FlowHistory::resolved() const
{
    return m_resolved ? *m_resolved : document().json();
}

const models::Json &FlowHistory::resolvedStep(int step) const
{
    return resolved().at("flow").at(size_t(step));
}

void FlowHistory::setResolved(const std::shared_ptr<const models::Json> &resolved)
{
    m_resolved = resolved;
}

int FlowHistory::attempt(int step) const
{
    return m_attempts.at(size_t(step));
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
    edit({[repair = *repair](FlowDraft &draft) { draft.repair(repair); },
          //: An entry of the undo history; %1 is what the repair's button says
          tr("Repair: %1").arg(models::sentenceFor(*repair)),
          {}});
}

void FlowHistory::edit(DraftEdit edit)
{
    if (m_longEdits.isBusy() || document().text().size() > longestQuickText) {
        m_longEdits.add(m_state.draft, std::move(edit));
        Q_EMIT busyChanged();
        return;
    }
    FlowDraft draft = m_state.draft;
    edit.change(draft);
    push(std::move(draft), edit.what, edit.mergeKey);
}

void FlowHistory::takeMade(const FlowDraft &base, const std::vector<MadeEdit> &edits)
{
    if (base != m_state.draft) {
        // Something else came between: they are made anew on what is there now.
        for (const MadeEdit &made : edits)
            m_longEdits.add(m_state.draft, made.edit);
        return;
    }
    {
        const QScopedValueRollback quiet(m_isQuiet, true);
        for (const MadeEdit &made : edits)
            push(made.draft, made.edit.what, made.edit.mergeKey);
    }
    tell(base != m_state.draft);
    Q_EMIT busyChanged();
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
    const int id = m_state.draft.stepId(step);
    edit({[id, field, value](FlowDraft &draft) {
              if (const auto index = draft.indexOf(id))
                  draft.setField(*index, field, value);
          },
          //: %1 is a field's label, for instance "Pin"
          tr("Edit %1").arg(fieldLabel(field)), QStringLiteral("%1/%2").arg(id).arg(field)});
}

void FlowHistory::chooseTemplateType(int step, const std::optional<models::Json> &type)
{
    const int id = m_state.draft.stepId(step);
    edit({[id, type, &catalogue = m_catalogue](FlowDraft &draft) {
              if (const auto index = draft.indexOf(id))
                  draft.chooseTemplateType(*index, type, catalogue);
          },
          tr("Choose the template type"), QStringLiteral("%1/templateType").arg(id)});
}

void FlowHistory::setCallbackUrl(const QString &url)
{
    edit({[url](FlowDraft &draft) { draft.setCallbackUrl(url); }, tr("Edit the callback address"),
          QStringLiteral("callback")});
}

void FlowHistory::addStep(models::Channel channel, const models::FlowDefaults &defaults)
{
    edit({[channel, defaults, &catalogue = m_catalogue](FlowDraft &draft) {
              draft.addStep(channel, defaults, catalogue);
          },
          tr("Add a step"), {}});
}

void FlowHistory::useTemplate(int step, const models::OtpTemplate &chosen)
{
    const int id = m_state.draft.stepId(step);
    edit({[id, chosen, &catalogue = m_catalogue](FlowDraft &draft) {
              if (const auto index = draft.indexOf(id))
                  draft.useTemplate(*index, chosen, catalogue);
          },
          tr("Use a template"), {}});
}

void FlowHistory::duplicateStep(int step)
{
    const int id = m_state.draft.stepId(step);
    edit({[id](FlowDraft &draft) {
              if (const auto index = draft.indexOf(id))
                  draft.duplicateStep(*index);
          },
          tr("Duplicate step %1").arg(step + 1),
          {}});
}

void FlowHistory::removeStep(int step)
{
    const int id = m_state.draft.stepId(step);
    edit({[id](FlowDraft &draft) {
              if (const auto index = draft.indexOf(id))
                  draft.removeStep(*index);
          },
          tr("Delete step %1").arg(step + 1),
          {}});
}

void FlowHistory::moveStep(int from, int to)
{
    if (to < 0 || to >= m_state.draft.stepCount() || from == to)
        return;
    const int id = m_state.draft.stepId(from);
    edit({[id, by = to - from](FlowDraft &draft) {
              const auto index = draft.indexOf(id);
              if (!index)
                  return;
              const int place = *index + by;
              if (place >= 0 && place < draft.stepCount())
                  draft.moveStep(*index, place);
          },
          tr("Move step %1").arg(from + 1),
          {}});
}

} // namespace otpscope::ui
