// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/core/json.h"
#include "models/flow/flowdocument.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace otpscope::models {

/// What a repair does, for its sentence.
enum class RepairKind {
    /// Values: what is written.
    WriteValue,
    RemoveField,
    /// Values: the old name, the new one.
    RenameField,
    NumberSteps,
    AddPlus,
    RemovePlus,
    RemoveHidden,
    PutPinIntoText,
    /// Values: the step whose recipients are taken.
    TakeRecipients,
    ChangeType,
    /// Values: the template type.
    TakeTemplateId,
};

/// A change that makes a finding go away and needs no decision of a person.
struct Repair
{
    struct Edit
    {
        /// RFC 6901.
        QString pointer;
        /// Nothing removes.
        std::optional<Json> value;

        friend bool operator==(const Edit &, const Edit &) = default;
    };

    RepairKind kind = RepairKind::WriteValue;
    QStringList values;
    std::vector<Edit> edits;

    friend bool operator==(const Repair &, const Repair &) = default;
};

/// The repair for a finding of this document; nothing where only a person can decide. A repair
/// removes its finding and adds no error. `document` is as the person wrote it, with {{variables}}
/// where there are any; the finding may come from the resolved one. Pure.
[[nodiscard]] std::optional<Repair> repairFor(const Finding &finding, const Json &document,
                                              const Catalogue &catalogue);

void applyRepair(FlowDocument &document, const Repair &repair);

} // namespace otpscope::models
