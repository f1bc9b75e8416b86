// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/messagepreview.h"

#include "models/flow/hiddencharacters.h"
#include "models/flow/smstext.h"
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
               : QCoreApplication::translate("Catalogue",
                                             language->englishName.toUtf8().constData());
}

struct SmsTexts
{
    Q_DECLARE_TR_FUNCTIONS(otpscope::ui::SmsTexts)
};

QString countText(const models::SmsCount &count)
{
    const QString parts = SmsTexts::tr("%n part(s)", nullptr, count.parts);
    const QString length = SmsTexts::tr("%1 used, %2 left").arg(count.units).arg(count.left);
    if (!count.forcedBy) {
        //: The alphabet, then the length, then the number of parts of an SMS
        return SmsTexts::tr("GSM 03.38 · %1 · %2").arg(length, parts);
    }
    //: %1 the length, %2 the parts, %3 a character, %4 its position
    return SmsTexts::tr("Unicode · %1 · %2. \"%3\" (character %4) forces it.")
        .arg(length, parts, models::withHiddenShown(count.forcedBy->character),
             QString::number(count.forcedBy->position));
}

/// What `transcode` does to the text, or would do; empty for nothing.
QString transcodingText(const QString &body, bool isOn)
{
    const models::TranscodedText transcoded = models::transcodedSms(body);
    if (transcoded.changes.empty())
        return {};
    constexpr size_t mostShown = 8;
    QStringList changes;
    for (const models::Transcoding &change : transcoded.changes) {
        if (size_t(changes.size()) == mostShown) {
            changes.append(QStringLiteral("…"));
            break;
        }
        changes.append(
            QStringLiteral("%1 → %2").arg(models::withHiddenShown(change.from), change.to));
    }
    const QString list = changes.join(QLatin1String(", "));
    const QString result = countText(models::countSms(transcoded.text));
    //: %1 a list such as "α → A, ß → ss", %2 how long the text is then
    return isOn ? SmsTexts::tr("Transcoding should change %1. Then: %2").arg(list, result)
                : SmsTexts::tr("Transcoding would change %1. Then: %2").arg(list, result);
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
        const QString name = textOf(step, QStringLiteral("templateType"));
        if (name.isEmpty()) {
            show({}, tr("This template is not among the known ones, so its text and the fields it "
                        "needs are not known. All parameters stay visible."));
            return;
        }
        show({}, tr("\"%1\" is not among the known template types, so its text and the fields it "
                    "needs are not known. All parameters stay visible.")
                     .arg(name));
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
    const QString from = models::withHiddenShown(textOf(step, QStringLiteral("from")));
    const QString body = textOf(step, QStringLiteral("message.body"));
    QStringList caption{from.isEmpty() ? tr("SMS · from the service's own sender")
                                       : tr("SMS · from %1").arg(from)};
    if (!body.isEmpty()) {
        const Json *transcode = fieldIn(step, QStringLiteral("message.transcode"));
        caption.append(countText(models::countSms(body)));
        caption.append(transcodingText(body, transcode && *transcode == Json(true)));
    }
    caption.removeAll(QString());
    show(body, caption.join(QLatin1Char('\n')));
}

void MessagePreview::show(const QString &text, const QString &caption)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_caption->setText(caption);
}

} // namespace otpscope::ui
