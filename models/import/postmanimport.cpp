// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/postmanimport.h"

#include "models/import/jsonlines.h"
#include "models/import/requestbuilder.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <utility>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

bool isTrue(const Json *value)
{
    return value && value->is_boolean() && value->get<bool>();
}

bool soundsSecret(const QString &name)
{
    static const QRegularExpression secret(QStringLiteral("token|secret|passw|auth|key"),
                                           QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

/// The text of a value, numbers and booleans too.
QString plainText(const Json &value)
{
    if (value.is_string())
        return toQString(value.get_ref<const std::string &>());
    return value.is_primitive() && !value.is_null() ? QString::fromUtf8(compactJson(value))
                                                    : QString();
}

QString addressOf(const Json &request)
{
    const Json *url = member(request, "url");
    if (!url)
        return {};
    return url->is_string() ? plainText(*url) : textMember(*url, "raw").value_or(QString());
}

class PostmanReader
{
public:
    PostmanReader(const Json &collection, const QByteArray &text)
        : m_lines(text, {"item", "header", "variable"})
    {
        const Json *variables = member(collection, "variable");
        if (variables && variables->is_array()) {
            for (const Json &variable : *variables)
                takeVariable(variable);
        }
        if (hasAuth(collection))
            m_import.notes.push_back({Kind::CredentialLeftOut, 0, {QStringLiteral("auth")}});
        readItems(collection, {}, {});
        if (m_withoutBody > 0) {
            m_import.notes.push_back(
                {Kind::RequestsWithoutBody, 0, {QString::number(m_withoutBody)}});
        }
        m_import.format = ImportFormat::Postman;
    }

    Import takeResult() { return std::move(m_import); }

private:
    static bool hasAuth(const Json &object)
    {
        const Json *auth = member(object, "auth");
        const auto type = auth ? textMember(*auth, "type") : std::nullopt;
        return type && *type != QLatin1String("noauth");
    }

    void takeVariable(const Json &variable)
    {
        const auto key = textMember(variable, "key");
        const Json *value = member(variable, "value");
        const bool isSecret = textMember(variable, "type") == QLatin1String("secret");
        if (!key || !value || isTrue(member(variable, "disabled")))
            return;
        const QString text = plainText(*value);
        if (!text.isEmpty() && !isSecret && !soundsSecret(*key))
            m_values.insert(*key, text);
    }

    // As deep as parseJson lets anything be.
    void readItems(const Json &folder, const std::string &pointer,
                   const QString &path) // NOLINT(misc-no-recursion)
    {
        const Json *items = member(folder, "item");
        if (!items || !items->is_array())
            return;
        for (std::size_t i = 0; i < items->size(); ++i) {
            const Json &item = (*items)[i];
            const std::string here = pointer + "/item/" + std::to_string(i);
            const QString name = textMember(item, "name").value_or(QString());
            const QString full = path.isEmpty() ? name : path + QLatin1String(" / ") + name;
            if (const Json *request = member(item, "request"))
                readRequest(*request, here, full);
            else if (hasAuth(item))
                m_import.notes.push_back(
                    {Kind::CredentialLeftOut, m_lines.lineOf(here), {QStringLiteral("auth")}});
            readItems(item, here, full);
        }
    }

    void readRequest(const Json &request, const std::string &pointer, const QString &name)
    {
        const Json *body = member(request, "body");
        const QString mode = body ? textMember(*body, "mode").value_or(QString()) : QString();
        if (mode.isEmpty() || isTrue(member(*body, "disabled"))) {
            ++m_withoutBody;
            return;
        }
        ImportedRequest found;
        found.name = name;
        found.line = m_lines.lineOf(pointer);
        found.method = textMember(request, "method").value_or(QStringLiteral("GET"));
        const QString url = addressOf(request);
        found.address = withoutSecrets(url);
        if (holdsCredential(url))
            found.notes.push_back({Kind::CredentialLeftOut, found.line, {QStringLiteral("url")}});
        if (hasAuth(request))
            found.notes.push_back({Kind::CredentialLeftOut, found.line, {QStringLiteral("auth")}});
        noteHeaders(found, request, pointer + "/request/header/");
        takeBodyOf(found, *body, mode);
        m_import.requests.push_back(std::move(found));
    }

    void noteHeaders(ImportedRequest &found, const Json &request, const std::string &pointer) const
    {
        const Json *headers = member(request, "header");
        if (!headers || !headers->is_array())
            return;
        for (std::size_t i = 0; i < headers->size(); ++i) {
            const auto header = textMember((*headers)[i], "key");
            if (header && !isTrue(member((*headers)[i], "disabled")))
                noteHeader(found, *header, m_lines.lineOf(pointer + std::to_string(i)));
        }
    }

    void takeBodyOf(ImportedRequest &found, const Json &body, const QString &mode) const
    {
        if (mode == QLatin1String("raw")) {
            const QString raw = textMember(body, "raw").value_or(QString());
            const QString text = withValues(found, raw);
            takeBody(found, text.toUtf8(), found.line);
            return;
        }
        found.problem = DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
        const bool isForm =
            mode == QLatin1String("urlencoded") || mode == QLatin1String("formdata");
        found.notes.push_back(isForm ? ImportNote{Kind::BodyIsForm, found.line, {}}
                                     : ImportNote{Kind::BodyKindNotUnderstood, found.line, {mode}});
    }

    QString withValues(ImportedRequest &found, const QString &raw) const
    {
        static const QRegularExpression variable(QStringLiteral("\\{\\{([^{}\"]+)\\}\\}"));
        QString text;
        QSet<QString> told;
        qsizetype done = 0;
        auto matches = variable.globalMatch(raw);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString name = match.captured(1).trimmed();
            const bool isKnown = m_values.contains(name);
            text += QStringView(raw).mid(done, match.capturedStart() - done);
            text += isKnown ? m_values.value(name) : match.captured(0);
            done = match.capturedEnd();
            if (!told.contains(name)) {
                told.insert(name);
                found.notes.push_back(
                    {isKnown ? Kind::VariableReplaced : Kind::VariableWithoutValue,
                     found.line,
                     {name}});
            }
        }
        text += QStringView(raw).mid(done);
        return text;
    }

    JsonLines m_lines;
    QMap<QString, QString> m_values;
    Import m_import;
    int m_withoutBody = 0;
};

} // namespace

bool isPostman(const Json &json)
{
    const Json *info = member(json, "info");
    const Json *items = member(json, "item");
    return info && info->is_object() && items && items->is_array();
}

Import importPostman(const Json &json, const QByteArray &text)
{
    return PostmanReader(json, text).takeResult();
}

} // namespace otpscope::models
