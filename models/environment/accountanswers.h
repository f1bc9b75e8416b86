// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/result.h"
#include "models/run/snapshot.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace otpscope::models {

// GUESS: no copy of the answers of GET /otp/templates and GET /accounts/me/balance was ever seen
// (routee-api sections 9 and 12). This file is the one place that knows their shapes.

/// One Viber OTP template; what the service does not say is empty.
struct OtpTemplate
{
    QString id;
    QString type;
    QStringList parameters;
    QString text;

    friend bool operator==(const OtpTemplate &, const OtpTemplate &) = default;
};

/// What the service lists for an account.
struct TemplateList
{
    std::vector<OtpTemplate> templates;
    /// Entries of a shape that is not known, as they came.
    std::vector<QByteArray> strange;

    friend bool operator==(const TemplateList &, const TemplateList &) = default;
};

/// A list, or an object with one under "templates", "results", "items" or "data".
[[nodiscard]] Result<TemplateList, NotUnderstood> readTemplates(const QByteArray &body);

/// A template and who knows it.
struct OfferedTemplate
{
    OtpTemplate content;
    bool isInCatalogue = false;
    bool isOfAccount = false;

    friend bool operator==(const OfferedTemplate &, const OfferedTemplate &) = default;
};

/// The catalogue's in its order, with its own words, then those that only the account has. The same
/// id is the same template.
[[nodiscard]] std::vector<OfferedTemplate> mergedTemplates(const Catalogue &catalogue,
                                                           const std::vector<OtpTemplate> &account);

/// "12.5 EUR"; without the currency where none is named; nothing where no balance is.
[[nodiscard]] std::optional<QString> readBalance(const QByteArray &body);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::TemplateList)
