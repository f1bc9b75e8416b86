// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario.h"

#include "app/simulator/jsonplace.h"
#include "models/core/json.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace otpscope::simulator {

using models::Json;
using models::Result;

namespace {

/// A day longer than the longest ttl Viber takes.
constexpr double longestDelaySeconds = 15 * 86'400.0;
constexpr double highestPrice = 1000.0;

/// What is wrong, and where in the document.
struct ScenarioFault
{
    QString pointer;
    QString sentence;
};

/// Walks the document and remembers the first fault; after one, readers return defaults.
class ScenarioReader final
{
public:
    explicit ScenarioReader(const models::Catalogue &catalogue)
        : m_catalogue(catalogue)
    {}
    Q_DISABLE_COPY_MOVE(ScenarioReader)

    [[nodiscard]] Result<Scenario, ScenarioFault> read(const Json &document)
    {
        Scenario scenario;
        if (!isObjectWith(document, {},
                          {QStringLiteral("$schema"), QStringLiteral("name"),
                           QStringLiteral("title"), QStringLiteral("description"),
                           QStringLiteral("recipientEndsWith"), QStringLiteral("send"),
                           QStringLiteral("channels"), QStringLiteral("again"),
                           QStringLiteral("faults")}))
            return m_fault;
        scenario.name = requiredText(document, {}, "name");
        static const QRegularExpression kebab(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
        if (!kebab.match(scenario.name).hasMatch())
            fail(QStringLiteral("/name"),
                 QStringLiteral("expected lower-case letters, digits and hyphens"));
        scenario.title = requiredText(document, {}, "title");
        scenario.description = requiredText(document, {}, "description");
        if (const Json *send = models::member(document, "send"))
            scenario.send = sendOutcome(*send);
        scenario.recipientEnd = recipientEnd(document);
        readChannels(document, scenario);
        readAgain(document, scenario);
        readScenarioFaults(document, scenario);
        if (hasFault())
            return m_fault;
        return scenario;
    }

private:
    [[nodiscard]] bool hasFault() const { return !m_fault.sentence.isEmpty(); }

    void fail(const QString &pointer, const QString &what)
    {
        if (hasFault())
            return;
        m_fault.pointer = pointer;
        m_fault.sentence = (pointer.isEmpty() ? QStringLiteral("/") : pointer) +
                           QStringLiteral(": ") + what + QLatin1Char('.');
    }

    bool isObjectWith(const Json &json, const QString &pointer, const QStringList &keys)
    {
        if (!json.is_object()) {
            fail(pointer, QStringLiteral("expected an object"));
            return false;
        }
        for (const auto &[key, value] : json.items()) {
            const QString name = models::toQString(key);
            if (keys.contains(name) || name == QLatin1String("$comment"))
                continue;
            fail(pointer + QLatin1Char('/') + name,
                 QStringLiteral("unknown key; known here are ") + keys.join(QStringLiteral(", ")));
            return false;
        }
        return true;
    }

    QString requiredText(const Json &object, const QString &pointer, const char *name)
    {
        const std::optional<QString> text = models::textMember(object, name);
        if (!text || text->trimmed().isEmpty())
            fail(pointer + QLatin1Char('/') + QLatin1String(name),
                 QStringLiteral("expected a text that is not empty"));
        return text.value_or(QString());
    }

    QString optionalText(const Json &object, const QString &pointer, const char *name)
    {
        const Json *value = models::member(object, name);
        if (value && !value->is_string())
            fail(pointer + QLatin1Char('/') + QLatin1String(name),
                 QStringLiteral("expected a text"));
        return models::textMember(object, name).value_or(QString());
    }

    SendOutcome sendOutcome(const Json &send)
    {
        const QString pointer = QStringLiteral("/send");
        SendOutcome outcome;
        if (!isObjectWith(
                send, pointer,
                {QStringLiteral("answer"), QStringLiteral("statusCode"), QStringLiteral("error")}))
            return outcome;
        const QString answer = requiredText(send, pointer, "answer");
        outcome.isAccepted = answer == QLatin1String("accepted");
        if (!outcome.isAccepted && answer != QLatin1String("failed"))
            fail(QStringLiteral("/send/answer"),
                 QStringLiteral("expected \"accepted\" or \"failed\""));
        const Json *code = models::member(send, "statusCode");
        if (outcome.isAccepted) {
            if (code || models::member(send, "error"))
                fail(pointer, QStringLiteral("statusCode and error belong to a failed answer"));
            return outcome;
        }
        outcome.error = requiredText(send, pointer, "error");
        if (!code || !code->is_number_integer() || code->get<double>() < 0 ||
            code->get<double>() > 3)
            fail(QStringLiteral("/send/statusCode"), QStringLiteral("expected 0, 1, 2 or 3"));
        else
            outcome.statusCode = code->get<int>();
        return outcome;
    }

    QString recipientEnd(const Json &document)
    {
        if (!models::member(document, "recipientEndsWith"))
            return {};
        const QString end = optionalText(document, {}, "recipientEndsWith");
        // Fewer digits would take too many of other people's numbers.
        static const QRegularExpression digits(QStringLiteral("\\A[0-9]{4,15}\\z"));
        if (!digits.match(end).hasMatch())
            fail(QStringLiteral("/recipientEndsWith"), QStringLiteral("expected 4 to 15 digits"));
        return end;
    }

    void readScenarioFaults(const Json &document, Scenario &scenario)
    {
        const Json *faults = models::member(document, "faults");
        if (!faults)
            return;
        for (const FaultField &field : faultFields()) {
            if (field.reach == FaultField::Reach::Simulator && models::member(*faults, field.name))
                fail(QStringLiteral("/faults/") + QLatin1String(field.name),
                     QStringLiteral("belongs to the simulator, not to a scenario: it comes before "
                                    "a flow is known"));
        }
        const auto read = readFaults(*faults);
        if (read)
            scenario.faults = read.value();
        else
            fail(QStringLiteral("/faults") + read.error().pointer, read.error().what);
    }

    void readAgain(const Json &document, Scenario &scenario)
    {
        const QString pointer = QStringLiteral("/again");
        const Json *again = models::member(document, "again");
        if (!again ||
            !isObjectWith(*again, pointer, {QStringLiteral("viber"), QStringLiteral("sms")}))
            return;
        if (models::member(*again, "viber"))
            scenario.viberAgain = reports(*again, pointer, "viber", models::Channel::Viber);
        if (models::member(*again, "sms"))
            scenario.smsAgain = reports(*again, pointer, "sms", models::Channel::Sms);
    }

    void readChannels(const Json &document, Scenario &scenario)
    {
        const QString pointer = QStringLiteral("/channels");
        const Json *channels = models::member(document, "channels");
        if (!channels) {
            fail(pointer, QStringLiteral("expected an object with viber and sms"));
            return;
        }
        if (!isObjectWith(*channels, pointer, {QStringLiteral("viber"), QStringLiteral("sms")}))
            return;
        scenario.viber = reports(*channels, pointer, "viber", models::Channel::Viber);
        scenario.sms = reports(*channels, pointer, "sms", models::Channel::Sms);
    }

    std::vector<Report> reports(const Json &channels, const QString &parent, const char *name,
                                models::Channel channel)
    {
        std::vector<Report> list;
        const QString pointer = parent + QLatin1Char('/') + QLatin1String(name);
        const Json *entries = models::member(channels, name);
        if (!entries || !entries->is_array()) {
            fail(pointer, QStringLiteral("expected a list of reports; an empty one leaves the step "
                                         "at its first status"));
            return list;
        }
        bool isFinished = false;
        for (const Json &entry : *entries) {
            const QString place = pointer + QLatin1Char('/') + QString::number(list.size());
            if (isFinished)
                fail(place, QStringLiteral("nothing can follow a final status"));
            list.push_back(report(entry, place, channel));
            const models::StatusRule *rule = m_catalogue.status(channel, list.back().status);
            isFinished = rule && rule->isFinal;
            if (hasFault())
                break;
        }
        return list;
    }

    Report report(const Json &entry, const QString &pointer, models::Channel channel)
    {
        Report read;
        if (!isObjectWith(entry, pointer,
                          {QStringLiteral("status"), QStringLiteral("after"),
                           QStringLiteral("detailedStatus"), QStringLiteral("errorMessage"),
                           QStringLiteral("price")}))
            return read;
        read.status = status(entry, pointer, channel);
        readTime(entry, pointer, read);
        read.detailedStatus = optionalText(entry, pointer, "detailedStatus");
        read.errorMessage = optionalText(entry, pointer, "errorMessage");
        read.price = price(entry, pointer);
        return read;
    }

    QString status(const Json &entry, const QString &pointer, models::Channel channel)
    {
        const QString name = requiredText(entry, pointer, "status");
        if (const models::StatusRule *rule = m_catalogue.status(channel, name))
            return rule->name;
        QStringList known;
        if (const models::ChannelRules *rules = m_catalogue.channel(channel)) {
            for (const models::StatusRule &rule : rules->statuses)
                known.append(rule.name);
        }
        fail(pointer + QStringLiteral("/status"),
             QStringLiteral("\"%1\" is no status of this channel; expected one of %2")
                 .arg(name, known.join(QStringLiteral(", "))));
        return name;
    }

    void readTime(const Json &entry, const QString &pointer, Report &report)
    {
        const Json *after = models::member(entry, "after");
        if (after && after->is_string()) {
            static const QRegularExpression relative(
                QStringLiteral("\\Attl([+-][0-9]{1,7}(\\.[0-9]{1,3})?)?\\z"));
            const auto match = relative.match(models::toQString(after->get<std::string>()));
            const double seconds = match.captured(1).toDouble();
            if (match.hasMatch() && std::abs(seconds) <= longestDelaySeconds) {
                report.fromTtl = milliseconds(seconds);
                return;
            }
        } else if (after && after->is_number() && after->get<double>() >= 0 &&
                   after->get<double>() <= longestDelaySeconds) {
            report.after = milliseconds(after->get<double>());
            return;
        }
        fail(
            pointer + QStringLiteral("/after"),
            QStringLiteral("expected seconds from 0 to %1, or \"ttl\", or seconds from there as in "
                           "\"ttl-1\" and \"ttl+8\"")
                .arg(static_cast<qint64>(longestDelaySeconds)));
    }

    static std::chrono::milliseconds milliseconds(double seconds)
    {
        return std::chrono::milliseconds{std::llround(seconds * 1000.0)};
    }

    std::optional<Price> price(const Json &entry, const QString &pointer)
    {
        const Json *value = models::member(entry, "price");
        if (!value)
            return std::nullopt;
        if (!value->is_number() || value->get<double>() < 0 ||
            value->get<double>() > highestPrice) {
            fail(pointer + QStringLiteral("/price"),
                 QStringLiteral("expected a number from 0 to %1")
                     .arg(static_cast<int>(highestPrice)));
            return std::nullopt;
        }
        return Price{std::llround(value->get<double>() * 1.0e6)};
    }

    const models::Catalogue &m_catalogue;
    ScenarioFault m_fault;
};

} // namespace

const std::vector<Report> &Scenario::reports(models::Channel channel, size_t earlierSteps) const
{
    static const std::vector<Report> none;
    switch (channel) {
    case models::Channel::Viber:
        return earlierSteps > 0 && viberAgain ? *viberAgain : viber;
    case models::Channel::Sms:
        return earlierSteps > 0 && smsAgain ? *smsAgain : sms;
    case models::Channel::Unknown:
        break;
    }
    return none;
}

Result<Scenario, QString> readScenario(const QByteArray &text, const models::Catalogue &catalogue)
{
    const auto document = models::parseJson(text);
    if (!document) {
        const models::JsonProblem &problem = document.error();
        return QStringLiteral("line %1, column %2: this is not JSON: %3.")
            .arg(problem.line)
            .arg(problem.column)
            .arg(problem.detail);
    }
    auto scenario = ScenarioReader(catalogue).read(document.value());
    if (scenario)
        return std::move(scenario).value();
    const TextPlace place = placeInJson(text, scenario.error().pointer);
    return QStringLiteral("line %1, column %2: %3")
        .arg(QString::number(place.line), QString::number(place.column), scenario.error().sentence);
}

} // namespace otpscope::simulator
