// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/messagepreview.h"

#include "ui/editor/fieldvalue.h"
#include "ui/editor/stepfields.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

using models::Json;

namespace {

QString textOf(const Json &step, const QString &field)
{
    const Json *value = fieldIn(step, field);
    return value ? fieldText(*value) : QString();
}

QString languageName(const models::Catalogue &catalogue, const QString &code)
{
    const auto &languages = catalogue.languages();
    const auto language = std::ranges::find(languages, code, &models::Language::code);
    return language == languages.end()
               ? code
               : QCoreApplication::translate("Catalogue", language->englishName.toUtf8().constData());
}

} // namespace

MessagePreview::MessagePreview(models::Channel channel, const models::Catalogue &catalogue,
                               QWidget *parent)
    : QFrame(parent)
    , m_channel(channel)
    , m_catalogue(catalogue)
    , m_text(new QLabel(this))
    , m_caption(new QLabel(this))
{
    setProperty("look", QStringLiteral("preview"));
    auto *title = new QLabel(tr("What the person sees"), this);
    for (QLabel *label : {title, m_caption}) {
        label->setFont(smallFont(font()));
        label->setProperty("look", QStringLiteral("muted"));
    }
    m_text->setProperty("look", channel == models::Channel::Sms ? QStringLiteral("bubble-sms")
                                                                : QStringLiteral("bubble-viber"));
    for (QLabel *label : {m_text, m_caption}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_text->setAccessibleDescription(title->text());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addWidget(m_caption);
}

QString MessagePreview::text() const
{
    return m_text->text();
}

void MessagePreview::setStep(const Json &step)
{
    switch (m_channel) {
    case models::Channel::Viber:
        showTemplate(step);
        return;
    case models::Channel::Sms:
        showSms(step);
        return;
    case models::Channel::Unknown:
        return;
    }
}

void MessagePreview::showTemplate(const Json &step)
{
    const models::TemplateType *type = templateTypeOf(m_catalogue, step);
    if (!type) {
        show({}, tr("\"%1\" is not among the known template types, so its text and the fields it "
                    "needs are not known. All parameters stay visible.")
                     .arg(textOf(step, QStringLiteral("templateType"))));
        return;
    }
    QStringList caption{tr("Text of the template · English")};
    if (type->textConfidence == models::Confidence::Guess)
        caption.append(tr("The wording is not confirmed."));
    const QString language = textOf(step, QStringLiteral("templateLang"));
    if (!language.isEmpty() && language != QLatin1String("en"))
        //: %1 is a language
        caption.append(tr("The phone shows it in %1; that text is not published.")
                           .arg(languageName(m_catalogue, language)));
    show(models::renderTemplate(*type, step), caption.join(QLatin1Char('\n')));
}

void MessagePreview::showSms(const Json &step)
{
    const QString from = textOf(step, QStringLiteral("from"));
    show(textOf(step, QStringLiteral("message.body")),
         from.isEmpty() ? tr("SMS · from the service's own sender") : tr("SMS · from %1").arg(from));
}

void MessagePreview::show(const QString &text, const QString &caption)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_caption->setText(caption);
}

} // namespace otpscope::ui
