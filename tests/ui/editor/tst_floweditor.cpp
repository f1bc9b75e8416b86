// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/text/sentences.h"
#include "ui/editor/fieldlabels.h"
#include "ui/editor/floweditor.h"
#include "ui/editor/jsonedit.h"
#include "ui/editor/messagepreview.h"
#include "ui/editor/stepcard.h"
#include "ui/theme/themecontroller.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace otpscope;
using models::FlowDocument;
using models::Json;

namespace {

constexpr QSize narrowWindow(560, 700);
constexpr QSize wideWindow(900, 900);

FlowDocument documentOf(const QByteArray &text)
{
    const auto document = FlowDocument::fromText(text);
    Q_ASSERT(document);
    return document.value();
}

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

/// A window with the editor in it, and the ways of a person through it.
class Bench
{
public:
    explicit Bench(const QByteArray &text)
    {
        editor.setDocument(documentOf(text), QStringLiteral("Example"));
        editor.resize(wideWindow);
        editor.show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("The window did not open.");
    }

    template <typename Widget>
    Widget *find(const QString &objectName) const
    {
        auto *widget = editor.findChild<Widget *>(objectName);
        if (!widget)
            qFatal("There is no %s.", qPrintable(objectName));
        return widget;
    }

    QLineEdit *line(const char *objectName) const { return find<QLineEdit>(name(objectName)); }

    void click(const char *objectName) const
    {
        QTest::mouseClick(find<QWidget>(name(objectName)), Qt::LeftButton);
    }

    void type(const char *objectName, const QString &text) const
    {
        QLineEdit *field = line(objectName);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }

    const Json &json() const { return editor.document().json(); }
    const Json &step(size_t index) const { return json().at("flow").at(index); }

    bool isShown(const QString &objectName) const
    {
        const auto *widget = editor.findChild<QWidget *>(objectName);
        return widget && widget->isVisible();
    }

    QStringList shownParameters(int step) const
    {
        QStringList shown;
        for (const QString &parameter : catalogue.templateParameters()) {
            if (parameter != QLatin1String("templateType")
                && isShown(QStringLiteral("step%1.%2").arg(step).arg(parameter)))
                shown.append(parameter);
        }
        return shown;
    }

    QStringList neededParameters(const QString &type) const
    {
        QStringList needed;
        for (const QString &parameter : catalogue.templateParameters()) {
            if (catalogue.templateType(type)->parameters.contains(parameter))
                needed.append(parameter);
        }
        return needed;
    }

    /// The sentences shown under the fields of a card and at its head.
    QStringList problemsOf(int step) const
    {
        QStringList sentences;
        const auto *card = find<QWidget>(QStringLiteral("step%1").arg(step));
        for (const auto *label : card->findChildren<QLabel *>()) {
            if (label->isVisible() && label->property("severity").isValid())
                sentences.append(label->text());
        }
        return sentences;
    }

    const models::Catalogue catalogue = platform::builtInCatalogue();
    ui::FlowEditor editor{catalogue};
};

QByteArray exampleText(size_t index)
{
    return platform::builtInExamples().at(index).text;
}

const char *const viberAndSms = R"({"flow":[
 {"type":"ViberOtp","to":["+306971234567"],"order":1,"ttl":300,"extra":{"b":1,"a":2},
  "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
  "templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"123456"},
 {"type":"Sms","to":"306971234567","order":2,"ttl":600,"message":{"body":"Your code is 123456."}}],
 "zebra":true})";

} // namespace

class FlowEditorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(ui::ThemeChoice::Light); }
    void init()
    {
        // The offscreen platform warns of what it leaves to real window managers.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
    }

    void templateTypeChosenByKeys_data() { addTypes(); }
    void templateTypeChosenByKeys()
    {
        QFETCH(const QString, type);
        const Bench bench(viberAndSms);
        auto *box = bench.find<QComboBox>(name("step0.templateType"));
        box->setFocus();
        for (int i = 0; i < box->count() && box->currentText() != type; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), type);
        checkChosen(bench, type);
    }

    void templateTypeChosenByMouse_data() { addTypes(); }
    void templateTypeChosenByMouse()
    {
        QFETCH(const QString, type);
        const Bench bench(viberAndSms);
        auto *box = bench.find<QComboBox>(name("step0.templateType"));
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->width() - 8, box->height() / 2));
        QTRY_VERIFY(box->view()->isVisible());
        const QModelIndex row = box->model()->index(box->findText(type), 0);
        box->view()->scrollTo(row);
        // A press that follows the opening at once counts as the second half of a double click.
        QTest::mouseMove(box->view()->viewport(), box->view()->visualRect(row).center());
        QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {},
                          box->view()->visualRect(row).center(), QApplication::doubleClickInterval());
        QTRY_VERIFY(!box->view()->isVisible());
        QCOMPARE(box->currentText(), type);
        checkChosen(bench, type);
    }

    void templateTypeTypedLetterByLetter()
    {
        const Bench bench(viberAndSms);
        auto *box = bench.find<QComboBox>(name("step0.templateType"));
        box->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box, name("with_type_and_validity"));
        checkChosen(bench, name("with_type_and_validity"));
    }

    void valuesSurviveSwitchingAwayAndBack()
    {
        const Bench bench(viberAndSms);
        auto *box = bench.find<QComboBox>(name("step0.templateType"));
        box->setCurrentText(name("with_validity"));
        bench.type("step0.validityTime", name("7"));
        box->setCurrentText(name("with_reason"));
        QVERIFY(!bench.step(0).contains("validityTime"));
        bench.type("step0.codeReason", name("you asked"));
        box->setCurrentText(name("with_validity"));
        QVERIFY(!bench.step(0).contains("codeReason"));
        QCOMPARE(bench.line("step0.validityTime")->text(), name("7"));
        box->setCurrentText(name("with_reason"));
        QCOMPARE(bench.line("step0.codeReason")->text(), name("you asked"));
    }

    void anUnknownTypeKeepsEveryParameterVisibleAndSaysWhy()
    {
        const Bench bench(viberAndSms);
        bench.find<QComboBox>(name("step0.templateType"))->setEditText(name("with_glitter"));
        QCOMPARE(bench.shownParameters(0), allParameters(bench));
        const auto captions = bench.find<QWidget>(name("step0.preview"))->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(captions, [](const QLabel *label) {
            return label->text().contains(name("with_glitter"));
        }));
    }

    void thePreviewFollowsEachKey()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.pin", name("998877"));
        QVERIFY(bench.find<ui::MessagePreview>(name("step0.preview"))
                    ->text()
                    .contains(name("998877")));
    }

    void aShortPinIsSaidAtItsFieldWhileTyping()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.pin", name("123"));
        QCOMPARE(bench.line("step0.pin")->property("severity").toString(), name("error"));
        const QStringList sentences = bench.problemsOf(0).filter(name("Error"));
        QCOMPARE(sentences.size(), 1);
        QTest::keyClicks(bench.line("step0.pin"), name("4"));
        QVERIFY(bench.line("step0.pin")->property("severity").toString() != name("error"));
        QCOMPARE(bench.problemsOf(0).filter(name("Error")), QStringList());
    }

    void theSummaryLeadsToTheFirstError()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.pin", name("123"));
        bench.line("step0.to")->setFocus();
        bench.click("problemSummary");
        QVERIFY(bench.line("step0.pin")->hasFocus());
    }

    void theJumpOpensACollapsedCard()
    {
        const Bench bench(viberAndSms);
        bench.find<ui::JsonEdit>(name("json"))
            ->replaceText(QByteArray(viberAndSms).replace("Your code is 123456.", ""));
        QVERIFY(!bench.isShown(name("step1.message.body")));
        bench.click("problemSummary");
        QVERIFY(bench.find<QPlainTextEdit>(name("step1.message.body"))->hasFocus());
    }

    void anUneditedDocumentStaysByteForByte()
    {
        const QByteArray text = "\xef\xbb\xbf{ \"flow\" :[ {\"type\":\"ViberOtp\",\r\n \"ttl\":1.50,"
                                "\"pin\":1e3, \"x\":\"\xc2\xa0\xe2\x80\xa8\"}]}\r\n\r\n";
        const Bench bench(text);
        QCOMPARE(bench.editor.document().text(), text);
        showPage(bench, 1);
        showPage(bench, 0);
        bench.click("step0.more");
        QCOMPARE(bench.editor.document().text(), text);
    }

    void unknownFieldsAndKeyOrderSurviveEdits()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.pin", name("654321"));
        QCOMPARE(models::compactJson(bench.json()),
                 models::compactJson(models::parseJson(
                                         QByteArray(viberAndSms).replace("\"pin\":\"123456\"",
                                                                         "\"pin\":\"654321\""))
                                         .value()));
    }

    void anEmptiedOptionalFieldLeavesTheBody()
    {
        const Bench bench(exampleText(0));
        QVERIFY(bench.step(0).contains("seq"));
        QLineEdit *seq = bench.line("step0.seq");
        seq->setFocus();
        seq->selectAll();
        QTest::keyClick(seq, Qt::Key_Delete);
        QVERIFY(!bench.step(0).contains("seq"));
        QVERIFY2(seq->isVisible(), "the field stays under the hands that emptied it");
        bench.find<QComboBox>(name("step0.failoverOnDelivered"))->setCurrentIndex(0);
        QVERIFY(!bench.step(0).contains("failoverOnDelivered"));
    }

    void aDurationIsUnderstoodAndExplained()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.ttl", name("10 min"));
        QCOMPARE(bench.step(0).at("ttl").get<int>(), 600);
        QCOMPARE(bench.line("step0.ttl")->text(), name("10 min"));
    }

    void aListOfRecipientsStaysAList()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.to", name("+306971234568"));
        QCOMPARE(models::compactJson(bench.step(0).at("to")), QByteArray("[\"+306971234568\"]"));
    }

    void jsonReachesTheFormAndBack()
    {
        const Bench bench(viberAndSms);
        auto *json = bench.find<ui::JsonEdit>(name("json"));
        QCOMPARE(json->exactText(), QByteArray(viberAndSms));
        json->replaceText(json->exactText().replace("\"ttl\":300", "\"ttl\":42"));
        QCOMPARE(bench.line("step0.ttl")->text(), name("42"));
        bench.type("step0.pin", name("4444"));
        QVERIFY(json->exactText().contains("\"4444\""));
        QCOMPARE(json->exactText(), bench.editor.document().text());
    }

    void typingInTheTextKeepsItToTheLetter()
    {
        const Bench bench("{\"flow\" : [\r\n]\r\n}");
        showPage(bench, 1);
        auto *json = bench.find<ui::JsonEdit>(name("json"));
        json->goTo(json->length());
        QTest::keyClicks(json, name("  "));
        QCOMPARE(bench.editor.document().text(), QByteArray("{\"flow\" : [\r\n]\r\n}  "));
    }

    void brokenTextKeepsTheFormAndSaysWhere()
    {
        const Bench bench(viberAndSms);
        const QByteArray before = bench.editor.document().text();
        auto *json = bench.find<ui::JsonEdit>(name("json"));
        QSignalSpy changes(&bench.editor, &ui::FlowEditor::documentChanged);
        json->replaceText("{\"flow\": [\n  {\"type\": }\n]}");
        QVERIFY(bench.editor.hasBrokenText());
        QCOMPARE(bench.editor.document().text(), before);
        QCOMPARE(changes.count(), 0);
        QCOMPARE(bench.line("step0.pin")->text(), name("123456"));
        QVERIFY(bench.isShown(name("brokenText")));
        auto *summary = bench.find<QToolButton>(name("problemSummary"));
        QCOMPARE(summary->text(), name("Broken text"));
        QTest::mouseClick(summary, Qt::LeftButton);
        QCOMPARE(bench.find<QTabBar>(name("editorTabs"))->currentIndex(), 1);
        showPage(bench, 0);
        QVERIFY(!bench.line("step0.pin")->isEnabled());
        QVERIFY(bench.find<QLabel>(name("jsonStatus"))->text().contains(name("2")));
        json->replaceText("{\"flow\": []}");
        QVERIFY(!bench.editor.hasBrokenText());
        QVERIFY(!bench.isShown(name("brokenText")));
        QVERIFY(summary->text() != name("Broken text"));
        QCOMPARE(bench.editor.document().text(), QByteArray("{\"flow\": []}"));
    }

    void layingOutIsOneUndoableEdit()
    {
        const Bench bench("{\"flow\":[],\"x\":1.10}");
        const auto actions = bench.editor.flowActions();
        const auto layout = std::ranges::find(actions, QKeySequence(name("Ctrl+Shift+I")),
                                              &QAction::shortcut);
        QVERIFY(layout != actions.end());
        (*layout)->trigger();
        QCOMPARE(bench.editor.document().text(),
                 QByteArray("{\n  \"flow\": [],\n  \"x\": 1.10\n}\n"));
        QCOMPARE(bench.find<QTabBar>(name("editorTabs"))->currentIndex(), 1);
        QTest::keyClick(bench.find<ui::JsonEdit>(name("json")), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.editor.document().text(), QByteArray("{\"flow\":[],\"x\":1.10}"));
    }

    void findOpensTheSearchFromTheTabToo()
    {
        const Bench bench(viberAndSms);
        auto *tabs = bench.find<QTabBar>(name("editorTabs"));
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(!bench.isShown(name("jsonSearch")));
        showPage(bench, 1);
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bench.isShown(name("jsonSearch")));
        QCOMPARE(QApplication::focusWidget(), bench.find<QWidget>(name("jsonSearch")));
    }

    void droppedBrokenTextComesBackAsTheFormHasIt()
    {
        const Bench bench(viberAndSms);
        auto *json = bench.find<ui::JsonEdit>(name("json"));
        json->replaceText("[");
        const auto buttons = bench.find<QWidget>(name("brokenText"))->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QCOMPARE(json->exactText(), QByteArray(viberAndSms));
        QVERIFY(!bench.editor.hasBrokenText());
    }

    void altDownMovesAStepAndNumbersTheOrder()
    {
        const Bench bench(viberAndSms);
        QLineEdit *pin = bench.line("step0.pin");
        pin->setFocus();
        QTest::keyClick(pin, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stepTypes(bench), (QStringList{name("Sms 1"), name("ViberOtp 2")}));
        QVERIFY2(pin->hasFocus(), "the focus moves with the step");
        QCOMPARE(pin->objectName(), name("step1.pin"));
        QTest::keyClick(pin, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(stepTypes(bench), (QStringList{name("ViberOtp 1"), name("Sms 2")}));
        bench.click("step0.down");
        QCOMPARE(stepTypes(bench), (QStringList{name("Sms 1"), name("ViberOtp 2")}));
    }

    void draggingMovesAStep()
    {
        const Bench bench(viberAndSms);
        auto *handle = bench.find<QWidget>(name("step1.handle"));
        auto *first = bench.find<QWidget>(name("step0"));
        QTest::mousePress(handle, Qt::LeftButton);
        QTest::mouseMove(handle, handle->mapFromGlobal(first->mapToGlobal(QPoint(10, 10))));
        QTest::mouseRelease(handle, Qt::LeftButton);
        QCOMPARE(stepTypes(bench), (QStringList{name("Sms 1"), name("ViberOtp 2")}));
    }

    void stepsAreAddedDuplicatedAndDeleted()
    {
        const Bench bench(viberAndSms);
        const auto actions = bench.find<QToolButton>(name("addStep"))->menu()->actions();
        QCOMPARE(actions.size(), 2);
        for (QAction *action : actions)
            action->trigger();
        QCOMPARE(stepTypes(bench), (QStringList{name("ViberOtp 1"), name("Sms 2"),
                                                name("ViberOtp 3"), name("Sms 4")}));
        bench.click("step0.duplicate");
        QCOMPARE(bench.json().at("flow").size(), size_t(5));
        QCOMPARE(bench.line("step1.pin")->text(), name("123456"));
        bench.click("step0.delete");
        QCOMPARE(bench.json().at("flow").size(), size_t(4));
        QCOMPARE(bench.step(0).at("type").get<std::string>(), std::string("ViberOtp"));
    }

    void undoBringsADeletedStepBack()
    {
        const Bench bench(viberAndSms);
        const QByteArray before = bench.editor.document().text();
        bench.type("step0.pin", name("9999"));
        bench.click("step1.delete");
        QAction *undo = bench.editor.editActions().first();
        QAction *redo = bench.editor.editActions().last();
        undo->trigger();
        QCOMPARE(bench.json().at("flow").size(), size_t(2));
        undo->trigger();
        QCOMPARE(bench.editor.document().text(), before);
        QVERIFY(!undo->isEnabled());
        redo->trigger();
        QCOMPARE(bench.line("step0.pin")->text(), name("9999"));
    }

    void ctrlZInAFieldIsTheFlowsHistory()
    {
        const Bench bench(viberAndSms);
        bench.type("step0.pin", name("9999"));
        bench.type("step0.ttl", name("77"));
        QTest::keyClick(bench.line("step0.ttl"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.step(0).at("ttl").get<int>(), 300);
        QTest::keyClick(bench.line("step0.ttl"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.line("step0.pin")->text(), name("123456"));
    }

    void aCollapsedStepSaysTheEssential()
    {
        const Bench bench(viberAndSms);
        const auto labels = bench.find<QWidget>(name("step1"))->findChildren<QLabel *>();
        QStringList shown;
        for (const QLabel *label : labels) {
            if (label->isVisible())
                shown.append(label->text());
        }
        QCOMPARE(shown.mid(0, 2), (QStringList{name("2"), name("Sms")}));
        QVERIFY2(shown.last().startsWith(name("to +30 697 123 4567")), qPrintable(shown.last()));
        QVERIFY(shown.last().contains(name("ttl 10 min")));
        bench.click("step1.fold");
        QVERIFY(bench.isShown(name("step1.message.body")));
    }

    void collapsingFreesTheRoom_data() { addExamples(); }
    void collapsingFreesTheRoom()
    {
        QFETCH(const QByteArray, text);
        const Bench bench(text);
        constexpr int roomForHeadAndProblems = 100;
        for (auto *card : bench.editor.findChildren<ui::StepCard *>()) {
            card->setCollapsed(false);
            QCoreApplication::processEvents();
            card->setCollapsed(true);
            QTRY_COMPARE_LE(card->height(), roomForHeadAndProblems);
        }
    }

    void theWheelNeverChangesAChoice()
    {
        const Bench bench(exampleText(2));
        auto *box = bench.find<QComboBox>(name("step0.templateType"));
        const QByteArray before = bench.editor.document().text();
        QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
        QCOMPARE(bench.editor.document().text(), before);
    }

    void everyControlHasANameOfItsOwn_data() { addExamples(); }
    void everyControlHasANameOfItsOwn()
    {
        QFETCH(const QByteArray, text);
        const Bench bench(text);
        for (auto *card : bench.editor.findChildren<ui::StepCard *>()) {
            card->setCollapsed(false);
            QVERIFY(!card->accessibleName().isEmpty());
            QStringList names;
            for (const auto *control : card->findChildren<QWidget *>()) {
                const bool isPart = qobject_cast<const QComboBox *>(control->parentWidget())
                                    || control->objectName().startsWith(name("qt_"))
                                    || control->window() != &bench.editor;
                if (control->focusPolicy() == Qt::NoFocus || isPart)
                    continue;
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
                QVERIFY2(!names.contains(control->accessibleName()),
                         qPrintable(control->accessibleName()));
                names.append(control->accessibleName());
            }
            QVERIFY(names.contains(name("Recipient")));
        }
    }

    void tabGoesFromTopToBottom()
    {
        const Bench bench(viberAndSms);
        bench.line("step0.to")->setFocus();
        QStringList order{name("step0.to")};
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            order.append(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(order, (QStringList{name("step0.to"), name("step0.ttl"), name("step0.pin"),
                                     name("step0.pin.aid"),
                                     name("step0.templateType"), name("step0.templateId"),
                                     name("step0.templateId.aid"),
                                     name("step0.senderInfoTrackingId"), name("step0.more")}));
    }

    void nothingIsCutInANarrowWindow_data() { addExamples(); }
    void nothingIsCutInANarrowWindow()
    {
        QFETCH(const QByteArray, text);
        Bench bench(text);
        bench.editor.resize(narrowWindow);
        QCoreApplication::sendPostedEvents();
        for (const auto *card : bench.editor.findChildren<ui::StepCard *>()) {
            QVERIFY(card->width() <= narrowWindow.width());
            for (const auto *control : card->findChildren<QLineEdit *>()) {
                if (control->isVisible())
                    QVERIFY2(card->rect().contains(
                                 QRect(control->mapTo(card, QPoint()), control->size())),
                             qPrintable(control->objectName()));
            }
        }
    }

    // Not a check: writes pictures to look at, where OTPSCOPE_SCREENSHOTS names a folder.
    void pictures_data() { addExamples(); }
    void pictures()
    {
        QFETCH(const QByteArray, text);
        const QString folder = qEnvironmentVariable("OTPSCOPE_SCREENSHOTS");
        if (folder.isEmpty())
            QSKIP("OTPSCOPE_SCREENSHOTS names no folder.");
        for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
            m_theme.apply(choice);
            Bench bench(text);
            for (const QSize size : {narrowWindow, wideWindow}) {
                bench.editor.resize(size);
                settle();
                QVERIFY(bench.editor.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                                     .arg(folder, name(QTest::currentDataTag()),
                                                          ui::themeName(choice))
                                                     .arg(size.width())));
            }
            bench.click("step1.fold");
            bench.type("step0.to", name("123"));
            if (bench.editor.findChild<QLineEdit *>(name("step0.pin")))
                bench.type("step0.pin", name("123"));
            bench.click("problemListToggle");
            settle();
            QVERIFY(bench.editor.grab().save(
                QStringLiteral("%1/%2-%3-problems.png")
                    .arg(folder, name(QTest::currentDataTag()), ui::themeName(choice))));
            bench.find<ui::JsonEdit>(name("json"))->insert(name("oops"));
            showPage(bench, 1);
            settle();
            QVERIFY(bench.editor.grab().save(
                QStringLiteral("%1/%2-%3-json.png")
                    .arg(folder, name(QTest::currentDataTag()), ui::themeName(choice))));
        }
        m_theme.apply(ui::ThemeChoice::Light);
    }

private:
    static void addTypes()
    {
        QTest::addColumn<QString>("type");
        const models::Catalogue catalogue = platform::builtInCatalogue();
        for (const models::TemplateType &type : catalogue.templateTypes())
            QTest::addRow("%s", qPrintable(type.name)) << type.name;
    }

    static void addExamples()
    {
        QTest::addColumn<QByteArray>("text");
        for (const platform::Example &example : platform::builtInExamples())
            QTest::addRow("%s", qPrintable(example.name)) << example.text;
        QTest::newRow("two-steps") << QByteArray(viberAndSms);
        QTest::newRow("strange-steps")
            << QByteArray(R"({"flow":[{"type":"Voice","to":5,"ttl":"soon"},)"
                          R"({"type":"ViberOtp","templateType":7,"pin":null,"glow":1},3]})");
    }

    // Layouts ask for each other's sizes in turns.
    static void settle()
    {
        constexpr int turns = 5;
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents();
    }

    static void showPage(const Bench &bench, int page)
    {
        bench.find<QTabBar>(name("editorTabs"))->setCurrentIndex(page);
    }

    static void checkChosen(const Bench &bench, const QString &type)
    {
        QCOMPARE(bench.shownParameters(0), bench.neededParameters(type));
        QCOMPARE(models::textMember(bench.step(0), "templateType"), type);
        QCOMPARE(models::textMember(bench.step(0), "templateId"),
                 bench.catalogue.templateType(type)->templateId);
        QVERIFY(!bench.find<ui::MessagePreview>(name("step0.preview"))->text().isEmpty());
    }

    static QStringList allParameters(const Bench &bench)
    {
        QStringList parameters = bench.catalogue.templateParameters();
        parameters.removeAll(name("templateType"));
        return parameters;
    }

    static QStringList stepTypes(const Bench &bench)
    {
        QStringList types;
        for (const Json &step : bench.json().at("flow"))
            types.append(QStringLiteral("%1 %2")
                             .arg(QString::fromStdString(step.at("type").get<std::string>()))
                             .arg(step.at("order").get<int>()));
        return types;
    }

    ui::ThemeController m_theme{*qApp};
};

QTEST_MAIN(FlowEditorTest)
#include "tst_floweditor.moc"
