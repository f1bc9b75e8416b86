// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldlabels.h"

#include <QCoreApplication>
#include <QHash>

namespace otpscope::ui {

namespace {

struct FieldTexts
{
    Q_DECLARE_TR_FUNCTIONS(otpscope::ui::FieldTexts)
};

const QHash<QString, const char *> &labels()
{
    static const QHash<QString, const char *> texts{
        {QStringLiteral("to"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Recipient")},
        {QStringLiteral("order"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Order")},
        {QStringLiteral("ttl"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Time to live")},
        {QStringLiteral("label"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Label")},
        {QStringLiteral("senderInfoTrackingId"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Sender")},
        {QStringLiteral("templateId"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Template id")},
        {QStringLiteral("pin"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Pin")},
        {QStringLiteral("templateType"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Template type")},
        {QStringLiteral("businessName"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Business name")},
        {QStringLiteral("validityTime"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Validity time")},
        {QStringLiteral("pinType"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Pin type")},
        {QStringLiteral("actionName"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Action")},
        {QStringLiteral("codeReason"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Reason for the code")},
        {QStringLiteral("failoverOnDelivered"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Failover on delivered")},
        {QStringLiteral("templateLang"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Language")},
        {QStringLiteral("otpType"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Devices")},
        {QStringLiteral("seq"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Sequence number")},
        {QStringLiteral("from"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Sender")},
        {QStringLiteral("message.body"), QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Text")},
        {QStringLiteral("message.flash"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Flash message")},
        {QStringLiteral("message.transcode"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Transcode to GSM")},
        {QStringLiteral("message.label"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Message label")},
        {QStringLiteral("callback.url"),
         QT_TRANSLATE_NOOP("otpscope::ui::FieldTexts", "Callback address")},
    };
    return texts;
}

} // namespace

QString fieldLabel(const QString &field)
{
    const char *text = labels().value(field);
    return text ? FieldTexts::tr(text) : field;
}

QString fieldHelp(const models::FieldRule &rule)
{
    QStringList lines{
        QCoreApplication::translate("Catalogue", rule.description.toUtf8().constData())};
    if (rule.unit == QLatin1String("s"))
        lines.append(FieldTexts::tr("In seconds; \"5 min\" is understood too."));
    if (!rule.example.isEmpty())
        lines.append(FieldTexts::tr("Example: %1").arg(rule.example));
    if (rule.type == models::FieldType::Text)
        lines.append(FieldTexts::tr("{{pin}} and other variables are put in when it is sent."));
    lines.append(FieldTexts::tr("In the body: %1").arg(rule.name));
    return lines.join(QLatin1Char('\n'));
}

} // namespace otpscope::ui
