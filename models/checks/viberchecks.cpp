// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/viberchecks.h"

#include "models/checks/fieldchecks.h"

#include <QRegularExpression>

#include <algorithm>

namespace otpscope::models {

namespace {

/// The checks of one step; lives for one call.
class ViberStepChecks final
{
public:
    ViberStepChecks(const Json &step, const QString &pointer, const Catalogue &catalogue,
                    FindingList &findings)
        : m_step(step)
        , m_pointer(pointer)
        , m_catalogue(catalogue)
        , m_findings(findings)
    {
    }

    void checkTtl() const;
    void checkPin() const;
    void checkSenderId() const;
    void checkTemplateId() const;
    void checkTemplateType() const;
    void checkValidityTime() const;
    void checkTemplateTexts() const;
    void checkLanguage() const;
    void checkOtpType() const;

private:
    [[nodiscard]] QString at(const QString &name) const { return childPointer(m_pointer, name); }
    [[nodiscard]] std::optional<QString> text(const QString &name) const
    {
        return textMember(m_step, name.toUtf8().constData());
    }
    [[nodiscard]] const TemplateType *typeOfId() const;
    void checkAgreement(const TemplateType &declared) const;
    void checkOmittedType() const;
    void checkParameters(const TemplateType &declared) const;
    void reportUnused(const TemplateType &declared) const;

    const Json &m_step;
    const QString &m_pointer;
    const Catalogue &m_catalogue;
    FindingList &m_findings;
};

const QString &templateTypeField()
{
    static const QString name = QStringLiteral("templateType");
    return name;
}

/// "basic" and "basic_5min": the document treats them alike (4.1, templateType).
bool isBasic(const TemplateType &type)
{
    return type.parameters.size() == 1;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

/// The only number in a text such as "5 minutes"; empty where there is none, or more than one.
QString onlyNumberIn(const QString &text)
{
    static const QRegularExpression oneNumber(QStringLiteral("^[^0-9]*([0-9]+)[^0-9]*$"));
    return oneNumber.match(text).captured(1);
}

/// A scheme, "www.", or a name that ends in one of the usual top-level domains.
bool hasLink(const QString &text)
{
    static const QRegularExpression link(
        QStringLiteral(R"([a-z][a-z0-9+.-]*://|\bwww\.)"
                       R"(|\b[a-z0-9-]+\.(com|net|org|io|app|info|eu|gr|ru|uk|de)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return link.match(text).hasMatch();
}

bool isHexadecimal(QChar c)
{
    const QChar lower = c.toLower();
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        || (lower >= QLatin1Char('a') && lower <= QLatin1Char('f'));
}

/// Eight, four, four, four and twelve hexadecimal digits.
bool isUuid(const QString &text)
{
    constexpr qsizetype plainLength = 36;
    if (text.size() != plainLength)
        return false;
    for (qsizetype i = 0; i < plainLength; ++i) {
        const bool isGap = i == 8 || i == 13 || i == 18 || i == 23;
        if (isGap ? text[i] != QLatin1Char('-') : !isHexadecimal(text[i]))
            return false;
    }
    return true;
}

void ViberStepChecks::checkTtl() const
{
    const Json *ttl = member(m_step, "ttl");
    const Limits &limits = m_catalogue.limits();
    // Below the API's own minimum it is an error already.
    if (!ttl || !ttl->is_number_integer() || compareInteger(*ttl, limits.ttlMinimum) < 0)
        return;
    const QString value = QString::fromUtf8(compactJson(*ttl));
    if (compareInteger(*ttl, limits.viberTtlMinimum) < 0) {
        m_findings.add("viber-ttl-short", at(QStringLiteral("ttl")),
                       {value, QString::number(limits.viberTtlMinimum)});
    } else if (compareInteger(*ttl, limits.viberTtlMaximum) > 0) {
        m_findings.add("viber-ttl-long", at(QStringLiteral("ttl")),
                       {value, QString::number(limits.viberTtlMaximum)});
    }
}

void ViberStepChecks::checkPin() const
{
    const auto pin = text(QStringLiteral("pin"));
    if (!pin)
        return;
    const QString place = at(QStringLiteral("pin"));
    const Limits &limits = m_catalogue.limits();
    const int length = characterCount(*pin);
    if (length < limits.pinMinimum || length > limits.pinMaximum) {
        m_findings.add("pin-length", place,
                       {QString::number(length), QString::number(limits.pinMinimum),
                        QString::number(limits.pinMaximum)});
    }
    if (length > limits.pinMaximum && length <= limits.templateTextMaximum) {
        m_findings.add("pin-length-disputed", place,
                       {QString::number(limits.templateTextMaximum)});
    }
    if (!pin->isEmpty() && !isDigits(*pin))
        m_findings.add("pin-not-digits", place);
}

void ViberStepChecks::checkSenderId() const
{
    const QString field = QStringLiteral("senderInfoTrackingId");
    const auto id = text(field);
    if (id && !isBlank(*id) && !isUuid(*id))
        m_findings.add("sender-id-format", at(field));
}

void ViberStepChecks::checkTemplateId() const
{
    const auto id = text(QStringLiteral("templateId"));
    if (!id || isBlank(*id))
        return;
    if (!isUuid(*id))
        m_findings.add("template-id-format", at(QStringLiteral("templateId")));
    else if (!typeOfId())
        m_findings.add("template-id-unknown", at(QStringLiteral("templateId")));
}

void ViberStepChecks::checkTemplateType() const
{
    if (!member(m_step, "templateType")) {
        checkOmittedType();
        return;
    }
    const auto name = text(templateTypeField());
    if (!name)
        return;
    const TemplateType *declared = m_catalogue.templateType(*name);
    if (!declared) {
        m_findings.add("template-type-unknown", at(templateTypeField()), {*name});
        return;
    }
    checkAgreement(*declared);
    checkParameters(*declared);
    reportUnused(*declared);
}

const TemplateType *ViberStepChecks::typeOfId() const
{
    const auto id = text(QStringLiteral("templateId"));
    return id ? m_catalogue.templateTypeById(*id) : nullptr;
}

void ViberStepChecks::checkAgreement(const TemplateType &declared) const
{
    const TemplateType *ofId = typeOfId();
    if (!ofId || ofId->name == declared.name || (isBasic(*ofId) && isBasic(declared)))
        return;
    m_findings.add("template-mismatch", at(templateTypeField()), {ofId->name, declared.name});
}

void ViberStepChecks::checkOmittedType() const
{
    const TemplateType *basic = m_catalogue.templateType(QStringLiteral("basic"));
    const TemplateType *ofId = typeOfId();
    if (!ofId || isBasic(*ofId)) {
        if (basic)
            reportUnused(*basic);
        return;
    }
    // The document demands a type for every template that is not basic, but says of three only
    // which templates those are.
    if (ofId->pairing == Confidence::Spec)
        m_findings.add("template-type-missing", at(templateTypeField()), {ofId->name});
    else
        m_findings.add("template-mismatch", at(templateTypeField()),
                       {ofId->name, QStringLiteral("basic")});
}

void ViberStepChecks::checkParameters(const TemplateType &declared) const
{
    for (const QString &parameter : declared.parameters) {
        const FieldRule *rule = m_catalogue.field(Channel::Viber, parameter);
        if (!rule || rule->requirement != Requirement::ByTemplateType)
            continue;
        const auto value = text(parameter);
        if (!member(m_step, parameter.toUtf8().constData())) {
            m_findings.add("template-parameter-missing", at(parameter),
                           {parameter, declared.name});
        } else if (value && isBlank(*value)) {
            m_findings.add("field-empty", at(parameter), {parameter});
        }
    }
}

void ViberStepChecks::reportUnused(const TemplateType &declared) const
{
    if (!m_findings.wants(Severity::Info))
        return;
    for (const QString &parameter : m_catalogue.templateParameters()) {
        if (!declared.parameters.contains(parameter)
            && member(m_step, parameter.toUtf8().constData())) {
            m_findings.add("template-parameter-unused", at(parameter), {parameter, declared.name});
        }
    }
}

void ViberStepChecks::checkValidityTime() const
{
    const QString field = QStringLiteral("validityTime");
    const Json *value = member(m_step, "validityTime");
    if (!value)
        return;
    if (value->is_number())
        m_findings.add("validity-time-number", at(field));
    if (const auto typed = text(field); typed && !isBlank(*typed) && !isDigits(*typed))
        m_findings.add("validity-time-unit", at(field), {onlyNumberIn(*typed)});
    const TemplateType *ofId = typeOfId();
    const TemplateType *type =
        m_catalogue.templateType(text(templateTypeField()).value_or(QString()));
    const TemplateType *used = type ? type : ofId;
    if (used && used->isUnitDisputed)
        m_findings.add("validity-unit-disputed", at(field), {used->validityUnit});
}

void ViberStepChecks::checkTemplateTexts() const
{
    const int maximum = m_catalogue.limits().templateTextMaximum;
    for (const QString &parameter : m_catalogue.templateParameters()) {
        const auto value = text(parameter);
        if (!value)
            continue;
        if (const int length = characterCount(*value); length > maximum) {
            m_findings.add("template-text-length", at(parameter),
                           {parameter, QString::number(length), QString::number(maximum)});
        }
        if (hasLink(*value))
            m_findings.add("template-text-link", at(parameter), {parameter});
    }
}

void ViberStepChecks::checkLanguage() const
{
    const QString field = QStringLiteral("templateLang");
    const auto code = text(field);
    if (!code)
        return;
    const Language *language = m_catalogue.language(*code);
    if (!language)
        m_findings.add("language-unknown", at(field), {*code});
    else if (language->isDisputed)
        m_findings.add("language-disputed", at(field), {*code});
}

void ViberStepChecks::checkOtpType() const
{
    const QString field = QStringLiteral("otpType");
    const auto type = text(field);
    if (type && !m_catalogue.otpTypes().contains(*type)) {
        m_findings.add("otp-type-unknown", at(field),
                       {*type, m_catalogue.otpTypes().join(QLatin1String(", "))});
    }
}

} // namespace

void checkViberStep(const Json &step, const QString &pointer, const Catalogue &catalogue,
                    FindingList &findings)
{
    const ViberStepChecks checks(step, pointer, catalogue, findings);
    checks.checkTtl();
    checks.checkPin();
    checks.checkSenderId();
    checks.checkTemplateId();
    checks.checkTemplateType();
    if (findings.wants(Severity::Warning)) {
        checks.checkValidityTime();
        checks.checkTemplateTexts();
    }
    checks.checkLanguage();
    checks.checkOtpType();
}

} // namespace otpscope::models
