// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editorstyle.h"

#include <QStyle>
#include <QTextDocument>
#include <QVariant>
#include <QWidget>

namespace otpscope::ui {

QString editorStyleSheet(const Colours &colours)
{
    QString sheet = QStringLiteral(R"(
QLabel[severity="error"] { color: @error; }
QLabel[severity="warning"] { color: @warning; }
QLabel[severity="info"] { color: @running; }
QToolButton[severity="error"] { color: @error; font-weight: bold; }
QToolButton[severity="warning"] { color: @warning; font-weight: bold; }
QToolButton[severity="info"] { color: @running; }
QToolButton[severity="none"] { color: @success; }
QLabel[channel="viber"] { color: @viber; }
QLabel[channel="sms"] { color: @sms; }
QLineEdit[severity="error"], QPlainTextEdit[severity="error"], QComboBox[severity="error"]
    { border: 1px solid @error; }
QLineEdit[severity="warning"], QPlainTextEdit[severity="warning"], QComboBox[severity="warning"]
    { border: 1px solid @warning; }
QLineEdit { min-height: 20px; padding: 4px 6px; }
QComboBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="repair"] { border: 1px solid @border; border-radius: 5px; padding: 2px 8px; }
QToolButton[look="inline"] { border: none; padding: 0; margin: 0; color: @running; }
QToolButton[look="inline"]:hover, QToolButton[look="inline"]:focus { text-decoration: underline; }
QToolButton[look="repair"]:hover, QToolButton[look="repair"]:focus { border-color: @running; }
QCheckBox[severity="warning"] { color: @warning; font-weight: bold; }
QFrame[look="preview"] { background: @window; border: 1px solid @border; border-radius: 8px; }
QLabel[look="bubble-viber"] { background: @viberSoft; border-radius: 10px; padding: 8px 10px; }
QLabel[look="bubble-sms"] { background: @smsSoft; border-radius: 10px; padding: 8px 10px; }
)");
    const QList<std::pair<QString, QColor>> names{
        {QStringLiteral("@error"), colours.error},
        {QStringLiteral("@warning"), colours.warning},
        {QStringLiteral("@running"), colours.running},
        {QStringLiteral("@success"), colours.success},
        {QStringLiteral("@window"), colours.window},
        {QStringLiteral("@border"), colours.border},
        {QStringLiteral("@viberSoft"), colours.soft(Tone::Viber)},
        {QStringLiteral("@viber"), colours.viber},
        {QStringLiteral("@smsSoft"), colours.soft(Tone::Sms)},
        {QStringLiteral("@sms"), colours.sms},
    };
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

void setLook(QWidget &widget, const char *property, const QString &value)
{
    if (widget.property(property).toString() == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

QString wrappedToolTip(const QString &text)
{
    return Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

} // namespace otpscope::ui
