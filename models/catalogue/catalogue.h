// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/flow/flow.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace otpscope::models {

/// How sure a fact about the service is; see resources/catalogue/README.md.
enum class Confidence {
    /// The API document.
    Spec,
    /// Routee's own pages about this API.
    DocsOtp,
    /// Pages about neighbouring APIs, or another aggregator's about the same Viber templates.
    DocsNear,
    /// Seen in somebody's captured real response.
    Field,
    Guess,
};

/// One of the nine Viber OTP template types.
struct TemplateType
{
    /// "basic", "with_validity", ...
    QString name;
    QString templateId;
    /// How sure the pairing of name and templateId is.
    Confidence pairing = Confidence::Guess;
    /// Step fields this type needs, `pin` first, in the order the template's text uses them.
    QStringList parameters;
    /// The English text with {pin}, {businessName}, ... where the parameters go.
    QString englishText;
    Confidence textConfidence = Confidence::Guess;
    /// The word that the text puts behind validityTime ("minutes", "hours"); empty without one.
    QString validityUnit;
    /// True where the sources disagree on that word (routee-api section 8, T2).
    bool isUnitDisputed = false;

    friend bool operator==(const TemplateType &, const TemplateType &) = default;
};

struct Language
{
    QString code;
    QString englishName;
    /// True where the sources disagree on whether the code exists.
    bool isDisputed = false;

    friend bool operator==(const Language &, const Language &) = default;
};

/// What one status of a channel means for the flow.
struct StatusRule
{
    /// The API document's spelling.
    QString name;
    /// No further status of this step is documented.
    bool isFinal = false;
    bool triggersFailover = false;
    /// SEEN: the flow stops.
    bool stopsFlow = false;
    /// Later statuses have higher ranks; equal ranks exclude each other. Used to hold back late,
    /// older snapshots.
    int rank = 0;
    Confidence confidence = Confidence::Spec;

    friend bool operator==(const StatusRule &, const StatusRule &) = default;
};

struct ChannelRules
{
    Channel channel = Channel::Unknown;
    /// As in tracking answers: "viber", "sms".
    QString name;
    /// As in requests: "ViberOtp", "Sms".
    QString stepType;
    std::vector<StatusRule> statuses;
    QStringList detailedStatuses;

    friend bool operator==(const ChannelRules &, const ChannelRules &) = default;
};

/// JSON types a field may have.
enum class FieldType {
    Text,
    Integer,
    Boolean,
    TextOrList,
    Object,
    Array,
};

enum class Requirement {
    Required,
    Optional,
    /// Required where the template type lists it among its parameters.
    ByTemplateType,
};

/// Which object of the request a field belongs to.
enum class FieldPlace {
    /// The document itself: flow, callback, callback.url.
    Document,
    /// A step: of one channel, or of every channel.
    Step,
};

/// What a template variable takes (docs.routee.net template-variables-validations).
enum class TemplateVariable {
    /// The field is no template variable.
    None,
    Text,
    /// One bare integer.
    Number,
};

/// One field of the request, as the API document's tables have it.
struct FieldRule
{
    /// "to", "message.body", ...
    QString name;
    FieldPlace place = FieldPlace::Step;
    /// Unknown: common to every step type, or a field of the document.
    Channel channel = Channel::Unknown;
    FieldType type = FieldType::Text;
    Requirement requirement = Requirement::Optional;
    /// English, one sentence; the key for the translated help.
    QString description;
    QString example;
    /// "s" for seconds; mostly empty.
    QString unit;
    TemplateVariable variable = TemplateVariable::None;
    /// What /viber/otp, which this API is easily mixed up with, calls the same thing.
    QStringList namesElsewhere;

    friend bool operator==(const FieldRule &, const FieldRule &) = default;
};

struct Limits
{
    int pinMinimum = 4;
    int pinMaximum = 10;
    int orderMinimum = 1;
    int ttlMinimum = 0;
    /// Viber's own bounds in seconds (DOCS-NEAR): outside is a warning.
    int viberTtlMinimum = 30;
    int viberTtlMaximum = 1209600;
    int senderNumericMaximum = 16;
    int senderAlphanumericMaximum = 11;
    int templateTextMaximum = 50;
    int labelMaximum = 350;
    int documentedSteps = 2;

    friend bool operator==(const Limits &, const Limits &) = default;
};

/// Everything that varies about the service, read from resources/catalogue/catalogue.json.
/// Immutable after loading; share it by const reference.
class Catalogue
{
public:
    /// The error says, in English, which entry is wrong: the file is part of the program, so this
    /// is a message to whoever edits it.
    [[nodiscard]] static Result<Catalogue, QString> fromJson(const QByteArray &text);

    [[nodiscard]] const std::vector<TemplateType> &templateTypes() const { return m_templateTypes; }
    [[nodiscard]] const std::vector<Language> &languages() const { return m_languages; }
    [[nodiscard]] const std::vector<ChannelRules> &channels() const { return m_channels; }
    [[nodiscard]] const std::vector<FieldRule> &fields() const { return m_fields; }
    [[nodiscard]] const QStringList &otpTypes() const { return m_otpTypes; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }

    /// nullptr where unknown. An absent templateType means "basic" (API document 4.1): pass "basic".
    [[nodiscard]] const TemplateType *templateType(const QString &name) const;
    [[nodiscard]] const TemplateType *templateTypeById(const QString &templateId) const;
    [[nodiscard]] const ChannelRules *channel(Channel channel) const;
    /// By the name in tracking ("viber") or the step type ("ViberOtp"), without regard to case.
    [[nodiscard]] Channel channelByName(const QString &name) const;
    /// The rule for a status, compared without regard to case; nullptr where the channel does not
    /// know it.
    [[nodiscard]] const StatusRule *status(Channel channel, const QString &name) const;
    /// The step field of this name: the channel's own, else the one common to every step.
    [[nodiscard]] const FieldRule *field(Channel channel, const QString &name) const;
    /// "flow", "callback" or "callback.url".
    [[nodiscard]] const FieldRule *documentField(const QString &name) const;
    [[nodiscard]] const Language *language(const QString &code) const;
    /// Every field that only some template types use, each once.
    [[nodiscard]] QStringList templateParameters() const;
    /// What a statusCode means, English; empty where unknown.
    [[nodiscard]] QString statusCodeMeaning(int code) const;

    friend bool operator==(const Catalogue &, const Catalogue &) = default;

private:
    friend class CatalogueReader;

    std::vector<TemplateType> m_templateTypes;
    std::vector<Language> m_languages;
    std::vector<ChannelRules> m_channels;
    std::vector<FieldRule> m_fields;
    QStringList m_otpTypes;
    std::vector<std::pair<int, QString>> m_statusCodes;
    Limits m_limits;
};

/// The English text with the step's values in it; parameters the step lacks stay as {name}.
[[nodiscard]] QString renderTemplate(const TemplateType &type, const Json &step);

} // namespace otpscope::models
