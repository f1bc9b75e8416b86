// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldinput.h"

#include "ui/editor/fieldvalue.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace otpscope::ui {

using models::FieldRule;
using models::FieldType;
using models::Json;

namespace {

/// What the document has in a field, as far as it decides what a typed text means.
struct Present
{
    bool isThere = false;
    bool isList = false;
};

Present presenceOf(const Json *value)
{
    return {.isThere = value != nullptr, .isList = value && value->is_array()};
}

// Emptying an optional field takes it out of the body. A required one stays as an empty text, so
// that it keeps its place among the keys while somebody retypes it.
std::optional<Json> valueOf(const QString &text, const FieldRule &rule, const Present &present)
{
    if (!text.isEmpty())
        return fieldValue(text, rule, present.isList);
    const bool isKept = present.isThere && rule.requirement == models::Requirement::Required;
    return isKept ? std::optional(Json("")) : std::nullopt;
}

std::optional<Json> copyOf(const Json *value)
{
    return value ? std::optional(*value) : std::nullopt;
}

struct InputTexts
{
    Q_DECLARE_TR_FUNCTIONS(otpscope::ui::InputTexts)
};

QString exampleText(const FieldRule &rule)
{
    //: Stands in an empty field; %1 is an example of what could be there
    return rule.example.isEmpty() ? QString() : InputTexts::tr("e.g. %1").arg(rule.example);
}

class LineInput final : public FieldInput
{
    Q_OBJECT

public:
    LineInput(const FieldRule &rule, QWidget *parent)
        : FieldInput(parent)
        , m_rule(rule)
        , m_line(new QLineEdit(parent))
    {
        m_line->setPlaceholderText(exampleText(rule));
        shareHistory(m_line);
        // textChanged, not textEdited: assistive tools set the text as a whole.
        connect(m_line, &QLineEdit::textChanged, this, &FieldInput::edited);
    }

    QWidget *widget() override { return m_line; }

    std::optional<Json> value() const override
    {
        return valueOf(m_line->text(), m_rule, m_present);
    }

private:
    void show(const Json *value) override
    {
        m_present = presenceOf(value);
        if (this->value() == copyOf(value))
            return;
        m_line->setText(value ? fieldText(*value) : QString());
        m_line->setCursorPosition(0);
    }

    const FieldRule &m_rule;
    QLineEdit *m_line;
    Present m_present;
};

class BodyInput final : public FieldInput
{
    Q_OBJECT

public:
    BodyInput(const FieldRule &rule, QWidget *parent)
        : FieldInput(parent)
        , m_rule(rule)
        , m_text(new QPlainTextEdit(parent))
    {
        m_text->setTabChangesFocus(true);
        m_text->setPlaceholderText(exampleText(rule));
        shareHistory(m_text);
        constexpr int lines = 3;
        m_text->setFixedHeight(QFontMetrics(m_text->font()).lineSpacing() * lines
                               + 2 * spacing::medium);
        connect(m_text, &QPlainTextEdit::textChanged, this, &FieldInput::edited);
    }

    QWidget *widget() override { return m_text; }

    std::optional<Json> value() const override
    {
        return valueOf(m_text->toPlainText(), m_rule, m_present);
    }

private:
    void show(const Json *value) override
    {
        m_present = presenceOf(value);
        if (this->value() != copyOf(value))
            m_text->setPlainText(value ? fieldText(*value) : QString());
    }

    const FieldRule &m_rule;
    QPlainTextEdit *m_text;
    Present m_present;
};

/// Draws its arrow itself: a style sheet that flattens the button takes the style's arrow away.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QComboBox::paintEvent(event);
        constexpr int fromTheRight = 13;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.5, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.translate(width() - fromTheRight, height() / 2.0);
        painter.drawPolyline(QPolygonF{{-4, -2}, {0, 2}, {4, -2}});
    }
};

class ChoiceInput final : public FieldInput
{
    Q_OBJECT

public:
    ChoiceInput(const FieldRule &rule, std::vector<Choice> choices, bool isEditable,
                QWidget *parent)
        : FieldInput(parent)
        , m_rule(rule)
        , m_choices(std::move(choices))
        , m_box(new ChoiceBox(parent))
    {
        for (const Choice &choice : m_choices)
            m_box->addItem(choice.text);
        m_box->setEditable(isEditable);
        if (isEditable) {
            m_box->setInsertPolicy(QComboBox::NoInsert);
            // A choice that completes itself while somebody types would choose types by accident.
            m_box->setCompleter(nullptr);
            shareHistory(m_box->lineEdit());
        }
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(8);
        m_box->setMaxVisibleItems(16);
        // Turning the wheel over the form scrolls the form; it must not change a request.
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->installEventFilter(this);
        connect(m_box, &QComboBox::currentTextChanged, this, &FieldInput::edited);
    }

    QWidget *widget() override { return m_box; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel) {
            event->ignore();
            return true;
        }
        return FieldInput::eventFilter(watched, event);
    }

    std::optional<Json> value() const override
    {
        const QString text = m_box->currentText();
        const auto choice = std::ranges::find(m_choices, text, &Choice::text);
        return choice != m_choices.end() ? choice->value : valueOf(text, m_rule, {});
    }

private:
    void show(const Json *value) override
    {
        const auto wanted = copyOf(value);
        if (this->value() == wanted)
            return;
        auto choice = std::ranges::find(m_choices, wanted, &Choice::value);
        if (choice == m_choices.end() && !m_box->isEditable()) {
            m_choices.push_back({fieldText(*value), wanted});
            m_box->addItem(m_choices.back().text);
            choice = m_choices.end() - 1;
        }
        if (choice == m_choices.end())
            m_box->setEditText(fieldText(*value));
        else
            m_box->setCurrentIndex(int(choice - m_choices.begin()));
        if (m_box->isEditable() && choice != m_choices.end())
            m_box->setEditText(choice->text);
    }

    const FieldRule &m_rule;
    std::vector<Choice> m_choices;
    QComboBox *m_box;
};

FieldInput::Choice leftOut()
{
    //: A choice in a list of values: the field does not appear in the request
    return {InputTexts::tr("(left out)"), std::nullopt};
}

FieldInput::Choice textChoice(const QString &text, const QString &value)
{
    return {text, Json(models::toUtf8String(value))};
}

std::vector<FieldInput::Choice> booleanChoices()
{
    return {leftOut(),
            {QStringLiteral("true"), Json(true)},
            {QStringLiteral("false"), Json(false)}};
}

std::vector<FieldInput::Choice> choicesFor(const FieldRule &rule,
                                           const models::Catalogue &catalogue)
{
    std::vector<FieldInput::Choice> choices{leftOut()};
    if (rule.name == QLatin1String("templateType")) {
        for (const models::TemplateType &type : catalogue.templateTypes())
            choices.push_back(textChoice(type.name, type.name));
    } else if (rule.name == QLatin1String("templateLang")) {
        for (const models::Language &language : catalogue.languages())
            choices.push_back(textChoice(
                QStringLiteral("%1 (%2)").arg(
                    QCoreApplication::translate("Catalogue",
                                                language.englishName.toUtf8().constData()),
                    language.code),
                language.code));
    } else if (rule.name == QLatin1String("otpType")) {
        for (const QString &type : catalogue.otpTypes())
            choices.push_back(textChoice(type, type));
    }
    return choices;
}

} // namespace

void FieldInput::shareHistory(QWidget *widget)
{
    widget->installEventFilter(this);
}

bool FieldInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *keys = static_cast<QKeyEvent *>(event);
    const bool isHistory = keys->matches(QKeySequence::Undo) || keys->matches(QKeySequence::Redo);
    if (isHistory)
        event->ignore();
    return isHistory;
}

void FieldInput::setValue(const Json *value)
{
    const QSignalBlocker blocker(this);
    show(value);
}

FieldInput *makeInput(const FieldRule &rule, const models::Catalogue &catalogue, QWidget *parent)
{
    if (rule.type == FieldType::Boolean)
        return new ChoiceInput(rule, booleanChoices(), false, parent);
    auto choices = choicesFor(rule, catalogue);
    if (choices.size() > 1)
        return new ChoiceInput(rule, std::move(choices), true, parent);
    if (rule.name == QLatin1String("message.body"))
        return new BodyInput(rule, parent);
    return new LineInput(rule, parent);
}

} // namespace otpscope::ui

#include "fieldinput.moc"
