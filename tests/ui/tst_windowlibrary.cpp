// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/builtinflows.h"
#include "models/checks/flowchecks.h"
#include "models/items/flowlistmodel.h"
#include "models/text/sentences.h"
#include "tests/ui/openwindow.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTimer>

using namespace otpscope;
using testsupport::OpenWindow;

namespace {

const QByteArray flowText = "{ \"flow\": [ ] }\n";

QListView *flows(OpenWindow &open)
{
    return open.named<QListView>("Flows");
}

QStringList titles(OpenWindow &open)
{
    QStringList texts;
    const QAbstractItemModel *model = flows(open)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, 0).data().toString();
    return texts;
}

/// As a person does: a click on the row.
bool choose(OpenWindow &open, const QString &title)
{
    const auto row = static_cast<int>(titles(open).indexOf(title));
    if (row < 0)
        return false;
    QListView *list = flows(open);
    const QModelIndex index = list->model()->index(row, 0);
    list->scrollTo(index);
    const QRect place = list->visualRect(index);
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      QPoint(place.center().x(), place.bottom() - 4));
    return list->currentIndex().data().toString() == title;
}

QString titleShown(OpenWindow &open)
{
    return open.controller.editor().title();
}

bool write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

QFrame *undoStrip(OpenWindow &open)
{
    return open.window().findChild<QFrame *>(QStringLiteral("libraryUndo"));
}

} // namespace

/// The flows to begin with and the person's own, on a real disk with real keys.
class WindowLibraryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnEveryWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void everyFlowThatComesAlongIsInOrder()
    {
        const models::Catalogue catalogue = platform::builtInCatalogue();
        QMap<models::FlowGroup, int> counts;
        for (const models::FlowListEntry &entry : window::builtInFlows(catalogue)) {
            ++counts[entry.group];
            const auto document = models::FlowDocument::fromText(entry.text);
            QVERIFY2(document, qPrintable(entry.key));
            for (const models::Finding &finding :
                 models::checkFlow(document.value().json(), catalogue)) {
                QVERIFY2(finding.severity != models::Severity::Error,
                         qPrintable(entry.key + u' ' + models::sentenceFor(finding)));
            }
        }
        QCOMPARE(counts[models::FlowGroup::Example], 3);
        QCOMPARE(counts[models::FlowGroup::Template], int(catalogue.templateTypes().size()));
        QCOMPARE(counts[models::FlowGroup::Scenario], int(platform::builtInScenarios().size()));
    }

    void aFlowOfEachTemplateTypeIsOfThatType()
    {
        const models::Catalogue catalogue = platform::builtInCatalogue();
        QStringList types;
        for (const models::FlowListEntry &entry : window::builtInFlows(catalogue)) {
            if (entry.group != models::FlowGroup::Template)
                continue;
            const auto document = models::FlowDocument::fromText(entry.text);
            const auto viber =
                std::get<models::ViberOtpContent>(document.value().flow().steps.front().content);
            const models::TemplateType *type =
                catalogue.templateTypeById(viber.templateId.value_or(QString()));
            QVERIFY(type);
            types << type->name;
            QCOMPARE(entry.title, type->name);
        }
        QCOMPARE(types.size(), qsizetype(catalogue.templateTypes().size()));
    }

    void aFlowForAScenarioChoosesItByItsRecipients()
    {
        for (const QByteArray &text : platform::builtInScenarios()) {
            const models::Json scenario = models::parseJson(text).value();
            const QString name = models::textMember(scenario, "name").value_or(QString());
            const QString digits =
                models::textMember(scenario, "recipientEndsWith").value_or(QString());
            const auto flows = platform::builtInScenarioFlows();
            const auto found = std::ranges::find(flows, name, &platform::Example::name);
            QVERIFY2(found != flows.end(), qPrintable(name));
            const auto document = models::FlowDocument::fromText(found->text);
            QVERIFY(document);
            for (const models::Step &step : document.value().flow().steps)
                QVERIFY2(step.to->numbers.front().endsWith(digits), qPrintable(name));
        }
    }

    void filesOfTheFolderAreListedAndOpened()
    {
        QVERIFY(write(path("login.json"), flowText));
        QVERIFY(write(path("otp/reset.json"), flowText));
        QVERIFY(write(path("notes.txt"), "no flow"));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("otp / reset")));
        QVERIFY(titles(open).contains(QStringLiteral("login")));
        QVERIFY(!titles(open).contains(QStringLiteral("notes")));
        QVERIFY(choose(open, QStringLiteral("login")));
        QTRY_COMPARE(titleShown(open), QStringLiteral("login"));
        QCOMPARE(open.controller.editor().text(), flowText);
    }

    void whatOthersDoInTheFolderShowsByItself()
    {
        QVERIFY(write(path("login.json"), flowText));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("login")));
        QVERIFY(write(path("pulled.json"), flowText));
        QTRY_VERIFY(titles(open).contains(QStringLiteral("pulled")));
        QVERIFY(QFile::remove(path("login.json")));
        QTRY_VERIFY(!titles(open).contains(QStringLiteral("login")));
    }

    void searchFindsByTitle()
    {
        QVERIFY(write(path("customer-4711.json"), flowText));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("customer-4711")));
        auto *search = open.named<QLineEdit>("Search flows and runs");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("CUSTOMER"));
        QCOMPARE(titles(open), QStringList{QStringLiteral("customer-4711")});
        QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(search, QStringLiteral("with_validity"));
        QCOMPARE(titles(open), QStringList{QStringLiteral("with_validity")});
    }

    void searchFindsByWhatStandsInAFlow()
    {
        QVERIFY(write(path("first.json"), "{\"flow\": [{\"to\": \"+306900004711\"}]}"));
        QVERIFY(write(path("second.json"), flowText));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("first")));
        auto *search = open.named<QLineEdit>("Search flows and runs");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("4711 FIRST"));
        QCOMPARE(titles(open), QStringList{QStringLiteral("first")});
        auto *note = labelThatSays(open, "No flow has this");
        QVERIFY(note && !note->isVisible());
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QCOMPARE(titles(open), QStringList());
        QVERIFY(note->isVisible());
    }

    void anotherFolderIsChosenAndRemembered()
    {
        QVERIFY(write(path("login.json"), flowText));
        QTemporaryDir work;
        QVERIFY(write(work.filePath(QStringLiteral("customers/acme.json")), flowText));
        {
            OpenWindow open(m_folder->path());
            QVERIFY(open.isReady());
            QTRY_VERIFY(titles(open).contains(QStringLiteral("login")));
            chooseFolder(open, work.path());
            QTRY_VERIFY(titles(open).contains(QStringLiteral("customers / acme")));
            QVERIFY(!titles(open).contains(QStringLiteral("login")));
        }
        {
            OpenWindow open(m_folder->path());
            QVERIFY(open.isReady());
            QTRY_VERIFY(titles(open).contains(QStringLiteral("customers / acme")));
            // Nothing is left lying beside a folder of the person's own.
            QVERIFY(choose(open, QStringLiteral("customers / acme")));
            QTest::keyClick(flows(open), Qt::Key_Delete);
            QTRY_VERIFY(!titles(open).contains(QStringLiteral("customers / acme")));
            QCOMPARE(QDir(work.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
                     QStringList{QStringLiteral("customers")});
        }
        const QString gone = work.path();
        QVERIFY(work.remove());
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY2(open.message().contains(gone), qPrintable(open.message()));
    }

    void aFlowIsRenamed()
    {
        QVERIFY(write(path("otp/login.json"), flowText));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("otp / login")));
        QVERIFY(choose(open, QStringLiteral("otp / login")));
        QTRY_COMPARE(titleShown(open), QStringLiteral("login"));
        rename(open, QStringLiteral("otp / sign-in"));
        QTRY_VERIFY(titles(open).contains(QStringLiteral("otp / sign-in")));
        QCOMPARE(read(path("otp/sign-in.json")), flowText);
        QVERIFY(!QFile::exists(path("otp/login.json")));
        QTRY_VERIFY(open.window().windowTitle().startsWith(QLatin1String("sign-in")));
    }

    void aNameThatCannotBeIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("taken") << QStringLiteral("other")
                               << QStringLiteral("There is a flow called “other” already.");
        QTest::newRow("a path") << QStringLiteral("../x")
                                << QStringLiteral("A flow cannot be called “../x”");
        QTest::newRow("hidden") << QStringLiteral(".x")
                                << QStringLiteral("A flow cannot be called “.x”");
    }
    void aNameThatCannotBeIsSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, sentence);
        QVERIFY(write(path("login.json"), flowText));
        QVERIFY(write(path("other.json"), "{\"flow\":[]}"));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("login")));
        QVERIFY(choose(open, QStringLiteral("login")));
        QTRY_COMPARE(titleShown(open), QStringLiteral("login"));
        rename(open, name);
        QTRY_VERIFY2(open.message().startsWith(sentence), qPrintable(open.message()));
        QCOMPARE(read(path("login.json")), flowText);
        QCOMPARE(read(path("other.json")), QByteArray("{\"flow\":[]}"));
    }

    void aFlowIsDeletedAndBroughtBack()
    {
        QVERIFY(write(path("otp/login.json"), flowText));
        QVERIFY(write(path("other.json"), flowText));
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        QTRY_VERIFY(titles(open).contains(QStringLiteral("otp / login")));
        QVERIFY(!undoStrip(open)->isVisible());
        for (const char *title : {"otp / login", "other"}) {
            QVERIFY(choose(open, QLatin1String(title)));
            QTest::keyClick(flows(open), Qt::Key_Delete);
            QTRY_VERIFY(!titles(open).contains(QLatin1String(title)));
        }
        QVERIFY(!QFile::exists(path("otp/login.json")));
        QTRY_VERIFY(undoStrip(open)->isVisible());
        // The last one first.
        auto *undo = undoStrip(open)->findChild<QPushButton *>();
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY(titles(open).contains(QStringLiteral("other")));
        QTRY_VERIFY(
            undoStrip(open)->findChild<QLabel *>()->text().contains(QLatin1String("login")));
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY(titles(open).contains(QStringLiteral("otp / login")));
        QTRY_VERIFY(!undoStrip(open)->isVisible());
        QCOMPARE(read(path("otp/login.json")), flowText);
        QCOMPARE(read(path("other.json")), flowText);
    }

    void whatComesAlongCannotBeRenamedOrDeleted()
    {
        OpenWindow open(m_folder->path());
        QVERIFY(open.isReady());
        const QStringList before = titles(open);
        QVERIFY(choose(open, QStringLiteral("with_validity")));
        QTest::keyClick(flows(open), Qt::Key_Delete);
        QTest::keyClick(flows(open), Qt::Key_F2);
        QVERIFY(!flows(open)->viewport()->findChild<QLineEdit *>());
        QCOMPARE(titles(open), before);
    }

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QStringLiteral("flows/") + QLatin1String(name));
    }

    static QLabel *labelThatSays(OpenWindow &open, const char *text)
    {
        for (QLabel *label : open.window().findChildren<QLabel *>()) {
            if (label->text().startsWith(QLatin1String(text)))
                return label;
        }
        return nullptr;
    }

    /// Through the dialog that the menu opens.
    static void chooseFolder(OpenWindow &open, const QString &folder)
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QTimer::singleShot(0, &open.window(), [folder] {
            QFileDialog *dialog = nullptr;
            QVERIFY(QTest::qWaitFor([&dialog] {
                dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
                return dialog && dialog->isVisible();
            }));
            dialog->setDirectory(folder);
            auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            name->setText(folder);
            QTest::keyClick(name, Qt::Key_Return);
        });
        for (QAction *action : open.window().findChildren<QAction *>()) {
            if (action->text().remove(u'&') == QStringLiteral("Folder of your flows…"))
                action->trigger();
        }
    }

    static void rename(OpenWindow &open, const QString &name)
    {
        QTest::keyClick(flows(open), Qt::Key_F2);
        auto *edit = flows(open)->viewport()->findChild<QLineEdit *>();
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, name);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(WindowLibraryTest)
#include "tst_windowlibrary.moc"
