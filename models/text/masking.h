// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace otpscope::models {

// What logs and exports show instead of secrets. Pure; nothing here can be undone.

/// "+306971234567" becomes "+3069*****567"; a number too short for that is masked wholly.
[[nodiscard]] QString maskedNumber(const QString &number);
/// Pins are masked wholly, without telling their length.
[[nodiscard]] QString maskedPin();
/// A request, answer or webhook body: pins, tokens and secrets wholly, numbers in the middle,
/// wherever else they turn up in it too (an SMS text holds the pin); of addresses the credentials, the
/// query, and parts of the path that look like a token. A body that is not JSON loses every run of
/// four or more digits.
[[nodiscard]] QByteArray maskedBody(const QByteArray &body);
/// Words of the service that stand in a sentence of ours, where a pin or a number may be quoted:
/// without every run of four or more digits.
[[nodiscard]] QString maskedWords(const QString &words);
/// A raw head: the values of Authorization, Proxy-Authorization, Cookie and Set-Cookie, and the path of
/// a receiver of ours.
[[nodiscard]] QByteArray maskedHead(const QByteArray &head);

} // namespace otpscope::models
