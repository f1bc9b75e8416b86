// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/flowdraft.h"

#include <QObject>
#include <QUndoStack>

namespace otpscope::ui {

/// The draft under edit and every state it had since it was loaded. Each edit of the form or the
/// text goes through here; typing on in one field is one step of the history.
/// GUI thread. The catalogue must outlive this object.
class FlowHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowHistory)

public:
    explicit FlowHistory(const models::Catalogue &catalogue, QObject *parent = nullptr);

    [[nodiscard]] const FlowDraft &draft() const { return m_draft; }
    [[nodiscard]] const models::FlowDocument &document() const { return m_draft.document(); }
    [[nodiscard]] const models::Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_stack; }

    /// Begins anew with this document; there is nothing to undo then.
    void load(const models::FlowDocument &document);
    /// The person changed the text as a whole.
    void setDocument(const models::FlowDocument &document);
    void setField(int step, const QString &field, const std::optional<models::Json> &value);
    void chooseTemplateType(int step, const std::optional<models::Json> &type);
    void setCallbackUrl(const QString &url);
    void addStep(models::Channel channel);
    void duplicateStep(int step);
    void removeStep(int step);
    /// Does nothing where `to` is no position of a step.
    void moveStep(int from, int to);

    /// For undo commands only.
    void restore(const FlowDraft &draft);

Q_SIGNALS:
    void changed();

private:
    void push(FlowDraft draft, const QString &what, const QString &mergeKey = {});

    const models::Catalogue &m_catalogue;
    FlowDraft m_draft;
    QUndoStack m_stack;
};

} // namespace otpscope::ui
