// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importreader.h"

#include "models/import/importer.h"
#include "models/text/importsentences.h"

#include <QFile>
#include <QFileInfo>

namespace otpscope::window {

void ImportReader::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        //: %2 is what the system says
        Q_EMIT failed(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        return;
    }
    // One byte more than is imported, so that what is too large is known to be.
    read(file.read(models::importBytes + 1), QFileInfo(path).fileName());
}

void ImportReader::readText(const QByteArray &text)
{
    read(text, {});
}

void ImportReader::read(const QByteArray &bytes, const QString &source)
{
    auto import = models::importRequests(bytes);
    if (import) {
        Q_EMIT found(std::make_shared<const models::Import>(std::move(import).value()), source);
        return;
    }
    const QString sentence = models::sentenceFor(import.error());
    Q_EMIT failed(source.isEmpty() ? sentence : QStringLiteral("%1: %2").arg(source, sentence));
}

} // namespace otpscope::window
