// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/environmentjson.h"

#include <array>
#include <limits>
#include <utility>

namespace otpscope::models {

namespace {

using ProxyKind = ProxyChoice::Kind;

constexpr std::array proxyNames{
    std::pair{ProxyKind::System, "system"}, std::pair{ProxyKind::None, "none"},
    std::pair{ProxyKind::Http, "http"}, std::pair{ProxyKind::Socks5, "socks5"}};

std::string nameOf(ProxyKind kind)
{
    for (const auto &[known, name] : proxyNames) {
        if (known == kind)
            return name;
    }
    return {};
}

/// Reads members of one object and remembers the first that makes no sense.
class Reader final
{
public:
    Reader(const Json &object, QString place, QString &wrong)
        : m_object(object)
        , m_place(std::move(place))
        , m_wrong(wrong)
    {
        if (!m_object.is_object())
            fail({});
    }

    void text(const char *name, QString &into)
    {
        const Json *value = member(m_object, name);
        if (!value)
            return;
        if (value->is_string())
            into = toQString(value->get_ref<const std::string &>());
        else
            fail(name);
    }

    void flag(const char *name, bool &into)
    {
        const Json *value = member(m_object, name);
        if (!value)
            return;
        if (value->is_boolean())
            into = value->get<bool>();
        else
            fail(name);
    }

    void number(const char *name, int &into)
    {
        const Json *value = member(m_object, name);
        if (!value)
            return;
        const bool isSmall = value->is_number_integer() && value->get<qint64>() >= 0 &&
                             value->get<qint64>() <= std::numeric_limits<int>::max();
        if (isSmall)
            into = value->get<int>();
        else
            fail(name);
    }

    void seconds(const char *name, std::chrono::seconds &into)
    {
        int count = static_cast<int>(into.count());
        number(name, count);
        into = std::chrono::seconds{count};
    }

    void texts(const char *name, QStringList &into)
    {
        const Json *value = member(m_object, name);
        if (!value)
            return;
        if (!value->is_array()) {
            fail(name);
            return;
        }
        for (const Json &entry : *value) {
            if (!entry.is_string()) {
                fail(name);
                return;
            }
            into.append(toQString(entry.get_ref<const std::string &>()));
        }
    }

    void map(const char *name, std::map<QString, QString> &into)
    {
        const Json *value = member(m_object, name);
        if (!value)
            return;
        if (!value->is_object()) {
            fail(name);
            return;
        }
        for (const auto &[key, entry] : value->items()) {
            if (!entry.is_string()) {
                fail(name);
                return;
            }
            into[toQString(key)] = toQString(entry.get_ref<const std::string &>());
        }
    }

    void proxyKind(const char *name, ProxyKind &into)
    {
        QString word = toQString(nameOf(into));
        text(name, word);
        for (const auto &[kind, known] : proxyNames) {
            if (word == QLatin1String(known)) {
                into = kind;
                return;
            }
        }
        fail(name);
    }

    /// The object under `name`, or an empty one.
    [[nodiscard]] Reader inner(const char *name)
    {
        static const Json nothing = Json::object();
        const Json *value = member(m_object, name);
        return {value ? *value : nothing, m_place + u'/' + QLatin1String(name), m_wrong};
    }

private:
    void fail(const char *name)
    {
        if (m_wrong.isEmpty())
            m_wrong = name ? m_place + u'/' + QLatin1String(name) : m_place;
    }

    const Json &m_object;
    QString m_place;
    QString &m_wrong;
};

Json listOf(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(toUtf8String(text));
    return list;
}

Json mapOf(const std::map<QString, QString> &variables)
{
    Json object = Json::object();
    for (const auto &[name, value] : variables)
        object[toUtf8String(name)] = toUtf8String(value);
    return object;
}

} // namespace

Json environmentToJson(const Environment &environment)
{
    const auto text = [](const QString &value) { return toUtf8String(value); };
    return {{"id", text(environment.id.text())},
            {"name", text(environment.name)},
            {"real", environment.isReal},
            {"service", text(environment.service)},
            {"token", text(environment.token)},
            {"applicationId", text(environment.applicationId)},
            {"scope", text(environment.scope)},
            {"defaults",
             {{"sender", text(environment.defaults.sender)},
              {"templateId", text(environment.defaults.templateId)},
              {"callback", text(environment.defaults.callback)}}},
            {"variables", mapOf(environment.variables)},
            {"webhookAddress", text(environment.webhookAddress)},
            {"receiverPort", environment.receiverPort},
            {"tunnelCommand", text(environment.tunnelCommand)},
            {"receiver",
             {{"listenAddress", text(environment.access.listenAddress)},
              {"certificateFile", text(environment.access.certificateFile)},
              {"keyFile", text(environment.access.keyFile)},
              {"proxies", listOf(environment.access.proxies)},
              {"sources", listOf(environment.access.sources)}}},
            {"limits",
             {{"connectSeconds", environment.limits.connect.count()},
              {"firstByteSeconds", environment.limits.firstByte.count()},
              {"wholeSeconds", environment.limits.whole.count()}}},
            {"proxy",
             {{"kind", nameOf(environment.proxy.kind)},
              {"host", text(environment.proxy.host)},
              {"port", environment.proxy.port},
              {"user", text(environment.proxy.user)}}},
            {"authoritiesFile", text(environment.authoritiesFile)},
            {"sending",
             {{"onlyRecipients", environment.sending.isLimitedToRecipients},
              {"recipients", listOf(environment.sending.recipients)},
              {"sendsADay", environment.sending.sendsADay}}}};
}

Result<Environment, QString> environmentFromJson(const Json &json)
{
    Environment environment;
    QString id;
    QString wrong;
    Reader reader(json, {}, wrong);
    reader.text("id", id);
    reader.text("name", environment.name);
    reader.flag("real", environment.isReal);
    // Whoever writes such a file by hand and leaves this out is kept from harm.
    environment.sending.isLimitedToRecipients = environment.isReal;
    reader.text("service", environment.service);
    reader.text("token", environment.token);
    reader.text("applicationId", environment.applicationId);
    reader.text("scope", environment.scope);
    Reader defaults = reader.inner("defaults");
    defaults.text("sender", environment.defaults.sender);
    defaults.text("templateId", environment.defaults.templateId);
    defaults.text("callback", environment.defaults.callback);
    reader.map("variables", environment.variables);
    reader.text("webhookAddress", environment.webhookAddress);
    reader.number("receiverPort", environment.receiverPort);
    reader.text("tunnelCommand", environment.tunnelCommand);
    Reader receiver = reader.inner("receiver");
    receiver.text("listenAddress", environment.access.listenAddress);
    receiver.text("certificateFile", environment.access.certificateFile);
    receiver.text("keyFile", environment.access.keyFile);
    receiver.texts("proxies", environment.access.proxies);
    receiver.texts("sources", environment.access.sources);
    Reader limits = reader.inner("limits");
    limits.seconds("connectSeconds", environment.limits.connect);
    limits.seconds("firstByteSeconds", environment.limits.firstByte);
    limits.seconds("wholeSeconds", environment.limits.whole);
    Reader proxy = reader.inner("proxy");
    proxy.proxyKind("kind", environment.proxy.kind);
    proxy.text("host", environment.proxy.host);
    proxy.number("port", environment.proxy.port);
    proxy.text("user", environment.proxy.user);
    reader.text("authoritiesFile", environment.authoritiesFile);
    Reader sending = reader.inner("sending");
    sending.flag("onlyRecipients", environment.sending.isLimitedToRecipients);
    sending.texts("recipients", environment.sending.recipients);
    sending.number("sendsADay", environment.sending.sendsADay);
    environment.id = EnvironmentId(id);
    if (wrong.isEmpty() && id.isEmpty())
        wrong = QStringLiteral("/id");
    if (!wrong.isEmpty())
        return wrong;
    return environment;
}

} // namespace otpscope::models
