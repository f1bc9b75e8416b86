// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost between form and text, on generated flows. OTPSCOPE_SHARD and OTPSCOPE_FLOWS
// choose which ones: ten thousand are split over several programs, each of which stays short.
#include "models/core/jsonspans.h"
#include "models/flow/flowdocument.h"

#include <QRegularExpression>
#include <QtTest>

#include <random>

using namespace otpscope::models;

namespace {

class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_random(seed)
    {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }

    template <std::size_t N>
    QByteArray oneOf(const char *const (&texts)[N])
    {
        return texts[static_cast<std::size_t>(below(static_cast<int>(N)))];
    }

    /// What a person may put between two tokens.
    QByteArray blank()
    {
        return m_isSpacious ? oneOf({"", " ", "\n", "\r\n", "\t", "  "}) : QByteArray();
    }

    QByteArray scalar()
    {
        return oneOf({"1", "300", "1.10", "1E2", "-0", "9007199254740993", "18446744073709551616",
                      "true", "false", "null", R"("+306971234567")", R"("\u0041\/")", R"("")",
                      R"("\ud83d\ude00")", "\"\xCE\xB1\"", "\"a\\\"]},b\"", R"(" ")"});
    }

    QByteArray value(int depth)
    {
        if (depth == 0 || chance(70))
            return scalar();
        QByteArrayList parts;
        const bool isObject = chance(50);
        for (int i = below(3); i > 0; --i)
            parts += blank() + (isObject ? key() + blank() + ':' + blank() : QByteArray()) +
                     value(depth - 1) + blank();
        return isObject ? '{' + parts.join(',') + '}' : '[' + parts.join(',') + ']';
    }

    QByteArray key()
    {
        return oneOf({R"("type")", R"("to")", R"("order")", R"("ttl")", R"("pin")", R"("label")",
                      R"("message")", R"("x")", R"("t\u0074l")", R"("a/b")", R"("c~d")"});
    }

    /// Any text that is a flow: unknown and equal keys, odd spellings, any layout.
    QByteArray flowText()
    {
        m_isSpacious = chance(60);
        QByteArrayList steps;
        for (int i = below(4); i > 0; --i) {
            QByteArrayList members;
            for (int j = below(5); j > 0; --j)
                members += blank() + key() + blank() + ':' + blank() + value(2) + blank();
            steps += blank() + '{' + members.join(',') + '}' + blank();
        }
        QByteArrayList members;
        if (chance(30))
            members += R"("x":)" + value(2);
        members += blank() + R"("flow")" + blank() + ":[" + steps.join(',') + ']' + blank();
        if (chance(40))
            members += R"("callback": {"url":"http://a"})";
        return (chance(10) ? "\xEF\xBB\xBF" : "") + blank() + '{' + members.join(',') + '}' +
               blank();
    }

private:
    std::mt19937 m_random;
    bool m_isSpacious = false;
};

FlowDocument documentOf(const QByteArray &text)
{
    const auto document = FlowDocument::fromText(text);
    if (!document)
        qFatal("No flow: %s", text.constData());
    return document.value();
}

/// The second implementation: the same edit on the values alone, one level after the other.
bool setByValues(Json &json, const std::vector<std::string> &path, const Json &value)
{
    Json *at = &json;
    for (const std::string &token : path) {
        if (at->is_array()) {
            bool isNumber = false;
            const auto index = static_cast<std::size_t>(
                QByteArray::fromStdString(token).toUInt(&isNumber));
            if (!isNumber || index > at->size())
                return false;
            if (index == at->size())
                at->push_back(Json::object());
            at = &(*at)[index];
        } else if (at->is_object()) {
            if (!at->contains(token))
                (*at)[token] = Json::object();
            at = &(*at)[token];
        } else {
            return false;
        }
    }
    *at = value;
    return true;
}

/// Order of keys aside: where a new one goes is tst_flowdocument's business.
nlohmann::json sorted(const Json &json)
{
    return nlohmann::json::parse(json.dump());
}

} // namespace

class FlowRoundTripTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void textThroughTheFormLosesNothing();
    void formThroughTheTextLosesNothing();
};

// JSON -> form -> JSON
void FlowRoundTripTest::textThroughTheFormLosesNothing()
{
    for (int i = 0; i < OTPSCOPE_FLOWS; ++i) {
        Generator generator(static_cast<unsigned>(OTPSCOPE_SHARD * OTPSCOPE_FLOWS + i));
        const QByteArray text = generator.flowText();
        FlowDocument document = documentOf(text);
        QCOMPARE(document.text(), text);

        const JsonSpans spans(text);
        const int node = generator.below(spans.count());
        const JsonSpan span = spans.node(node).value;
        const QString pointer = pointerOf(spans.pathTo(node));
        const bool isLastOfItsKey = spans.find(spans.pathTo(node)) == node;
        if (pointer.isEmpty() || pointer == QLatin1String("/flow") || !isLastOfItsKey)
            continue;
        const QByteArray spelling = document.valueText(pointer);
        QCOMPARE(spelling, spans.valueText(node).toByteArray());

        // Written back as it is read: no edit.
        QVERIFY(document.set(pointer, parseJson(spelling).value()));
        QCOMPARE(document.text(), text);

        // Another value changes its own bytes alone, and its old spelling brings the text back.
        QVERIFY(document.set(pointer, "another"));
        QCOMPARE(document.text(), text.left(span.begin) + "\"another\"" + text.mid(span.end));
        QVERIFY(document.setValueText(pointer, spelling));
        QCOMPARE(document.text(), text);
    }
}

// form -> JSON -> form
void FlowRoundTripTest::formThroughTheTextLosesNothing()
{
    const char *const fields[] = {"/type", "/to", "/ttl", "/pin", "/message/body", "/x"};
    const char *const values[] = {R"("Sms")",          R"(["+30","31"])",  "300",
                                  R"("1234")",         R"("T \" \u20ac")", "[]",
                                  R"({"a":{"b":1.5}})"};
    for (int i = 0; i < OTPSCOPE_FLOWS; ++i) {
        Generator generator(static_cast<unsigned>(OTPSCOPE_SHARD * OTPSCOPE_FLOWS + i) + 1000000);
        FlowDocument document = documentOf(generator.flowText());
        Json expected = document.json();
        const QString pointer = QStringLiteral("/flow/%1").arg(generator.below(3)) +
                                QString::fromLatin1(generator.oneOf(fields));
        const Json value = parseJson(generator.oneOf(values)).value();
        const bool isSet = document.set(pointer, value);
        Json edited = expected;
        const bool canBeSet = setByValues(edited, pathOf(pointer).value(), value);
        QVERIFY2(isSet == canBeSet, qPrintable(pointer + QString::fromUtf8(document.text())));
        if (isSet)
            expected = edited;
        QVERIFY2(sorted(document.json()) == sorted(expected), document.text().constData());

        const FlowDocument again = documentOf(document.text());
        QVERIFY(again.json() == document.json());
        QVERIFY(again.flow() == document.flow());
    }
}

QTEST_GUILESS_MAIN(FlowRoundTripTest)
#include "tst_flowroundtrip.moc"
