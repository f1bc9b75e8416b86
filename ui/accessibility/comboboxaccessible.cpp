// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/comboboxaccessible.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace otpscope::ui {

namespace {

class ComboBoxAccessible final : public QAccessibleWidget
{
    Q_DISABLE_COPY_MOVE(ComboBoxAccessible)

public:
    explicit ComboBoxAccessible(QComboBox *comboBox)
        : QAccessibleWidget(comboBox, QAccessible::ComboBox)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        return comboBox()->isEditable() ? comboBox()->lineEdit()->text()
                                        : comboBox()->currentText();
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = isExpanded();
        state.editable = comboBox()->isEditable();
        return state;
    }

    // The list, and the line where one can type.
    [[nodiscard]] int childCount() const override { return comboBox()->isEditable() ? 2 : 1; }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(comboBox()->view());
        if (index == 1 && comboBox()->isEditable())
            return QAccessible::queryAccessibleInterface(comboBox()->lineEdit());
        return nullptr;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child->object() == comboBox()->view())
            return 0;
        return comboBox()->isEditable() && child->object() == comboBox()->lineEdit() ? 1 : -1;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {showMenuAction(), pressAction()};
    }

    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (isExpanded())
            comboBox()->hidePopup();
        else
            comboBox()->showPopup();
    }

private:
    [[nodiscard]] QComboBox *comboBox() const { return static_cast<QComboBox *>(object()); }
    [[nodiscard]] bool isExpanded() const { return comboBox()->view()->isVisible(); }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("QComboBox"))
        return nullptr;
    auto *comboBox = qobject_cast<QComboBox *>(object);
    return comboBox ? new ComboBoxAccessible(comboBox) : nullptr;
}

} // namespace

void installComboBoxAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace otpscope::ui
