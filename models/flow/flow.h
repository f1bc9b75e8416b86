// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace otpscope::models {

/// The channel a step uses. Unknown keeps a flow with a foreign step type readable.
enum class Channel {
    Viber,
    Sms,
    Unknown,
};

/// `to`: the API document allows one text or an array; which of both was written is kept.
struct Recipients
{
    QStringList numbers;
    bool isArray = false;

    friend bool operator==(const Recipients &, const Recipients &) = default;
};

/// Fields of a ViberOtp step (API document 4.1, "ViberOtp step - additional fields").
struct ViberOtpContent
{
    std::optional<QString> senderInfoTrackingId;
    std::optional<QString> templateId;
    std::optional<QString> pin;
    std::optional<QString> templateType;
    std::optional<QString> businessName;
    std::optional<QString> validityTime;
    std::optional<QString> pinType;
    std::optional<QString> actionName;
    std::optional<QString> codeReason;
    std::optional<bool> failoverOnDelivered;
    std::optional<QString> templateLang;
    std::optional<QString> otpType;
    std::optional<QString> seq;

    friend bool operator==(const ViberOtpContent &, const ViberOtpContent &) = default;
};

/// `message` of an Sms step.
struct SmsMessage
{
    std::optional<QString> body;
    std::optional<bool> flash;
    std::optional<bool> transcode;
    std::optional<QString> label;

    friend bool operator==(const SmsMessage &, const SmsMessage &) = default;
};

/// Fields of an Sms step (API document 4.1, "Sms step - additional fields").
struct SmsContent
{
    std::optional<QString> from;
    std::optional<SmsMessage> message;

    friend bool operator==(const SmsContent &, const SmsContent &) = default;
};

/// A step whose `type` is neither ViberOtp nor Sms, or missing.
struct UnknownContent
{
    QString type;

    friend bool operator==(const UnknownContent &, const UnknownContent &) = default;
};

/// One attempt on one channel. A field that is absent, or of a JSON type that makes no sense, is
/// empty here; the checks tell the two apart.
struct Step
{
    std::optional<Recipients> to;
    std::optional<int> order;
    std::optional<std::chrono::seconds> ttl;
    std::optional<QString> label;
    std::variant<ViberOtpContent, SmsContent, UnknownContent> content;
    /// Where this step stands in the document's `flow` array.
    int index = 0;

    [[nodiscard]] Channel channel() const;
    /// True only for a ViberOtp step with failoverOnDelivered true.
    [[nodiscard]] bool failsOverOnDelivered() const;

    friend bool operator==(const Step &, const Step &) = default;
};

struct Callback
{
    std::optional<QString> url;

    friend bool operator==(const Callback &, const Callback &) = default;
};

/// The typed view of a request document.
struct Flow
{
    /// In the order of the document's array.
    std::vector<Step> steps;
    std::optional<Callback> callback;

    friend bool operator==(const Flow &, const Flow &) = default;
};

/// Reads leniently: any JSON gives a Flow, if need be an empty one.
[[nodiscard]] Flow readFlow(const Json &document);

/// The steps as the service takes them: by `order`, steps without one last, equal ones as they
/// stand in the document (API document 4.1, "Flow order").
[[nodiscard]] std::vector<Step> stepsInOrder(const Flow &flow);

/// "ViberOtp", "Sms", or the text itself for an unknown one.
[[nodiscard]] QString stepTypeName(const Step &step);

} // namespace otpscope::models
