// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/flowrules.h"
#include "models/text/runsentences.h"
#include "models/text/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace otpscope::models {

namespace {

/// The context of the strings here, and nothing else.
class FlowSentences
{
    Q_DECLARE_TR_FUNCTIONS(FlowSentences)

public:
    static QString sentence(const Finding &finding);
    static QString source(RuleSource source);

private:
    static QString body(const Finding &finding);
    static QString typeName(const QString &key);
};

struct RuleSentence
{
    const char *rule;
    /// %1, %2, ... are the finding's values.
    const char *text;
};

// In the order of flowrules.cpp.
const RuleSentence ruleSentences[] = {
    {"document-not-object",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The document is not a JSON object. Write { \"flow\": [ … ] }.")},
    {"duplicate-key",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" stands twice, at line %2, column %3 and again at line %4, column "
                       "%5. Here the last one counts; whether the service takes the same one is "
                       "not known. Remove one of them.")},
    {"field-missing",
     QT_TRANSLATE_NOOP("FlowSentences", "\"%1\" is missing. The service requires it: add it.")},
    {"field-type", QT_TRANSLATE_NOOP("FlowSentences", "\"%1\" must be %2. Change the value.")},
    {"field-empty",
     QT_TRANSLATE_NOOP("FlowSentences", "\"%1\" is empty. The service requires it: fill it in.")},
    {"field-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" is not in the API document. It is sent as it is; check its "
                       "spelling.")},
    {"field-of-other-channel",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" means nothing in a step of type %2. Remove it, or change the type.")},
    {"field-name-elsewhere",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" is what /viber/otp calls this field. Here it is \"%2\": rename it.")},
    {"flow-empty", QT_TRANSLATE_NOOP("FlowSentences", "The flow has no steps. Add at least one.")},
    {"step-not-object",
     QT_TRANSLATE_NOOP("FlowSentences", "The step is not a JSON object. Write it in braces.")},
    {"step-type-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The service knows no step of type \"%1\". Use ViberOtp or Sms.")},
    {"many-steps",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The flow has %1 steps, and the documents speak of %2 only. Expect that the "
                       "others may never be tried.")},
    {"callback-url-format",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"callback.url\" is not a web address. It must begin with http:// or "
                       "https:// and name a host.")},
    {"callback-not-public",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"callback.url\" names %1, which only machines near this one reach. The real "
                       "service cannot report there; the built-in simulator can.")},
    {"variable-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "Nothing is known as {{%1}}. Correct the name, or define it.")},
    {"hidden-characters",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" has characters that nobody can see (%2). They are sent as they are "
                       "and may change what the value means: remove them.")},
    {"to-empty",
     QT_TRANSLATE_NOOP("FlowSentences", "\"to\" has no phone number. Enter the recipient's.")},
    {"to-format",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"to\" is not a number in E.164 format. Write country code and number, "
                       "with or without a plus before them: at most 15 digits and nothing between "
                       "them.")},
    {"to-plus",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"to\" has no plus before its number. Both are allowed, but for ViberOtp the "
                       "document's examples have it: add it to be sure.")},
    {"to-number-plan",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "No country is known to have such a phone number in \"to\". Check that it "
                       "is right.")},
    {"several-recipients",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"to\" has %1 numbers. What the service does with more than one is not "
                       "documented: use one.")},
    {"different-recipients",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"to\" differs from that of step %1. A flow is about one person: use the "
                       "same number.")},
    {"order-range",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"order\" is %1, but it must be %2 or more. Choose a higher one.")},
    {"order-duplicate",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "Step %2 has \"order\" %1 too. Give each step an order of its own.")},
    {"order-gap",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "No step has \"order\" %1. The steps are still tried by rising order; "
                       "number them 1, 2, … to be sure.")},
    {"order-not-first",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The service tries step %1 of this document first, because its \"order\" is "
                       "lower. Move it to the front if that helps to read the flow.")},
    {"ttl-range",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"ttl\" is %1, but it must be %2 or more. Enter the seconds.")},
    {"label-length",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The label has %1 characters; neighbouring services take %2. Shorten it.")},
    {"viber-ttl-short",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"ttl\" is %1 s, and Viber is said to refuse less than %2 s. Use a longer "
                       "one.")},
    {"viber-ttl-long",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"ttl\" is %1 s, and Viber is said to refuse more than %2 s. Use a shorter "
                       "one.")},
    {"pin-length",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"pin\" has %1 characters; the service takes %2 to %3. Change the pin.")},
    {"pin-length-disputed",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The template pages allow a pin of up to %1 characters, against the API "
                       "document. Keep to the document.")},
    {"pin-not-digits",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"pin\" has characters other than digits. The document speaks of "
                       "characters, so this may pass; use digits to be sure.")},
    {"sender-id-format",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"senderInfoTrackingId\" is not a UUID, as it is in all examples of the "
                       "document. Check that it is the identifier Routee gave you.")},
    {"template-id-format",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"templateId\" is not a UUID. Copy it from Routee's list of templates.")},
    {"template-id-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"templateId\" is none of the known Viber templates. Check it; the preview "
                       "cannot show this one.")},
    {"template-type-missing",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"templateType\" is missing, and this template is not a basic one. Set it "
                       "to %1.")},
    {"template-type-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" is none of the template types in the API document. Choose a known "
                       "one, or check its spelling.")},
    {"template-mismatch",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"templateId\" belongs to %1, but \"templateType\" means %2. What the "
                       "service does then is not documented: make them agree.")},
    {"template-parameter-missing",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" is missing. The template type %2 requires it: add it.")},
    {"template-parameter-unused",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The template type %2 does not use \"%1\". Remove it, or choose another "
                       "type.")},
    {"template-params-nested",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"templateParams\" belongs to /viber/otp. Here its fields stand in the "
                       "step itself: move them up.")},
    {"template-text-length",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" has %2 characters; the template pages allow %3. Shorten it.")},
    {"template-text-link",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" seems to hold a link, which the template pages forbid. Remove it.")},
    {"validity-time-unit",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"validityTime\" is more than a number. The template adds the unit itself, "
                       "so the message may fail or name it twice. Write the number alone.")},
    {"validity-unit-disputed",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The documents disagree on the unit: the API document says %1, the template "
                       "pages say minutes. Check what the phone shows.")},
    {"validity-time-number",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The template pages want \"validityTime\" as a number, the API document as a "
                       "text. Keep to the document: put it in quotes.")},
    {"language-unknown",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"%1\" is not a known language of the templates. Choose one from the "
                       "list.")},
    {"language-disputed",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The sources disagree on whether the templates exist in \"%1\". Test it, or "
                       "choose another language.")},
    {"otp-type-unknown",
     QT_TRANSLATE_NOOP("FlowSentences", "\"%1\" is not a known \"otpType\". Known ones: %2.")},
    {"sender-missing",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "Without \"from\" the SMS has the service's default sender. Neighbouring "
                       "pages say that it is not delivered if none is set: name one to be sure.")},
    {"sender-empty",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"from\" is empty. Name a sender, or remove the field for the default.")},
    {"sender-plus",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "A number in \"from\" is written without its plus. Remove the plus.")},
    {"sender-length-numeric",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"from\" has %1 digits; a number may have %2. Shorten it.")},
    {"sender-length-text",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"from\" has %1 characters; a name may have %2. Shorten it.")},
    {"sender-characters",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"from\" may have letters A to Z, digits and spaces. Remove the others.")},
    {"sms-pin-differs",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The text of the SMS does not hold the pin of step %1. Both should carry "
                       "the same code: correct one of them.")},
    {"validity-differs",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "The text tells another validity than that of step %1. It is one code: make "
                       "them agree.")},
    {"validity-shorter-than-ttl",
     QT_TRANSLATE_NOOP("FlowSentences",
                       "\"ttl\" is %1 s, but the text says that the code is valid for %2 s: the "
                       "message may still come when the code no longer works.")},
};

/// Puts the values in one pass, so that a value with "%1" in it stays as it is.
QString filled(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (text[i] == QLatin1Char('%') && number > 0) {
            result += values.value(number - 1);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// "/flow/2/ttl" is about step 3; 0 where the finding is about no step.
int stepOf(const QString &pointer)
{
    static const QRegularExpression step(QStringLiteral("^/flow/([0-9]+)"));
    const auto match = step.match(pointer);
    return match.hasMatch() ? match.captured(1).toInt() + 1 : 0;
}

QString FlowSentences::typeName(const QString &key)
{
    if (key == QLatin1String("text"))
        return tr("a text in quotes");
    if (key == QLatin1String("integer"))
        return tr("a whole number without quotes");
    if (key == QLatin1String("boolean"))
        return tr("true or false");
    if (key == QLatin1String("text-or-list"))
        return tr("a text in quotes, or a list of such texts");
    if (key == QLatin1String("object"))
        return tr("an object in braces");
    return tr("a list in brackets");
}

QString FlowSentences::body(const Finding &finding)
{
    const auto found = std::find_if(
        std::begin(ruleSentences), std::end(ruleSentences),
        [&](const RuleSentence &entry) { return finding.rule == QLatin1String(entry.rule); });
    if (found == std::end(ruleSentences))
        return {};
    QStringList values = finding.values;
    if (finding.rule == QLatin1String("field-type") && values.size() == 2)
        values[1] = typeName(values[1]);
    const QString text = filled(tr(found->text), values);
    const bool canOfferNumber = finding.rule == QLatin1String("validity-time-unit")
        && !values.value(0).isEmpty();
    return canOfferNumber ? tr("%1 For instance \"%2\".").arg(text, values.value(0)) : text;
}

QString FlowSentences::sentence(const Finding &finding)
{
    const QString text = body(finding);
    const int step = stepOf(finding.pointer);
    if (text.isEmpty() || step == 0)
        return text;
    //: a problem of one step: %2 is a whole sentence
    return tr("Step %1: %2").arg(QString::number(step), text);
}

QString FlowSentences::source(RuleSource source)
{
    switch (source) {
    case RuleSource::ApiDocument:
        return tr("API document, section 4.1");
    case RuleSource::OtpPages:
        return tr("Routee's other pages about this API");
    case RuleSource::TemplatePages:
        return tr("Routee's pages about Viber templates");
    case RuleSource::Contradiction:
        return tr("API document against Routee's pages about Viber templates");
    case RuleSource::ViberOtpPage:
        return tr("Routee's page about /viber/otp, a neighbouring API");
    case RuleSource::SmsPages:
        return tr("Routee's pages about SMS, a neighbouring API");
    case RuleSource::ViberLimits:
        return tr("Viber's limits, as another operator prints them");
    case RuleSource::NumberPlans:
        return tr("Number plans of the world (libphonenumber)");
    case RuleSource::OwnVariables:
        return tr("OtpScope's own variables");
    case RuleSource::Undocumented:
        return tr("No document says");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceFor(const Finding &finding)
{
    if (const auto aboutRun = runFindingSentence(finding))
        return *aboutRun;
    return FlowSentences::sentence(finding);
}

QString sourceOfRule(const QString &rule)
{
    if (const auto ofRun = sourceOfRunRule(rule))
        return *ofRun;
    const FlowRule *known = flowRule(rule);
    return known ? FlowSentences::source(known->source) : QString();
}

} // namespace otpscope::models
