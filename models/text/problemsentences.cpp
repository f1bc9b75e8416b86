// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/sentences.h"

#include <QCoreApplication>

#include <cmath>

namespace otpscope::models {

namespace {

/// The context of the strings here, and nothing else.
class ProblemSentences
{
    Q_DECLARE_TR_FUNCTIONS(ProblemSentences)

public:
    static QString json(const JsonProblem &problem);
    static QString document(const DocumentProblem &problem);
    static QString log(const LogProblem &problem);
    static QString channel(Channel channel);
    static QString source(ObservationSource source);
    static QString duration(std::chrono::milliseconds duration);
};

QString ProblemSentences::json(const JsonProblem &problem)
{
    switch (problem.kind) {
    case JsonProblem::Kind::TooLarge:
        return tr("The text is too large to be a flow. Check that this is the right file.");
    case JsonProblem::Kind::TooDeep:
        return tr("The JSON is nested too deeply at line %1, column %2. Remove levels there.")
            .arg(problem.line)
            .arg(problem.column);
    case JsonProblem::Kind::NotUtf8:
        return tr("The text is not UTF-8 at line %1, column %2. Save it as UTF-8 and try again.")
            .arg(problem.line)
            .arg(problem.column);
    case JsonProblem::Kind::Syntax:
        //: %3 is what the JSON parser says, in English
        return tr("This is not JSON at line %1, column %2. Correct the text there (%3).")
            .arg(QString::number(problem.line), QString::number(problem.column), problem.detail);
    }
    Q_UNREACHABLE();
}

QString ProblemSentences::document(const DocumentProblem &problem)
{
    switch (problem.kind) {
    case DocumentProblem::Kind::NotJson:
        return json(problem.json);
    case DocumentProblem::Kind::NotAFlow:
        return tr("This is JSON, but not a flow. A flow is an object with a list named \"flow\".");
    }
    Q_UNREACHABLE();
}

QString ProblemSentences::log(const LogProblem &problem)
{
    switch (problem.kind) {
    case LogProblem::Kind::NotJson:
        return tr("Line %1 is left out: it is not JSON at column %2.")
            .arg(problem.line)
            .arg(problem.json ? problem.json->column : 0);
    case LogProblem::Kind::NotAnObject:
        return tr("Line %1 is left out: it is JSON, but not an object.").arg(problem.line);
    case LogProblem::Kind::UnknownSource:
        return tr("Line %1 is left out: \"source\" is send, poll or webhook.").arg(problem.line);
    case LogProblem::Kind::UnknownTime:
        return tr("Line %1 is left out: \"at\" is no ISO 8601 time.").arg(problem.line);
    }
    Q_UNREACHABLE();
}

QString ProblemSentences::channel(Channel channel)
{
    switch (channel) {
    case Channel::Viber:
        return tr("Viber");
    case Channel::Sms:
        return tr("SMS");
    case Channel::Unknown:
        return tr("Unknown channel");
    }
    Q_UNREACHABLE();
}

QString ProblemSentences::source(ObservationSource source)
{
    switch (source) {
    case ObservationSource::Send:
        return tr("Send answer");
    case ObservationSource::Poll:
        return tr("Poll");
    case ObservationSource::Webhook:
        return tr("Webhook");
    }
    Q_UNREACHABLE();
}

QString ProblemSentences::duration(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    if (duration < 0ms)
        //: a negative duration: a minus sign before it
        return tr("−%1").arg(ProblemSentences::duration(-duration));
    if (duration < 10s && duration % 1s != 0ms) {
        const double tenths = std::round(static_cast<double>(duration.count()) / 100.0) / 10.0;
        return tr("%1 s").arg(QString::number(tenths, 'f', tenths < 0.05 ? 0 : 1));
    }
    const auto whole = round<seconds>(duration);
    QStringList parts;
    if (const auto count = whole / 24h; count > 0)
        parts.append(tr("%1 d").arg(count));
    if (const auto count = whole % 24h / 1h; count > 0)
        parts.append(tr("%1 h").arg(count));
    if (const auto count = whole % 1h / 1min; count > 0)
        parts.append(tr("%1 min").arg(count));
    if (const auto count = whole % 1min / 1s; count > 0 || parts.isEmpty())
        parts.append(tr("%1 s").arg(count));
    return parts.join(QLatin1Char(' '));
}

} // namespace

QString sentenceFor(const JsonProblem &problem)
{
    return ProblemSentences::json(problem);
}

QString sentenceFor(const DocumentProblem &problem)
{
    return ProblemSentences::document(problem);
}

QString sentenceFor(const LogProblem &problem)
{
    return ProblemSentences::log(problem);
}

QString channelName(Channel channel)
{
    return ProblemSentences::channel(channel);
}

QString sourceName(ObservationSource source)
{
    return ProblemSentences::source(source);
}

QString durationText(std::chrono::milliseconds duration)
{
    return ProblemSentences::duration(duration);
}

} // namespace otpscope::models
