// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow/flowdocument.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace otpscope::ui {

class FlowHistory;
class JsonEdit;

/// The flow as text. What is typed reaches the history as soon as it is a flow again; until then
/// the page keeps the text and says where it is broken.
class JsonPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonPage)

public:
    /// The history must outlive the page.
    JsonPage(FlowHistory &history, QWidget *parent);

    /// Shows the history's document, in place of a broken text too.
    void showDocument();
    /// As it stands there, whether it is a flow or not.
    [[nodiscard]] QByteArray text() const;
    /// As if the person had typed it.
    void putText(const QByteArray &text);
    /// Why the text is no flow document now; nothing while it is one.
    [[nodiscard]] const std::optional<models::DocumentProblem> &problem() const
    {
        return m_problem;
    }
    /// The sentence for problem(); empty without one.
    [[nodiscard]] QString problemText() const;
    /// Puts the cursor to the place of the problem, or into the text where it has none.
    void goToProblem();

Q_SIGNALS:
    void problemChanged();
    /// The person changed the text, whether it is a flow or not.
    void edited();

private:
    void show(const QByteArray &text);
    void readText();
    void setProblem(const std::optional<models::DocumentProblem> &problem);

    FlowHistory &m_history;
    JsonEdit *m_edit;
    QLabel *m_status;
    std::optional<models::DocumentProblem> m_problem;
    bool m_isShowing = false;
    bool m_hasWindowsLines = false;
};

} // namespace otpscope::ui
