// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace otpscope::ui {

class FieldInput;
class FindingLabels;

/// A field of the form: label, control, the line that explains the value, and the problems.
/// The rule and the catalogue must outlive it.
class FieldWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldWidget)

public:
    FieldWidget(const models::FieldRule &rule, const models::Catalogue &catalogue,
                QWidget *parent);

    [[nodiscard]] const models::FieldRule &rule() const { return m_rule; }
    /// Where the keyboard focus goes.
    [[nodiscard]] QWidget *control() const;
    [[nodiscard]] std::optional<models::Json> value() const;

    /// nullptr: the field is left out.
    void setValue(const models::Json *value);
    void setRequired(bool isRequired);
    void setFindings(const std::vector<models::Finding> &findings);

Q_SIGNALS:
    void edited();

private:
    void setHint(const QString &hint);
    void describe();

    const models::FieldRule &m_rule;
    const models::Catalogue &m_catalogue;
    QLabel *m_label;
    FieldInput *m_input;
    QLabel *m_hint;
    FindingLabels *m_problems;
    bool m_isRequired = false;
};

} // namespace otpscope::ui
