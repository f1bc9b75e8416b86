// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/catalogue/catalogue.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;

class CatalogueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theNineTemplateTypesNeedWhatTheDocumentSays();
    void statusesMeanWhatTheDocumentSays();
};

void CatalogueTest::theNineTemplateTypesNeedWhatTheDocumentSays()
{
    // API document 4.1: each field, and the types that need it.
    const std::vector<std::pair<QString, QString>> needs{
        {QStringLiteral("businessName"),
         QStringLiteral("with_business_name with_reason with_business_and_validity_hours")},
        {QStringLiteral("validityTime"),
         QStringLiteral("with_validity with_type_and_validity with_business_and_validity_hours")},
        {QStringLiteral("pinType"), QStringLiteral("with_type with_type_and_validity")},
        {QStringLiteral("actionName"), QStringLiteral("with_action")},
        {QStringLiteral("codeReason"), QStringLiteral("with_reason")},
    };
    const Catalogue catalogue = platform::builtInCatalogue();
    QCOMPARE(static_cast<int>(catalogue.templateTypes().size()), 9);
    for (const auto &[field, types] : needs) {
        QStringList found;
        for (const TemplateType &type : catalogue.templateTypes()) {
            if (type.parameters.contains(field))
                found.append(type.name);
        }
        QCOMPARE(found.join(QLatin1Char(' ')), types);
    }
    for (const TemplateType &type : catalogue.templateTypes())
        QCOMPARE(type.parameters.first(), QStringLiteral("pin"));
}

void CatalogueTest::statusesMeanWhatTheDocumentSays()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    QStringList found;
    for (const ChannelRules &channel : catalogue.channels()) {
        for (const StatusRule &status : channel.statuses) {
            found.append(QStringLiteral("%1 %2 %3%4%5%6")
                             .arg(channel.name, status.name)
                             .arg(status.rank)
                             .arg(status.isFinal ? QStringLiteral(" final") : QString(),
                                  status.triggersFailover ? QStringLiteral(" trigger") : QString(),
                                  status.stopsFlow ? QStringLiteral(" stops") : QString()));
        }
    }
    const QStringList expected{
        QStringLiteral("viber QUEUED 0"),
        QStringLiteral("viber DELIVERED 2"),
        QStringLiteral("viber SEEN 4 final stops"),
        QStringLiteral("viber EXPIRED 3 final trigger"),
        QStringLiteral("viber FAILED 3 final trigger"),
        QStringLiteral("viber UNDELIVERED 3 final trigger"),
        QStringLiteral("viber UNSENT 3 final trigger"),
        QStringLiteral("sms Queued 0"),
        QStringLiteral("sms Sent 1"),
        QStringLiteral("sms Delivered 3 final"),
        QStringLiteral("sms Undelivered 3 final trigger"),
        QStringLiteral("sms Failed 3 final trigger"),
        QStringLiteral("sms Unsent 3 final trigger"),
    };
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
