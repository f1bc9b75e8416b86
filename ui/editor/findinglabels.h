// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QList>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace otpscope::ui {

class FlowHistory;

/// The word that goes with a severity, so that colour is never alone: "Error", "Warning", "Hint".
[[nodiscard]] QString severityName(models::Severity severity);
/// The sentence without the step it is about, for places that name the step themselves.
[[nodiscard]] QString sentenceInPlace(const models::Finding &finding);
/// For style sheets and tests: "error", "warning", "info"; "none" for no findings. The worst of
/// them counts.
[[nodiscard]] QString worstSeverity(const std::vector<models::Finding> &findings);

/// The sentences of some findings below each other, each with a button where it can be repaired;
/// takes no room without any.
class FindingLabels final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingLabels)

public:
    /// The history must outlive it; repairs go there.
    FindingLabels(FlowHistory &history, QWidget *parent);

    /// Also where they are the same: what repairs them depends on the value they are about.
    void setFindings(const std::vector<models::Finding> &findings);
    [[nodiscard]] const std::vector<models::Finding> &findings() const { return m_findings; }
    /// All sentences, for screen readers.
    [[nodiscard]] QString text() const;

    /// The repair buttons on show, in reading order.
    [[nodiscard]] QList<QWidget *> buttons() const;
    /// Names for tests: "<base>.repair0", ...
    void setButtonNames(const QString &base);

private:
    struct Row
    {
        QLabel *label = nullptr;
        QToolButton *repair = nullptr;
    };

    [[nodiscard]] Row makeRow();
    static void showSentence(const Row &row, const models::Finding &finding);
    void showRepair(const Row &row, const models::Finding &finding) const;

    FlowHistory &m_history;
    std::vector<models::Finding> m_findings;
    std::vector<Row> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace otpscope::ui
