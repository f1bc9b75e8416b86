// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "ui/editor/flowdraft.h"
#include "ui/editor/stepfields.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using models::Channel;
using models::FlowDocument;
using models::Json;
using ui::FlowDraft;

namespace {

FlowDraft draftOf(const QByteArray &text)
{
    const auto document = FlowDocument::fromText(text);
    Q_ASSERT(document);
    return FlowDraft(document.value());
}

QByteArray stepText(const FlowDraft &draft, int index)
{
    return models::compactJson(draft.step(index));
}

QStringList visibleFields(const models::Catalogue &catalogue, Channel channel,
                          const FlowDraft &draft)
{
    QStringList names;
    for (const ui::StepField &field : ui::stepFields(catalogue, channel, draft.step(0), {})) {
        if (field.isVisible)
            names.append(field.isRequired ? field.rule->name + QLatin1Char('*') : field.rule->name);
    }
    return names;
}

} // namespace

class FlowDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatATypeHidesComesBackWithIt()
    {
        FlowDraft draft = draftOf(R"({"flow":[{"type":"ViberOtp","pin":"1234",
            "templateType":"with_validity","validityTime":"7"}]})");
        draft.chooseTemplateType(0, Json("with_business_name"), m_catalogue);
        QVERIFY(!draft.step(0).contains("validityTime"));
        draft.setField(0, QStringLiteral("businessName"), Json("MyApp"));
        draft.chooseTemplateType(0, Json("with_validity"), m_catalogue);
        QVERIFY(!draft.step(0).contains("businessName"));
        QCOMPARE(draft.step(0).at("validityTime").get<std::string>(), std::string("7"));
        draft.chooseTemplateType(0, Json("with_business_and_validity_hours"), m_catalogue);
        QCOMPARE(draft.step(0).at("validityTime").get<std::string>(), std::string("7"));
        QCOMPARE(draft.step(0).at("businessName").get<std::string>(), std::string("MyApp"));
    }

    void hiddenValuesMoveWithTheirStep()
    {
        FlowDraft draft = draftOf(R"({"flow":[
            {"type":"ViberOtp","templateType":"with_type","pinType":"login"},{"type":"Sms"}]})");
        draft.chooseTemplateType(0, Json("basic"), m_catalogue);
        draft.moveStep(0, 1);
        QCOMPARE(draft.step(0).at("type").get<std::string>(), std::string("Sms"));
        draft.chooseTemplateType(1, Json("with_type"), m_catalogue);
        QCOMPARE(draft.step(1).at("pinType").get<std::string>(), std::string("login"));
    }

    void templateIdFollowsTheType_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("follows");
        QTest::newRow("a missing id is filled in") << QString() << true;
        QTest::newRow("an empty id is filled in") << QStringLiteral("") << true;
        QTest::newRow("another type's id is replaced")
            << QStringLiteral("0aac888f-2ee2-4112-9659-1755a951966a") << true;
        QTest::newRow("an id the person chose stays")
            << QStringLiteral("11111111-2ee2-4112-9659-1755a951966a") << false;
    }
    void templateIdFollowsTheType()
    {
        QFETCH(const QString, before);
        QFETCH(const bool, follows);
        FlowDraft draft = draftOf(R"({"flow":[{"type":"ViberOtp"}]})");
        if (!before.isNull())
            draft.setField(0, QStringLiteral("templateId"), Json(models::toUtf8String(before)));
        draft.chooseTemplateType(0, Json("with_type"), m_catalogue);
        const QString id = models::textMember(draft.step(0), "templateId").value_or(QString());
        QCOMPARE(id == m_catalogue.templateType(QStringLiteral("with_type"))->templateId, follows);
    }

    void anUnknownTypeTouchesNothingElse()
    {
        FlowDraft draft = draftOf(
            R"({"flow":[{"type":"ViberOtp","templateType":"with_type","pinType":"login"}]})");
        draft.chooseTemplateType(0, Json("with_glitter"), m_catalogue);
        const QByteArray expected
            = R"({"type":"ViberOtp","templateType":"with_glitter","pinType":"login"})";
        QCOMPARE(stepText(draft, 0), expected);
    }

    void anEmptiedCallbackLeavesTheBody()
    {
        FlowDraft draft = draftOf(R"({"flow":[]})");
        draft.setCallbackUrl(QStringLiteral("https://a.example/b"));
        const QByteArray with = R"({"flow":[],"callback":{"url":"https://a.example/b"}})";
        QCOMPARE(models::compactJson(draft.document().json()), with);
        draft.setCallbackUrl({});
        const QByteArray without = R"({"flow":[]})";
        QCOMPARE(models::compactJson(draft.document().json()), without);
    }

    void eachTypeShowsExactlyWhatItNeeds_data()
    {
        QTest::addColumn<QString>("type");
        for (const models::TemplateType &type : m_catalogue.templateTypes())
            QTest::addRow("%s", qPrintable(type.name)) << type.name;
    }
    void eachTypeShowsExactlyWhatItNeeds()
    {
        QFETCH(const QString, type);
        FlowDraft draft = draftOf(R"({"flow":[{"type":"ViberOtp"}]})");
        draft.chooseTemplateType(0, Json(models::toUtf8String(type)), m_catalogue);
        QStringList expected{QStringLiteral("to*"), QStringLiteral("ttl*"), QStringLiteral("pin*"),
                             QStringLiteral("templateType")};
        for (const QString &parameter : m_catalogue.templateType(type)->parameters) {
            if (parameter != QLatin1String("pin"))
                expected.append(parameter + QLatin1Char('*'));
        }
        expected += {QStringLiteral("templateId*"), QStringLiteral("senderInfoTrackingId*")};
        QCOMPARE(visibleFields(m_catalogue, Channel::Viber, draft), expected);
    }

    void anSmsShowsItsTextAndFoldsTheRest()
    {
        const FlowDraft draft = draftOf(R"({"flow":[{"type":"Sms","message":{"flash":true}}]})");
        QCOMPARE(visibleFields(m_catalogue, Channel::Sms, draft),
                 (QStringList{QStringLiteral("to*"), QStringLiteral("ttl*"),
                              QStringLiteral("message.body*"), QStringLiteral("message.flash")}));
    }

    void keysTheCatalogueDoesNotKnowAreNamed()
    {
        const FlowDraft draft
            = draftOf(R"({"flow":[{"type":"Sms","sparkle":1,"message":{"body":"","glow":2}}]})");
        QCOMPARE(ui::unknownKeys(m_catalogue, Channel::Sms, draft.step(0)),
                 (QStringList{QStringLiteral("sparkle"), QStringLiteral("message.glow")}));
    }

private:
    const models::Catalogue m_catalogue = platform::builtInCatalogue();
};

QTEST_GUILESS_MAIN(FlowDraftTest)
#include "tst_flowdraft.moc"
