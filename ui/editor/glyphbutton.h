// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace otpscope::ui {

/// The signs on the small buttons of a card.
enum class Glyph {
    Up,
    Down,
    Duplicate,
    Delete,
    Fold,
    Unfold,
};

/// A small flat button with a drawn sign, so that it looks alike with any font and theme.
/// Its text is its accessible name and tooltip.
class GlyphButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GlyphButton)

public:
    GlyphButton(Glyph glyph, QWidget *parent);

    void setGlyph(Glyph glyph);
    /// What it does, for the tooltip and for screen readers.
    void setMeaning(const QString &meaning);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Glyph m_glyph;
};

} // namespace otpscope::ui
