// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace otpscope::window {

/// Reads and understands what is to be imported, off the GUI thread: up to 64 MB take a moment.
class ImportReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportReader)

public:
    ImportReader() = default;

    void readFile(const QString &path);
    void readText(const QByteArray &text);

Q_SIGNALS:
    /// `source` is the name of the file; empty for text.
    void found(const std::shared_ptr<const otpscope::models::Import> &import,
               const QString &source);
    /// With a whole sentence.
    void failed(const QString &problem);

private:
    void read(const QByteArray &bytes, const QString &source);
};

} // namespace otpscope::window
