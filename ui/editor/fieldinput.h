// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/json.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace otpscope::ui {

/// The control of one field and the JSON value in it.
class FieldInput : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldInput)

public:
    /// What a person reads in a choice and the value behind it; nothing leaves the field out.
    struct Choice
    {
        QString text;
        std::optional<models::Json> value;
    };

    using QObject::QObject;

    /// The control itself: it has the focus and carries the names. Never nullptr.
    [[nodiscard]] virtual QWidget *widget() = 0;
    /// Shows the value; nullptr is a field left out. Does not touch what the person is typing
    /// where that means the same value. Emits nothing.
    void setValue(const models::Json *value);
    /// What the control means now; nothing where the field is left out.
    [[nodiscard]] virtual std::optional<models::Json> value() const = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The person, or an assistive tool, changed the value.
    void edited();

protected:
    /// Leaves undo and redo keys to the flow's one history. For each widget that takes text.
    void shareHistory(QWidget *widget);

private:
    virtual void show(const models::Json *value) = 0;
};

/// The control that fits the rule: a line, several lines, or a choice. An empty control leaves an
/// optional field out; of a required one it makes an empty text.
[[nodiscard]] FieldInput *makeInput(const models::FieldRule &rule,
                                    const models::Catalogue &catalogue, QWidget *parent);

} // namespace otpscope::ui
