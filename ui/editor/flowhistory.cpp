// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowhistory.h"

#include "ui/editor/fieldlabels.h"

#include <QUndoCommand>

namespace otpscope::ui {

namespace {

// Enough to go back through an afternoon; each holds a whole document.
constexpr int undoLimit = 200;
constexpr int draftCommandId = 1;

class DraftCommand final : public QUndoCommand
{
public:
    DraftCommand(FlowHistory &history, FlowDraft after, const QString &text, QString mergeKey)
        : QUndoCommand(text)
        , m_history(history)
        , m_before(history.draft())
        , m_after(std::move(after))
        , m_mergeKey(std::move(mergeKey))
    {
    }

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
    FlowDraft m_before;
    FlowDraft m_after;
    QString m_mergeKey;
};

} // namespace

FlowHistory::FlowHistory(const models::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_stack.setUndoLimit(undoLimit);
}

void FlowHistory::load(const models::FlowDocument &document)
{
    m_stack.clear();
    restore(FlowDraft(document));
}

void FlowHistory::restore(const FlowDraft &draft)
{
    m_draft = draft;
    Q_EMIT changed();
}

void FlowHistory::push(FlowDraft draft, const QString &what, const QString &mergeKey)
{
    if (draft == m_draft)
        return;
    m_stack.push(new DraftCommand(*this, std::move(draft), what, mergeKey));
}

void FlowHistory::setDocument(const models::FlowDocument &document)
{
    FlowDraft draft = m_draft;
    draft.setDocument(document);
    push(std::move(draft), tr("Edit the text"), QStringLiteral("text"));
}

void FlowHistory::setField(int step, const QString &field, const std::optional<models::Json> &value)
{
    FlowDraft draft = m_draft;
    draft.setField(step, field, value);
    //: %1 is a field's label, for instance "Pin"
    push(std::move(draft), tr("Edit %1").arg(fieldLabel(field)),
         QStringLiteral("%1/%2").arg(m_draft.stepId(step)).arg(field));
}

void FlowHistory::chooseTemplateType(int step, const std::optional<models::Json> &type)
{
    FlowDraft draft = m_draft;
    draft.chooseTemplateType(step, type, m_catalogue);
    push(std::move(draft), tr("Choose the template type"),
         QStringLiteral("%1/templateType").arg(m_draft.stepId(step)));
}

void FlowHistory::setCallbackUrl(const QString &url)
{
    FlowDraft draft = m_draft;
    draft.setCallbackUrl(url);
    push(std::move(draft), tr("Edit the callback address"), QStringLiteral("callback"));
}

void FlowHistory::addStep(models::Channel channel)
{
    FlowDraft draft = m_draft;
    draft.addStep(channel);
    push(std::move(draft), tr("Add a step"));
}

void FlowHistory::duplicateStep(int step)
{
    FlowDraft draft = m_draft;
    draft.duplicateStep(step);
    push(std::move(draft), tr("Duplicate step %1").arg(step + 1));
}

void FlowHistory::removeStep(int step)
{
    FlowDraft draft = m_draft;
    draft.removeStep(step);
    push(std::move(draft), tr("Delete step %1").arg(step + 1));
}

void FlowHistory::moveStep(int from, int to)
{
    if (to < 0 || to >= m_draft.stepCount() || from == to)
        return;
    FlowDraft draft = m_draft;
    draft.moveStep(from, to);
    push(std::move(draft), tr("Move step %1").arg(from + 1));
}

} // namespace otpscope::ui
