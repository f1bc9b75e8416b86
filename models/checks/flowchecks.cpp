// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/flowchecks.h"

#include "models/checks/agreementchecks.h"
#include "models/checks/duplicatekeys.h"
#include "models/checks/fieldchecks.h"
#include "models/checks/findinglist.h"
#include "models/checks/smschecks.h"
#include "models/checks/viberchecks.h"
#include "models/flow/hiddencharacters.h"
#include "models/flow/phonenumber.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace otpscope::models {

namespace {

/// The checks of one document; lives for one call.
class FlowChecks final
{
public:
    FlowChecks(const Catalogue &catalogue, FindingList findings)
        : m_catalogue(catalogue)
        , m_findings(std::move(findings))
    {}

    [[nodiscard]] std::vector<Finding> check(const Json &document);

private:
    struct Pin
    {
        int step = 0;
        QString text;
    };

    /// Whether what is no error is looked for at all.
    [[nodiscard]] bool isAdviceWanted() const { return m_findings.wants(Severity::Warning); }

    void checkSteps(const Json &steps);
    void checkStep(const Json &step, int index);
    Channel checkType(const Json &step, const QString &pointer);
    void checkRecipients(const Json &step, int index, const QString &pointer);
    void checkPlus(const Json &step, const QString &pointer);
    void checkNumber(const Json &number, const QString &pointer);
    void compareRecipients(const QStringList &numbers, int index, const QString &pointer);
    void checkOrder(const Json &step, int index, const QString &pointer);
    void checkTtl(const Json &step, const QString &pointer);
    void checkHiddenCharacters(const Json &value, const QString &pointer, const QString &field);
    void checkPinInText(const Json &step, const QString &pointer);
    void rememberPin(const Json &step, int index);
    void checkOrdersTogether();
    void checkCallback(const Json &document);

    const Catalogue &m_catalogue;
    FindingList m_findings;
    /// Where each order was seen first.
    QHash<QByteArray, int> m_orders;
    /// Those that can be compared, with their steps.
    std::vector<std::pair<qint64, int>> m_validOrders;
    /// A step has no order, or none that can be.
    bool m_isOrderAmiss = false;
    /// The numbers of the first step that has any, without their plus, sorted.
    QStringList m_recipients;
    int m_recipientsStep = 0;
    /// The pin of the Viber step next before; before the first one, the first one's.
    std::optional<Pin> m_pin;
};

QString stepPointer(int index)
{
    return QStringLiteral("/flow/%1").arg(index);
}

/// Steps as people count them.
QString stepNumber(int index)
{
    return QString::number(index + 1);
}

std::optional<QString> pinOf(const Json &step)
{
    if (textMember(step, "type") != QStringLiteral("ViberOtp"))
        return std::nullopt;
    const auto pin = textMember(step, "pin");
    return pin && !isBlank(*pin) ? pin : std::nullopt;
}

/// Names and addresses that mean another machine to everybody: loopback and, by RFC 1918, private
/// networks.
bool isOfThisMachine(const QString &host)
{
    static const QRegularExpression local(
        QStringLiteral(R"(^(localhost|.*\.localhost|.*\.local|::1|127(\.\d+){3}|10(\.\d+){3})"
                       R"(|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2})$)"),
        QRegularExpression::CaseInsensitiveOption);
    return local.match(host).hasMatch();
}

std::vector<Finding> FlowChecks::check(const Json &document)
{
    if (!document.is_object()) {
        m_findings.add("document-not-object", QString());
        return m_findings.take();
    }
    checkDocumentFields(document, m_catalogue, m_findings);
    if (const Json *steps = member(document, "flow"); steps && steps->is_array())
        checkSteps(*steps);
    checkCallback(document);
    return m_findings.take();
}

void FlowChecks::checkSteps(const Json &steps)
{
    if (steps.empty()) {
        m_findings.add("flow-empty", QStringLiteral("/flow"));
        return;
    }
    for (int i = 0; i < static_cast<int>(steps.size()) && !m_pin; ++i) {
        if (const auto pin = pinOf(steps[static_cast<std::size_t>(i)]))
            m_pin = Pin{i, *pin};
    }
    int index = 0;
    for (const Json &step : steps)
        checkStep(step, index++);
    checkOrdersTogether();
    if (isAdviceWanted())
        checkValidities(steps, m_catalogue, m_findings);
    if (const int documented = m_catalogue.limits().documentedSteps; index > documented) {
        m_findings.add("many-steps", stepPointer(documented),
                       {QString::number(index), QString::number(documented)});
    }
}

void FlowChecks::checkStep(const Json &step, int index)
{
    const QString pointer = stepPointer(index);
    if (!step.is_object()) {
        m_findings.add("step-not-object", pointer);
        return;
    }
    const Channel channel = checkType(step, pointer);
    checkStepFields(step, channel, pointer, m_catalogue, m_findings);
    checkRecipients(step, index, pointer);
    checkOrder(step, index, pointer);
    checkTtl(step, pointer);
    if (isAdviceWanted()) {
        checkHiddenCharacters(step, pointer, QString());
        checkLabel(step, pointer, m_catalogue, m_findings);
    }
    switch (channel) {
    case Channel::Viber:
        checkViberStep(step, pointer, m_catalogue, m_findings);
        rememberPin(step, index);
        break;
    case Channel::Sms:
        if (isAdviceWanted()) {
            checkSmsStep(step, pointer, m_catalogue, m_findings);
            checkPinInText(step, pointer);
        }
        break;
    case Channel::Unknown:
        break;
    }
}

Channel FlowChecks::checkType(const Json &step, const QString &pointer)
{
    const auto type = textMember(step, "type");
    if (!type)
        return Channel::Unknown;
    for (const ChannelRules &rules : m_catalogue.channels()) {
        // To the letter: the service's own check is not known to be more lenient.
        if (rules.stepType == *type)
            return rules.channel;
    }
    m_findings.add("step-type-unknown", childPointer(pointer, QStringLiteral("type")), {*type});
    return Channel::Unknown;
}

void FlowChecks::checkRecipients(const Json &step, int index, const QString &pointer)
{
    const Json *to = member(step, "to");
    const QString place = childPointer(pointer, QStringLiteral("to"));
    QStringList numbers;
    if (isAdviceWanted())
        checkPlus(step, place);
    if (to && to->is_string()) {
        checkNumber(*to, place);
        numbers.append(toQString(to->get_ref<const std::string &>()));
    } else if (to && to->is_array()) {
        if (to->empty())
            m_findings.add("to-empty", place);
        if (to->size() > 1)
            m_findings.add("several-recipients", place, {QString::number(to->size())});
        int position = 0;
        for (const Json &number : *to) {
            checkNumber(number, childPointer(place, QString::number(position++)));
            if (number.is_string())
                numbers.append(toQString(number.get_ref<const std::string &>()));
        }
    }
    if (isAdviceWanted())
        compareRecipients(numbers, index, place);
}

/// The API document takes both spellings, but its ViberOtp examples and the neighbouring pages have
/// the plus.
void FlowChecks::checkPlus(const Json &step, const QString &pointer)
{
    const Json *to = member(step, "to");
    if (!to || textMember(step, "type") != QStringLiteral("ViberOtp"))
        return;
    const auto lacksPlus = [](const Json &number) {
        if (!number.is_string())
            return false;
        const QString text = toQString(number.get_ref<const std::string &>());
        return isE164(text) && !text.startsWith(QLatin1Char('+'));
    };
    const bool isLacking =
        to->is_array() ? std::any_of(to->begin(), to->end(), lacksPlus) : lacksPlus(*to);
    if (isLacking)
        m_findings.add("to-plus", pointer);
}

void FlowChecks::checkNumber(const Json &number, const QString &pointer)
{
    if (!number.is_string()) {
        m_findings.add("field-type", pointer,
                       {QStringLiteral("to"), fieldTypeKey(FieldType::Text)});
        return;
    }
    const QString typed = toQString(number.get_ref<const std::string &>());
    if (isBlank(typed))
        m_findings.add("to-empty", pointer);
    else if (!isE164(typed))
        m_findings.add("to-format", pointer);
    else if (isAdviceWanted() && standingOfNumber(typed) != PhoneNumber::Standing::Assigned)
        m_findings.add("to-number-plan", pointer);
}

void FlowChecks::compareRecipients(const QStringList &numbers, int index, const QString &pointer)
{
    QStringList plain;
    for (const QString &number : numbers) {
        if (isE164(number))
            plain.append(number.startsWith(QLatin1Char('+')) ? number.mid(1) : number);
    }
    if (plain.isEmpty())
        return;
    plain.sort();
    if (m_recipients.isEmpty()) {
        m_recipients = plain;
        m_recipientsStep = index;
    } else if (plain != m_recipients) {
        m_findings.add("different-recipients", pointer, {stepNumber(m_recipientsStep)});
    }
}

void FlowChecks::checkOrder(const Json &step, int index, const QString &pointer)
{
    const Json *order = member(step, "order");
    if (!order || !order->is_number_integer()) {
        m_isOrderAmiss = true;
        return;
    }
    const QString place = childPointer(pointer, QStringLiteral("order"));
    const QByteArray value = compactJson(*order);
    const int minimum = m_catalogue.limits().orderMinimum;
    m_isOrderAmiss = m_isOrderAmiss || compareInteger(*order, minimum) < 0;
    if (compareInteger(*order, minimum) < 0)
        m_findings.add("order-range", place, {QString::fromUtf8(value), QString::number(minimum)});
    else if (order->get<quint64>() < std::numeric_limits<qint64>::max())
        m_validOrders.emplace_back(order->get<qint64>(), index);
    if (const auto earlier = m_orders.constFind(value); earlier != m_orders.constEnd()) {
        m_findings.add("order-duplicate", place,
                       {QString::fromUtf8(value), stepNumber(earlier.value())});
    } else {
        m_orders.insert(value, index);
    }
}

void FlowChecks::checkTtl(const Json &step, const QString &pointer)
{
    const Json *ttl = member(step, "ttl");
    const int minimum = m_catalogue.limits().ttlMinimum;
    if (ttl && ttl->is_number_integer() && compareInteger(*ttl, minimum) < 0) {
        m_findings.add("ttl-range", childPointer(pointer, QStringLiteral("ttl")),
                       {QString::fromUtf8(compactJson(*ttl)), QString::number(minimum)});
    }
}

/// Of a step, or of one of its values. The text of a message may well have such characters: joiners
/// and direction marks belong to some scripts.
void FlowChecks::checkHiddenCharacters(const Json &value, const QString &pointer,
                                       const QString &field)
{
    if (value.is_object() && field.isEmpty()) {
        for (const auto &[key, item] : value.items()) {
            const QString name = toQString(key);
            checkHiddenCharacters(item, childPointer(pointer, name), name);
        }
    } else if (value.is_array()) {
        int index = 0;
        for (const Json &item : value)
            checkHiddenCharacters(item, childPointer(pointer, QString::number(index++)), field);
    } else if (value.is_string()) {
        const QStringList hidden =
            hiddenCharactersIn(toQString(value.get_ref<const std::string &>()));
        if (!hidden.isEmpty())
            m_findings.add("hidden-characters", pointer, {field, hidden.join(QLatin1String(", "))});
    }
}

void FlowChecks::rememberPin(const Json &step, int index)
{
    if (const auto pin = pinOf(step))
        m_pin = Pin{index, *pin};
}

void FlowChecks::checkPinInText(const Json &step, const QString &pointer)
{
    const Json *message = member(step, "message");
    const auto body = message ? textMember(*message, "body") : std::nullopt;
    if (!m_pin || !body || isBlank(*body) || holdsWhole(*body, m_pin->text))
        return;
    m_findings.add(
        "sms-pin-differs",
        childPointer(childPointer(pointer, QStringLiteral("message")), QStringLiteral("body")),
        {stepNumber(m_pin->step)});
}

void FlowChecks::checkOrdersTogether()
{
    std::vector<std::pair<qint64, int>> &orders = m_validOrders;
    if (orders.empty())
        return;
    std::sort(orders.begin(), orders.end());
    const auto firstInDocument = std::find_if(orders.begin(), orders.end(),
                                              [](const auto &order) { return order.second == 0; });
    if (firstInDocument != orders.end() && firstInDocument->first > orders.front().first) {
        m_findings.add("order-not-first", QStringLiteral("/flow/0/order"),
                       {stepNumber(orders.front().second)});
    }
    // The hole that such a step leaves is no second problem.
    if (m_isOrderAmiss)
        return;
    qint64 expected = m_catalogue.limits().orderMinimum;
    for (const auto &[order, index] : orders) {
        if (order > expected) {
            m_findings.add("order-gap", stepPointer(index) + QLatin1String("/order"),
                           {QString::number(expected)});
            return;
        }
        expected = order + 1;
    }
}

void FlowChecks::checkCallback(const Json &document)
{
    const Json *callback = member(document, "callback");
    const auto typed = callback ? textMember(*callback, "url") : std::nullopt;
    if (!typed || isBlank(*typed))
        return;
    const QUrl url(*typed, QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        m_findings.add("callback-url-format", QStringLiteral("/callback/url"));
    else if (isOfThisMachine(url.host()))
        m_findings.add("callback-not-public", QStringLiteral("/callback/url"), {url.host()});
}

} // namespace

std::vector<Finding> checkFlow(const Json &document, const Catalogue &catalogue)
{
    return FlowChecks(catalogue, FindingList()).check(document);
}

std::vector<Finding> flowErrors(const Json &document, const Catalogue &catalogue)
{
    return FlowChecks(catalogue, FindingList(Severity::Error)).check(document);
}

std::vector<Finding> checkFlow(const FlowDocument &document, const Catalogue &catalogue)
{
    FindingList ofText;
    findDuplicateKeys(document.text(), ofText);
    std::vector<Finding> findings = ofText.take();
    const std::vector<Finding> ofValues = checkFlow(document.json(), catalogue);
    findings.insert(findings.end(), ofValues.begin(), ofValues.end());
    return findings;
}

bool hasErrors(const std::vector<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace otpscope::models
