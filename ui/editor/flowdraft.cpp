// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowdraft.h"

#include "ui/editor/flowplace.h"

#include <algorithm>

namespace otpscope::ui {

using models::Json;

namespace {

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

const Json *find(const Json &step, const QString &key)
{
    return models::member(step, key.toUtf8().constData());
}

} // namespace

FlowDraft::FlowDraft(models::FlowDocument document)
{
    setDocument(std::move(document));
}

const Json &FlowDraft::steps() const
{
    static const Json none = Json::array();
    const Json *steps = models::member(m_document.json(), "flow");
    return steps && steps->is_array() ? *steps : none;
}

const Json &FlowDraft::step(int index) const
{
    return steps().at(size_t(index));
}

std::optional<int> FlowDraft::indexOf(int stepId) const
{
    const auto step = std::ranges::find(m_steps, stepId, &StepDraft::id);
    return step == m_steps.end() ? std::nullopt : std::optional(int(step - m_steps.begin()));
}

StepDraft FlowDraft::newStep()
{
    return {.id = ++m_lastId, .hidden = {}};
}

void FlowDraft::setDocument(models::FlowDocument document)
{
    m_document = std::move(document);
    const size_t count = steps().size();
    if (m_steps.size() > count)
        m_steps.resize(count);
    while (m_steps.size() < count)
        m_steps.push_back(newStep());
}

void FlowDraft::setField(int index, const QString &field, const std::optional<Json> &value)
{
    const QString pointer = stepFieldPointer(index, field);
    if (value)
        m_document.set(pointer, *value);
    else
        m_document.remove(pointer);
}

void FlowDraft::chooseTemplateType(int index, const std::optional<Json> &type,
                                   const models::Catalogue &catalogue)
{
    const QString typeName = !type               ? name("basic")
                             : type->is_string() ? models::toQString(type->get<std::string>())
                                                 : QString();
    const models::TemplateType *known = catalogue.templateType(typeName);
    if (known)
        bringTemplateId(index, *known, catalogue);
    setField(index, name("templateType"), type);
    if (known)
        hideUnusedParameters(index, *known, catalogue);
}

void FlowDraft::bringTemplateId(int index, const models::TemplateType &type,
                                const models::Catalogue &catalogue)
{
    const auto chosen = models::textMember(step(index), "templateId");
    const bool isChosenByHand =
        chosen && !chosen->isEmpty() && !catalogue.templateTypeById(*chosen);
    if (!isChosenByHand)
        setField(index, name("templateId"), Json(models::toUtf8String(type.templateId)));
}

void FlowDraft::hideUnusedParameters(int index, const models::TemplateType &type,
                                     const models::Catalogue &catalogue)
{
    auto &hidden = m_steps.at(size_t(index)).hidden;
    for (const QString &parameter : catalogue.templateParameters()) {
        const Json *present = find(step(index), parameter);
        if (!type.parameters.contains(parameter)) {
            if (present) {
                hidden[parameter] = m_document.valueText(stepFieldPointer(index, parameter));
                setField(index, parameter, std::nullopt);
            }
        } else if (const auto kept = hidden.find(parameter); kept != hidden.end()) {
            if (!present)
                m_document.setValueText(stepFieldPointer(index, parameter), kept->second);
            hidden.erase(kept);
        }
    }
}

void FlowDraft::setCallbackUrl(const QString &url)
{
    if (!url.isEmpty()) {
        m_document.set(name("/callback/url"), Json(models::toUtf8String(url)));
        return;
    }
    m_document.remove(name("/callback/url"));
    const Json *callback = models::member(m_document.json(), "callback");
    if (callback && callback->empty())
        m_document.remove(name("/callback"));
}

void FlowDraft::repair(const models::Repair &repair)
{
    models::applyRepair(m_document, repair);
}

void FlowDraft::addStep(models::Channel channel, const models::FlowDefaults &defaults,
                        const models::Catalogue &catalogue)
{
    const int index = stepCount();
    m_document.addStep(channel);
    m_steps.push_back(newStep());
    if (steps().size() != m_steps.size())
        return;
    if (channel == models::Channel::Sms && !defaults.sender.isEmpty())
        setField(index, name("from"), Json(models::toUtf8String(defaults.sender)));
    if (channel == models::Channel::Viber && !defaults.templateId.isEmpty()) {
        const models::TemplateType *type = catalogue.templateTypeById(defaults.templateId);
        useTemplate(index, {defaults.templateId, type ? type->name : QString(), {}, {}}, catalogue);
    }
}

void FlowDraft::useTemplate(int index, const models::OtpTemplate &chosen,
                            const models::Catalogue &catalogue)
{
    const models::TemplateType *known = catalogue.templateTypeById(chosen.id);
    if (!known)
        known = catalogue.templateType(chosen.type);
    // Without a type a step is "basic" already.
    const bool isSaid = find(step(index), name("templateType")) != nullptr;
    if (known && (isSaid || known->name != QLatin1String("basic")))
        chooseTemplateType(index, Json(models::toUtf8String(known->name)), catalogue);
    setField(index, name("templateId"), Json(models::toUtf8String(chosen.id)));
}

void FlowDraft::duplicateStep(int index)
{
    m_document.duplicateStep(index);
    StepDraft copy = newStep();
    copy.hidden = m_steps.at(size_t(index)).hidden;
    m_steps.insert(m_steps.begin() + index + 1, std::move(copy));
}

void FlowDraft::removeStep(int index)
{
    m_document.removeStep(index);
    m_steps.erase(m_steps.begin() + index);
}

void FlowDraft::moveStep(int from, int to)
{
    m_document.moveStep(from, to);
    const auto begin = m_steps.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
}

} // namespace otpscope::ui
