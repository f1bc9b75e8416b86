// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/flowdraft.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <vector>

namespace otpscope::ui {

/// A change of a draft, and how the undo history calls it. It may be made more than once, on
/// another draft than it was meant for, and in another thread: it captures values only, and names
/// steps by their ids.
struct DraftEdit
{
    std::function<void(FlowDraft &)> change;
    QString what;
    /// Edits in a row with the same key are one edit; an empty key is like no other.
    QString mergeKey;
};

/// An edit with what it made of the draft before it.
struct MadeEdit
{
    DraftEdit edit;
    FlowDraft draft;
};

/// Makes edits of a long flow in another thread, in the order they were asked for, and hands them
/// back together once none is left: until then what somebody types is ahead of the draft.
/// GUI thread.
class LongEdits final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LongEdits)

public:
    explicit LongEdits(QObject *parent = nullptr);
    /// Waits for the edit under way.
    ~LongEdits() override;

    /// `draft` counts where nothing is under way; else the edit goes behind those before it.
    void add(const FlowDraft &draft, DraftEdit edit);
    [[nodiscard]] bool isBusy() const { return m_isRunning || !m_waiting.empty(); }
    /// Forgets all that is not done.
    void drop();

Q_SIGNALS:
    /// `base` is the draft the first of them was made on.
    void done(const otpscope::ui::FlowDraft &base,
              const std::vector<otpscope::ui::MadeEdit> &edits);

private:
    void startNext();
    void takeMade(int round, const MadeEdit &made);

    QThreadPool m_threads;
    FlowDraft m_base;
    std::deque<DraftEdit> m_waiting;
    std::vector<MadeEdit> m_made;
    /// Counts drop(), so that what it forgot is known when it comes.
    int m_round = 0;
    bool m_isRunning = false;
};

} // namespace otpscope::ui
