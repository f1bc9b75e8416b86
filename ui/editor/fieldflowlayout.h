// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace otpscope::ui {

/// Places fields in rows of equal columns, as many as fit; a field may be wider than one column.
/// Rows are as high as their highest field, and fields stand at the top of their row. What goes with
/// the fields stands beside them where there is room, under them otherwise.
class FieldFlowLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldFlowLayout)

public:
    explicit FieldFlowLayout(QWidget *parent);
    ~FieldFlowLayout() override;

    /// `columns`: how many columns the field takes where there is room, 1 to 4.
    void addField(QWidget *field, int columns);
    /// Call once.
    void setCompanion(QWidget *companion);
    /// Takes the fields in this order from now on; those not named keep theirs behind them.
    void setOrder(const QList<QWidget *> &fields);

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rectangle) override;

private:
    struct Field
    {
        QLayoutItem *item = nullptr;
        int columns = 1;
    };

    [[nodiscard]] QList<Field> shownFields() const;
    int arrange(const QRect &rectangle, bool apply) const;
    int arrangeFields(const QRect &rectangle, bool apply) const;

    QList<Field> m_fields;
    QLayoutItem *m_companion = nullptr;
};

} // namespace otpscope::ui
