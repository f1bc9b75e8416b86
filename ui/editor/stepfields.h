// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/json.h"

#include <QSet>
#include <QString>

#include <vector>

namespace otpscope::ui {

// Which fields a step's card shows, and in which order. Free of widgets.

/// One field of a card.
struct StepField
{
    const models::FieldRule *rule = nullptr;
    bool isRequired = false;
    bool isVisible = false;
    /// Shown only while the card is unfolded, or once it has a value or a problem.
    bool isFoldable = false;

    friend bool operator==(const StepField &, const StepField &) = default;
};

/// What decides on a card's fields beside the step itself.
struct StepFieldContext
{
    bool isUnfolded = false;
    /// Fields that findings are about: never hidden.
    QSet<QString> fieldsWithFindings;
};

/// Every rule for a step of this channel, in the order the card shows them; without `type`, which
/// the card's head shows, and without the object `message`, whose members are fields themselves.
[[nodiscard]] std::vector<const models::FieldRule *> stepRules(const models::Catalogue &catalogue,
                                                               models::Channel channel);

/// The same rules with what this step makes of them; parameters of the step's template type stand
/// in the template's order behind the template type.
[[nodiscard]] std::vector<StepField> stepFields(const models::Catalogue &catalogue,
                                                models::Channel channel, const models::Json &step,
                                                const StepFieldContext &context);

/// The value of a field, where it has one: "message.body" leads into the object.
[[nodiscard]] const models::Json *fieldIn(const models::Json &step, const QString &field);

/// The step's template type; nullptr where it names an unknown one, or none and an unknown
/// template. No name means "basic" else.
[[nodiscard]] const models::TemplateType *templateTypeOf(const models::Catalogue &catalogue,
                                                         const models::Json &step);

/// Keys of the step, and of its message, that the catalogue does not know.
[[nodiscard]] QStringList unknownKeys(const models::Catalogue &catalogue, models::Channel channel,
                                      const models::Json &step);

} // namespace otpscope::ui
