// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleoutput.h"

#include <utility>

namespace otpscope::cli {

namespace {

QString cannotWrite(const QSaveFile &file)
{
    return QStringLiteral("%1 cannot be written: %2.").arg(file.fileName(), file.errorString());
}

} // namespace

void BundleOutput::declareOptions(OptionSet &options)
{
    options.add("--bundle", m_path,
                "Writes flow, expectations and everything that was seen to this file, masked; "
                "replay and the window read it");
    options.addFlag("--with-secrets", m_hasSecrets, "Leaves pins and whole numbers in the bundle");
}

QString BundleOutput::open()
{
    if (m_path.empty())
        return m_hasSecrets ? QStringLiteral("--with-secrets is for --bundle: leave it out, or "
                                             "name a bundle.")
                            : QString();
    m_file = std::make_unique<QSaveFile>(QString::fromStdString(m_path));
    return m_file->open(QIODevice::WriteOnly) ? QString() : cannotWrite(*m_file);
}

QString BundleOutput::write(models::Bundle bundle)
{
    const QByteArray bytes =
        models::writeBundle(m_hasSecrets ? std::move(bundle) : models::masked(std::move(bundle)));
    const bool isWritten = m_file->write(bytes) == bytes.size() && m_file->commit();
    return isWritten ? QString() : cannotWrite(*m_file);
}

} // namespace otpscope::cli
