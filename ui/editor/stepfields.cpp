// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/stepfields.h"

#include <QUuid>

#include <algorithm>

namespace otpscope::ui {

using models::FieldRule;
using models::Json;

namespace {

// What a person thinks of first stands first; fields not named here follow as the catalogue has
// them.
const QStringList &readingOrder()
{
    static const QStringList order{
        QStringLiteral("to"),
        QStringLiteral("ttl"),
        QStringLiteral("pin"),
        QStringLiteral("from"),
        QStringLiteral("templateType"),
        QStringLiteral("templateId"),
        QStringLiteral("senderInfoTrackingId"),
        QStringLiteral("templateLang"),
        QStringLiteral("message.body"),
    };
    return order;
}

bool isField(const FieldRule &rule, models::Channel channel)
{
    const bool isOfStep = rule.channel == channel || rule.channel == models::Channel::Unknown;
    const bool isShownElsewhere = rule.name == QLatin1String("type") ||
                                  rule.type == models::FieldType::Object ||
                                  rule.type == models::FieldType::Array;
    return rule.place == models::FieldPlace::Step && isOfStep && !isShownElsewhere;
}

// Parameters stand behind the template type, in the order given; all else by readingOrder().
int placeInCard(const QString &field, const QStringList &parameters)
{
    constexpr int roomForParameters = 100;
    const int templateType = int(readingOrder().indexOf(QStringLiteral("templateType")));
    const int known = int(readingOrder().indexOf(field));
    if (known >= 0)
        return known * roomForParameters;
    const int parameter = int(parameters.indexOf(field));
    if (parameter >= 0)
        return templateType * roomForParameters + 1 + parameter;
    return int(readingOrder().size()) * roomForParameters;
}

template <typename Items, typename NameOf>
void sortForCard(Items &items, const QStringList &parameters, NameOf nameOf)
{
    std::ranges::stable_sort(
        items, {}, [&](const auto &item) { return placeInCard(nameOf(item), parameters); });
}

bool isNeeded(const FieldRule &rule, const models::TemplateType *type)
{
    if (rule.requirement == models::Requirement::Required)
        return true;
    return rule.requirement == models::Requirement::ByTemplateType && type &&
           type->parameters.contains(rule.name);
}

StepField fieldFor(const FieldRule &rule, const models::TemplateType *type, const Json &step,
                   const StepFieldContext &context)
{
    // The step's place says its order, so that the field is seldom of interest; the template type
    // decides on the others, so that it always is.
    const bool isOrder = rule.name == QLatin1String("order");
    const bool isTemplateType = rule.name == QLatin1String("templateType");
    const bool isParameterOfOtherType =
        rule.requirement == models::Requirement::ByTemplateType && type && !isTemplateType;
    StepField field{.rule = &rule, .isRequired = isNeeded(rule, type)};
    const bool isOfUnknownType = rule.requirement == models::Requirement::ByTemplateType && !type;
    const bool isFirstHand = (field.isRequired && !isOrder) || isTemplateType || isOfUnknownType;
    field.isFoldable = !isFirstHand && !isParameterOfOtherType;
    const bool isUsed = fieldIn(step, rule.name) && !isOrder;
    field.isVisible = isFirstHand || isUsed || context.fieldsWithFindings.contains(rule.name) ||
                      (field.isFoldable && context.isUnfolded);
    return field;
}

/// A whole UUID that the catalogue does not have; not one that is being typed.
bool isUnknownTemplate(const models::Catalogue &catalogue, const Json &step)
{
    const auto id = models::textMember(step, "templateId");
    return id && !QUuid::fromString(*id).isNull() && !catalogue.templateTypeById(*id);
}

void addUnknown(QStringList &keys, const models::Catalogue &catalogue, models::Channel channel,
                const Json &object, const QString &prefix)
{
    if (!object.is_object())
        return;
    for (const auto &item : object.items()) {
        const QString key = prefix + models::toQString(item.key());
        if (!catalogue.field(channel, key) && !catalogue.field(models::Channel::Unknown, key))
            keys.append(key);
    }
}

} // namespace

std::vector<const FieldRule *> stepRules(const models::Catalogue &catalogue,
                                         models::Channel channel)
{
    std::vector<const FieldRule *> rules;
    for (const FieldRule &rule : catalogue.fields()) {
        if (isField(rule, channel))
            rules.push_back(&rule);
    }
    sortForCard(rules, catalogue.templateParameters(),
                [](const FieldRule *rule) { return rule->name; });
    return rules;
}

std::vector<StepField> stepFields(const models::Catalogue &catalogue, models::Channel channel,
                                  const Json &step, const StepFieldContext &context)
{
    const models::TemplateType *type =
        channel == models::Channel::Viber ? templateTypeOf(catalogue, step) : nullptr;
    std::vector<StepField> fields;
    for (const FieldRule *rule : stepRules(catalogue, channel))
        fields.push_back(fieldFor(*rule, type, step, context));
    const QStringList parameters =
        type ? type->parameters + catalogue.templateParameters() : catalogue.templateParameters();
    sortForCard(fields, parameters, [](const StepField &field) { return field.rule->name; });
    return fields;
}

const Json *fieldIn(const Json &step, const QString &field)
{
    const Json *value = &step;
    for (const QString &key : field.split(QLatin1Char('.'))) {
        value = models::member(*value, key.toUtf8().constData());
        if (!value)
            return nullptr;
    }
    return value;
}

const models::TemplateType *templateTypeOf(const models::Catalogue &catalogue, const Json &step)
{
    const Json *type = fieldIn(step, QStringLiteral("templateType"));
    if (!type) {
        return isUnknownTemplate(catalogue, step) ? nullptr
                                                  : catalogue.templateType(QStringLiteral("basic"));
    }
    return type->is_string() ? catalogue.templateType(models::toQString(type->get<std::string>()))
                             : nullptr;
}

QStringList unknownKeys(const models::Catalogue &catalogue, models::Channel channel,
                        const Json &step)
{
    QStringList keys;
    addUnknown(keys, catalogue, channel, step, {});
    if (const Json *message = fieldIn(step, QStringLiteral("message")))
        addUnknown(keys, catalogue, channel, *message, QStringLiteral("message."));
    return keys;
}

} // namespace otpscope::ui
