// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/longedits.h"

#include <utility>

namespace otpscope::ui {

namespace {

bool isSameEdit(const DraftEdit &a, const DraftEdit &b)
{
    return !a.mergeKey.isEmpty() && a.mergeKey == b.mergeKey;
}

} // namespace

LongEdits::LongEdits(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
}

// What still runs posts its result to this object, which must be whole until then.
LongEdits::~LongEdits()
{
    m_threads.waitForDone();
}

void LongEdits::add(const FlowDraft &draft, DraftEdit edit)
{
    if (!isBusy())
        m_base = draft;
    // Of what was typed in one field the last counts; there is no need to make the others.
    if (!m_waiting.empty() && isSameEdit(m_waiting.back(), edit))
        m_waiting.back() = std::move(edit);
    else
        m_waiting.push_back(std::move(edit));
    startNext();
}

void LongEdits::drop()
{
    ++m_round;
    m_isRunning = false;
    m_waiting.clear();
    m_made.clear();
}

void LongEdits::startNext()
{
    if (m_isRunning || m_waiting.empty())
        return;
    m_isRunning = true;
    MadeEdit made{std::move(m_waiting.front()), m_made.empty() ? m_base : m_made.back().draft};
    m_waiting.pop_front();
    m_threads.start([this, round = m_round, made = std::move(made)]() mutable {
        made.edit.change(made.draft);
        QMetaObject::invokeMethod(
            this, [this, round, made] { takeMade(round, made); }, Qt::QueuedConnection);
    });
}

void LongEdits::takeMade(int round, const MadeEdit &made)
{
    if (round != m_round)
        return;
    m_isRunning = false;
    if (!m_made.empty() && isSameEdit(m_made.back().edit, made.edit)) {
        // Freeing the values of a long text takes its time too.
        m_threads.start([old = std::exchange(m_made.back(), made)] { Q_UNUSED(old); });
    } else {
        m_made.push_back(made);
    }
    startNext();
    if (m_isRunning)
        return;
    // Who takes them may ask for more at once.
    const FlowDraft base = m_base;
    Q_EMIT done(base, std::exchange(m_made, {}));
}

} // namespace otpscope::ui
