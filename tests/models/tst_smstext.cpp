// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/hiddencharacters.h"
#include "models/flow/smstext.h"

#include <QRegularExpression>
#include <QtTest>

#include <random>

using namespace otpscope::models;

namespace {

QString printed(const SmsCount &count)
{
    return QStringLiteral("%1 %2 in %3, %4 left%5")
        .arg(count.alphabet == SmsAlphabet::Gsm ? QStringLiteral("GSM") : QStringLiteral("Unicode"))
        .arg(count.units)
        .arg(count.parts)
        .arg(count.left)
        .arg(count.forcedBy ? QStringLiteral(", %1 at %2")
                                  .arg(count.forcedBy->character)
                                  .arg(count.forcedBy->position)
                            : QString());
}

QString times(const char *text, int count)
{
    return QString::fromUtf8(text).repeated(count);
}

/// Second, simpler reading: the message spelt out unit by unit, and cut behind each full part, one
/// earlier where the cut would divide a pair.
int partsByCutting(const QString &text, bool isGsm)
{
    QString units;
    for (const uint character : text.toUcs4()) {
        const bool isPair =
            isGsm ? QStringLiteral("^{}\\[~]|€\f").contains(QChar(character)) : character > 0xffff;
        units += isPair ? QStringLiteral("<>") : QStringLiteral("x");
    }
    if (units.isEmpty())
        return 0;
    if (units.size() <= (isGsm ? 160 : 70))
        return 1;
    int parts = 0;
    while (!units.isEmpty()) {
        qsizetype length = isGsm ? 153 : 67;
        if (length < units.size() && units[length] == u'>')
            --length;
        units.remove(0, length);
        ++parts;
    }
    return parts;
}

} // namespace

class SmsTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void isCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const char *expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("nothing", {}, "GSM 0 in 0, 0 left");
        row("one letter", times("a", 1), "GSM 1 in 1, 159 left");
        row("160 letters are one part", times("a", 160), "GSM 160 in 1, 0 left");
        row("161 letters are two parts of 153", times("a", 161), "GSM 161 in 2, 145 left");
        row("306 letters fill two parts", times("a", 306), "GSM 306 in 2, 0 left");
        row("307 letters are three parts", times("a", 307), "GSM 307 in 3, 152 left");
        row("the euro sign counts double", times("€", 80), "GSM 160 in 1, 0 left");
        row("one more euro sign makes two parts", times("€", 81), "GSM 162 in 2, 143 left");
        row("no part divides an escaped character", times("a", 152) + times("€", 5),
            "GSM 162 in 2, 143 left");
        row("every extension character counts double", QStringLiteral("^{}\\[~]|€\f"),
            "GSM 20 in 1, 140 left");
        row("Greek capitals without look-alikes are GSM", QStringLiteral("ΔΦΓΛΩΠΨΣΘΞ"),
            "GSM 10 in 1, 150 left");
        row("a Greek small letter forces Unicode", QStringLiteral("PIN: κωδικός 1"),
            "Unicode 14 in 1, 56 left, κ at 6");
        row("a backtick forces Unicode", QStringLiteral("`"), "Unicode 1 in 1, 69 left, ` at 1");
        row("a small c with cedilla forces Unicode", QStringLiteral("aç"),
            "Unicode 2 in 1, 68 left, ç at 2");
        row("70 of Unicode are one part", times("я", 70), "Unicode 70 in 1, 0 left, я at 1");
        row("71 of Unicode are two parts of 67", times("я", 71),
            "Unicode 71 in 2, 63 left, я at 1");
        row("a face takes two units", times("😀", 35), "Unicode 70 in 1, 0 left, 😀 at 1");
        row("no part divides a face", times("😀", 36), "Unicode 72 in 2, 61 left, 😀 at 1");
        row("a position counts characters, not units", QStringLiteral("é€😀я"),
            "Unicode 5 in 1, 65 left, 😀 at 3");
    }
    void isCounted()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(printed(countSms(text)), expected);
    }

    void partsAgreeWithCuttingTheSpeltOutMessage()
    {
        const QStringList gsm{QStringLiteral("a"), QStringLiteral("€"), QStringLiteral("Δ"),
                              QStringLiteral("["), QStringLiteral(" ")};
        const QStringList unicode{QStringLiteral("я"), QStringLiteral("😀"), QStringLiteral("a"),
                                  QStringLiteral("€")};
        std::mt19937 random(7);
        for (int round = 0; round < 1500; ++round) {
            const bool isGsm = round % 2 == 0;
            const QStringList &letters = isGsm ? gsm : unicode;
            QString text = isGsm ? QString() : QStringLiteral("я");
            const int length = int(random() % 400);
            for (int i = 0; i < length; ++i)
                text += letters[int(random() % uint(letters.size()))];
            const SmsCount count = countSms(text);
            QCOMPARE(count.alphabet == SmsAlphabet::Gsm, isGsm);
            QCOMPARE(count.parts, partsByCutting(text, isGsm));
        }
    }

    void isTranscoded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("changes");
        const QString filler = times("x", 70);
        QTest::newRow("a GSM text stays") << times("a", 300) << times("a", 300) << 0;
        QTest::newRow("what fits one Unicode part stays") << times("я", 70) << times("я", 70) << 0;
        QTest::newRow("Greek capitals become their Latin look-alikes")
            << filler + QStringLiteral("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
            << filler + QStringLiteral("ABEZHIKMNOPTYX") << 14;
        QTest::newRow("Greek small letters become capitals, without accents")
            << filler + QStringLiteral("κωδικός δ") << filler + QStringLiteral("KΩΔIKOΣ Δ") << 6;
        QTest::newRow("accents that GSM lacks go")
            << filler + QStringLiteral("ůça é") << filler + QStringLiteral("uca é") << 2;
        QTest::newRow("typographic marks become plain ones")
            << filler + QStringLiteral("“a” – b…") << filler + QStringLiteral("\"a\" - b...") << 4;
        QTest::newRow("what nobody can spell stays")
            << filler + QStringLiteral("я😀") << filler + QStringLiteral("я😀") << 0;
    }
    void isTranscoded()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QFETCH(const int, changes);
        const TranscodedText result = transcodedSms(text);
        QCOMPARE(result.text, expected);
        QCOMPARE(int(result.changes.size()), changes);
    }

    void hiddenCharactersAreShownAndRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("removed");
        QTest::newRow("nothing hidden") << QStringLiteral("+30 69\n") << QStringLiteral("+30 69\n")
                                        << QStringLiteral("+30 69\n");
        QTest::newRow("a bidi override")
            << QStringLiteral("+30\u202e697") << QStringLiteral("+30‹U+202E›697")
            << QStringLiteral("+30697");
        QTest::newRow("zero width and a control")
            << QStringLiteral("\u200bA\u0001\ufeff") << QStringLiteral("‹U+200B›A‹U+0001›‹U+FEFF›")
            << QStringLiteral("A");
        QTest::newRow("a tag beyond the basic plane")
            << QStringLiteral("a\U000E0041") << QStringLiteral("a‹U+E0041›") << QStringLiteral("a");
    }
    void hiddenCharactersAreShownAndRemoved()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QFETCH(const QString, removed);
        QCOMPARE(withHiddenShown(text), shown);
        QCOMPARE(withoutHidden(text), removed);
        QCOMPARE(hiddenCharactersIn(text).isEmpty(), text == removed);
    }
};

QTEST_GUILESS_MAIN(SmsTextTest)
#include "tst_smstext.moc"
