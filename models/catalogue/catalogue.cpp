// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue.h"

#include "models/catalogue/cataloguereader.h"

#include <algorithm>

namespace otpscope::models {

namespace {

template <typename Entry, typename Predicate>
const Entry *findEntry(const std::vector<Entry> &entries, Predicate matches)
{
    const auto found = std::find_if(entries.begin(), entries.end(), matches);
    return found == entries.end() ? nullptr : &*found;
}

bool isSameWord(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<Catalogue, QString> Catalogue::fromJson(const QByteArray &text)
{
    return CatalogueReader().read(text);
}

const TemplateType *Catalogue::templateType(const QString &name) const
{
    return findEntry(m_templateTypes, [&](const TemplateType &type) { return type.name == name; });
}

const TemplateType *Catalogue::templateTypeById(const QString &templateId) const
{
    // UUIDs are the same in either case (RFC 9562 section 4).
    return findEntry(m_templateTypes, [&](const TemplateType &type) {
        return isSameWord(type.templateId, templateId);
    });
}

const ChannelRules *Catalogue::channel(Channel channel) const
{
    return findEntry(m_channels,
                     [&](const ChannelRules &rules) { return rules.channel == channel; });
}

Channel Catalogue::channelByName(const QString &name) const
{
    const ChannelRules *rules = findEntry(m_channels, [&](const ChannelRules &candidate) {
        return isSameWord(candidate.name, name) || isSameWord(candidate.stepType, name);
    });
    return rules ? rules->channel : Channel::Unknown;
}

const StatusRule *Catalogue::status(Channel channel, const QString &name) const
{
    const ChannelRules *rules = this->channel(channel);
    if (!rules)
        return nullptr;
    return findEntry(rules->statuses,
                     [&](const StatusRule &status) { return isSameWord(status.name, name); });
}

const FieldRule *Catalogue::field(Channel channel, const QString &name) const
{
    return findEntry(m_fields, [&](const FieldRule &rule) {
        return rule.place == FieldPlace::Step && rule.name == name
            && (rule.channel == channel || rule.channel == Channel::Unknown);
    });
}

const FieldRule *Catalogue::documentField(const QString &name) const
{
    return findEntry(m_fields, [&](const FieldRule &rule) {
        return rule.place == FieldPlace::Document && rule.name == name;
    });
}

const Language *Catalogue::language(const QString &code) const
{
    return findEntry(m_languages, [&](const Language &language) { return language.code == code; });
}

QStringList Catalogue::templateParameters() const
{
    QStringList parameters;
    for (const TemplateType &type : m_templateTypes) {
        for (const QString &parameter : type.parameters) {
            const FieldRule *rule = field(Channel::Viber, parameter);
            const bool isConditional = rule && rule->requirement == Requirement::ByTemplateType;
            if (isConditional && !parameters.contains(parameter))
                parameters.append(parameter);
        }
    }
    return parameters;
}

QString Catalogue::statusCodeMeaning(int code) const
{
    for (const auto &[known, meaning] : m_statusCodes) {
        if (known == code)
            return meaning;
    }
    return {};
}

QString renderTemplate(const TemplateType &type, const Json &step)
{
    // One pass over the template, so that braces inside a value are left alone.
    QString rendered;
    qsizetype done = 0;
    const QString &text = type.englishText;
    for (qsizetype open = text.indexOf(QLatin1Char('{')); open >= 0;
         open = text.indexOf(QLatin1Char('{'), done)) {
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            break;
        const QString name = text.mid(open + 1, close - open - 1);
        rendered += text.mid(done, open - done);
        rendered += textMember(step, name.toUtf8().constData())
                        .value_or(text.mid(open, close - open + 1));
        done = close + 1;
    }
    return rendered + text.mid(done);
}

} // namespace otpscope::models
