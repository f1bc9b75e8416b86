// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace otpscope::models {

/// The same document with this address as its callback (`/callback/url`). Only the text of the
/// address changes, or a `callback` member is put behind the last one: numbers, duplicate keys,
/// escapes and white space of everything else go out as a person wrote them.
/// Where `callback` is no object it is replaced whole. Where a key stands twice each one is
/// changed, since it is not known which of them the service reads. `document` must be JSON that
/// parseJson takes and an object, as FlowDocument::text() gives it.
[[nodiscard]] QByteArray textWithCallback(const QByteArray &document, const QByteArray &url);

} // namespace otpscope::models
