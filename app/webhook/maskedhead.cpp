// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/maskedhead.h"

#include <QByteArrayView>

namespace otpscope::webhook {

namespace {

bool isSecret(QByteArrayView name)
{
    return name.compare("authorization", Qt::CaseInsensitive) == 0 ||
           name.compare("proxy-authorization", Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray withMaskedAuthorization(const QByteArray &head)
{
    QByteArray result;
    qsizetype kept = 0;
    for (qsizetype at = 0; at < head.size();) {
        qsizetype end = head.indexOf('\n', at);
        end = end < 0 ? head.size() : end + 1;
        const QByteArrayView line = QByteArrayView(head).sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && isSecret(line.first(colon))) {
            result += QByteArrayView(head).sliced(kept, at + colon + 1 - kept);
            result += " ***\r\n";
            kept = end;
        }
        at = end;
    }
    // The common case costs no copy.
    if (kept == 0)
        return head;
    result += QByteArrayView(head).sliced(kept);
    return result;
}

} // namespace otpscope::webhook
