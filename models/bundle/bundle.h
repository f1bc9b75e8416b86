// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/core/json.h"
#include "models/core/result.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace otpscope::models {

/// One run in one file, to be handed to somebody else: what was asked, what was demanded, and
/// everything that was seen, so that it can be judged and played again. Holds no credentials.
struct Bundle
{
    /// Of the program that wrote it.
    QString version;
    /// Pins, tokens, secrets and the middle digits of numbers were taken out.
    bool isMasked = false;
    RunId run;
    QString title;
    /// Its name alone.
    QString environment;
    Instant createdAt;
    /// Service time at which the run was known to be over; nothing where it was not.
    std::optional<Instant> followedTo;
    /// The request document; empty where it is not known.
    QByteArray flow;
    /// An expectation file (models/expect); empty where nothing was demanded.
    QByteArray expectations;
    /// In the order of arrival; read from a file their ids count from 1.
    std::vector<Observation> observations;

    friend bool operator==(const Bundle &, const Bundle &) = default;
};

/// The same without what must not leave this machine.
[[nodiscard]] Bundle masked(Bundle bundle);

/// One JSON document, resources/bundle/schema. Reads back as the same, but for the white space of
/// the two documents in it.
[[nodiscard]] QByteArray writeBundle(const Bundle &bundle);

/// Why a file is no bundle that can be used.
struct BundleProblem
{
    enum class Kind {
        /// See json.
        NotJson,
        /// JSON of another kind.
        NotABundle,
        /// Of a later version of the format.
        Newer,
        /// See place.
        Broken,
    };
    Kind kind = Kind::NotABundle;
    JsonProblem json;
    /// RFC 6901 pointer.
    QString place;

    friend bool operator==(const BundleProblem &, const BundleProblem &) = default;
};

/// More than any run of a few days; what is larger is refused.
constexpr qsizetype bundleBytes = 512LL * 1024 * 1024;

[[nodiscard]] Result<Bundle, BundleProblem> readBundle(const QByteArray &text);
/// Whether it calls itself a bundle, so that readBundle's problem is worth telling.
[[nodiscard]] bool isBundle(const Json &json);
/// The same by a look at its beginning, without reading all of it.
[[nodiscard]] bool looksLikeBundle(const QByteArray &text);

} // namespace otpscope::models
