// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace otpscope::ui {

/// The word that goes with a severity, so that colour is never alone: "Error", "Warning", "Hint".
[[nodiscard]] QString severityName(models::Severity severity);
/// The sentence without the step it is about, for places that name the step themselves.
[[nodiscard]] QString sentenceInPlace(const models::Finding &finding);
/// For style sheets and tests: "error", "warning", "info"; "none" for no findings. The worst of
/// them counts.
[[nodiscard]] QString worstSeverity(const std::vector<models::Finding> &findings);

/// The sentences of some findings below each other; takes no room without any.
class FindingLabels final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingLabels)

public:
    explicit FindingLabels(QWidget *parent);

    void setFindings(const std::vector<models::Finding> &findings);
    [[nodiscard]] const std::vector<models::Finding> &findings() const { return m_findings; }
    /// All sentences, for screen readers.
    [[nodiscard]] QString text() const;

private:
    void show(QLabel &label, const models::Finding &finding);

    std::vector<models::Finding> m_findings;
    std::vector<QLabel *> m_labels;
    QVBoxLayout *m_layout;
};

} // namespace otpscope::ui
