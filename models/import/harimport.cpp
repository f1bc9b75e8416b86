// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/harimport.h"

#include "models/import/jsonlines.h"
#include "models/import/requestbuilder.h"

#include <optional>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

const Json *entriesOf(const Json &json)
{
    const Json *log = member(json, "log");
    const Json *entries = log ? member(*log, "entries") : nullptr;
    return entries && entries->is_array() ? entries : nullptr;
}

/// HAR says text or params; some writers add the encoding that answers have.
std::optional<QByteArray> postedText(const Json &request)
{
    const Json *posted = member(request, "postData");
    const auto text = posted ? textMember(*posted, "text") : std::nullopt;
    if (!text || text->isEmpty())
        return std::nullopt;
    if (textMember(*posted, "encoding") == QLatin1String("base64"))
        return QByteArray::fromBase64(text->toUtf8());
    return text->toUtf8();
}

bool hasParams(const Json &request)
{
    const Json *posted = member(request, "postData");
    const Json *params = posted ? member(*posted, "params") : nullptr;
    return params && params->is_array() && !params->empty();
}

class HarReader
{
public:
    explicit HarReader(const QByteArray &text)
        : m_lines(text, {"entries", "headers", "cookies"})
    {}

    std::optional<ImportedRequest> read(const Json &entry, std::size_t index) const
    {
        const Json *request = member(entry, "request");
        if (!request)
            return std::nullopt;
        const auto text = postedText(*request);
        if (!text && !hasParams(*request))
            return std::nullopt;
        const std::string pointer = "/log/entries/" + std::to_string(index);
        ImportedRequest found;
        found.line = m_lines.lineOf(pointer);
        found.method = textMember(*request, "method").value_or(QString());
        const QString url = textMember(*request, "url").value_or(QString());
        found.address = withoutSecrets(url);
        if (holdsCredential(url))
            found.notes.push_back({Kind::CredentialLeftOut, found.line, {QStringLiteral("url")}});
        noteList(found, *request, pointer + "/request/headers", "headers");
        noteCookies(found, *request, pointer + "/request/cookies/0");
        if (text) {
            takeBody(found, *text, found.line);
        } else {
            found.problem = DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
            found.notes.push_back({Kind::BodyIsForm, found.line, {}});
        }
        return found;
    }

private:
    void noteList(ImportedRequest &found, const Json &request, const std::string &pointer,
                  const char *name) const
    {
        const Json *headers = member(request, name);
        if (!headers || !headers->is_array())
            return;
        for (std::size_t i = 0; i < headers->size(); ++i) {
            const auto header = textMember((*headers)[i], "name");
            if (header)
                noteHeader(found, *header, m_lines.lineOf(pointer + '/' + std::to_string(i)));
        }
    }

    void noteCookies(ImportedRequest &found, const Json &request, const std::string &pointer) const
    {
        const Json *cookies = member(request, "cookies");
        if (cookies && cookies->is_array() && !cookies->empty()) {
            found.notes.push_back(
                {Kind::CredentialLeftOut, m_lines.lineOf(pointer), {QStringLiteral("cookies")}});
        }
    }

    JsonLines m_lines;
};

} // namespace

bool isHar(const Json &json)
{
    return entriesOf(json) != nullptr;
}

Import importHar(const Json &json, const QByteArray &text)
{
    Import result;
    result.format = ImportFormat::Har;
    const Json *entries = entriesOf(json);
    if (!entries)
        return result;
    const HarReader reader(text);
    int left = 0;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        auto request = reader.read((*entries)[i], i);
        if (request)
            result.requests.push_back(*std::move(request));
        else
            ++left;
    }
    if (left > 0)
        result.notes.push_back({Kind::RequestsWithoutBody, 0, {QString::number(left)}});
    return result;
}

} // namespace otpscope::models
