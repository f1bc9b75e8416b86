// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepicture.h"

#include "models/text/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

using namespace std::chrono_literals;

namespace {

constexpr double rightMargin = 28;
constexpr double foldWidth = 84;
constexpr double barHeight = 16;
constexpr double tickDistance = 78;
constexpr double labelGap = 6;
constexpr double markReach = 8;
constexpr double leaderReach = 140;

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
    TextRow(double left, double right) : m_left(left), m_right(right) {}

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

Tone toneOf(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed: return Tone::Accent;
    case models::Contribution::Agrees: return Tone::Muted;
    case models::Contribution::Older: return Tone::Muted;
    case models::Contribution::Contradicts: return Tone::Error;
    case models::Contribution::NotUnderstood: return Tone::Warning;
    }
    Q_UNREACHABLE();
}

QString contributionWords(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed: return Words::tr("brought a change");
    case models::Contribution::Agrees: return Words::tr("agrees with what is known");
    case models::Contribution::Older: return Words::tr("reports an older state");
    case models::Contribution::Contradicts: return Words::tr("contradicts what is known");
    case models::Contribution::NotUnderstood: return Words::tr("was not understood");
    }
    Q_UNREACHABLE();
}

/// Calls `visit` for the events to draw: all of them while they are few, else the first of each
/// pixel column, so that a frame costs by its width.
template <typename Event, typename Visit>
void visitVisible(const std::vector<Event> &events, models::Instant origin, const TimeScale &scale,
                  Visit visit)
{
    const double left = scale.segments().front().left;
    const double right = scale.segments().back().right;
    if (double(events.size()) <= right - left) {
        std::ranges::for_each(events, visit);
        return;
    }
    for (double x = left; x < right; x += 1) {
        const auto event = std::ranges::lower_bound(events, origin + scale.offsetAt(x), {},
                                                    &Event::at);
        if (event != events.end() && event->at < origin + scale.offsetAt(x + 1))
            visit(*event);
    }
}

class Layouter
{
public:
    Layouter(const TimelineData &data, const PictureRequest &request)
        : m_data(data)
        , m_request(request)
        , m_rows(Rows::fitting(request.size.height(), request.lineHeight, data.state().steps.size()))
        , m_origin(*data.origin())
        , m_plotLeft(plotLeft())
        , m_plotRight(std::max(m_plotLeft + 40, request.size.width() - rightMargin))
        , m_scale(makeScale())
    {
    }

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
        layDue();
        m_picture.bottom = layAgreement(top);
        if (m_request.now)
            m_picture.nowX = xOf(*m_request.now);
        std::ranges::sort(m_picture.marks, [](const MarkPicture &a, const MarkPicture &b) {
            return std::pair(a.centre.x(), a.centre.y()) < std::pair(b.centre.x(), b.centre.y());
        });
        m_picture.size = {m_request.size.width(), std::max(m_picture.bottom, m_request.size.height())};
        return std::move(m_picture);
    }

private:
    [[nodiscard]] const std::vector<models::StepState> &steps() const
    {
        return m_data.state().steps;
    }
    [[nodiscard]] double xOf(models::Instant at) const { return m_scale.xAt(at - m_origin); }
    [[nodiscard]] double widthOf(const QString &text) const { return m_request.textWidth(text); }

    [[nodiscard]] static QString stepTitle(const models::StepState &step)
    {
        return QStringLiteral("%1 %2").arg(step.order).arg(models::channelName(step.channel));
    }

    [[nodiscard]] double plotLeft() const
    {
        double widest = widthOf(Words::tr("Agreement"));
        widest = std::max(widest, widthOf(Words::tr("polls, webhooks")));
        for (const models::StepState &step : steps())
            widest = std::max(widest, widthOf(stepTitle(step)));
        // Titles are bold and a little larger than what was measured.
        return spacing::large + widest * 1.25 + spacing::large;
    }

    [[nodiscard]] TimeScale makeScale() const
    {
        const models::RunState &state = m_data.state();
        std::vector<Offset> moments{Offset(0)};
        const auto note = [&](std::optional<models::Instant> at) {
            if (at)
                moments.push_back(std::max(Offset(0), *at - m_origin));
        };
        // Only what the state tells: its size does not grow with the number of events.
        for (std::size_t position = 0; position < steps().size(); ++position) {
            const auto &events = m_data.stepEvents(position);
            note(steps()[position].startedAt);
            note(steps()[position].deliveredAt);
            note(steps()[position].concludedAt);
            for (std::size_t i = 0; i < std::min<std::size_t>(events.size(), 16); ++i)
                note(events[i].at);
        }
        note(state.concludedAt);
        note(m_data.lastEvent());
        const Offset last = *std::ranges::max_element(moments);
        note(m_request.now);
        if (state.due)
            note(state.due->dueAt);
        std::ranges::sort(moments);
        const Offset end = std::max(moments.back(), Offset(2s));
        const std::vector<Fold> folds =
            foldIdle(moments, m_request.now ? std::optional(last) : std::nullopt);
        Offset open = end;
        for (const Fold &fold : folds)
            open -= fold.to - fold.from;
        return TimeScale(Offset(0), end + open / 16, m_plotLeft, m_plotRight, folds, foldWidth);
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
            if (!segment.isFold)
                continue;
            const QString text = models::durationText(segment.to - segment.from);
            m_picture.folds.push_back({segment.left, segment.right, text});
            const double width = widthOf(text);
            const double middle = (segment.left + segment.right) / 2;
            if (const auto x = row.take(middle - width / 2, width))
                addText(*x, 2, width, text, Tone::Muted, TextWeight::Strong);
        }
        for (const TimeScale::Segment &segment : m_scale.segments()) {
            if (segment.isFold)
                continue;
            const AxisTicks ticks = axisTicks(segment, tickDistance);
            for (const Offset offset : ticks.offsets) {
                const QString text = axisText(offset, ticks.step);
                const double width = widthOf(text);
                const double middle = m_scale.xAt(offset);
                if (const auto x = row.take(middle - width / 2, width)) {
                    m_picture.gridX.push_back(middle);
                    addText(*x, 2, width, text, Tone::Muted);
                }
            }
        }
    }

    double layFlow(double top)
    {
        LanePicture lane{Words::tr("Flow"), {}, Tone::Neutral, top, m_rows.flow(), 0};
        lane.axis = top + m_rows.line + 8 + barHeight / 2;
        m_picture.lanes.push_back(lane);
        addPassedBar(lane.axis, m_origin, m_data.state().concludedAt, Tone::Accent);
        layMarks(m_data.flowEvents(), lane.axis, Words::tr("The flow"), nullptr);
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
        layMarks(m_data.stepEvents(position), lane.axis, models::channelName(step.channel),
                 &m_underRows.back());
        return top + lane.height;
    }

    void layStarted(const models::StepState &step, const LanePicture &lane)
    {
        addPassedBar(lane.axis, *step.startedAt, step.concludedAt, lane.tone);
        const auto ends = step.ttlEndsAt();
        if (!step.concludedAt && !m_data.state().isConcluded() && ends && m_request.now
            && *ends > *m_request.now)
            addBar(lane.axis, xOf(*m_request.now), xOf(*ends), lane.tone, BarPicture::Style::Left);
    }

    void addPassedBar(double axis, models::Instant from, std::optional<models::Instant> ended,
                      Tone tone)
    {
        const auto until = ended           ? ended
                           : m_request.now ? m_request.now
                                           : m_data.lastEvent();
        addBar(axis, xOf(from), xOf(*until), tone, BarPicture::Style::Passed);
    }

    void addBar(double axis, double left, double right, Tone tone, BarPicture::Style style)
    {
        if (right > left)
            m_picture.bars.push_back({QRectF(left, axis - barHeight / 2, right - left, barHeight),
                                      tone, style});
    }

    /// Words go above the bar; one that finds no room there goes below it where there is a row,
    /// else further on with a line that leads to it.
    void layMarks(const std::vector<LaneEvent> &events, double axis, const QString &subject,
                  TextRow *under)
    {
        TextRow above(m_plotLeft - markReach, m_plotRight + rightMargin - 4);
        visitVisible(events, m_origin, m_scale, [&](const LaneEvent &event) {
            const QPointF centre(xOf(event.at), axis);
            m_picture.marks.push_back(
                {centre, event.look, markSentence(event, subject), event.observation});
            layWord(event, centre, above, under);
        });
    }

    void layWord(const LaneEvent &event, QPointF mark, TextRow &above, TextRow *under)
    {
        const double width = widthOf(event.word);
        const double natural = mark.x() - markReach;
        const double aboveTop = mark.y() - barHeight / 2 - 5 - m_rows.line;
        const auto say = [&](double left, double top) {
            addText(left, top, width, event.word, event.look.tone, TextWeight::Strong);
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

    [[nodiscard]] QString markSentence(const LaneEvent &event, const QString &subject) const
    {
        //: %1 is "The flow", "Viber" or "SMS", %2 a status, %3 a duration, %4 "webhook" or so
        return Words::tr("%1: %2, %3 after sending. Source: %4.")
            .arg(subject, event.word, models::durationText(event.at - m_origin),
                 models::sourceName(event.source));
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
        for (const models::Failover &failover : m_data.failovers()) {
            const auto from = positionOf(failover.fromOrder);
            const auto to = positionOf(failover.toOrder);
            if (!from || !to)
                continue;
            const models::StepState &step = steps()[*from];
            const models::Instant left =
                step.concludedAt && failover.reason == models::FailoverReason::TriggerStatus
                    ? *step.concludedAt
                    : failover.dueAt.value_or(failover.firedAt);
            ArrowPicture arrow{QPointF(xOf(left), m_stepAxes[*from] + barHeight / 2),
                               QPointF(xOf(failover.firedAt), m_stepAxes[*to]),
                               failover.reason == models::FailoverReason::Unexplained
                                   ? Tone::Error
                                   : Tone::Warning,
                               false, models::sentenceFor(failover), failover.observation};
            m_picture.arrows.push_back(arrow);
            layReason(*from, arrow.from.x(), shortReason(failover, step), arrow.tone);
        }
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
        case models::FailoverReason::Unexplained: return Words::tr("failover without a known trigger");
        }
        Q_UNREACHABLE();
    }

    /// Beside the arrow, on its left where there is room.
    void layReason(std::size_t position, double x, const QString &text, Tone tone)
    {
        const double width = widthOf(text) * 1.08;
        const double y = underRowTop(m_stepAxes[position]);
        TextRow &row = m_underRows[position];
        auto left = x - width - 10 >= m_plotLeft ? row.take(x - width - 10, width) : std::nullopt;
        if (!left)
            left = row.take(x + 10, width);
        if (left)
            addText(*left, y, width, text, tone, TextWeight::Strong);
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
            const double x = isWaiting ? m_plotLeft : xOf(step.startedAt.value_or(m_origin));
            if (text.isEmpty())
                continue;
            if (isWaiting) {
                addText(x, m_stepAxes[position] - barHeight / 2 - 5 - m_rows.line, width, text,
                        Tone::Muted);
            } else if (const auto left = m_underRows[position].take(x, width)) {
                addText(*left, underRowTop(m_stepAxes[position]), width, text, Tone::Muted);
            }
        }
    }

    [[nodiscard]] QString waitingText() const
    {
        return m_data.state().isConcluded() ? Words::tr("not tried") : Words::tr("waiting for its turn");
    }

    [[nodiscard]] QString ttlText(const models::StepState &step, std::size_t position) const
    {
        if (step.ttl <= 0s)
            return {};
        const QString ttl = Words::tr("ttl %1").arg(models::durationText(step.ttl));
        const bool isLast = position + 1 == steps().size();
        return isLast && !m_data.state().isConcluded()
                   ? Words::tr("%1 · last step, nothing is due after it").arg(ttl)
                   : ttl;
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
        m_picture.arrows.push_back({QPointF(x, m_stepAxes[*from] + barHeight / 2),
                                    QPointF(x, m_stepAxes[*to]), Tone::Warning, true,
                                    models::sentenceFor(*due), {}});
        layReason(*from, x, dueText(*due), Tone::Warning);
    }

    [[nodiscard]] QString dueText(const models::DueFailover &due) const
    {
        const QString rule = models::sentenceFor(due);
        if (!m_request.now)
            return rule;
        const auto left =
            std::chrono::ceil<std::chrono::seconds>(due.dueAt - *m_request.now);
        if (left <= 0s)
            return Words::tr("%1 · due now").arg(rule);
        //: %1 is the rule of the next failover, %2 a duration
        return Words::tr("%1 · in %2").arg(rule, models::durationText(left));
    }

    double layAgreement(double top)
    {
        LanePicture lane{Words::tr("Agreement"), Words::tr("polls, webhooks"), Tone::Neutral, top,
                         m_rows.agreement(), top + m_rows.line + 4 + 2 * m_rows.air};
        m_picture.lanes.push_back(lane);
        layTicks(m_data.polls(), TickPicture::Kind::Poll, lane.axis - 8);
        layTicks(m_data.webhooks(), TickPicture::Kind::Webhook, lane.axis + 9);
        return top + lane.height;
    }

    void layTicks(const std::vector<AgreementTick> &ticks, TickPicture::Kind kind, double y)
    {
        const QString what = kind == TickPicture::Kind::Poll
                                 ? models::sourceName(models::ObservationSource::Poll)
                                 : models::sourceName(models::ObservationSource::Webhook);
        visitVisible(ticks, m_origin, m_scale, [&](const AgreementTick &tick) {
            //: %1 is "Webhook" or "Poll", %2 a duration, %3 "agrees with what is known" or so
            const QString sentence =
                Words::tr("%1, %2 after sending, %3.")
                    .arg(what, models::durationText(tick.at - m_origin),
                         contributionWords(tick.contribution));
            m_picture.ticks.push_back({QPointF(xOf(tick.at), y), kind, toneOf(tick.contribution),
                                       sentence, tick.observation});
        });
    }

    const TimelineData &m_data;
    const PictureRequest &m_request;
    Rows m_rows;
    models::Instant m_origin;
    double m_plotLeft;
    double m_plotRight;
    TimeScale m_scale;
    std::vector<double> m_stepAxes;
    std::vector<TextRow> m_underRows;
    TimelinePicture m_picture;
};

} // namespace

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

QString axisText(Offset offset, Offset step)
{
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
