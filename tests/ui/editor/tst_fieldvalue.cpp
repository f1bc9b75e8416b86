// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldvalue.h"
#include "ui/editor/flowplace.h"

#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using models::FieldType;
using models::Json;

Q_DECLARE_METATYPE(otpscope::models::FieldType)

class FieldValueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void typedTextBecomesTheJsonOfItsField_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("wasList");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        const QString none;
        const QString seconds = QStringLiteral("s");
        const auto row = [](const char *name, FieldType type, const QString &unit, bool wasList,
                            const QString &text, const QByteArray &json) {
            QTest::newRow(name) << type << unit << wasList << text << json;
        };
        row("a text stays as typed", FieldType::Text, none, false, QStringLiteral(" 12 "), "\" 12 \"");
        row("a whole number is a number", FieldType::Integer, none, false, QStringLiteral("-7"), "-7");
        row("no number stays a text", FieldType::Integer, none, false, QStringLiteral("soon"),
            "\"soon\"");
        row("a duration is seconds", FieldType::Integer, seconds, false, QStringLiteral("5 min"),
            "300");
        row("a negative duration stays a number", FieldType::Integer, seconds, false,
            QStringLiteral("-5"), "-5");
        row("one recipient is a text", FieldType::TextOrList, none, false, QStringLiteral("+30 69"),
            "\"+30 69\"");
        row("one recipient of a list stays a list", FieldType::TextOrList, none, true,
            QStringLiteral("+3069"), "[\"+3069\"]");
        row("several recipients are a list", FieldType::TextOrList, none, false,
            QStringLiteral("+3069, +3068"), "[\"+3069\",\"+3068\"]");
    }
    void typedTextBecomesTheJsonOfItsField()
    {
        QFETCH(const FieldType, type);
        QFETCH(const QString, unit);
        QFETCH(const bool, wasList);
        QFETCH(const QString, text);
        QFETCH(const QByteArray, json);
        models::FieldRule rule;
        rule.type = type;
        rule.unit = unit;
        QCOMPARE(models::compactJson(ui::fieldValue(text, rule, wasList)), json);
    }

    void charactersAreCodePoints()
    {
        QCOMPARE(ui::characterCount(QString::fromUtf8("12\xf0\x9f\x98\x80")), 3);
        QCOMPARE(ui::characterCount(QString::fromUtf8("\xce\xb1\xce\xb2")), 2);
    }

    void pointersLeadToFields_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *pointer, int step, const char *field) {
            QTest::newRow(pointer[0] == '\0' ? "the whole document" : pointer)
                << QString::fromLatin1(pointer) << step << QString::fromLatin1(field);
        };
        row("", -1, "");
        row("/flow", -1, "flow");
        row("/flow/0", 0, "");
        row("/flow/1/pin", 1, "pin");
        row("/flow/1/to/3", 1, "to");
        row("/flow/0/message", 0, "message");
        row("/flow/0/message/body", 0, "message.body");
        row("/callback", -1, "callback");
        row("/callback/url", -1, "callback.url");
        row("/flow/0/a~1b~0c", 0, "a/b~c");
    }
    void pointersLeadToFields()
    {
        QFETCH(const QString, pointer);
        QFETCH(const int, step);
        QFETCH(const QString, field);
        const ui::FlowPlace place = ui::placeOf(pointer);
        QCOMPARE(place.step.value_or(-1), step);
        QCOMPARE(place.field, field);
    }
};

QTEST_GUILESS_MAIN(FieldValueTest)
#include "tst_fieldvalue.moc"
