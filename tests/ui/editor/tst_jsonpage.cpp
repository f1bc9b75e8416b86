// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "ui/editor/flowhistory.h"
#include "ui/editor/jsonedit.h"
#include "ui/editor/jsonpage.h"
#include "ui/editor/textchange.h"
#include "ui/theme/theme.h"
#include "ui/theme/themecontroller.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <Qsci/qscilexer.h>
#include <QtTest>

using namespace otpscope;

namespace {

const char *const twoSteps = "{\n  \"flow\": [\n    {\n      \"type\": \"Sms\"\n    },\n    {\n"
                             "      \"type\": \"ViberOtp\"\n    }\n  ]\n}\n";

/// The page in a window, between two fields to tab from and to.
class PageBench
{
public:
    explicit PageBench(const QByteArray &text)
        : history(catalogue)
        , before(new QLineEdit(&window))
        , page(new ui::JsonPage(history, &window))
        , after(new QLineEdit(&window))
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(before);
        layout->addWidget(page);
        layout->addWidget(after);
        history.load(models::FlowDocument::fromText(text).value());
        window.resize(700, 500);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("The window did not open.");
        edit()->setFocus();
    }

    ui::JsonEdit *edit() const { return page->findChild<ui::JsonEdit *>(QStringLiteral("json")); }
    QLineEdit *search() const { return page->findChild<QLineEdit *>(QStringLiteral("jsonSearch")); }
    QString status() const
    {
        return page->findChild<QLabel *>(QStringLiteral("jsonStatus"))->text();
    }
    QString found() const
    {
        return page->findChild<QLabel *>(QStringLiteral("jsonSearchResult"))->text();
    }
    long ask(unsigned message, long value = 0) const
    {
        return edit()->SendScintilla(message, static_cast<unsigned long>(value));
    }
    /// Types at the end of the text.
    void type(const QString &text) const
    {
        edit()->goTo(edit()->length());
        QTest::keyClicks(edit(), text);
    }

    const models::Catalogue catalogue = platform::builtInCatalogue();
    ui::FlowHistory history;
    QWidget window;
    QLineEdit *before;
    ui::JsonPage *page;
    QLineEdit *after;
};

} // namespace

class JsonPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(ui::ThemeChoice::Light); }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    }

    void everyByteComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("Windows lines") << QByteArray("{\r\n\"flow\":[]\r\n}\r\n");
        QTest::newRow("lines of every kind") << QByteArray("{\r\"flow\":\n[]\r\n}\n\r");
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF{\"flow\":[]}");
        QTest::newRow("no-break space and separators")
            << QByteArray("{\"flow\":[],\"x\":\"\xC2\xA0\xE2\x80\xA8\xE2\x80\xAE\"}");
        QTest::newRow("emoji") << QByteArray("{\"flow\":[],\"x\":\"\xF0\x9F\x98\x80\"}");
    }
    void everyByteComesBack()
    {
        QFETCH(QByteArray, text);
        PageBench bench(text);
        QCOMPARE(bench.page->text(), text);
        bench.page->putText(text + ' ');
        QCOMPARE(bench.history.document().text(), text + ' ');
    }

    void bytesThatAreNoUtf8StayWhileTheyAreWrong()
    {
        PageBench bench(twoSteps);
        const QByteArray text = "{\"flow\":[],\"x\":\"\xFF\"}";
        bench.page->putText(text);
        QVERIFY(bench.page->isBehind());
        QCOMPARE(bench.page->text(), text);
        QVERIFY(bench.status().contains(QLatin1String("line 1, column 17")));
    }

    void aMistakeIsMarkedWhereItIs()
    {
        PageBench bench(twoSteps);
        const QByteArray text = "{\"flow\": [\n \"\xCE\xB1\", oops ]}";
        bench.page->putText(text);
        const long place = text.indexOf("oops");
        QCOMPARE(bench.ask(QsciScintilla::SCI_MARKERNEXT, 0), -1);
        QCOMPARE(bench.edit()->markersAtLine(1), 3U);
        QCOMPARE(bench.edit()->markersAtLine(0), 0U);
        QVERIFY(bench.edit()->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 0UL, place) != 0);
        QCOMPARE(bench.edit()->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 0UL, place - 1),
                 0);
        bench.page->goToProblem();
        QCOMPARE(bench.ask(QsciScintilla::SCI_GETCURRENTPOS), place);
        bench.page->putText(twoSteps);
        QCOMPARE(bench.edit()->markersAtLine(1), 0U);
        QCOMPARE(bench.status(), QString());
    }

    void typingAndUndoAreOneHistoryThroughBrokenTexts()
    {
        PageBench bench(twoSteps);
        QUndoStack *stack = bench.history.undoStack();
        bench.type(QStringLiteral("oops"));
        QVERIFY(bench.page->isBehind());
        QCOMPARE(stack->count(), 1);
        QCOMPARE(bench.page->text(), twoSteps + QByteArray("oops"));
        stack->undo();
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
        QVERIFY(!bench.page->isBehind());
        stack->redo();
        QCOMPARE(bench.page->text(), twoSteps + QByteArray("oops"));
        QVERIFY(bench.page->isBehind());
        bench.history.discardBrokenText();
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
        stack->undo();
        QCOMPARE(bench.page->text(), twoSteps + QByteArray("oops"));
    }

    void typingElsewhereIsAnotherStepOfTheHistory()
    {
        PageBench bench(twoSteps);
        bench.type(QStringLiteral("  "));
        bench.edit()->goTo(0);
        QTest::keyClicks(bench.edit(), QStringLiteral(" "));
        QCOMPARE(bench.history.undoStack()->count(), 2);
        bench.history.addStep(models::Channel::Sms, {});
        QCOMPARE(bench.history.undoStack()->count(), 3);
        for (int i = 0; i < 3; ++i)
            bench.history.undoStack()->undo();
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
    }

    void theEditorLeavesUndoToTheHistory()
    {
        PageBench bench(twoSteps);
        bench.type(QStringLiteral(" "));
        QTest::keyClick(bench.edit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.page->text(), twoSteps + QByteArray(" "));
    }

    void changesJoin_data()
    {
        QTest::addColumn<QByteArray>("texts");
        QTest::addColumn<bool>("join");
        QTest::newRow("typed on") << QByteArray("ac|abc|abbc") << true;
        QTest::newRow("typed somewhere else") << QByteArray("ac|abc|abcd") << false;
        QTest::newRow("taken back") << QByteArray("ac|abxc|abc") << true;
        QTest::newRow("deleted on, backwards") << QByteArray("abcd|abd|ad") << true;
        QTest::newRow("deleted on, forwards") << QByteArray("abcd|acd|ad") << true;
        QTest::newRow("typed, then deleted before it") << QByteArray("abc|abcd|bcd") << false;
    }
    void changesJoin()
    {
        QFETCH(QByteArray, texts);
        QFETCH(bool, join);
        const QByteArrayList states = texts.split('|');
        ui::TextChange first = ui::changeBetween(states[0], states[1]);
        QCOMPARE(ui::joinTyping(first, ui::changeBetween(states[1], states[2])), join);
        if (join)
            QCOMPARE(first.inserted - first.removed, states[2].size() - states[0].size());
    }

    void aLongTextIsReadElsewhere()
    {
        PageBench bench(twoSteps);
        const QByteArray text =
            "{\"flow\": [], \"x\": [" + QByteArray("1.10,").repeated(80'000) + "1]}";
        QSignalSpy changes(&bench.history, &ui::FlowHistory::changed);
        bench.page->putText(text);
        QCOMPARE(changes.count(), 0);
        QVERIFY(bench.page->isBehind());
        QVERIFY(!bench.status().isEmpty());
        QTRY_COMPARE(changes.count(), 1);
        QVERIFY(!bench.page->isBehind());
        QCOMPARE(bench.history.document().text(), text);
        QCOMPARE(bench.status(), QString());
    }

    void aLongTextTypedOnIsReadAsItStandsLast()
    {
        PageBench bench(twoSteps);
        const QByteArray text = "{\"flow\": [], \"x\": \"" + QByteArray(400'000, 'x') + "\"}";
        bench.page->putText(text);
        bench.page->putText(text + ']');
        QTRY_VERIFY(bench.history.problem().has_value());
        QCOMPARE(bench.history.text(), text + ']');
        bench.history.undoStack()->undo();
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
    }

    void linesFoldByKey()
    {
        PageBench bench(twoSteps);
        bench.edit()->recolor();
        bench.edit()->setCursorPosition(3, 6);
        QVERIFY(bench.ask(QsciScintilla::SCI_GETLINEVISIBLE, 3) != 0);
        QTest::keyClick(bench.edit(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(bench.ask(QsciScintilla::SCI_GETLINEVISIBLE, 3), 0);
        QVERIFY(bench.ask(QsciScintilla::SCI_GETLINEVISIBLE, 6) != 0);
        bench.edit()->goTo(bench.page->text().indexOf("\"Sms\""));
        QVERIFY(bench.ask(QsciScintilla::SCI_GETLINEVISIBLE, 3) != 0);
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
    }

    void bracesMatch()
    {
        PageBench bench(twoSteps);
        const QByteArray text = twoSteps;
        QCOMPARE(bench.ask(QsciScintilla::SCI_BRACEMATCH, text.indexOf('[')), text.indexOf(']'));
        QCOMPARE(bench.edit()->braceMatching(), QsciScintilla::SloppyBraceMatch);
    }

    void linesAreNumbered()
    {
        PageBench bench(twoSteps);
        QVERIFY(bench.edit()->marginLineNumbers(0));
        QVERIFY(bench.edit()->marginWidth(0) > 0);
    }

    void searchingGoesRound()
    {
        PageBench bench(twoSteps);
        const QByteArray text = twoSteps;
        bench.edit()->goTo(0);
        QTest::keyClick(bench.edit(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bench.search()->hasFocus());
        QTest::keyClicks(bench.search(), QStringLiteral("TYPE"));
        const long first = text.indexOf("type");
        const long second = text.lastIndexOf("type");
        const auto selected = [&bench] { return bench.ask(QsciScintilla::SCI_GETSELECTIONSTART); };
        QCOMPARE(selected(), first);
        QVERIFY(bench.found().contains(QLatin1Char('2')));
        QTest::keyClick(bench.search(), Qt::Key_Return);
        QCOMPARE(selected(), second);
        QTest::keyClick(bench.search(), Qt::Key_Return);
        QCOMPARE(selected(), first);
        QTest::keyClick(bench.search(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selected(), second);
        QTest::keyClicks(bench.search(), QStringLiteral("x"));
        QCOMPARE(bench.found(), QStringLiteral("Not found"));
        QTest::keyClick(bench.search(), Qt::Key_Escape);
        QVERIFY(bench.edit()->hasFocus());
        QVERIFY(!bench.search()->isVisible());
    }

    void tabLeavesTheText()
    {
        PageBench bench(twoSteps);
        QTest::keyClick(bench.edit(), Qt::Key_Tab);
        QVERIFY(bench.after->hasFocus());
        QTest::keyClick(bench.after, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(bench.edit()->hasFocus());
        QTest::keyClick(bench.edit(), Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(bench.before->hasFocus());
        QCOMPARE(bench.page->text(), QByteArray(twoSteps));
    }

    void aScreenReaderFindsTheText()
    {
        PageBench bench(twoSteps);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(bench.edit());
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Flow as JSON"));
        QVERIFY(accessible->textInterface());
        QCOMPARE(accessible->textInterface()->characterCount(), int(qstrlen(twoSteps)));
    }

    void coloursFollowTheTheme()
    {
        PageBench bench(twoSteps);
        m_theme.apply(ui::ThemeChoice::Dark);
        QTRY_COMPARE(bench.edit()->lexer()->paper(0), ui::darkColours().surface);
        QCOMPARE(bench.edit()->lexer()->color(0), ui::darkColours().text);
        m_theme.apply(ui::ThemeChoice::Light);
        QTRY_COMPARE(bench.edit()->lexer()->paper(0), ui::lightColours().surface);
    }

    // Not a check: writes pictures to look at, where OTPSCOPE_SCREENSHOTS names a folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("OTPSCOPE_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("OTPSCOPE_SCREENSHOTS names no folder.");
        const QByteArray example = platform::builtInExamples().front().text;
        for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
            m_theme.apply(choice);
            PageBench bench(example);
            bench.edit()->goTo(bench.page->text().indexOf('['));
            QTest::keyClick(bench.edit(), Qt::Key_F, Qt::ControlModifier);
            QTest::keyClicks(bench.search(), QStringLiteral("ttl"));
            bench.window.grab().save(folder +
                                     QStringLiteral("/json-%1.png").arg(ui::themeName(choice)));
            bench.page->putText(QByteArray(example).replace("300", "30\xE2\x80\xAE"
                                                                   "0x"));
            bench.window.grab().save(
                folder + QStringLiteral("/json-%1-broken.png").arg(ui::themeName(choice)));
        }
        m_theme.apply(ui::ThemeChoice::Light);
    }

private:
    ui::ThemeController m_theme{*qApp};
};

QTEST_MAIN(JsonPageTest)
#include "tst_jsonpage.moc"
