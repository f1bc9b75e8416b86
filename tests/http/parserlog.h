// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpparser.h"

#include <QByteArrayList>

namespace otpscope::httptest {

/// What a parser makes of pieces, in the words of CorpusEntry::expected. It ends at a refusal.
inline QByteArrayList parserLog(const QByteArrayList &pieces, const http::Limits &limits = {})
{
    http::HttpParser parser(limits);
    QByteArrayList log;
    for (const QByteArray &piece : pieces) {
        QByteArrayView rest(piece);
        while (!rest.isEmpty()) {
            const http::HttpParser::Step step = parser.feed(rest);
            rest = rest.sliced(step.consumed);
            if (const auto *complete = std::get_if<http::HttpParser::Complete>(&step.outcome)) {
                const http::Request &request = complete->request;
                log += request.method + ' ' + request.target + ' ' + request.body;
            } else if (const auto *refusal = std::get_if<http::Refusal>(&step.outcome)) {
                return log << QByteArray::number(refusal->status);
            } else if (std::holds_alternative<http::HttpParser::ContinueExpected>(step.outcome)) {
                log += "100";
            }
        }
    }
    if (!parser.isBetweenRequests())
        log += "...";
    return log;
}

} // namespace otpscope::httptest
