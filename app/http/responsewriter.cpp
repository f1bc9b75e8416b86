// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/responsewriter.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace otpscope::http {

namespace {

bool isName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(),
                                          [](char c) { return c > ' ' && c < 0x7F && c != ':'; });
}

bool isValue(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= ' ' && byte != 0x7F);
    });
}

bool isOurs(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 4> ours{"date", "content-length", "connection",
                                                        "transfer-encoding"};
    return std::any_of(ours.begin(), ours.end(), [&name](QByteArrayView own) {
        return own.size() == name.size() && own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isWritable(const Response &response)
{
    return response.status >= 200 && response.status <= 999 &&
           std::all_of(response.headers.begin(), response.headers.end(),
                       [](const HeaderField &field) {
                           return isName(field.first) && isValue(field.second);
                       });
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

void appendHeader(QByteArray &out, const char *name, const QByteArray &value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

const QByteArray &DateHeader::value(models::Instant now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second == m_second)
        return m_value;
    m_second = second;
    static constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(second);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(second - day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    m_value = QByteArray(text.data());
    return m_value;
}

QByteArray answerBytes(const Response &response, const AnswerShape &shape, const QByteArray &date)
{
    if (!isWritable(response)) {
        Response substitute;
        substitute.status = 500;
        substitute.body = QByteArrayLiteral("The answer could not be written.\n");
        return answerBytes(substitute, shape, date);
    }
    QByteArray out;
    out.reserve(256 + response.body.size());
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");
    appendHeader(out, "Date", date);
    for (const HeaderField &field : response.headers) {
        if (!isOurs(field.first))
            appendHeader(out, field.first.constData(), field.second);
    }
    if (mayHaveBody(response.status) && !shape.isOpenEnded)
        appendHeader(out, "Content-Length", QByteArray::number(response.body.size()));
    if (!shape.keepsAlive)
        out.append("Connection: close\r\n");
    else if (shape.minorVersion == 0)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
    if (!shape.isToHead && mayHaveBody(response.status))
        out.append(response.body);
    return out;
}

} // namespace otpscope::http
