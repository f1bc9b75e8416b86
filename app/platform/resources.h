// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace otpscope::platform {

struct Example
{
    /// "example-1-basic"
    QString name;
    QByteArray text;
};

/// The built-in data, from the resources compiled into every program of ours.
[[nodiscard]] models::Catalogue builtInCatalogue();
[[nodiscard]] std::vector<QByteArray> builtInScenarios();
/// What the simulator shows where its certificate is not to fit; PEM, with its key.
[[nodiscard]] QByteArray builtInWrongCertificate();
/// As models::EnvironmentBook reads them.
[[nodiscard]] QByteArray builtInEnvironmentsBytes();
[[nodiscard]] std::vector<Example> builtInExamples();
/// A flow for each scenario, named like it.
[[nodiscard]] std::vector<Example> builtInScenarioFlows();

} // namespace otpscope::platform
