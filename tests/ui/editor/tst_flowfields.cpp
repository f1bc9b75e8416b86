// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "ui/editor/floweditor.h"
#include "ui/editor/jsonedit.h"
#include "ui/editor/messagepreview.h"
#include "ui/theme/themecontroller.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QtTest>

using namespace otpscope;
using models::FlowDocument;
using models::Json;

namespace {

const char *const twoSteps = R"({"flow":[
 {"type":"ViberOtp","to":["+306971234567"],"order":1,"ttl":300,
  "senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",
  "templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"123456"},
 {"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"Brand",
  "message":{"body":"Your code is 123456."}}]})";

models::VariableValues sampleValues()
{
    models::VariableValues values;
    values.environment = {{QStringLiteral("brand"), QStringLiteral("Tulip")}};
    values.seed = 5;
    return values;
}

/// The editor in a window of its own.
class Desk
{
public:
    explicit Desk(const QByteArray &text = twoSteps)
    {
        editor.setDocument(FlowDocument::fromText(text).value(), QStringLiteral("Example"));
        editor.setVariables(sampleValues());
        editor.resize(900, 900);
        editor.show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("The window did not open.");
        click("step1.fold");
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = editor.findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("There is no %s.", name);
        return widget;
    }

    void click(const char *name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }

    void type(const char *name, const QString &text) const
    {
        auto *line = find<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    void typeBody(const QString &text) const
    {
        auto *body = find<QPlainTextEdit>("step1.message.body");
        body->setFocus();
        body->selectAll();
        QTest::keyClicks(body, text);
    }

    QString hint(const char *field) const
    {
        return find<QLabel>((QByteArray(field) + ".hint").constData())->text();
    }

    QString preview(const char *name) const
    {
        QStringList texts;
        for (const QLabel *label : find<QWidget>(name)->findChildren<QLabel *>()) {
            if (!label->isHidden())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    QStringList rules() const
    {
        QStringList rules;
        for (const models::Finding &finding : editor.findings())
            rules.append(finding.rule + u' ' + finding.pointer);
        return rules;
    }

    QString value(size_t step, const char *field) const
    {
        return models::textMember(editor.document().json().at("flow").at(step), field)
            .value_or(QString());
    }

    const models::Catalogue catalogue = platform::builtInCatalogue();
    ui::FlowEditor editor{catalogue};
};

} // namespace

class FlowFieldsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aNumberIsReadBack_data();
    void aNumberIsReadBack();
    void aPinIsMadeUpAsLongAsTheOneBefore();
    void anSmsIsCountedWhileTyping();
    void transcodingIsForetold();
    void variablesAreShownAsTheyWillBeSent();
    void anUnknownVariableIsAnErrorAtItsField();
    void whatIsHiddenIsSpeltOut();
    void anUnknownTemplateKeepsEveryParameterVisible();
    void aRepairAtTheFieldByMouse();
    void aRepairAtTheFieldByKeys();
    void aRepairIsUndone();
    void aRepairFollowsTheValueItIsAbout();
    void aJumpBringsTheRepairIntoView();
    void theListRepairsToo();
    void sendingAsItIsStaysInSight();
    void anotherFlowIsNotSentAsItIs();
    void pictures();

private:
    ui::ThemeController m_theme{*qApp};
};

void FlowFieldsTest::initTestCase()
{
    m_theme.apply(ui::ThemeChoice::Light);
}

void FlowFieldsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

void FlowFieldsTest::aNumberIsReadBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hint");
    const QString greece = QLocale::territoryToString(QLocale::Greece);
    QTest::newRow("plausible") << QStringLiteral("+306971234567")
                               << QStringLiteral("+30 697 123 4567 · %1, plausible").arg(greece);
    QTest::newRow("several") << QStringLiteral("+306971234567, +306971234568") << QString();
}

void FlowFieldsTest::aNumberIsReadBack()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, hint);
    const Desk desk;
    desk.type("step0.to", typed);
    // Several numbers are a warning, which says more; the numbers are sent as a list all the same.
    QCOMPARE(desk.hint("step0.to"), hint);
    QCOMPARE(int(desk.editor.document().json().at("flow").at(0).at("to").size()),
             typed.count(u',') + 1);
}

void FlowFieldsTest::aPinIsMadeUpAsLongAsTheOneBefore()
{
    const Desk desk;
    desk.type("step0.pin", QStringLiteral("12345678"));
    desk.click("step0.pin.aid");
    const QString first = desk.value(0, "pin");
    static const QRegularExpression eightDigits(QStringLiteral("^[0-9]{8}$"));
    QVERIFY2(eightDigits.match(first).hasMatch(), qPrintable(first));
    QVERIFY(first != QStringLiteral("12345678"));
    QCOMPARE(desk.find<QLineEdit>("step0.pin")->text(), first);
    desk.type("step0.pin", QStringLiteral("1"));
    QTest::keyClick(desk.find<QWidget>("step0.pin"), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(int(desk.value(0, "pin").size()), 6);
}

void FlowFieldsTest::anSmsIsCountedWhileTyping()
{
    const Desk desk;
    desk.typeBody(QStringLiteral("Code 123456"));
    QVERIFY2(desk.preview("step1.preview")
                 .contains(QStringLiteral("GSM 03.38 · 11 used, 149 left · 1 part")),
             qPrintable(desk.preview("step1.preview")));
    QTest::keyClicks(desk.find<QWidget>("step1.message.body"), QStringLiteral("["));
    QVERIFY(desk.preview("step1.preview").contains(QStringLiteral("13 used, 147 left")));
    desk.find<QPlainTextEdit>("step1.message.body")->insertPlainText(QStringLiteral("я"));
    const QString counted = desk.preview("step1.preview");
    QVERIFY2(counted.contains(QStringLiteral("Unicode · 13 used, 57 left")) &&
                 counted.contains(QStringLiteral("\"я\" (character 13) forces it")),
             qPrintable(counted));
}

void FlowFieldsTest::transcodingIsForetold()
{
    const Desk desk;
    desk.find<QPlainTextEdit>("step1.message.body")
        ->setPlainText(QStringLiteral("Ο κωδικός είναι 123456 ").repeated(4));
    const QString shown = desk.preview("step1.preview");
    QVERIFY2(shown.contains(QStringLiteral("Transcoding would change")) &&
                 shown.contains(QStringLiteral("Ο → O")),
             qPrintable(shown));
}

void FlowFieldsTest::variablesAreShownAsTheyWillBeSent()
{
    const Desk desk;
    const QString pin = models::pinOf(sampleValues());
    desk.type("step0.pin", QStringLiteral("{{pin}}"));
    QVERIFY2(desk.hint("step0.pin").contains(pin), qPrintable(desk.hint("step0.pin")));
    QCOMPARE(desk.value(0, "pin"), QStringLiteral("{{pin}}"));
    QVERIFY(desk.preview("step0.preview").contains(pin));
    desk.typeBody(QStringLiteral("{{brand}}: {{pin}}"));
    QVERIFY(desk.preview("step1.preview").contains(QStringLiteral("Tulip: ") + pin));
    QCOMPARE(desk.rules(), QStringList());
}

void FlowFieldsTest::anUnknownVariableIsAnErrorAtItsField()
{
    const Desk desk;
    desk.type("step0.pin", QStringLiteral("{{nobody}}"));
    QCOMPARE(desk.rules().filter(QStringLiteral("/flow/0")),
             QStringList{QStringLiteral("variable-unknown /flow/0/pin")});
    QCOMPARE(desk.find<QLineEdit>("step0.pin")->property("severity").toString(),
             QStringLiteral("error"));
}

void FlowFieldsTest::whatIsHiddenIsSpeltOut()
{
    const Desk desk;
    desk.find<QLineEdit>("step1.from")->setText(QStringLiteral("Bra\u202end"));
    QVERIFY2(desk.hint("step1.from").contains(QStringLiteral("Bra‹U+202E›nd")),
             qPrintable(desk.hint("step1.from")));
    desk.click("step1.from.repair0");
    QCOMPARE(desk.value(1, "from"), QStringLiteral("Brand"));
}

void FlowFieldsTest::anUnknownTemplateKeepsEveryParameterVisible()
{
    QByteArray text(twoSteps);
    text.replace("0aac888f-2ee2-4112-9659-1755a951966a", "11111111-2ee2-4112-9659-1755a951966a");
    const Desk desk(text);
    for (const QString &parameter : desk.catalogue.templateParameters()) {
        const QByteArray name = "step0." + parameter.toUtf8();
        QVERIFY2(desk.find<QWidget>(name.constData())->isVisible(), name.constData());
    }
    QVERIFY(desk.preview("step0.preview").contains(QStringLiteral("not among the known ones")));
}

void FlowFieldsTest::aRepairAtTheFieldByMouse()
{
    const Desk desk;
    desk.type("step1.from", QStringLiteral("+30697"));
    auto *button = desk.find<QToolButton>("step1.from.repair0");
    QCOMPARE(button->text(), QStringLiteral("Remove the plus"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(desk.value(1, "from"), QStringLiteral("30697"));
    QVERIFY(!button->isVisible());
    QCOMPARE(desk.rules(), QStringList());
}

void FlowFieldsTest::aRepairAtTheFieldByKeys()
{
    const Desk desk;
    desk.typeBody(QStringLiteral("Your code is 4711"));
    auto *button = desk.find<QToolButton>("step1.message.body.repair0");
    QTRY_VERIFY(button->isVisible());
    QTest::keyClick(desk.find<QWidget>("step1.message.body"), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(
        models::textMember(desk.editor.document().json().at("flow").at(1).at("message"), "body"),
        QStringLiteral("Your code is 123456"));
}

void FlowFieldsTest::aRepairIsUndone()
{
    const Desk desk;
    desk.type("step1.from", QStringLiteral("+30697"));
    desk.click("step1.from.repair0");
    desk.editor.editActions().first()->trigger();
    QCOMPARE(desk.value(1, "from"), QStringLiteral("+30697"));
    QVERIFY(desk.find<QWidget>("step1.from.repair0")->isVisible());
}

void FlowFieldsTest::aRepairFollowsTheValueItIsAbout()
{
    const Desk desk;
    auto *json = desk.find<ui::JsonEdit>("json");
    const auto offer = [&](const char *value) {
        QByteArray text(twoSteps);
        json->replaceText(text.replace("\"ttl\":300", QByteArray("\"ttl\":") + value));
        return desk.find<QToolButton>("step0.ttl.repair0")->text();
    };
    // The finding says the same of both.
    QCOMPARE(offer("\"240\""), QStringLiteral("Write 240"));
    QCOMPARE(offer("\"250\""), QStringLiteral("Write 250"));
}

void FlowFieldsTest::aJumpBringsTheRepairIntoView()
{
    QByteArray text(twoSteps);
    Desk desk(text.replace("\"order\":2", "\"order\":1"));
    constexpr QSize lowWindow(900, 300);
    desk.editor.resize(lowWindow);
    desk.click("problemSummary");
    QTRY_VERIFY(desk.find<QWidget>("step1.order")->hasFocus());
    auto *repair = desk.find<QToolButton>("step1.order.repair0");
    QTRY_COMPARE(repair->visibleRegion().boundingRect(), repair->rect());
}

void FlowFieldsTest::theListRepairsToo()
{
    const Desk desk;
    desk.type("step1.from", QStringLiteral("+30697"));
    desk.click("problemListToggle");
    auto *list = desk.find<QListWidget>("problemList");
    QCOMPARE(list->count(), 1);
    list->setFocus();
    list->setCurrentRow(0);
    auto *repair = desk.find<QPushButton>("repairChosen");
    QVERIFY(repair->isEnabled());
    QCOMPARE(repair->text(), QStringLiteral("Remove the plus"));
    QTest::mouseClick(repair, Qt::LeftButton);
    QCOMPARE(desk.value(1, "from"), QStringLiteral("30697"));
}

void FlowFieldsTest::sendingAsItIsStaysInSight()
{
    const Desk desk;
    auto *box = desk.find<QCheckBox>("sendAsIs");
    QVERIFY(box->isVisible() && !desk.editor.isSentAsIs());
    QSignalSpy changes(&desk.editor, &ui::FlowEditor::sentAsIsChanged);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(desk.editor.isSentAsIs());
    QCOMPARE(changes.count(), 1);
    QCOMPARE(box->property("severity").toString(), QStringLiteral("warning"));
}

void FlowFieldsTest::anotherFlowIsNotSentAsItIs()
{
    Desk desk;
    desk.editor.setSentAsIs(true);
    desk.editor.setDocument(FlowDocument(), QStringLiteral("Other"));
    QVERIFY(!desk.editor.isSentAsIs());
}

// Not a check: writes pictures to look at, where OTPSCOPE_SCREENSHOTS names a folder.
void FlowFieldsTest::pictures()
{
    const QString folder = qEnvironmentVariable("OTPSCOPE_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("OTPSCOPE_SCREENSHOTS names no folder.");
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        m_theme.apply(choice);
        const Desk desk;
        desk.type("step0.pin", QStringLiteral("{{pin}}"));
        desk.find<QLineEdit>("step1.from")->setText(QStringLiteral("+30697\u202e"));
        desk.find<QPlainTextEdit>("step1.message.body")
            ->setPlainText(QStringLiteral("Ο κωδικός είναι 4711, ισχύει 5 λεπτά ").repeated(2));
        desk.click("problemListToggle");
        desk.click("sendAsIs");
        constexpr int turns = 5;
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents();
        QVERIFY(const_cast<ui::FlowEditor &>(desk.editor)
                    .grab()
                    .save(QStringLiteral("%1/fields-%2.png").arg(folder, ui::themeName(choice))));
    }
    m_theme.apply(ui::ThemeChoice::Light);
}

QTEST_MAIN(FlowFieldsTest)
#include "tst_flowfields.moc"
