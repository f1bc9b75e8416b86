// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/repairs.h"

#include "models/checks/fieldchecks.h"
#include "models/checks/flowchecks.h"
#include "models/flow/durations.h"
#include "models/flow/hiddencharacters.h"
#include "models/flow/phonenumber.h"
#include "models/flow/variables.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace otpscope::models {

namespace {

Json jsonOf(const QString &text)
{
    return Json(toUtf8String(text));
}

/// What a button shows of a value.
QString shownValue(const Json &value)
{
    return QString::fromUtf8(compactJson(value));
}

/// "/flow/2/ttl" as 2; nothing outside of steps.
std::optional<int> stepIndexIn(const QString &pointer)
{
    static const QRegularExpression step(QStringLiteral("^/flow/([0-9]{1,9})(/|$)"));
    const auto match = step.match(pointer);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

QString placeOfStep(int index)
{
    return QStringLiteral("/flow/%1").arg(index);
}

/// One finding and the document it is about; lives for one call.
class RepairShop final
{
public:
    RepairShop(const Finding &finding, const Json &document, const Catalogue &catalogue)
        : m_finding(finding)
        , m_document(document)
        , m_catalogue(catalogue)
        , m_value(at(finding.pointer))
    {}

    [[nodiscard]] std::optional<Repair> repair() const;

private:
    using Maker = std::optional<Repair> (RepairShop::*)() const;
    struct Entry
    {
        Maker make = nullptr;
        /// The new value may break another rule; then the repair is not offered.
        bool isTried = false;
    };

    [[nodiscard]] static const QHash<QString, Entry> &makers();

    [[nodiscard]] const Json *at(const QString &pointer) const;
    [[nodiscard]] std::optional<QString> text() const;
    [[nodiscard]] const Json *step() const;
    [[nodiscard]] const Json *stepNamed(const QString &number) const;
    [[nodiscard]] std::optional<Repair> write(const Json &value,
                                              RepairKind kind = RepairKind::WriteValue) const;
    [[nodiscard]] std::optional<Repair> removal() const;
    [[nodiscard]] bool isHarmless(const Repair &repair) const;

    [[nodiscard]] std::optional<Repair> fieldType() const;
    [[nodiscard]] std::optional<Repair> missingField() const;
    [[nodiscard]] std::optional<Repair> fieldName() const;
    [[nodiscard]] std::optional<Repair> stepType() const;
    [[nodiscard]] std::optional<Repair> numberSteps() const;
    [[nodiscard]] std::optional<Repair> numberFormat() const;
    [[nodiscard]] std::optional<Repair> addPlus() const;
    [[nodiscard]] std::optional<Repair> takeRecipients() const;
    [[nodiscard]] std::optional<Repair> removeHidden() const;
    [[nodiscard]] std::optional<Repair> writeLimit() const;
    [[nodiscard]] std::optional<Repair> trimmedUuid() const;
    [[nodiscard]] std::optional<Repair> missingType() const;
    [[nodiscard]] std::optional<Repair> knownType() const;
    [[nodiscard]] std::optional<Repair> idOfType() const;
    [[nodiscard]] std::optional<Repair> bareValidity() const;
    [[nodiscard]] std::optional<Repair> knownLanguage() const;
    [[nodiscard]] std::optional<Repair> knownOtpType() const;
    [[nodiscard]] std::optional<Repair> removePlus() const;
    [[nodiscard]] std::optional<Repair> pinIntoText() const;
    [[nodiscard]] std::optional<Repair> ttlOfText() const;
    [[nodiscard]] std::optional<Repair> callbackScheme() const;

    const Finding &m_finding;
    const Json &m_document;
    const Catalogue &m_catalogue;
    /// What stands there; nullptr for nothing.
    const Json *m_value;
};

const QHash<QString, RepairShop::Entry> &RepairShop::makers()
{
    static const QHash<QString, Entry> table{
        {QStringLiteral("field-type"), {&RepairShop::fieldType, true}},
        {QStringLiteral("field-missing"), {&RepairShop::missingField}},
        {QStringLiteral("field-of-other-channel"), {&RepairShop::removal}},
        {QStringLiteral("field-name-elsewhere"), {&RepairShop::fieldName, true}},
        {QStringLiteral("step-type-unknown"), {&RepairShop::stepType, true}},
        {QStringLiteral("callback-url-format"), {&RepairShop::callbackScheme}},
        {QStringLiteral("hidden-characters"), {&RepairShop::removeHidden, true}},
        {QStringLiteral("to-format"), {&RepairShop::numberFormat}},
        {QStringLiteral("to-plus"), {&RepairShop::addPlus}},
        {QStringLiteral("different-recipients"), {&RepairShop::takeRecipients}},
        {QStringLiteral("order-range"), {&RepairShop::numberSteps}},
        {QStringLiteral("order-duplicate"), {&RepairShop::numberSteps}},
        {QStringLiteral("order-gap"), {&RepairShop::numberSteps}},
        {QStringLiteral("viber-ttl-short"), {&RepairShop::writeLimit}},
        {QStringLiteral("viber-ttl-long"), {&RepairShop::writeLimit}},
        {QStringLiteral("template-id-format"), {&RepairShop::trimmedUuid, true}},
        {QStringLiteral("template-type-missing"), {&RepairShop::missingType, true}},
        {QStringLiteral("template-type-unknown"), {&RepairShop::knownType, true}},
        {QStringLiteral("template-mismatch"), {&RepairShop::idOfType}},
        {QStringLiteral("template-parameter-unused"), {&RepairShop::removal}},
        {QStringLiteral("validity-time-unit"), {&RepairShop::bareValidity}},
        {QStringLiteral("validity-time-number"), {&RepairShop::fieldType, true}},
        {QStringLiteral("language-unknown"), {&RepairShop::knownLanguage}},
        {QStringLiteral("otp-type-unknown"), {&RepairShop::knownOtpType}},
        {QStringLiteral("sender-empty"), {&RepairShop::removal}},
        {QStringLiteral("sender-plus"), {&RepairShop::removePlus}},
        {QStringLiteral("sms-pin-differs"), {&RepairShop::pinIntoText}},
        {QStringLiteral("validity-shorter-than-ttl"), {&RepairShop::ttlOfText}},
    };
    return table;
}

std::optional<Repair> RepairShop::repair() const
{
    const auto entry = makers().constFind(m_finding.rule);
    if (entry == makers().constEnd())
        return std::nullopt;
    auto made = (this->*entry->make)();
    if (made && entry->isTried && !isHarmless(*made))
        return std::nullopt;
    return made;
}

const Json *RepairShop::at(const QString &pointer) const
{
    const JsonPointer place(toUtf8String(pointer));
    return m_document.contains(place) ? &m_document.at(place) : nullptr;
}

std::optional<QString> RepairShop::text() const
{
    return m_value && m_value->is_string()
               ? std::optional(toQString(m_value->get_ref<const std::string &>()))
               : std::nullopt;
}

const Json *RepairShop::step() const
{
    const auto index = stepIndexIn(m_finding.pointer);
    return index ? at(placeOfStep(*index)) : nullptr;
}

const Json *RepairShop::stepNamed(const QString &number) const
{
    bool isNumber = false;
    const int index = number.toInt(&isNumber) - 1;
    return isNumber && index >= 0 ? at(placeOfStep(index)) : nullptr;
}

std::optional<Repair> RepairShop::write(const Json &value, RepairKind kind) const
{
    return Repair{kind, {shownValue(value)}, {{m_finding.pointer, value}}};
}

std::optional<Repair> RepairShop::removal() const
{
    if (!m_value)
        return std::nullopt;
    return Repair{RepairKind::RemoveField, {}, {{m_finding.pointer, std::nullopt}}};
}

/// Tries it on the step alone, so that a long flow costs no more than a short one.
bool RepairShop::isHarmless(const Repair &repair) const
{
    const auto index = stepIndexIn(m_finding.pointer);
    const Json *before = step();
    if (!index || !before)
        return false;
    const auto errorsOf = [this](const Json &one) {
        std::vector<Finding> findings =
            checkFlow(Json::object({{"flow", Json::array({one})}}), m_catalogue);
        std::erase_if(findings,
                      [](const Finding &finding) { return finding.severity != Severity::Error; });
        return findings;
    };
    FlowDocument alone = FlowDocument::fromJson(Json::object({{"flow", Json::array({*before})}}));
    const QString prefix = placeOfStep(*index);
    for (const Repair::Edit &edit : repair.edits) {
        if (!edit.pointer.startsWith(prefix + QLatin1Char('/')))
            continue;
        const QString pointer = QStringLiteral("/flow/0") + edit.pointer.mid(prefix.size());
        if (edit.value)
            alone.set(pointer, *edit.value);
        else
            alone.remove(pointer);
    }
    const auto known = errorsOf(*before);
    const auto after = errorsOf(alone.json().at("flow").at(0));
    return std::ranges::all_of(after, [&known](const Finding &finding) {
        return std::ranges::any_of(known, [&finding](const Finding &other) {
            return other.rule == finding.rule && other.pointer == finding.pointer;
        });
    });
}

/// A value whose JSON type alone is wrong: 300 in quotes, a pin without them.
std::optional<Repair> RepairShop::fieldType() const
{
    // Alone it could become another step's order.
    if (m_finding.pointer.endsWith(QLatin1String("/order")))
        return numberSteps();
    if (!m_value)
        return std::nullopt;
    const QString wanted = m_finding.rule == QLatin1String("field-type") ? m_finding.values.value(1)
                                                                         : QStringLiteral("text");
    const auto typed = text();
    if ((wanted == QLatin1String("text") || wanted == QLatin1String("text-or-list")) &&
        m_value->is_number_integer())
        return write(jsonOf(shownValue(*m_value)));
    if (wanted == QLatin1String("boolean") && typed) {
        const QString word = typed->trimmed().toLower();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            return write(Json(word == QLatin1String("true")));
    }
    if (wanted == QLatin1String("integer") && typed) {
        bool isNumber = false;
        const qint64 number = typed->trimmed().toLongLong(&isNumber);
        if (isNumber)
            return write(Json(number));
        const auto duration = parseDuration(*typed);
        if (duration && m_finding.pointer.endsWith(QLatin1String("/ttl")))
            return write(Json(static_cast<qint64>(duration->count())));
    }
    return std::nullopt;
}

/// Only an order can be told from the others.
std::optional<Repair> RepairShop::missingField() const
{
    return m_finding.pointer.endsWith(QLatin1String("/order")) ? numberSteps() : std::nullopt;
}

std::optional<Repair> RepairShop::fieldName() const
{
    const Json *owner = step();
    const QString right = m_finding.values.value(1);
    if (!m_value || !owner || !owner->is_object() || right.isEmpty() ||
        member(*owner, right.toUtf8().constData()))
        return std::nullopt;
    const QString pointer = placeOfStep(*stepIndexIn(m_finding.pointer));
    return Repair{RepairKind::RenameField,
                  {m_finding.values.value(0), right},
                  {{childPointer(pointer, right), *m_value}, {m_finding.pointer, std::nullopt}}};
}

std::optional<Repair> RepairShop::stepType() const
{
    const auto typed = text();
    const Channel channel = typed ? m_catalogue.channelByName(typed->trimmed()) : Channel::Unknown;
    const ChannelRules *rules = m_catalogue.channel(channel);
    if (channel == Channel::Unknown || !rules)
        return std::nullopt;
    return write(jsonOf(rules->stepType), RepairKind::ChangeType);
}

/// By rising order, so that the steps are tried as they were; equal ones as they stand.
std::optional<Repair> RepairShop::numberSteps() const
{
    Repair repair{RepairKind::NumberSteps, {}, {}};
    int order = m_catalogue.limits().orderMinimum;
    for (const Step &ordered : stepsInOrder(readFlow(m_document))) {
        const QString pointer = placeOfStep(ordered.index);
        const Json *owner = at(pointer);
        if (owner && owner->is_object())
            repair.edits.push_back({pointer + QStringLiteral("/order"), Json(order++)});
    }
    return repair;
}

std::optional<Repair> RepairShop::numberFormat() const
{
    const auto typed = text();
    const QString number = typed ? readPhoneNumber(withoutHidden(*typed)).e164 : QString();
    // A number may be of a country and too long all the same.
    return isE164(number) ? write(jsonOf(number)) : std::nullopt;
}

std::optional<Repair> RepairShop::addPlus() const
{
    if (!m_value)
        return std::nullopt;
    const auto withPlus = [](const Json &number) {
        if (!number.is_string())
            return number;
        const QString typed = toQString(number.get_ref<const std::string &>());
        return isE164(typed) && !typed.startsWith(u'+') ? jsonOf(u'+' + typed) : number;
    };
    Json value = *m_value;
    if (value.is_array())
        std::transform(value.begin(), value.end(), value.begin(), withPlus);
    else
        value = withPlus(value);
    if (value == *m_value)
        return std::nullopt;
    return Repair{RepairKind::AddPlus, {}, {{m_finding.pointer, value}}};
}

std::optional<Repair> RepairShop::takeRecipients() const
{
    const Json *other = stepNamed(m_finding.values.value(0));
    const Json *numbers = other ? member(*other, "to") : nullptr;
    if (!numbers || !m_value)
        return std::nullopt;
    const Json all = numbers->is_array() ? *numbers : Json::array({*numbers});
    Json taken = Json::array();
    for (const Json &number : all) {
        if (number.is_string() && isE164(toQString(number.get_ref<const std::string &>())))
            taken.push_back(number);
    }
    if (taken.empty())
        return std::nullopt;
    // The step keeps its own spelling of one number.
    const bool isList = m_value->is_array() || taken.size() > 1;
    return Repair{RepairKind::TakeRecipients,
                  {m_finding.values.value(0)},
                  {{m_finding.pointer, isList ? taken : taken.front()}}};
}

std::optional<Repair> RepairShop::removeHidden() const
{
    const auto typed = text();
    if (!typed || hiddenCharactersIn(*typed).isEmpty())
        return std::nullopt;
    return Repair{
        RepairKind::RemoveHidden, {}, {{m_finding.pointer, jsonOf(withoutHidden(*typed))}}};
}

std::optional<Repair> RepairShop::writeLimit() const
{
    bool isNumber = false;
    const int limit = m_finding.values.value(1).toInt(&isNumber);
    return isNumber ? write(Json(limit)) : std::nullopt;
}

std::optional<Repair> RepairShop::trimmedUuid() const
{
    const auto typed = text();
    const QUuid id = typed ? QUuid::fromString(withoutHidden(*typed).trimmed()) : QUuid();
    return id.isNull() ? std::nullopt : write(jsonOf(id.toString(QUuid::WithoutBraces)));
}

std::optional<Repair> RepairShop::missingType() const
{
    return write(jsonOf(m_finding.values.value(0)));
}

std::optional<Repair> RepairShop::knownType() const
{
    const auto typed = text();
    if (!typed)
        return std::nullopt;
    QString name = typed->trimmed().toLower();
    name.replace(u'-', u'_').replace(u' ', u'_');
    const TemplateType *type = m_catalogue.templateType(name);
    return type ? write(jsonOf(type->name)) : std::nullopt;
}

/// Of the two that disagree the type decides, since the fields follow it.
std::optional<Repair> RepairShop::idOfType() const
{
    const TemplateType *declared = m_catalogue.templateType(m_finding.values.value(1));
    const auto index = stepIndexIn(m_finding.pointer);
    if (!declared || !index)
        return std::nullopt;
    return Repair{
        RepairKind::TakeTemplateId,
        {declared->name},
        {{placeOfStep(*index) + QStringLiteral("/templateId"), jsonOf(declared->templateId)}}};
}

/// In the unit that the template says, where the text names one and it comes out even.
std::optional<Repair> RepairShop::bareValidity() const
{
    const auto typed = text();
    const Json *owner = step();
    if (!typed || !owner || hasVariables(*typed))
        return std::nullopt;
    const auto typeName = textMember(*owner, "templateType");
    const auto id = textMember(*owner, "templateId");
    const TemplateType *type = typeName ? m_catalogue.templateType(*typeName)
                               : id     ? m_catalogue.templateTypeById(*id)
                                        : nullptr;
    const auto duration = parseDuration(*typed);
    if (type && duration) {
        using namespace std::chrono_literals;
        const std::chrono::seconds unit = type->validityUnit == QLatin1String("hours") ? 1h : 1min;
        if (*duration >= unit && *duration % unit == 0s)
            return write(jsonOf(QString::number(*duration / unit)));
    }
    const QString number = m_finding.values.value(0);
    return number.isEmpty() ? std::nullopt : write(jsonOf(number));
}

std::optional<Repair> RepairShop::knownLanguage() const
{
    const auto typed = text();
    if (!typed)
        return std::nullopt;
    static const QRegularExpression separator(QStringLiteral("[-_]"));
    const QString code = typed->trimmed().toLower().section(separator, 0, 0);
    return m_catalogue.language(code) ? write(jsonOf(code)) : std::nullopt;
}

std::optional<Repair> RepairShop::knownOtpType() const
{
    const auto typed = text();
    if (!typed)
        return std::nullopt;
    const QString name = typed->trimmed().toUpper().replace(u' ', u'_').replace(u'-', u'_');
    return m_catalogue.otpTypes().contains(name) ? write(jsonOf(name)) : std::nullopt;
}

std::optional<Repair> RepairShop::removePlus() const
{
    const auto typed = text();
    if (!typed || !typed->startsWith(u'+'))
        return std::nullopt;
    return Repair{RepairKind::RemovePlus, {}, {{m_finding.pointer, jsonOf(typed->mid(1))}}};
}

/// In the place of the one number that looks like a pin, else behind the text.
std::optional<Repair> RepairShop::pinIntoText() const
{
    const auto body = text();
    const Json *owner = stepNamed(m_finding.values.value(0));
    const auto pin = owner ? textMember(*owner, "pin") : std::nullopt;
    if (!body || !pin || isBlank(*pin))
        return std::nullopt;
    // Each place of these draws anew, so that the copy would be another pin.
    static const QRegularExpression drawn(QStringLiteral(R"(\{\{\s*(random\.|uuid))"));
    if (drawn.match(*pin).hasMatch())
        return std::nullopt;
    static const QRegularExpression number(QStringLiteral(R"((?<![\w.,:+-])\d{4,10}(?![\w:]))"));
    QString repaired = *body;
    auto found = number.globalMatch(repaired);
    if (found.hasNext()) {
        const auto first = found.next();
        if (!found.hasNext())
            repaired.replace(first.capturedStart(), first.capturedLength(), *pin);
    }
    if (repaired == *body)
        repaired = body->endsWith(u' ') ? *body + *pin : *body + u' ' + *pin;
    return Repair{RepairKind::PutPinIntoText, {}, {{m_finding.pointer, jsonOf(repaired)}}};
}

std::optional<Repair> RepairShop::ttlOfText() const
{
    bool isNumber = false;
    const int seconds = m_finding.values.value(1).toInt(&isNumber);
    return isNumber && seconds >= m_catalogue.limits().ttlMinimum ? write(Json(seconds))
                                                                  : std::nullopt;
}

std::optional<Repair> RepairShop::callbackScheme() const
{
    const auto typed = text();
    if (!typed || typed->contains(QLatin1String("://")) || hasVariables(*typed))
        return std::nullopt;
    const QString address = QStringLiteral("https://") + typed->trimmed();
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && url.host().contains(u'.') ? write(jsonOf(address)) : std::nullopt;
}

} // namespace

std::optional<Repair> repairFor(const Finding &finding, const Json &document,
                                const Catalogue &catalogue)
{
    return RepairShop(finding, document, catalogue).repair();
}

void applyRepair(FlowDocument &document, const Repair &repair)
{
    for (const Repair::Edit &edit : repair.edits) {
        if (edit.value)
            document.set(edit.pointer, *edit.value);
        else
            document.remove(edit.pointer);
    }
}

} // namespace otpscope::models
