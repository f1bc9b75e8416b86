// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/sentences.h"

#include <QCoreApplication>

namespace otpscope::models {

namespace {

/// The context of the strings here, and nothing else.
class RepairSentences
{
    Q_DECLARE_TR_FUNCTIONS(RepairSentences)
};

// Longer values would make buttons that no window has room for.
constexpr qsizetype longestShown = 40;

QString shortened(const QString &value)
{
    return value.size() <= longestShown ? value : value.left(longestShown - 1) + QChar(0x2026);
}

} // namespace

QString sentenceFor(const Repair &repair)
{
    const QString first = shortened(repair.values.value(0));
    switch (repair.kind) {
    case RepairKind::WriteValue:
        //: A button; %1 is a value as JSON has it, for instance "en" or 300
        return RepairSentences::tr("Write %1").arg(first);
    case RepairKind::RemoveField:
        return RepairSentences::tr("Remove the field");
    case RepairKind::RenameField:
        //: A button; %1 is the name of a field
        return RepairSentences::tr("Rename to %1").arg(shortened(repair.values.value(1)));
    case RepairKind::NumberSteps:
        return RepairSentences::tr("Number 1, 2, …");
    case RepairKind::AddPlus:
        return RepairSentences::tr("Add the plus");
    case RepairKind::RemovePlus:
        return RepairSentences::tr("Remove the plus");
    case RepairKind::RemoveHidden:
        return RepairSentences::tr("Remove them");
    case RepairKind::PutPinIntoText:
        return RepairSentences::tr("Put the pin into the text");
    case RepairKind::TakeRecipients:
        //: A button; %1 is the number of a step
        return RepairSentences::tr("Take that of step %1").arg(first);
    case RepairKind::ChangeType:
        //: A button; %1 is a value as JSON has it
        return RepairSentences::tr("Change it to %1").arg(first);
    case RepairKind::TakeTemplateId:
        //: A button; %1 is a template type, for instance with_validity
        return RepairSentences::tr("Take the template id of %1").arg(first);
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::models
