// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "models/bundle/bundle.h"

#include <QSaveFile>
#include <QString>

#include <memory>
#include <string>

namespace otpscope::cli {

/// --bundle of `run`: the run in one file, masked unless --with-secrets asks for all of it.
class BundleOutput final
{
    Q_DISABLE_COPY_MOVE(BundleOutput)

public:
    BundleOutput() = default;

    void declareOptions(OptionSet &options);

    /// Call it before anything is sent. A sentence where the file cannot be written, or where an
    /// option makes no sense.
    [[nodiscard]] QString open();
    [[nodiscard]] bool isWanted() const { return m_file != nullptr; }
    /// A sentence where it fails.
    [[nodiscard]] QString write(models::Bundle bundle);

private:
    std::string m_path;
    bool m_hasSecrets = false;
    std::unique_ptr<QSaveFile> m_file;
};

} // namespace otpscope::cli
