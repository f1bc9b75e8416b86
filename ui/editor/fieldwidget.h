// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace otpscope::ui {

class FieldInput;
class FindingLabels;
class FlowHistory;

/// A field of the form: label, control, the line that explains the value, and the problems.
/// The rule and the history must outlive it.
class FieldWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldWidget)

public:
    FieldWidget(const models::FieldRule &rule, FlowHistory &history, QWidget *parent);

    [[nodiscard]] const models::FieldRule &rule() const { return m_rule; }
    /// Where the keyboard focus goes.
    [[nodiscard]] QWidget *control() const;
    [[nodiscard]] std::optional<models::Json> value() const;

    /// Everything that takes the focus, in reading order.
    [[nodiscard]] QList<QWidget *> focusOrder() const;
    /// Names for tests: the control's, and "<name>.aid" and such for what is beside it.
    void setNames(const QString &name);

    /// nullptr: the field is left out. `resolved`: the same with its variables put in.
    void setValue(const models::Json *value, const models::Json *resolved);
    void setRequired(bool isRequired);
    void setFindings(const std::vector<models::Finding> &findings);

Q_SIGNALS:
    void edited();
    /// The person wants a pin made up.
    void pinWanted();
    /// The person wants to choose a template from a list.
    void templateWanted();

private:
    QWidget *makeHead();
    QToolButton *makeAid(const QString &text, const QString &name, const QString &tip);
    void updateHint();
    void describe();

    const models::FieldRule &m_rule;
    const models::Catalogue &m_catalogue;
    QLabel *m_label;
    /// Finds a value for fields that have such a thing: a pin, a template.
    QToolButton *m_aid = nullptr;
    FieldInput *m_input;
    QLabel *m_hint;
    FindingLabels *m_problems;
    /// What is sent where that is not what stands in the control; always shown.
    QString m_truth;
    /// What the value amounts to; gives way to problems.
    QString m_explanation;
    bool m_isRequired = false;
};

} // namespace otpscope::ui
