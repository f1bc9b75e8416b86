// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/cataloguereader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace otpscope::models {

namespace {

template <typename Value>
using Names = std::vector<std::pair<const char *, Value>>;

template <typename Value>
std::optional<Value> valueNamed(const Names<Value> &names, const QString &text)
{
    for (const auto &[name, value] : names) {
        if (text == QLatin1String(name))
            return value;
    }
    return std::nullopt;
}

const Names<Confidence> &confidenceNames()
{
    static const Names<Confidence> names{{"spec", Confidence::Spec},
                                         {"docs-otp", Confidence::DocsOtp},
                                         {"docs-near", Confidence::DocsNear},
                                         {"field", Confidence::Field},
                                         {"guess", Confidence::Guess}};
    return names;
}

const Names<FieldType> &fieldTypeNames()
{
    static const Names<FieldType> names{{"text", FieldType::Text},
                                        {"integer", FieldType::Integer},
                                        {"boolean", FieldType::Boolean},
                                        {"text-or-list", FieldType::TextOrList},
                                        {"object", FieldType::Object},
                                        {"array", FieldType::Array}};
    return names;
}

const Names<Requirement> &requirementNames()
{
    static const Names<Requirement> names{{"required", Requirement::Required},
                                          {"optional", Requirement::Optional},
                                          {"by-template-type", Requirement::ByTemplateType}};
    return names;
}

const Names<TemplateVariable> &variableNames()
{
    static const Names<TemplateVariable> names{{"", TemplateVariable::None},
                                               {"text", TemplateVariable::Text},
                                               {"number", TemplateVariable::Number}};
    return names;
}

/// The channels the program can follow. What is known about them stands in the file.
Channel channelOfStepType(const QString &stepType)
{
    if (stepType == QLatin1String("ViberOtp"))
        return Channel::Viber;
    if (stepType == QLatin1String("Sms"))
        return Channel::Sms;
    return Channel::Unknown;
}

} // namespace

Result<Catalogue, QString> CatalogueReader::read(const QByteArray &text)
{
    const auto json = parseJson(text);
    if (!json) {
        return QStringLiteral("not JSON at line %1, column %2: %3")
            .arg(json.error().line)
            .arg(json.error().column)
            .arg(json.error().detail);
    }
    readEverything(json.value());
    if (!m_problem.isEmpty())
        return m_problem;
    return std::move(m_catalogue);
}

void CatalogueReader::readEverything(const Json &root)
{
    if (text(root, "format") != QLatin1String("otpscope-catalogue-1"))
        fail(QStringLiteral("\"format\" is not \"otpscope-catalogue-1\""));
    readSources(root);
    readTemplateTypes(root);
    readLanguages(root);
    readOtpTypes(root);
    readChannels(root);
    readStatusCodes(root);
    readFields(root);
    readLimits(root);
}

void CatalogueReader::readSources(const Json &root)
{
    for (const auto &[name, description] : objectAt(root, "sources").items())
        m_sources.append(toQString(name));
    if (m_sources.isEmpty())
        fail(QStringLiteral("\"sources\" is empty"));
}

void CatalogueReader::readTemplateTypes(const Json &root)
{
    m_place = QStringLiteral("templateWarning");
    const Json &warning = objectAt(root, "templateWarning");
    const QString warningText = text(warning, "text");
    const Confidence wording = confidence(warning);
    forEach(root, "templateTypes", [&](const Json &json) {
        m_catalogue.m_templateTypes.push_back(readTemplateType(json, warningText, wording));
    });
}

TemplateType CatalogueReader::readTemplateType(const Json &json, const QString &warning,
                                               Confidence wording)
{
    TemplateType type;
    type.name = text(json, "name");
    type.templateId = text(json, "templateId");
    type.pairing = confidence(objectAt(json, "pairing"));
    type.parameters = texts(json, "parameters");
    QStringList lines{text(json, "firstLine")};
    if (const QString second = optionalText(json, "secondLine"); !second.isEmpty())
        lines.append(second);
    type.englishText = lines.join(QLatin1Char(' ')) + QLatin1String("\n\n") + warning;
    // The whole text is as sure as the least sure of its parts.
    type.textConfidence = std::max(confidence(json), wording);
    type.validityUnit = optionalText(json, "validityUnit");
    type.isUnitDisputed = boolean(json, "unitIsDisputed");
    return type;
}

void CatalogueReader::readLanguages(const Json &root)
{
    forEach(root, "languages", [this](const Json &json) {
        confidence(json);
        m_catalogue.m_languages.push_back(
            {text(json, "code"), text(json, "englishName"), boolean(json, "disputed")});
    });
}

void CatalogueReader::readOtpTypes(const Json &root)
{
    forEach(root, "otpTypes", [this](const Json &json) {
        confidence(json);
        m_catalogue.m_otpTypes.append(text(json, "name"));
    });
}

void CatalogueReader::readChannels(const Json &root)
{
    forEach(root, "channels", [this](const Json &json) {
        ChannelRules rules;
        rules.name = text(json, "name");
        rules.stepType = text(json, "stepType");
        rules.channel = channelOfStepType(rules.stepType);
        if (rules.channel == Channel::Unknown)
            fail(QStringLiteral("the program knows no step type \"%1\"").arg(rules.stepType));
        const Json &detailed = objectAt(json, "detailedStatuses");
        confidence(detailed);
        rules.detailedStatuses = texts(detailed, "names");
        forEach(json, "statuses",
                [&](const Json &status) { rules.statuses.push_back(readStatus(status)); });
        m_catalogue.m_channels.push_back(std::move(rules));
    });
}

StatusRule CatalogueReader::readStatus(const Json &json)
{
    StatusRule rule;
    rule.name = text(json, "name");
    rule.isFinal = boolean(json, "final");
    rule.triggersFailover = boolean(json, "triggersFailover");
    rule.stopsFlow = boolean(json, "stopsFlow");
    rule.rank = integer(json, "rank");
    rule.confidence = confidence(json);
    return rule;
}

void CatalogueReader::readStatusCodes(const Json &root)
{
    forEach(root, "statusCodes", [this](const Json &json) {
        confidence(json);
        m_catalogue.m_statusCodes.emplace_back(integer(json, "code"), text(json, "meaning"));
    });
}

void CatalogueReader::readFields(const Json &root)
{
    forEach(root, "fields",
            [this](const Json &json) { m_catalogue.m_fields.push_back(readField(json)); });
}

FieldRule CatalogueReader::readField(const Json &json)
{
    const auto enumerated = [&](const auto &names, const char *name, const QString &written) {
        const auto value = valueNamed(names, written);
        if (!value)
            fail(QStringLiteral("\"%1\" cannot be \"%2\"").arg(QLatin1String(name), written));
        return value.value_or(names.front().second);
    };
    confidence(json);
    FieldRule rule;
    rule.name = text(json, "name");
    const Names<FieldPlace> places{{"document", FieldPlace::Document}, {"step", FieldPlace::Step}};
    rule.place = enumerated(places, "place", text(json, "place"));
    if (const auto stepType = textMember(json, "step")) {
        rule.channel = channelOfStepType(*stepType);
        if (rule.channel == Channel::Unknown)
            fail(QStringLiteral("the program knows no step type \"%1\"").arg(*stepType));
    }
    rule.type = enumerated(fieldTypeNames(), "type", text(json, "type"));
    rule.requirement = enumerated(requirementNames(), "requirement", text(json, "requirement"));
    rule.description = text(json, "description");
    rule.example = optionalText(json, "example");
    rule.unit = optionalText(json, "unit");
    rule.variable = enumerated(variableNames(), "templateVariable",
                               textMember(json, "templateVariable").value_or(QString()));
    if (member(json, "namesElsewhere"))
        rule.namesElsewhere = texts(json, "namesElsewhere");
    return rule;
}

void CatalogueReader::readLimits(const Json &root)
{
    const Json &json = objectAt(root, "limits");
    Limits &limits = m_catalogue.m_limits;
    const std::array<std::pair<const char *, int Limits::*>, 11> all{{
        {"pinMinimum", &Limits::pinMinimum},
        {"pinMaximum", &Limits::pinMaximum},
        {"orderMinimum", &Limits::orderMinimum},
        {"ttlMinimum", &Limits::ttlMinimum},
        {"viberTtlMinimum", &Limits::viberTtlMinimum},
        {"viberTtlMaximum", &Limits::viberTtlMaximum},
        {"senderNumericMaximum", &Limits::senderNumericMaximum},
        {"senderAlphanumericMaximum", &Limits::senderAlphanumericMaximum},
        {"templateTextMaximum", &Limits::templateTextMaximum},
        {"labelMaximum", &Limits::labelMaximum},
        {"documentedSteps", &Limits::documentedSteps},
    }};
    for (const auto &[name, limit] : all) {
        m_place = QStringLiteral("limits.%1").arg(QLatin1String(name));
        const Json &entry = objectAt(json, name);
        confidence(entry);
        limits.*limit = integer(entry, "value");
    }
}

void CatalogueReader::forEach(const Json &object, const char *name, const Entry &entry)
{
    const Json *list = member(object, name);
    if (!list || !list->is_array() || list->empty()) {
        fail(QStringLiteral("\"%1\" is no list, or empty").arg(QLatin1String(name)));
        return;
    }
    const QString outside = m_place;
    int index = 0;
    for (const Json &item : *list) {
        m_place = QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(index++);
        entry(item);
    }
    m_place = outside;
}

const Json &CatalogueReader::objectAt(const Json &object, const char *name)
{
    static const Json nothing = Json::object();
    const Json *value = member(object, name);
    if (value && value->is_object())
        return *value;
    fail(QStringLiteral("\"%1\" is no object").arg(QLatin1String(name)));
    return nothing;
}

QString CatalogueReader::text(const Json &object, const char *name)
{
    const QString value = optionalText(object, name);
    if (value.isEmpty())
        fail(QStringLiteral("\"%1\" is empty").arg(QLatin1String(name)));
    return value;
}

QString CatalogueReader::optionalText(const Json &object, const char *name)
{
    const auto value = textMember(object, name);
    if (!value)
        fail(QStringLiteral("\"%1\" is no text").arg(QLatin1String(name)));
    return value.value_or(QString());
}

QStringList CatalogueReader::texts(const Json &object, const char *name)
{
    QStringList values;
    forEach(object, name, [&](const Json &item) {
        if (item.is_string())
            values.append(toQString(item.get_ref<const std::string &>()));
        else
            fail(QStringLiteral("not a text"));
    });
    return values;
}

bool CatalogueReader::boolean(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value || !value->is_boolean()) {
        fail(QStringLiteral("\"%1\" is neither true nor false").arg(QLatin1String(name)));
        return false;
    }
    return value->get<bool>();
}

int CatalogueReader::integer(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    const bool isSmallNumber = value && value->is_number_unsigned()
        && value->get<quint64>() <= static_cast<quint64>(std::numeric_limits<int>::max());
    if (!isSmallNumber) {
        fail(QStringLiteral("\"%1\" is no number from 0 on").arg(QLatin1String(name)));
        return 0;
    }
    return value->get<int>();
}

Confidence CatalogueReader::confidence(const Json &object)
{
    if (const QString source = text(object, "source"); !m_sources.contains(source))
        fail(QStringLiteral("\"source\" is \"%1\", which \"sources\" does not list").arg(source));
    const QString name = text(object, "confidence");
    const auto value = valueNamed(confidenceNames(), name);
    if (!value)
        fail(QStringLiteral("\"confidence\" cannot be \"%1\"").arg(name));
    return value.value_or(Confidence::Guess);
}

void CatalogueReader::fail(const QString &problem)
{
    // Only the first one: what follows may be its consequence.
    if (!m_problem.isEmpty())
        return;
    m_problem = m_place.isEmpty() ? problem : QStringLiteral("%1: %2").arg(m_place, problem);
}

} // namespace otpscope::models
