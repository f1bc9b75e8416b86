// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace otpscope::models {

/// What the rules about runs stand on: which document, and what it says there, in our words. Shown
/// to the person beside the finding. Translated.
class RuleSources
{
    Q_DECLARE_TR_FUNCTIONS(RuleSources)

public:
    /// For rules about our own work: empty.
    static QString none() { return {}; }
    static QString triggers();
    static QString onDelivered();
    static QString seen();
    static QString stepOrder();
    static QString ttl();
    static QString statuses();
    static QString finalStatuses();
    static QString flowStatuses();
    static QString sendStatus();
    static QString validation();
    static QString statusCodes();
    static QString webhooks();
    static QString webhookOrder();
    static QString webhookShape();
    static QString totalCost();
    static QString recipient();
    static QString stepTimes();
    static QString clocks();
    static QString demanded();
};

} // namespace otpscope::models
