// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "ui/editor/floweditor.h"
#include "ui/editor/flowreviewer.h"
#include "ui/editor/jsonedit.h"
#include "ui/editor/stepcard.h"
#include "ui/theme/themecontroller.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace otpscope;
using models::FlowDocument;

namespace {

constexpr int stepCount = 250;
constexpr int stepsOfPage = 100;

/// Steps of some 280 bytes.
QByteArray flowOf(int steps)
{
    QByteArrayList all;
    for (int i = 1; i <= steps; ++i) {
        all += "  {\"type\": \"ViberOtp\", \"to\": [\"+306971234567\"], \"order\": " +
               QByteArray::number(i) +
               ", \"ttl\": 300,\n   \"senderInfoTrackingId\": "
               "\"0094d198-4dd2-4fb5-b451-d46aca191b27\",\n   \"templateId\": "
               "\"0aac888f-2ee2-4112-9659-1755a951966a\",\n   \"label\": \"" +
               QByteArray(60, 'x') + "\",\n   \"pin\": \"123456\"}";
    }
    return "{\"flow\": [\n" + all.join(",\n") + "\n]}\n";
}

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

/// A long flow in an editor of its own.
class Desk
{
public:
    Desk()
    {
        editor.resize(900, 700);
        editor.show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("The window did not open.");
    }

    void load(const QByteArray &flow)
    {
        text = flow;
        editor.setDocument(FlowDocument::fromText(text).value(), name("Long"));
    }

    [[nodiscard]] bool isDone() const
    {
        return QTest::qWaitFor([this] { return !editor.isChecking(); }, 30'000);
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &objectName) const
    {
        auto *widget = editor.findChild<Widget *>(objectName);
        if (!widget)
            qFatal("There is no %s.", qPrintable(objectName));
        return widget;
    }

    [[nodiscard]] QLineEdit *pin(int step) const
    {
        return find<QLineEdit>(QStringLiteral("step%1.pin").arg(step));
    }
    [[nodiscard]] QString summary() const
    {
        return find<QToolButton>(name("problemSummary"))->text();
    }
    [[nodiscard]] int cardCount() const
    {
        return int(editor.findChildren<ui::StepCard *>().size());
    }
    [[nodiscard]] bool hasStep(int step) const
    {
        return editor.findChild<QWidget *>(QStringLiteral("step%1").arg(step)) != nullptr;
    }
    void undo() const { editor.editActions().first()->trigger(); }

    QByteArray text;
    const models::Catalogue catalogue = platform::builtInCatalogue();
    ui::FlowEditor editor{catalogue};
};

QByteArray withPin(const QByteArray &text, const QByteArray &pin)
{
    QByteArray changed = text;
    const qsizetype at = changed.indexOf("123456\"}");
    return changed.replace(at, 6, pin);
}

} // namespace

/// Flows that are too long to be read, checked and shown between two frames.
class LongFlowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(flowOf(stepCount).size() > ui::longestQuickText);
        m_theme.apply(ui::ThemeChoice::Light);
    }
    void cleanupTestCase() { m_desk.reset(); }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    }

    void itIsCheckedAMomentLater();
    void whatIsTypedStaysAndComesAsOneEdit();
    void twoFieldsAreTwoEdits();
    void anEditSurvivesAnUndoBeforeIt();
    void anotherDocumentDropsTheEditUnderWay();
    void theTextWaitsForTheForm();
    void stepsComeInPages();
    void aProblemLeadsToItsPage();
    void aNewStepIsShownOnItsPage();
    void theListOfProblemsEnds();
    void aFlowThatGoesWhileItIsCheckedLeavesNothing();

private:
    /// One window for all: a hundred cards take their time to make.
    Desk &deskWith(const QByteArray &text)
    {
        if (!m_desk)
            m_desk = std::make_unique<Desk>();
        m_desk->load(text);
        return *m_desk;
    }

    ui::ThemeController m_theme{*qApp};
    std::unique_ptr<Desk> m_desk;
};

void LongFlowsTest::itIsCheckedAMomentLater()
{
    Desk &desk = deskWith(withPin(flowOf(stepCount), "1"));
    QVERIFY(desk.editor.isChecking());
    QCOMPARE(desk.summary(), QStringLiteral("Checking…"));
    QVERIFY(desk.editor.findings().empty());
    QSignalSpy changes(&desk.editor, &ui::FlowEditor::findingsChanged);
    QVERIFY(desk.isDone());
    QVERIFY(!changes.isEmpty());
    const auto &findings = desk.editor.findings();
    QVERIFY(std::ranges::find(findings, name("/flow/0/pin"), &models::Finding::pointer) !=
            findings.end());
    QVERIFY2(desk.summary().startsWith(name("1 error")), qPrintable(desk.summary()));
    QCOMPARE(desk.pin(0)->property("severity").toString(), name("error"));
}

void LongFlowsTest::whatIsTypedStaysAndComesAsOneEdit()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    desk.pin(0)->setFocus();
    desk.pin(0)->selectAll();
    QTest::keyClicks(desk.pin(0), name("7654321"));
    QVERIFY(desk.editor.isChecking());
    QCOMPARE(desk.pin(0)->text(), name("7654321"));
    QVERIFY(desk.isDone());
    QCOMPARE(desk.pin(0)->text(), name("7654321"));
    QCOMPARE(desk.pin(0)->cursorPosition(), 7);
    QCOMPARE(desk.editor.document().text(), withPin(desk.text, "7654321"));
    desk.undo();
    QCOMPARE(desk.editor.document().text(), desk.text);
    QCOMPARE(desk.pin(0)->text(), name("123456"));
}

void LongFlowsTest::twoFieldsAreTwoEdits()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    desk.pin(0)->setText(name("4711"));
    desk.find<QLineEdit>(name("step0.label"))->setText(name("mine"));
    QVERIFY(desk.isDone());
    const QByteArray both = desk.editor.document().text();
    QVERIFY(both.contains("\"label\": \"mine\",\n   \"pin\": \"4711\""));
    desk.undo();
    QCOMPARE(desk.editor.document().text(), withPin(desk.text, "4711"));
    desk.undo();
    QCOMPARE(desk.editor.document().text(), desk.text);
}

void LongFlowsTest::anEditSurvivesAnUndoBeforeIt()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    desk.find<QLineEdit>(name("step0.label"))->setText(name("mine"));
    QVERIFY(desk.isDone());
    desk.pin(0)->setText(name("4711"));
    desk.undo();
    QVERIFY(desk.isDone());
    QCOMPARE(desk.editor.document().text(), withPin(desk.text, "4711"));
}

void LongFlowsTest::anotherDocumentDropsTheEditUnderWay()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    desk.pin(0)->setText(name("4711"));
    QVERIFY(desk.editor.isChecking());
    const QByteArray other = flowOf(2);
    desk.editor.setDocument(FlowDocument::fromText(other).value(), name("Other"));
    QVERIFY(!desk.editor.isChecking());
    QCOMPARE(desk.editor.document().text(), other);
    // What was under way comes back behind this, and must change nothing.
    desk.editor.setDocument(FlowDocument::fromText(desk.text).value(), name("Long"));
    QVERIFY(desk.isDone());
    QCOMPARE(desk.editor.document().text(), desk.text);
}

void LongFlowsTest::theTextWaitsForTheForm()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    auto *json = desk.find<ui::JsonEdit>(name("json"));
    QVERIFY(!json->isReadOnly());
    desk.pin(0)->setText(name("4711"));
    QVERIFY(json->isReadOnly());
    QVERIFY(desk.isDone());
    QVERIFY(!json->isReadOnly());
    QCOMPARE(json->exactText(), withPin(desk.text, "4711"));
}

void LongFlowsTest::stepsComeInPages()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    QCOMPARE(desk.cardCount(), stepsOfPage);
    auto *above = desk.find<QWidget>(name("pageAbove"));
    QVERIFY(above->isVisible());
    QCOMPARE(above->findChild<QLabel *>()->text(), name("Steps 1 to 100 of 250"));
    QVERIFY(!desk.find<QPushButton>(name("pageAbove.earlier"))->isEnabled());
    auto *later = desk.find<QPushButton>(name("pageAbove.later"));
    later->setFocus();
    QTest::keyClick(later, Qt::Key_Space);
    QCOMPARE(above->findChild<QLabel *>()->text(), name("Steps 101 to 200 of 250"));
    QVERIFY(desk.hasStep(100) && desk.hasStep(199) && !desk.hasStep(200));
    QTest::mouseClick(later, Qt::LeftButton);
    QCOMPARE(above->findChild<QLabel *>()->text(), name("Steps 201 to 250 of 250"));
    QVERIFY(!later->isEnabled());
    QTRY_COMPARE(desk.cardCount(), stepCount - 2 * stepsOfPage);
    QTest::mouseClick(desk.find<QWidget>(name("step249.fold")), Qt::LeftButton);
    desk.pin(249)->setText(name("4711"));
    QVERIFY(desk.isDone());
    QCOMPARE(models::textMember(desk.editor.document().json().at("flow").at(249), "pin"),
             name("4711"));
}

void LongFlowsTest::aProblemLeadsToItsPage()
{
    QByteArray text = flowOf(stepCount);
    const qsizetype last = text.lastIndexOf("123456\"}");
    Desk &desk = deskWith(text.replace(last, 6, "1"));
    QVERIFY(desk.isDone());
    desk.find<QWidget>(name("step0.fold"))->window()->activateWindow();
    QTest::mouseClick(desk.find<QToolButton>(name("problemSummary")), Qt::LeftButton);
    QTRY_VERIFY(desk.pin(249)->hasFocus());
}

void LongFlowsTest::aNewStepIsShownOnItsPage()
{
    Desk &desk = deskWith(flowOf(stepCount));
    QVERIFY(desk.isDone());
    desk.editor.flowActions().first()->trigger();
    QVERIFY(desk.isDone());
    QVERIFY(desk.hasStep(stepCount));
    QTRY_VERIFY(desk.find<QWidget>(QStringLiteral("step%1").arg(stepCount))
                    ->isAncestorOf(QApplication::focusWidget()));
}

void LongFlowsTest::theListOfProblemsEnds()
{
    constexpr int listed = 500;
    constexpr int steps = 600;
    Desk &desk = deskWith(flowOf(steps).replace("\"pin\": \"123456\"", "\"pin\": \"1\""));
    QVERIFY(desk.isDone());
    QTest::mouseClick(desk.find<QToolButton>(name("problemListToggle")), Qt::LeftButton);
    auto *list = desk.find<QListWidget>(name("problemList"));
    QCOMPARE(list->count(), listed + 1);
    const auto more = qsizetype(desk.editor.findings().size()) - listed;
    QCOMPARE(list->item(listed)->text(), QStringLiteral("and %1 more").arg(more));
}

void LongFlowsTest::aFlowThatGoesWhileItIsCheckedLeavesNothing()
{
    Desk &desk = deskWith(flowOf(stepCount).replace("\"pin\": \"123456\"", "\"pin\": \"1\""));
    const QByteArray other = "{\"flow\": []}";
    desk.editor.setDocument(FlowDocument::fromText(other).value(), name("Other"));
    const auto findings = desk.editor.findings();
    QVERIFY(!desk.editor.isChecking());
    // The review of the long one ends within this time, and is nobody's any more.
    desk.editor.setDocument(FlowDocument::fromText(flowOf(stepCount)).value(), name("Long"));
    QVERIFY(desk.isDone());
    for (const models::Finding &finding : desk.editor.findings())
        QVERIFY(finding.rule != name("pin-length"));
    QCOMPARE(findings.size(), size_t(1));
}

QTEST_MAIN(LongFlowsTest)
#include "tst_longflows.moc"
