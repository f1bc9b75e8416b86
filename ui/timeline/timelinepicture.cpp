// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepicture.h"

#include "models/text/sentences.h"
#include "ui/timeline/eventgroups.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <climits>
#include <cmath>

namespace otpscope::ui {

using namespace std::chrono_literals;

namespace {

constexpr double rightMargin = 28;
constexpr double barHeight = 16;
constexpr double axisDistance = 78;
constexpr double labelGap = 6;
constexpr double markReach = 8;
/// Marks and ticks closer than this are drawn as one.
constexpr double markDistance = 6;
constexpr double tickDistance = 3;
/// Symbols closer than this cover each other; so many of them in a row are drawn as columns.
constexpr double markWidth = 14;
constexpr double tickWidth = 8;
constexpr std::size_t leastDense = 12;
/// More symbols than these in one lane are drawn as columns wherever they stand.
constexpr std::size_t mostMarks = 24;
constexpr std::size_t mostTicks = 60;
/// Bars and arrows that go on beyond the plot end here, out of sight of their ends.
constexpr double overhang = 3;
constexpr double leaderReach = 140;
/// From an arrow to the text beside it, and how far its curve goes to the left.
constexpr double arrowReach = 10;
constexpr double arrowBend = 20;

/// Gives the texts of this unit their context for translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Heights of the rows: what their lines of text need, and air by the room there is.
struct Rows
{
    static constexpr double mostAir = 2;

    double line = 0;
    /// 0 packs the lanes as close as can be read, 1 is comfortable.
    double air = 0;

    [[nodiscard]] double axis() const { return line + 12 + 4 * air; }
    [[nodiscard]] double flow() const { return line + barHeight + 10 + 10 * air; }
    /// Status words above the bar, what is due and why below it.
    [[nodiscard]] double step() const { return 2 * line + barHeight + 10 + 16 * air; }
    [[nodiscard]] double agreement() const { return 2 * line + 20 + 6 * air; }
    [[nodiscard]] double all(std::size_t steps) const
    {
        return axis() + flow() + double(steps) * step() + agreement();
    }

    [[nodiscard]] static Rows fitting(double height, double line, std::size_t steps)
    {
        const double least = Rows{line, 0}.all(steps);
        const double perAir = Rows{line, 1}.all(steps) - least;
        return {line, std::clamp((height - least) / perAir, 0.0, mostAir)};
    }
};

/// Texts of one row, none over another.
class TextRow
{
public:
    TextRow(double left, double right)
        : m_left(left)
        , m_right(right)
    {}

    /// The place for a text of this width whose natural left edge is `x`: moved inside the row if
    /// need be; nothing where something else is there already.
    std::optional<double> take(double x, double width)
    {
        x = std::clamp(x, m_left, std::max(m_left, m_right - width));
        const auto isClear = [&](const std::pair<double, double> &other) {
            return x + width + labelGap <= other.first || other.second + labelGap <= x;
        };
        if (!std::ranges::all_of(m_taken, isClear))
            return std::nullopt;
        m_taken.emplace_back(x, x + width);
        return x;
    }

    /// The first place behind everything else, where that is at most `reach` away from `x`.
    std::optional<double> takeBehind(double x, double width, double reach)
    {
        double behind = x;
        for (const auto &other : m_taken)
            behind = std::max(behind, other.second + labelGap);
        const bool isNear = behind - x <= reach && behind + width <= m_right;
        return isNear ? take(behind, width) : std::nullopt;
    }

private:
    double m_left;
    double m_right;
    std::vector<std::pair<double, double>> m_taken;
};

/// What many observations in one place come to: the one that a person must not miss.
Tone toneOf(const TickLane &lane, models::Instant from, models::Instant to)
{
    for (const auto contribution :
         {models::Contribution::Contradicts, models::Contribution::NotUnderstood,
          models::Contribution::Changed}) {
        if (lane.has(contribution, from, to))
            return ui::toneOf(contribution);
    }
    return ui::toneOf(models::Contribution::Agrees);
}

class Layouter
{
public:
    Layouter(const TimelineData &data, const PictureRequest &request)
        : m_data(data)
        , m_request(request)
        , m_rows(
              Rows::fitting(request.size.height(), request.lineHeight, data.state().steps.size()))
        , m_origin(*data.origin())
        , m_plotLeft(plotLeft())
        , m_plotRight(std::max(m_plotLeft + 40, request.size.width() - rightMargin))
        , m_extent(extentOf(data, request.now))
        , m_scale(scaleOf(request.view, m_extent, plot(), nowOffset()))
    {}

    TimelinePicture take()
    {
        m_picture.plotLeft = m_plotLeft;
        m_picture.plotRight = m_plotRight;
        layAxis();
        double top = m_rows.axis();
        top = layFlow(top);
        for (std::size_t position = 0; position < steps().size(); ++position)
            top = layStep(position, top);
        // The shortest text first: the others find a way round it.
        layNotes();
        layFailovers();
        if (m_request.now && isOnShow(xOf(*m_request.now)))
            m_picture.nowX = xOf(*m_request.now);
        layDue();
        m_picture.bottom = layAgreement(top);
        std::ranges::sort(m_picture.marks, [](const MarkPicture &a, const MarkPicture &b) {
            return std::pair(a.centre.x(), a.centre.y()) < std::pair(b.centre.x(), b.centre.y());
        });
        m_picture.scale = m_scale;
        m_picture.extent = m_extent;
        m_picture.size = {m_request.size.width(),
                          std::max(m_picture.bottom, m_request.size.height())};
        return std::move(m_picture);
    }

private:
    [[nodiscard]] const std::vector<models::StepState> &steps() const
    {
        return m_data.state().steps;
    }
    [[nodiscard]] double xOf(models::Instant at) const { return m_scale.xAt(at - m_origin); }
    [[nodiscard]] PlotRange plot() const { return {m_plotLeft, m_plotRight}; }
    [[nodiscard]] std::optional<Offset> nowOffset() const
    {
        return m_request.now ? std::optional<Offset>(*m_request.now - m_origin) : std::nullopt;
    }
    [[nodiscard]] bool isOnShow(double x) const { return x >= m_plotLeft && x <= m_plotRight; }
    /// Within the plot, or a little outside of it where `x` is beyond.
    [[nodiscard]] double cut(double x) const
    {
        return std::clamp(x, m_plotLeft - overhang, m_plotRight + overhang);
    }
    [[nodiscard]] double widthOf(const QString &text)
    {
        const auto known = m_widths.constFind(text);
        if (known != m_widths.constEnd())
            return *known;
        return *m_widths.insert(text, m_request.textWidth(text));
    }

    [[nodiscard]] static QString stepTitle(const models::StepState &step)
    {
        return QStringLiteral("%1 %2").arg(step.order).arg(models::channelName(step.channel));
    }

    [[nodiscard]] double plotLeft()
    {
        double widest = widthOf(Words::tr("Agreement"));
        widest = std::max(widest, widthOf(Words::tr("polls, webhooks")));
        for (const models::StepState &step : steps())
            widest = std::max(widest, widthOf(stepTitle(step)));
        // Titles are bold and a little larger than what was measured.
        return spacing::large + widest * 1.25 + spacing::large;
    }

    void addText(double x, double y, double width, const QString &text, Tone tone,
                 TextWeight weight = TextWeight::Plain)
    {
        m_picture.texts.push_back({QRectF(x, y, width + 2, m_rows.line), text, tone, weight});
    }

    void layAxis()
    {
        m_picture.axisY = m_rows.axis() - 8;
        TextRow row(0, m_request.size.width());
        for (const TimeScale::Segment &segment : m_scale.segments()) {
            const double middle = (segment.left + segment.right) / 2;
            if (!segment.isFold || segment.right < m_plotLeft || segment.left > m_plotRight)
                continue;
            const QString text = models::durationText(segment.to - segment.from);
            m_picture.folds.push_back({segment.left, segment.right, text});
            const double width = widthOf(text);
            const auto x = isOnShow(middle) ? row.take(middle - width / 2, width) : std::nullopt;
            if (x)
                addText(*x, 2, width, text, Tone::Muted, TextWeight::Strong);
        }
        for (const TimeScale::Segment &segment : m_scale.segments()) {
            if (!segment.isFold)
                layTicksOf(segment, row);
        }
    }

    void layTicksOf(const TimeScale::Segment &segment, TextRow &row)
    {
        // Only what is on show: a segment may be a month long, and drawn by the millisecond.
        TimeScale::Segment shown = segment;
        if (segment.left < m_plotLeft) {
            shown.left = m_plotLeft;
            shown.from = m_scale.offsetAt(m_plotLeft);
        }
        if (segment.right > m_plotRight) {
            shown.right = m_plotRight;
            shown.to = m_scale.offsetAt(m_plotRight);
        }
        if (shown.right <= shown.left)
            return;
        const AxisTicks ticks = axisTicks(shown, axisDistance, phase());
        for (const Offset offset : ticks.offsets) {
            const double middle = m_scale.xAt(offset);
            const QString text = labelAt(offset, ticks.step);
            const double width = widthOf(text);
            const auto x = isOnShow(middle) ? row.take(middle - width / 2, width) : std::nullopt;
            if (x) {
                m_picture.gridX.push_back(middle);
                addText(*x, 2, width, text, Tone::Muted);
            }
        }
    }

    /// What the clock of the axis says at offset 0, so that its labels are round.
    [[nodiscard]] Offset phase() const
    {
        switch (m_request.clock) {
        case TimeClock::SinceSend:
            return m_origin - m_data.sendMoment();
        case TimeClock::Service:
            return phaseOf(m_origin, m_request.clock);
        case TimeClock::Wall:
            return phaseOf(m_data.clocks().wallAt(m_origin), m_request.clock);
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString labelAt(Offset offset, Offset step) const
    {
        const models::Instant at = m_origin + offset;
        switch (m_request.clock) {
        case TimeClock::SinceSend:
            return axisText(at - m_data.sendMoment(), step);
        case TimeClock::Service:
            return clockText(at, m_request.clock, step);
        case TimeClock::Wall: {
            const models::Instant wall = m_data.clocks().wallAt(at);
            // A service clock that runs fast leaves little wall time between two labels.
            const Offset wallStep = m_data.clocks().wallAt(at + step) - wall;
            return clockText(wall, m_request.clock, wallStep);
        }
        }
        Q_UNREACHABLE();
    }

    double layFlow(double top)
    {
        LanePicture lane{Words::tr("Flow"), {}, Tone::Neutral, top, m_rows.flow(), 0};
        lane.axis = top + m_rows.line + 8 + barHeight / 2;
        m_picture.lanes.push_back(lane);
        addPassedBar(lane.axis, m_origin, {}, Tone::Accent);
        layMarks(m_data.flowEvents(), {MarkKind::Flow, 0, 0}, lane.axis, nullptr);
        return top + lane.height;
    }

    double layStep(std::size_t position, double top)
    {
        const models::StepState &step = steps()[position];
        const Tone tone = ui::toneOf(step.channel);
        LanePicture lane{stepTitle(step), {}, tone, top, m_rows.step(), 0};
        lane.axis = top + m_rows.line + 8 + barHeight / 2;
        m_underRows.emplace_back(m_plotLeft, m_plotRight + rightMargin - 4);
        m_stepAxes.push_back(lane.axis);
        if (step.startedAt)
            layStarted(step, lane);
        m_picture.lanes.push_back(lane);
        layMarks(m_data.stepEvents(position), {MarkKind::Step, position, 0}, lane.axis,
                 &m_underRows.back());
        return top + lane.height;
    }

    void layStarted(const models::StepState &step, const LanePicture &lane)
    {
        addPassedBar(lane.axis, *step.startedAt, step.concludedAt, lane.tone);
        const auto ends = step.ttlEndsAt();
        if (!step.concludedAt && !m_data.state().isConcluded() && ends && m_request.now &&
            *ends > *m_request.now)
            addBar(lane.axis, xOf(*m_request.now), xOf(*ends), lane.tone, BarPicture::Style::Left);
    }

    void addPassedBar(double axis, models::Instant from, std::optional<models::Instant> ended,
                      Tone tone)
    {
        // What never became final ends with the run. One that nobody follows any more stands still
        // where it was seen last.
        if (!ended)
            ended = m_data.state().concludedAt;
        const auto until = ended           ? ended
                           : m_request.now ? m_request.now
                                           : std::max(m_data.lastEvent(), m_data.lastSeen());
        addBar(axis, xOf(from), xOf(*until), tone, BarPicture::Style::Passed);
    }

    void addBar(double axis, double left, double right, Tone tone, BarPicture::Style style)
    {
        left = cut(left);
        right = cut(right);
        if (right > left)
            m_picture.bars.push_back(
                {QRectF(left, axis - barHeight / 2, right - left, barHeight), tone, style});
    }

    /// Up to how many pixels from one group to the next count as close.
    [[nodiscard]] double closeness(const std::vector<EventGroup> &groups, std::size_t most,
                                   double symbolWidth) const
    {
        return groups.size() > most ? m_plotRight - m_plotLeft + 1 : symbolWidth;
    }

    /// Words go above the bar; one that finds no room there goes below it where there is a row,
    /// else further on with a line that leads to it.
    void layMarks(const std::vector<LaneEvent> &events, MarkRef lane, double axis, TextRow *under)
    {
        TextRow above(m_plotLeft - markReach, m_plotRight + rightMargin - 4);
        const std::vector<EventGroup> groups =
            groupsOf(events, m_origin, m_scale, plot(), markDistance);
        const auto lay = [&](const EventGroup &group, const QRectF &column) {
            const LaneEvent &last = events[group.first + group.count - 1];
            lane.index = group.first;
            m_picture.marks.push_back({QPointF(group.middle(), axis), last.look, lane, group.count,
                                       last.observation, column});
        };
        for (const GroupStretch &stretch :
             stretchesOf(groups, closeness(groups, mostMarks, markWidth), leastDense)) {
            if (stretch.isDense) {
                const std::vector<QRectF> columns = columnsOf(groups, stretch, axis, barHeight);
                for (std::size_t i = stretch.from; i < stretch.to; ++i)
                    lay(groups[i], columns[i - stretch.from]);
                layDenseWord(events, groups[stretch.from], groups[stretch.to - 1], axis, above,
                             under);
                continue;
            }
            for (std::size_t i = stretch.from; i < stretch.to; ++i) {
                lay(groups[i], {});
                layWord(wordOf(events, groups[i].first, groups[i].count),
                        m_picture.marks.back().look.tone, m_picture.marks.back().centre, above,
                        under);
            }
        }
    }

    void layDenseWord(const std::vector<LaneEvent> &events, const EventGroup &first,
                      const EventGroup &last, double axis, TextRow &above, TextRow *under)
    {
        const std::size_t behind = last.first + last.count;
        const int count = int(std::min<std::size_t>(behind - first.first, INT_MAX));
        const LaneEvent &newest = events[behind - 1];
        //: %1 is a status
        layWord(Words::tr("%Ln changes, the last to %1", nullptr, count).arg(newest.word),
                newest.look.tone, QPointF(first.left, axis), above, under);
    }

    [[nodiscard]] static QString wordOf(const std::vector<LaneEvent> &events, std::size_t first,
                                        std::size_t count)
    {
        constexpr std::size_t mostWords = 3;
        QString words = events[first].word;
        if (count > mostWords)
            return Words::tr("%n changes to %1", nullptr,
                             int(std::min<std::size_t>(count, INT_MAX)))
                .arg(events[first + count - 1].word);
        for (std::size_t i = first + 1; i < first + count; ++i)
            words += QStringLiteral(" → ") + events[i].word;
        return words;
    }

    void layWord(const QString &word, Tone tone, QPointF mark, TextRow &above, TextRow *under)
    {
        const double width = widthOf(word);
        const double natural = mark.x() - markReach;
        const double aboveTop = mark.y() - barHeight / 2 - 5 - m_rows.line;
        const auto say = [&](double left, double top) {
            addText(left, top, width, word, tone, TextWeight::Strong);
            m_picture.texts.back().isQuoted = true;
        };
        if (const auto left = above.take(natural, width))
            say(*left, aboveTop);
        else if (const auto below = under ? under->take(natural, width) : std::nullopt)
            say(*below, underRowTop(mark.y()));
        else if (const auto behind = above.takeBehind(natural, width, leaderReach)) {
            say(*behind, aboveTop);
            m_picture.leaders.push_back({mark, QPointF(*behind, aboveTop + m_rows.line)});
        }
    }

    [[nodiscard]] std::optional<std::size_t> positionOf(int order) const
    {
        const auto step = std::ranges::find(steps(), order, &models::StepState::order);
        if (step == steps().end())
            return std::nullopt;
        return std::size_t(step - steps().begin());
    }

    void layFailovers()
    {
        for (std::size_t i = 0; i < m_data.failovers().size(); ++i) {
            const models::Failover &failover = m_data.failovers()[i];
            const auto from = positionOf(failover.fromOrder);
            const auto to = positionOf(failover.toOrder);
            if (!from || !to)
                continue;
            const models::StepState &step = steps()[*from];
            const ArrowPicture arrow{
                QPointF(xOf(leavesAt(failover, step)), m_stepAxes[*from] + barHeight / 2),
                QPointF(xOf(failover.firedAt), m_stepAxes[*to]),
                failover.reason == models::FailoverReason::Unexplained ? Tone::Error
                                                                       : Tone::Warning,
                false,
                models::sentenceFor(failover),
                MarkRef{MarkKind::Failover, i, 0},
                failover.observation};
            if (layArrow(arrow))
                layReason(*from, cut(arrow.from.x()), shortReason(failover, step), arrow.tone);
        }
    }

    /// When the arrow leaves the step. What triggers it may be reported only afterwards; no arrow
    /// goes back in time.
    [[nodiscard]] static models::Instant leavesAt(const models::Failover &failover,
                                                  const models::StepState &step)
    {
        return std::min(failover.firedAt,
                        step.concludedAt && failover.reason == models::FailoverReason::TriggerStatus
                            ? *step.concludedAt
                            : failover.dueAt.value_or(failover.firedAt));
    }

    /// False where it is not on show.
    bool layArrow(ArrowPicture arrow)
    {
        const auto [left, right] = std::minmax({arrow.from.x(), arrow.to.x()});
        if (right < m_plotLeft || left > m_plotRight)
            return false;
        arrow.from.setX(cut(arrow.from.x()));
        arrow.to.setX(cut(arrow.to.x()));
        m_picture.arrows.push_back(std::move(arrow));
        return true;
    }

    [[nodiscard]] static QString shortReason(const models::Failover &failover,
                                             const models::StepState &step)
    {
        const QString channel = models::channelName(step.channel);
        switch (failover.reason) {
        case models::FailoverReason::TriggerStatus:
            return Words::tr("failover: %1 %2").arg(channel, failover.trigger);
        case models::FailoverReason::DeliveredPlusTtl:
            return Words::tr("failover: %1 delivered, not seen within its ttl").arg(channel);
        case models::FailoverReason::Unexplained:
            return Words::tr("failover without a known trigger");
        }
        Q_UNREACHABLE();
    }

    /// Beside the arrow, on its left where there is room, else on its right, behind what is there.
    void layReason(std::size_t position, double x, const QString &text, Tone tone)
    {
        const double width = widthOf(text) * 1.08;
        const double y = underRowTop(m_stepAxes[position]);
        TextRow &row = m_underRows[position];
        std::optional<double> left;
        for (const double natural : {x - width - arrowReach, x + arrowReach,
                                     m_picture.nowX.value_or(x) - width - labelGap}) {
            const bool isRoom = natural >= m_plotLeft && natural + width <= m_plotRight;
            if (!left && isRoom && !crossesNow(natural, width))
                left = row.take(natural, width);
        }
        if (!left && x - width - arrowReach >= m_plotLeft)
            left = row.take(x - width - arrowReach, width);
        if (!left)
            left = row.take(x + arrowReach, width);
        if (!left)
            left = row.takeBehind(x + arrowReach, width, leaderReach);
        if (left)
            addText(*left, y, width, text, tone, TextWeight::Strong);
    }

    [[nodiscard]] bool crossesNow(double left, double width) const
    {
        return m_picture.nowX && left < *m_picture.nowX && *m_picture.nowX < left + width;
    }

    [[nodiscard]] static double underRowTop(double axis) { return axis + barHeight / 2 + 3; }

    /// What runs below each bar: its ttl, or why there is none yet.
    void layNotes()
    {
        for (std::size_t position = 0; position < steps().size(); ++position) {
            const models::StepState &step = steps()[position];
            const bool isWaiting = !step.startedAt && !step.isTried();
            const QString text = isWaiting ? waitingText() : ttlText(step, position);
            const double width = widthOf(text);
            if (text.isEmpty())
                continue;
            const double x = isWaiting ? m_plotLeft : noteLeft(step, width);
            if (isWaiting) {
                addText(x, m_stepAxes[position] - barHeight / 2 - 5 - m_rows.line, width, text,
                        Tone::Muted);
            } else if (const auto left = m_underRows[position].take(x, width)) {
                addText(*left, underRowTop(m_stepAxes[position]), width, text, Tone::Muted);
            }
        }
    }

    /// Where the bar begins, or beside an arrow that would go through the text there.
    [[nodiscard]] double noteLeft(const models::StepState &step, double width) const
    {
        const double natural = cut(xOf(step.startedAt.value_or(m_origin)));
        for (const models::Failover &failover : m_data.failovers()) {
            if (failover.fromOrder != step.order)
                continue;
            const double arrow = cut(xOf(leavesAt(failover, step)));
            if (arrow + 2 > natural && arrow - arrowBend < natural + width)
                return arrow + arrowReach;
        }
        return natural;
    }

    [[nodiscard]] QString waitingText() const
    {
        return m_data.state().isConcluded() ? Words::tr("not tried")
                                            : Words::tr("waiting for its turn");
    }

    [[nodiscard]] QString ttlText(const models::StepState &step, std::size_t position) const
    {
        if (step.ttl <= 0s)
            return {};
        const QString ttl = isOverdue(step)
                                ? Words::tr("ttl %1, over").arg(models::durationText(step.ttl))
                                : Words::tr("ttl %1").arg(models::durationText(step.ttl));
        const bool isLast = position + 1 == steps().size();
        return isLast && !m_data.state().isConcluded()
                   ? Words::tr("%1 · last step, nothing is due after it").arg(ttl)
                   : ttl;
    }

    /// Its time is over, and nothing final was reported.
    [[nodiscard]] bool isOverdue(const models::StepState &step) const
    {
        const auto ends = step.ttlEndsAt();
        return m_request.now && ends && !step.concludedAt && !m_data.state().isConcluded() &&
               *ends < *m_request.now;
    }

    void layDue()
    {
        const auto &due = m_data.state().due;
        if (!due || m_data.state().isConcluded())
            return;
        const auto from = positionOf(due->fromOrder);
        const auto to = positionOf(due->toOrder);
        if (!from || !to)
            return;
        const double x = xOf(due->dueAt);
        layArrow({QPointF(x, m_stepAxes[*from] + barHeight / 2),
                  QPointF(x, m_stepAxes[*to]),
                  Tone::Warning,
                  true,
                  models::sentenceFor(*due),
                  {},
                  {}});
        // The rule and its countdown are said wherever one looks.
        layReason(*from, cut(x), dueText(*due), Tone::Warning);
        const models::StepState &next = steps()[*to];
        if (!next.startedAt)
            addBar(m_stepAxes[*to], x, xOf(due->dueAt + next.ttl), ui::toneOf(next.channel),
                   BarPicture::Style::Left);
    }

    [[nodiscard]] QString dueText(const models::DueFailover &due) const
    {
        const QString rule = models::sentenceFor(due);
        if (!m_request.now)
            return rule;
        const auto left = std::chrono::ceil<std::chrono::seconds>(due.dueAt - *m_request.now);
        if (left <= 0s)
            return Words::tr("%1 · due now").arg(rule);
        //: %1 is the rule of the next failover, %2 a duration
        return Words::tr("%1 · in %2").arg(rule, models::durationText(left));
    }

    double layAgreement(double top)
    {
        LanePicture lane{Words::tr("Agreement"), Words::tr("polls, webhooks"),
                         Tone::Neutral,          top,
                         m_rows.agreement(),     top + m_rows.line + 4 + 2 * m_rows.air};
        m_picture.lanes.push_back(lane);
        layTicks(m_data.polls(), MarkKind::Poll, lane.axis - 8);
        layTicks(m_data.webhooks(), MarkKind::Webhook, lane.axis + 9);
        const QString text = agreementText();
        const double width = widthOf(text);
        double x = m_plotLeft;
        // The word "now" stands in the same row.
        const double nowReach = widthOf(QStringLiteral("now")) / 2 + spacing::large;
        if (m_picture.nowX && *m_picture.nowX - nowReach < x + width)
            x = std::max(x, *m_picture.nowX + nowReach);
        if (!text.isEmpty() && x + width <= m_picture.plotRight + rightMargin)
            addText(x, lane.axis + 16 + 2 * m_rows.air, width, text, agreementTone());
        return top + lane.height;
    }

    [[nodiscard]] bool isContradicted() const
    {
        const auto at = std::size_t(models::Contribution::Contradicts);
        return !m_data.polls().times[at].empty() || !m_data.webhooks().times[at].empty();
    }

    [[nodiscard]] Tone agreementTone() const
    {
        return isContradicted() ? Tone::Error : Tone::Muted;
    }

    /// What holding the two against each other comes to.
    [[nodiscard]] QString agreementText() const
    {
        const bool hasPolls = !m_data.polls().ticks.empty();
        const bool hasWebhooks = !m_data.webhooks().ticks.empty();
        if (!hasPolls && !hasWebhooks)
            return {};
        if (isContradicted())
            return Words::tr("Polls and webhooks contradict each other");
        if (!hasWebhooks)
            return Words::tr("Polls alone: no webhook has come");
        if (!hasPolls)
            return Words::tr("Webhooks alone: nothing was polled");
        return Words::tr("Polls and webhooks agree; first to tell a change: webhooks %1, polls %2")
            .arg(m_data.firstToldBy(models::ObservationSource::Webhook))
            .arg(m_data.firstToldBy(models::ObservationSource::Poll));
    }

    void layTicks(const TickLane &lane, MarkKind kind, double y)
    {
        const std::vector<AgreementTick> &ticks = lane.ticks;
        const std::vector<EventGroup> groups =
            groupsOf(ticks, m_origin, m_scale, plot(), tickDistance);
        for (const GroupStretch &stretch :
             stretchesOf(groups, closeness(groups, mostTicks, tickWidth), leastDense)) {
            const std::vector<QRectF> columns =
                stretch.isDense ? columnsOf(groups, stretch, y, tickWidth)
                                : std::vector<QRectF>(stretch.to - stretch.from);
            for (std::size_t i = stretch.from; i < stretch.to; ++i) {
                const EventGroup &group = groups[i];
                const AgreementTick &first = ticks[group.first];
                const AgreementTick &last = ticks[group.first + group.count - 1];
                m_picture.ticks.push_back({QPointF(group.middle(), y), kind,
                                           toneOf(lane, first.at, last.at + Offset(1)),
                                           MarkRef{kind, 0, group.first}, group.count,
                                           last.observation, columns[i - stretch.from]});
            }
        }
    }

    const TimelineData &m_data;
    const PictureRequest &m_request;
    QHash<QString, double> m_widths;
    Rows m_rows;
    models::Instant m_origin;
    double m_plotLeft;
    double m_plotRight;
    TimeExtent m_extent;
    TimeScale m_scale;
    std::vector<double> m_stepAxes;
    std::vector<TextRow> m_underRows;
    TimelinePicture m_picture;
};

} // namespace

namespace {

/// What only confirms a concluded run, from `concluded` on, shall not push the run itself aside.
void foldTail(std::vector<Fold> &folds, Offset concluded, Offset end)
{
    const Offset tail = end - concluded;
    if (tail < 2s || tail < concluded / 8)
        return;
    while (!folds.empty() && folds.back().to > concluded)
        folds.pop_back();
    // What is left of the run once its own idle stretches are folded is what one looks at.
    Offset open = concluded;
    for (const Fold &fold : folds)
        open -= fold.to - fold.from;
    const Offset air = std::max(open, Offset(2s)) / 12;
    // A run that was over at once is given a second or two all the same.
    const Offset ahead = std::max(air, Offset(2s) - open);
    folds.push_back({concluded + std::min(ahead, tail / 3), end - std::min(air, tail / 20)});
}

} // namespace

TimeExtent extentOf(const TimelineData &data, std::optional<models::Instant> now)
{
    const models::Instant origin = data.origin().value_or(models::Instant());
    BusyStretches busy = data.busy();
    const auto note = [&](std::optional<models::Instant> at) {
        if (at)
            busy.add(std::max(origin, *at));
    };
    note(origin);
    for (const models::StepState &step : data.state().steps) {
        note(step.startedAt);
        note(step.deliveredAt);
        note(step.concludedAt);
    }
    note(data.state().concludedAt);
    const Offset concluded = busy.intervals().back().to - origin;
    note(data.lastSeen());
    const models::Instant last = busy.intervals().back().to;
    note(now);
    if (data.state().due && !data.state().isConcluded())
        note(data.state().due->dueAt);

    std::vector<Stretch> stretches;
    for (const BusyStretches::Interval &interval : busy.intervals())
        stretches.push_back({interval.from - origin, interval.to - origin});
    TimeExtent extent;
    extent.folds =
        foldBetween(stretches, now ? std::optional<Offset>(last - origin) : std::nullopt);
    const Offset end = std::max(stretches.back().to, Offset(2s));
    if (data.state().isConcluded())
        foldTail(extent.folds, concluded, stretches.back().to);
    Offset open = end;
    for (const Fold &fold : extent.folds)
        open -= fold.to - fold.from;
    extent.to = end + open / 16;
    return extent;
}

TimelinePicture layOut(const TimelineData &data, const PictureRequest &request)
{
    if (data.isEmpty() || !data.origin()) {
        TimelinePicture empty;
        empty.size = request.size;
        return empty;
    }
    return Layouter(data, request).take();
}

double heightFor(const TimelineData &data, double lineHeight)
{
    return Rows{lineHeight, 1}.all(data.state().steps.size());
}

double leastHeightFor(const TimelineData &data, double lineHeight)
{
    return Rows{lineHeight, 0}.all(data.state().steps.size());
}

QString sentenceOf(const TimelineData &data, const MarkPicture &mark)
{
    if (mark.count == 1)
        return sentenceOf(data, mark.first);
    MarkRef last = mark.first;
    last.index += mark.count - 1;
    const QString subject = mark.first.kind == MarkKind::Flow
                                ? Words::tr("The flow")
                                : models::channelName(data.state().steps[mark.first.lane].channel);
    const auto &events =
        mark.first.kind == MarkKind::Flow ? data.flowEvents() : data.stepEvents(mark.first.lane);
    //: %1 is "The flow", "Viber" or "SMS", %2 and %3 "4 s after sending", %4 a status
    return Words::tr(
               "%1: %n changes between %2 and %3, the last to %4. Zoom in to tell them apart.",
               nullptr, int(std::min<std::size_t>(mark.count, INT_MAX)))
        .arg(subject, sinceSendText(data, timeOf(data, mark.first)),
             sinceSendText(data, timeOf(data, last)), events[last.index].word);
}

QString sentenceOf(const TimelineData &data, const TickPicture &tick)
{
    if (tick.count == 1)
        return sentenceOf(data, tick.first);
    MarkRef last = tick.first;
    last.index += tick.count - 1;
    const int count = int(std::min<std::size_t>(tick.count, INT_MAX));
    const QString from = sinceSendText(data, timeOf(data, tick.first));
    const QString to = sinceSendText(data, timeOf(data, last));
    return tick.kind == MarkKind::Poll
               ? Words::tr("%n polls between %1 and %2. Zoom in to tell them apart.", nullptr,
                           count)
                     .arg(from, to)
               : Words::tr("%n webhooks between %1 and %2. Zoom in to tell them apart.", nullptr,
                           count)
                     .arg(from, to);
}

std::optional<QPointF> placeOf(const TimelinePicture &picture, const MarkRef &mark)
{
    const auto holds = [&mark](const auto &drawn) {
        return drawn.first.kind == mark.kind && drawn.first.lane == mark.lane &&
               mark.index >= drawn.first.index && mark.index < drawn.first.index + drawn.count;
    };
    if (const auto found = std::ranges::find_if(picture.marks, holds); found != picture.marks.end())
        return found->centre;
    if (const auto found = std::ranges::find_if(picture.ticks, holds); found != picture.ticks.end())
        return found->centre;
    const auto arrow = std::ranges::find(picture.arrows, std::optional(mark), &ArrowPicture::mark);
    return arrow == picture.arrows.end() ? std::nullopt
                                         : std::optional((arrow->from + arrow->to) / 2);
}

QString axisText(Offset offset, Offset step)
{
    if (offset < 0ms)
        return QStringLiteral("−") + axisText(-offset, step);
    if (offset >= 48h) {
        const auto days = std::chrono::floor<std::chrono::days>(offset);
        if (offset == days)
            return Words::tr("%1 d").arg(days.count());
        //: %1 is a number of days, %2 the hours behind them: "3 d 4:00:00"
        return Words::tr("%1 d %2").arg(days.count()).arg(axisText(offset - days, step));
    }
    const qint64 ms = offset.count();
    if (ms < 60'000) {
        const double seconds = double(ms) / 1000;
        const int decimals = step >= 1s ? 0 : step >= 100ms ? 1 : step >= 10ms ? 2 : 3;
        return Words::tr("%1 s").arg(QString::number(seconds, 'f', decimals));
    }
    const qint64 total = ms / 1000;
    const QString tail = QStringLiteral("%1:%2")
                             .arg(total / 60 % 60, total >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(total % 60, 2, 10, QLatin1Char('0'));
    const QString fraction =
        step < 1s ? QStringLiteral(".%1").arg(ms % 1000, 3, 10, QLatin1Char('0')) : QString();
    return total >= 3600 ? QStringLiteral("%1:%2%3").arg(total / 3600).arg(tail, fraction)
                         : tail + fraction;
}

} // namespace otpscope::ui
