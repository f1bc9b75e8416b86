// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timelinewidget.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWindow>

#include <algorithm>
#include <map>
#include <tuple>

namespace otpscope::ui {

namespace {

constexpr int markSize = 18;

class MarkAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
    Q_DISABLE_COPY_MOVE(MarkAccessible)

public:
    MarkAccessible(TimelineWidget *timeline, const MarkRef &mark)
        : m_timeline(timeline)
        , m_mark(mark)
    {}
    ~MarkAccessible() override = default;

    [[nodiscard]] const MarkRef &mark() const { return m_mark; }

    [[nodiscard]] bool isValid() const override
    {
        return m_timeline && isMark(m_timeline->data(), m_mark);
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        return m_timeline ? m_timeline->window()->windowHandle() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_timeline.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid())
            return {};
        // Who walks from mark to mark hears of each, however close they stand.
        if (m_timeline->currentMark() == m_mark)
            return sentenceOf(m_timeline->data(), m_mark);
        const TimelinePicture &picture = m_timeline->shown();
        // Where it stands for several, it says so.
        const auto group = std::ranges::find(picture.marks, m_mark, &MarkPicture::first);
        if (group != picture.marks.end())
            return sentenceOf(m_timeline->data(), *group);
        const auto tick = std::ranges::find(picture.ticks, m_mark, &TickPicture::first);
        return tick != picture.ticks.end() ? sentenceOf(m_timeline->data(), *tick)
                                           : sentenceOf(m_timeline->data(), m_mark);
    }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        const auto place = isValid() ? placeOf(m_timeline->shown(), m_mark) : std::nullopt;
        if (!place)
            return {};
        QRect around(0, 0, markSize, markSize);
        around.moveCenter(m_timeline->mapToGlobal(place->toPoint()));
        return around;
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.selectable = true;
        const bool isCurrent = isValid() && m_timeline->currentMark() == m_mark;
        state.selected = isCurrent;
        state.focused = isCurrent && m_timeline->hasFocus();
        state.offscreen = isValid() && !placeOf(m_timeline->shown(), m_mark);
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_timeline->choose(m_mark);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TimelineWidget> m_timeline;
    MarkRef m_mark;
};

class TimelineAccessible final : public QAccessibleWidget
{
    Q_DISABLE_COPY_MOVE(TimelineAccessible)

public:
    explicit TimelineAccessible(TimelineWidget *timeline)
        : QAccessibleWidget(timeline, QAccessible::List)
    {}
    ~TimelineAccessible() override { forget(); }

    [[nodiscard]] int childCount() const override { return int(timeline()->marksOnShow().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const std::vector<MarkRef> marks = timeline()->marksOnShow();
        if (index < 0 || index >= int(marks.size()))
            return nullptr;
        return interfaceOf(marks[std::size_t(index)]);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *mark = dynamic_cast<const MarkAccessible *>(child);
        if (!mark)
            return -1;
        const std::vector<MarkRef> marks = timeline()->marksOnShow();
        const auto place = std::ranges::find(marks, mark->mark());
        return place == marks.end() ? -1 : int(place - marks.begin());
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto mark = timeline()->markAt(timeline()->mapFromGlobal(QPointF(x, y)));
        return mark ? interfaceOf(*mark) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const auto mark = timeline()->currentMark();
        return mark && timeline()->hasFocus() ? interfaceOf(*mark) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *interfaceOf(const MarkRef &mark) const
    {
        const Key key(mark.kind, mark.lane, mark.index);
        const auto known = m_known.find(key);
        if (known != m_known.end())
            return QAccessible::accessibleInterface(known->second);
        if (m_known.size() >= mostKnown)
            forget();
        auto *made = new MarkAccessible(timeline(), mark);
        m_known.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

private:
    using Key = std::tuple<MarkKind, std::size_t, std::size_t>;
    /// More than fit into any window.
    static constexpr std::size_t mostKnown = 8192;

    [[nodiscard]] TimelineWidget *timeline() const
    {
        return static_cast<TimelineWidget *>(object());
    }

    void forget() const
    {
        for (const auto &[key, id] : m_known)
            QAccessible::deleteAccessibleInterface(id);
        m_known.clear();
    }

    mutable std::map<Key, QAccessible::Id> m_known;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("otpscope::ui::TimelineWidget"))
        return nullptr;
    auto *timeline = qobject_cast<TimelineWidget *>(object);
    return timeline ? new TimelineAccessible(timeline) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    // Qt keeps each factory once.
    QAccessible::installFactory(makeInterface);
}

void tellFocus(TimelineWidget &timeline)
{
    const auto mark = timeline.currentMark();
    if (!mark || !QAccessible::isActive())
        return;
    auto *whole =
        dynamic_cast<TimelineAccessible *>(QAccessible::queryAccessibleInterface(&timeline));
    QAccessibleInterface *child = whole ? whole->interfaceOf(*mark) : nullptr;
    if (!child)
        return;
    QAccessibleEvent focus(child, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

} // namespace otpscope::ui
