// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/deliverylist.h"

#include <QStringList>
#include <QUrl>

namespace otpscope::models {

namespace {

/// A service that ignores the limit must not fill the memory.
constexpr std::size_t mostDeliveries = 1000;

qint64 countIn(const Json &object, const char *name, qint64 otherwise)
{
    const Json *value = member(object, name);
    return value && value->is_number_unsigned() ? value->get<qint64>() : otherwise;
}

} // namespace

QByteArray queryText(const DeliveryQuery &query)
{
    QByteArrayList parts;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            parts.append(QByteArray(name) + '=' + QUrl::toPercentEncoding(value));
    };
    add("status", query.status);
    add("tag", query.label);
    add("phone_number", query.phoneNumber);
    add("flow_id", query.flowId.text());
    add("limit", QString::number(query.limit));
    add("offset", QString::number(query.offset));
    return parts.join('&');
}

Result<DeliveryPage, NotUnderstood> readDeliveries(const QByteArray &body)
{
    const auto parsed = parseJson(body);
    if (!parsed)
        return NotUnderstood{NotUnderstood::Kind::NotJson, parsed.error()};
    const Json *results = member(parsed.value(), "results");
    if (!results || !results->is_array())
        return NotUnderstood{NotUnderstood::Kind::StrangeShape, std::nullopt};
    DeliveryPage page;
    for (const Json &item : *results) {
        if (page.deliveries.size() == mostDeliveries)
            break;
        const auto snapshot = readSnapshot(compactJson(item));
        if (snapshot)
            page.deliveries.push_back(snapshot.value());
        else
            ++page.strange;
    }
    page.total = countIn(parsed.value(), "total", static_cast<qint64>(results->size()));
    page.offset = countIn(parsed.value(), "offset", 0);
    return page;
}

} // namespace otpscope::models
