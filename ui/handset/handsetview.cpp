// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handset/handsetview.h"

#include "models/text/sentences.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace otpscope::ui {

namespace {

constexpr double phoneWidth = 236;
constexpr double phoneHeight = 430;
constexpr double bezel = 8;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Handset)
};

const models::Step *stepOf(const std::vector<models::Step> &steps, const models::StepState &state)
{
    const auto step = std::ranges::find_if(steps, [&](const models::Step &candidate) {
        return candidate.order == state.order && candidate.channel() == state.channel;
    });
    return step == steps.end() ? nullptr : &*step;
}

QString messageText(const models::Step &step, const models::Json &json,
                    const models::Catalogue &catalogue)
{
    if (const auto *sms = std::get_if<models::SmsContent>(&step.content))
        return sms->message && sms->message->body ? *sms->message->body : QString();
    const auto *viber = std::get_if<models::ViberOtpContent>(&step.content);
    if (!viber)
        return {};
    const auto *type =
        catalogue.templateType(viber->templateType.value_or(QStringLiteral("basic")));
    return type ? models::renderTemplate(*type, json) : QString();
}

QString senderName(const models::Step &step)
{
    const auto *sms = std::get_if<models::SmsContent>(&step.content);
    return sms && sms->from ? *sms->from : QString();
}

void describe(HandsetMessage &message, const models::StepState &state,
              const models::StatusRule *rule)
{
    message.state = state.status;
    if (!rule)
        return;
    message.hasArrived = state.deliveredAt.has_value() || rule->stopsFlow
                         || rule->name.compare(QLatin1String("Delivered"), Qt::CaseInsensitive) == 0;
    if (rule->stopsFlow) {
        message.state = Words::tr("seen");
        message.tone = Tone::Success;
    } else if (message.hasArrived) {
        message.state = Words::tr("delivered");
        message.tone = Tone::Success;
    } else if (rule->triggersFailover) {
        message.state = Words::tr("%1, never arrived").arg(state.status.toLower());
        message.tone = Tone::Warning;
    } else {
        message.state = Words::tr("on its way …");
        message.tone = Tone::Running;
    }
}

} // namespace

std::vector<HandsetMessage> handsetMessages(const models::FlowDocument &document,
                                            const models::RunState &state,
                                            const models::Catalogue &catalogue)
{
    const auto *array = models::member(document.json(), "flow");
    std::vector<HandsetMessage> messages;
    for (const models::StepState &stepState : state.steps) {
        const models::Step *step = stepOf(document.flow().steps, stepState);
        if (!stepState.isTried() || !step || !array)
            continue;
        HandsetMessage message;
        message.order = stepState.order;
        message.channel = stepState.channel;
        message.sender = senderName(*step);
        message.text = messageText(*step, (*array)[std::size_t(step->index)], catalogue);
        describe(message, stepState, catalogue.status(stepState.channel, stepState.status));
        messages.push_back(message);
    }
    return messages;
}

HandsetView::HandsetView(const models::RunModel &run, const models::Catalogue &catalogue,
                         QWidget *parent)
    : QWidget(parent), m_run(run), m_catalogue(catalogue)
{
    setAccessibleName(tr("Handset"));
    connect(&run, &models::RunModel::wasReset, this, &HandsetView::refresh);
    connect(&run, &models::RunModel::updated, &m_pace, &Pace::ask);
    connect(&m_pace, &Pace::due, this, &HandsetView::refresh);
    refresh();
}

void HandsetView::setDocument(const models::FlowDocument &document)
{
    m_document = document;
    refresh();
}

QSize HandsetView::minimumSizeHint() const
{
    return {int(phoneWidth) + 2 * spacing::small, 300};
}

void HandsetView::refresh()
{
    m_messages = handsetMessages(m_document, m_run.state(), m_catalogue);
    // The newest on top, as phones do.
    std::ranges::reverse(m_messages);
    QStringList spoken;
    for (const HandsetMessage &message : m_messages) {
        spoken << QStringLiteral("%1, %2: %3")
                      .arg(models::channelName(message.channel), message.state, message.text);
    }
    setAccessibleDescription(spoken.isEmpty() ? tr("No message yet") : spoken.join(u'\n'));
    update();
}

void HandsetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursFor(palette());
    const double high = std::min(phoneHeight, double(height()) - 2 * spacing::medium);
    const QRectF body((width() - phoneWidth) / 2, spacing::medium, phoneWidth, high);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.isDark ? colours.border : colours.text);
    painter.drawRoundedRect(body, 26, 26);
    const QRectF screen = body.adjusted(bezel, bezel, -bezel, -bezel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.window);
    painter.drawRoundedRect(screen, 19, 19);
    painter.setClipRect(screen);

    const QFont small = smallFont(font());
    const double line = QFontMetricsF(small).height();
    double top = screen.top() + spacing::large;
    const double inner = screen.width() - 4 * spacing::medium;
    for (const HandsetMessage &message : m_messages) {
        painter.setFont(small);
        const double left = screen.left() + spacing::medium;
        const QRectF text = QFontMetricsF(small).boundingRect(QRectF(0, 0, inner, 400),
                                                              Qt::TextWordWrap, message.text);
        const QRectF bubble(left, top, screen.width() - 2 * spacing::medium,
                            text.height() + 2 * line + 3 * spacing::small);
        painter.setOpacity(message.hasArrived || message.tone == Tone::Running ? 1 : 0.75);
        painter.setPen(QPen(colours.border, 1));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(bubble, radius::card, radius::card);
        QRectF row(left + spacing::medium, top + spacing::small, inner, line);
        const QString channel = models::channelName(message.channel);
        painter.setPen(colours.tone(toneOf(message.channel)));
        painter.setFont(strongFont(small));
        const QString title = message.sender.isEmpty()
                                  ? channel
                                  : QStringLiteral("%1 · %2").arg(channel, message.sender);
        painter.drawText(row, Qt::AlignLeft,
                         painter.fontMetrics().elidedText(title, Qt::ElideRight, int(inner)));
        painter.setPen(colours.text);
        painter.setFont(small);
        painter.drawText(QRectF(row.left(), row.bottom() + 4, inner, text.height() + 4),
                         Qt::TextWordWrap, message.text);
        row.moveTop(bubble.bottom() - line - spacing::small);
        painter.setPen(colours.tone(message.tone));
        painter.drawText(row, Qt::AlignLeft, message.state);
        painter.setOpacity(1);
        top = bubble.bottom() + spacing::medium;
    }
    painter.setFont(small);
    painter.setPen(colours.muted);
    if (m_messages.empty())
        painter.drawText(screen, Qt::AlignCenter, tr("No message yet"));
    painter.drawText(screen.adjusted(12, 0, -12, -14), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                     tr("A picture of what the service reports, not of a real phone"));
}

} // namespace otpscope::ui
