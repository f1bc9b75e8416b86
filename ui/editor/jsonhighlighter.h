// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

namespace otpscope::ui {

/// Colours keys, texts, numbers and words of JSON, line by line, valid or not.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonHighlighter)

public:
    JsonHighlighter(QTextDocument *document, const Colours &colours);

    /// Colours everything anew.
    void setColours(const Colours &colours);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Colours *m_colours;
};

} // namespace otpscope::ui
