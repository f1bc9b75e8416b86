// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/repairs.h"
#include "models/environment/accountanswers.h"
#include "models/environment/environment.h"
#include "models/flow/flowdocument.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace otpscope::ui {

/// What one step of a draft is, beyond its JSON.
struct StepDraft
{
    /// Stays with the step while it moves; no two steps of a draft share one.
    int id = 0;
    /// Template parameters that the chosen type does not use, spelled as they were when it was
    /// chosen.
    std::map<QString, QByteArray> hidden;

    friend bool operator==(const StepDraft &, const StepDraft &) = default;
};

/// A flow document being edited: the document itself and what the form remembers about its steps.
/// A value, so that undo keeps copies.
class FlowDraft
{
public:
    FlowDraft() = default;
    explicit FlowDraft(models::FlowDocument document);

    [[nodiscard]] const models::FlowDocument &document() const { return m_document; }
    [[nodiscard]] int stepCount() const { return int(m_steps.size()); }
    [[nodiscard]] int stepId(int index) const { return m_steps.at(size_t(index)).id; }
    /// Where the step with this id stands; nothing where it is gone.
    [[nodiscard]] std::optional<int> indexOf(int stepId) const;
    /// The step's JSON, which need not be an object.
    [[nodiscard]] const models::Json &step(int index) const;

    /// Takes a document from elsewhere (the JSON text); steps keep their memory by position.
    void setDocument(models::FlowDocument document);
    /// Nothing removes the field. `field` may lead into an object: "message.body".
    void setField(int index, const QString &field, const std::optional<models::Json> &value);
    /// Sets `templateType` (nothing removes it, which means "basic"). A type of the catalogue puts
    /// the parameters it does not use aside, brings back those it uses, and brings its templateId
    /// where the one before was absent or another type's. An unknown type changes nothing else.
    void chooseTemplateType(int index, const std::optional<models::Json> &type,
                            const models::Catalogue &catalogue);
    /// Nothing, or an empty text, removes the callback's url, and the callback with it where the
    /// url was all it had.
    void setCallbackUrl(const QString &url);

    /// The number of steps stays.
    void repair(const models::Repair &repair);

    /// With the defaults of the environment where the new step has no such value of its own.
    void addStep(models::Channel channel, const models::FlowDefaults &defaults,
                 const models::Catalogue &catalogue);
    /// Puts the template's id, and its type where the catalogue knows it, into the step.
    void useTemplate(int index, const models::OtpTemplate &chosen,
                     const models::Catalogue &catalogue);
    void duplicateStep(int index);
    void removeStep(int index);
    void moveStep(int from, int to);

    friend bool operator==(const FlowDraft &, const FlowDraft &) = default;

private:
    [[nodiscard]] const models::Json &steps() const;
    void hideUnusedParameters(int index, const models::TemplateType &type,
                              const models::Catalogue &catalogue);
    void bringTemplateId(int index, const models::TemplateType &type,
                         const models::Catalogue &catalogue);
    [[nodiscard]] StepDraft newStep();

    models::FlowDocument m_document;
    std::vector<StepDraft> m_steps;
    int m_lastId = 0;
};

} // namespace otpscope::ui
