// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/core/result.h"
#include "ui/editor/flowdraft.h"
#include "ui/editor/longedits.h"

#include <QByteArray>
#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::ui {

/// A text that is no flow, and why.
struct BrokenText
{
    QByteArray text;
    models::DocumentProblem problem;

    friend bool operator==(const BrokenText &, const BrokenText &) = default;
};

/// What is under edit: the last good draft, and a text that is no flow where the person made one.
struct EditState
{
    FlowDraft draft;
    std::optional<BrokenText> broken;

    friend bool operator==(const EditState &, const EditState &) = default;
};

/// What is under edit and every state it had since it was loaded: the one history of form and text.
/// Typing on in one field, or at one place of the text, is one step of it. A broken text is a state
/// like any other. Edits of a long flow (see longestQuickText) are made in another thread: they
/// come a moment later, which isBusy() tells. GUI thread. The catalogue must outlive this object.
class FlowHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowHistory)

public:
    explicit FlowHistory(const models::Catalogue &catalogue, QObject *parent = nullptr);

    /// The last good one.
    [[nodiscard]] const FlowDraft &draft() const { return m_state.draft; }
    [[nodiscard]] const models::FlowDocument &document() const { return draft().document(); }
    /// What the person sees as text: the document's, or one that is no flow.
    [[nodiscard]] const QByteArray &text() const;
    /// Why text() is no flow; nothing while it is one.
    [[nodiscard]] std::optional<models::DocumentProblem> problem() const;
    [[nodiscard]] const models::Catalogue &catalogue() const { return m_catalogue; }
    /// What would be sent now: the document with its variables put in, as far as setResolved() told
    /// since the draft changed.
    [[nodiscard]] const models::Json &resolved() const;
    [[nodiscard]] const models::Json &resolvedStep(int step) const;
    /// The same for keeping; nullptr: the document has no variables.
    [[nodiscard]] const std::shared_ptr<const models::Json> &sharedResolved() const
    {
        return m_resolved;
    }
    /// Emits nothing.
    void setResolved(const std::shared_ptr<const models::Json> &resolved);
    /// Which attempt the step is, 1 first: by `order`, see models::stepsInOrder.
    [[nodiscard]] int attempt(int step) const;
    /// Edits are under way that the draft does not have yet.
    [[nodiscard]] bool isBusy() const { return m_longEdits.isBusy(); }
    /// What could be done about a finding of this document.
    [[nodiscard]] std::optional<models::Repair> repairFor(const models::Finding &finding) const;
    [[nodiscard]] QUndoStack *undoStack() { return &m_stack; }

    /// Begins anew with this document; there is nothing to undo then.
    void load(const models::FlowDocument &document);
    /// The person changed the text.
    void setText(const QByteArray &text);
    /// The same with the reading done, which for a long text is better done elsewhere.
    void setReadText(const QByteArray &text,
                     const models::Result<models::FlowDocument, models::DocumentProblem> &read);
    /// Back to the text of the document. An edit like any other.
    void discardBrokenText();
    void setField(int step, const QString &field, const std::optional<models::Json> &value);
    void chooseTemplateType(int step, const std::optional<models::Json> &type);
    void setCallbackUrl(const QString &url);
    void addStep(models::Channel channel, const models::FlowDefaults &defaults);
    void useTemplate(int step, const models::OtpTemplate &chosen);
    void duplicateStep(int step);
    void removeStep(int step);
    /// Does nothing where the finding has no repair.
    void repair(const models::Finding &finding);
    /// Does nothing where `to` is no position of a step.
    void moveStep(int from, int to);

    /// For undo commands only.
    void restore(const EditState &state);

Q_SIGNALS:
    /// The draft is another one.
    void changed();
    /// text() or problem() is another one. Comes before changed().
    void textChanged();
    void busyChanged();

private:
    void edit(DraftEdit edit);
    void takeMade(const FlowDraft &base, const std::vector<MadeEdit> &edits);
    void tell(bool hasOtherDraft);
    void letGo(EditState state);
    void push(FlowDraft draft, const QString &what, const QString &mergeKey = {});

    const models::Catalogue &m_catalogue;
    EditState m_state;
    std::shared_ptr<const models::Json> m_resolved;
    std::vector<int> m_attempts;
    QUndoStack m_stack;
    LongEdits m_longEdits;
    /// Takes long documents apart.
    QThreadPool m_disposal;
    /// Several edits come together and are told as one.
    bool m_isQuiet = false;
};

} // namespace otpscope::ui
