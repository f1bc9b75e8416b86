// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/fieldchecks.h"

#include <string>
#include <utility>

namespace otpscope::models {

namespace {

bool hasType(const Json &value, FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return value.is_string();
    case FieldType::Integer:
        return value.is_number_integer();
    case FieldType::Boolean:
        return value.is_boolean();
    case FieldType::TextOrList:
        return value.is_string() || value.is_array();
    case FieldType::Object:
        return value.is_object();
    case FieldType::Array:
        return value.is_array();
    }
    Q_UNREACHABLE();
}

/// Fields with a rule of their own for the empty text, which says more.
bool hasOwnRuleForEmpty(const QString &name)
{
    return name == QLatin1String("type") || name == QLatin1String("to") ||
           name == QLatin1String("pin");
}

/// Names have no characters that a pointer escapes.
QString placeOf(const FieldRule &rule, const QString &pointer)
{
    return pointer + QLatin1Char('/') +
           QString(rule.name).replace(QLatin1Char('.'), QLatin1Char('/'));
}

/// One field, with `object` holding the first part of its dotted name. Called for each rule and
/// step: the place is only made where there is something to find.
void checkField(const Json &object, const FieldRule &rule, const QString &pointer,
                FindingList &findings)
{
    std::string key = toUtf8String(rule.name);
    const Json *parent = &object;
    for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.')) {
        parent = member(*parent, key.substr(0, dot).c_str());
        // An absent or misshapen parent is a finding of its own.
        if (!parent || !parent->is_object())
            return;
        key.erase(0, dot + 1);
    }
    const Json *value = member(*parent, key.c_str());
    if (!value) {
        if (rule.requirement == Requirement::Required)
            findings.add("field-missing", placeOf(rule, pointer), {rule.name});
        return;
    }
    if (!hasType(*value, rule.type)) {
        findings.add("field-type", placeOf(rule, pointer), {rule.name, fieldTypeKey(rule.type)});
        return;
    }
    const bool mustSaySomething = rule.requirement == Requirement::Required &&
                                  rule.type == FieldType::Text && !hasOwnRuleForEmpty(rule.name);
    if (mustSaySomething && isBlank(toQString(value->get_ref<const std::string &>())))
        findings.add("field-empty", placeOf(rule, pointer), {rule.name});
}

/// The field of this API that another API calls `name`; nullptr where there is none.
const FieldRule *fieldNamedElsewhere(const QString &name, const Catalogue &catalogue)
{
    for (const FieldRule &rule : catalogue.fields()) {
        if (rule.namesElsewhere.contains(name))
            return &rule;
    }
    return nullptr;
}

Channel otherChannel(Channel channel)
{
    return channel == Channel::Viber ? Channel::Sms : Channel::Viber;
}

void reportStrangeStepField(const QString &name, Channel channel, const QString &place,
                            const Catalogue &catalogue, FindingList &findings)
{
    if (name == QLatin1String("templateParams")) {
        findings.add("template-params-nested", place);
    } else if (const FieldRule *right = fieldNamedElsewhere(name, catalogue)) {
        findings.add("field-name-elsewhere", place, {name, right->name});
    } else if (catalogue.field(otherChannel(channel), name)) {
        const ChannelRules *rules = catalogue.channel(channel);
        findings.add("field-of-other-channel", place, {name, rules ? rules->stepType : QString()});
    } else {
        findings.add("field-unknown", place, {name});
    }
}

void checkUnknownStepFields(const Json &step, Channel channel, const QString &pointer,
                            const Catalogue &catalogue, FindingList &findings)
{
    for (const auto &[key, value] : step.items()) {
        const QString name = toQString(key);
        if (!catalogue.field(channel, name)) {
            reportStrangeStepField(name, channel, childPointer(pointer, name), catalogue, findings);
            continue;
        }
        if (!value.is_object())
            continue;
        for (const auto &[childKey, child] : value.items()) {
            const QString childName = toQString(childKey);
            const QString dotted = name + QLatin1Char('.') + childName;
            if (!catalogue.field(channel, dotted)) {
                findings.add("field-unknown", childPointer(childPointer(pointer, name), childName),
                             {dotted});
            }
        }
    }
}

void checkUnknownDocumentFields(const Json &object, const QString &prefix, const QString &pointer,
                                const Catalogue &catalogue, FindingList &findings)
{
    for (const auto &[key, value] : object.items()) {
        const QString name = toQString(key);
        if (!catalogue.documentField(prefix + name))
            findings.add("field-unknown", childPointer(pointer, name), {prefix + name});
    }
}

} // namespace

void checkDocumentFields(const Json &document, const Catalogue &catalogue, FindingList &findings)
{
    for (const FieldRule &rule : catalogue.fields()) {
        if (rule.place == FieldPlace::Document)
            checkField(document, rule, QString(), findings);
    }
    if (!findings.wants(Severity::Warning))
        return;
    checkUnknownDocumentFields(document, QString(), QString(), catalogue, findings);
    const Json *callback = member(document, "callback");
    if (callback && callback->is_object()) {
        checkUnknownDocumentFields(*callback, QStringLiteral("callback."),
                                   QStringLiteral("/callback"), catalogue, findings);
    }
}

void checkStepFields(const Json &step, Channel channel, const QString &pointer,
                     const Catalogue &catalogue, FindingList &findings)
{
    for (const FieldRule &rule : catalogue.fields()) {
        const bool isOfThisStep = rule.place == FieldPlace::Step &&
                                  (rule.channel == Channel::Unknown || rule.channel == channel);
        if (isOfThisStep)
            checkField(step, rule, pointer, findings);
    }
    if (channel != Channel::Unknown && findings.wants(Severity::Warning))
        checkUnknownStepFields(step, channel, pointer, catalogue, findings);
}

QString childPointer(const QString &parent, const QString &name)
{
    // Almost never; and this is called for each field of each flow.
    if (!name.contains(QLatin1Char('~')) && !name.contains(QLatin1Char('/')))
        return parent + QLatin1Char('/') + name;
    QString escaped = name;
    escaped.replace(QLatin1Char('~'), QLatin1String("~0"));
    escaped.replace(QLatin1Char('/'), QLatin1String("~1"));
    return parent + QLatin1Char('/') + escaped;
}

QString fieldTypeKey(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return QStringLiteral("text");
    case FieldType::Integer:
        return QStringLiteral("integer");
    case FieldType::Boolean:
        return QStringLiteral("boolean");
    case FieldType::TextOrList:
        return QStringLiteral("text-or-list");
    case FieldType::Object:
        return QStringLiteral("object");
    case FieldType::Array:
        return QStringLiteral("array");
    }
    Q_UNREACHABLE();
}

int compareInteger(const Json &integer, int limit)
{
    Q_ASSERT(integer.is_number_integer());
    const auto signOf = [limit](auto number) {
        return std::cmp_less(number, limit) ? -1 : (std::cmp_greater(number, limit) ? 1 : 0);
    };
    return integer.is_number_unsigned() ? signOf(integer.get<quint64>())
                                        : signOf(integer.get<qint64>());
}

namespace {

/// Whether what is written as `a` and `b` next to each other reads as one number or word.
bool growTogether(QChar a, QChar b)
{
    if (a.isDigit() || b.isDigit())
        return a.isDigit() && b.isDigit();
    return a.isLetter() && b.isLetter() && a.script() == b.script();
}

} // namespace

bool holdsWhole(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool isBegin = at == 0 || word.isEmpty() || !growTogether(text[at - 1], word.front());
        const bool isEnd =
            end == text.size() || word.isEmpty() || !growTogether(word.back(), text[end]);
        if (isBegin && isEnd)
            return true;
    }
    return false;
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

int characterCount(const QString &text)
{
    return static_cast<int>(text.toUcs4().size());
}

} // namespace otpscope::models
