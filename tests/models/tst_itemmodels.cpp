// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/items/findingmodel.h"
#include "models/items/flowlistmodel.h"
#include "models/items/observationmodel.h"
#include "models/items/runlistmodel.h"
#include "models/items/runmodel.h"
#include "models/items/transitionmodel.h"
#include "tests/support/runstory.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

QString rowText(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(QLatin1Char('|'));
}

QStringList printedModel(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(rowText(model, row));
    return lines;
}

ObservationSummary summary(qint64 id, const QString &statuses)
{
    ObservationSummary row;
    row.id = ObservationId{id};
    row.source = ObservationSource::Poll;
    row.arrivedAt = row.serviceAt = storyTime(static_cast<double>(id));
    row.httpStatus = 200;
    row.bodyBytes = 512;
    row.statuses = statuses;
    return row;
}

Transition transition(int order, const QString &to)
{
    Transition row;
    row.at = storyTime(order);
    row.subject = order > 0 ? Subject::Step : Subject::Flow;
    row.order = order;
    row.to = to;
    return row;
}

Finding finding(const QString &rule, const QStringList &values)
{
    return {Severity::Warning, rule, {}, values, {ObservationId{3}}};
}

RunListEntry entry(const QString &id, double seconds, const QString &title)
{
    RunListEntry row;
    row.id = RunId(id);
    row.createdAt = storyTime(seconds);
    row.title = title;
    return row;
}

/// One model of each kind with two rows, for what holds of all of them.
std::unique_ptr<QAbstractItemModel> filledModel(const QString &name)
{
    if (name == QLatin1String("observations")) {
        auto model = std::make_unique<ObservationModel>();
        model->append({summary(1, QStringLiteral("a")), summary(2, QStringLiteral("b"))});
        return model;
    }
    if (name == QLatin1String("transitions")) {
        auto model = std::make_unique<TransitionModel>();
        model->append(
            {transition(0, QStringLiteral("InProgress")), transition(1, QStringLiteral("QUEUED"))});
        return model;
    }
    if (name == QLatin1String("findings")) {
        auto model = std::make_unique<FindingModel>();
        model->merge({finding(QStringLiteral("no-token"), {QStringLiteral("a")}),
                      finding(QStringLiteral("no-token"), {QStringLiteral("b")})},
                     {});
        return model;
    }
    if (name == QLatin1String("runs")) {
        auto model = std::make_unique<RunListModel>();
        model->setEntries({entry(QStringLiteral("a"), 1, QStringLiteral("A")),
                           entry(QStringLiteral("b"), 2, QStringLiteral("B"))});
        return model;
    }
    auto model = std::make_unique<FlowListModel>();
    model->setEntries({{QStringLiteral("a"), QStringLiteral("A"), FlowGroup::Example, "{}", false},
                       {QStringLiteral("b"), QStringLiteral("B"), FlowGroup::Own, {}, true}});
    return model;
}

} // namespace

/// Tier 1: what holds of every model. Tier 2: each model's own changes. Tier 3: the run's models
/// together.
class TestItemModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyModelKeepsTheRules_data();
    void everyModelKeepsTheRules();
    void observationsAreInsertedInOneGo();
    void observationsAreFoundById();
    void clearingAnEmptyModelSaysNothing();
    void transitionsAreListedAsTheyCame();
    void findingsAreReplacedAndWithdrawn();
    void runsStandNewestFirst();
    void aRunThatIsPutAgainIsReplaced();
    void runModelTakesOnlyItsOwnUpdates();
    void runModelKnowsOfAPauseBeforeTheNextAnswer();
    void runModelFollowsAWholeRun();
};

void TestItemModels::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestItemModels::everyModelKeepsTheRules_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"observations", "transitions", "findings", "runs", "flows"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestItemModels::everyModelKeepsTheRules()
{
    QFETCH(QString, name);
    const std::unique_ptr<QAbstractItemModel> model = filledModel(name);
    const QAbstractItemModelTester tester(model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex first = model->index(0, 0);

    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->rowCount(first), 0);
    QCOMPARE(model->columnCount(first), 0);
    QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal).isValid());
    QVERIFY(!model->headerData(-1, Qt::Horizontal).isValid());
    QVERIFY(!model->headerData(0, Qt::Vertical).isValid());
    QVERIFY(!model->data({}, Qt::DisplayRole).isValid());
    for (int column = 0; column < model->columnCount(); ++column)
        QVERIFY(!model->headerData(column, Qt::Horizontal).toString().isEmpty());
    for (const int role : model->roleNames().keys()) {
        if (role >= Qt::UserRole)
            QVERIFY2(first.data(role).isValid(), model->roleNames().value(role).constData());
    }
}

void TestItemModels::observationsAreInsertedInOneGo()
{
    ObservationModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);

    model.append({summary(1, QStringLiteral("InProgress")), summary(2, QStringLiteral("x")),
                  summary(3, QStringLiteral("y"))});
    model.append({});
    model.append({summary(4, QStringLiteral("z"))});

    QCOMPARE(inserted.size(), 2);
    QCOMPARE(rowText(model, 0), QStringLiteral("2026-11-23T10:00:01.000Z|poll|InProgress|200|512"));
    QCOMPARE(model.index(3, 0).data(ObservationStatusesRole).toString(), QStringLiteral("z"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::observationsAreFoundById()
{
    ObservationModel model;
    model.append({summary(10, {}), summary(20, {}), summary(30, {})});

    QCOMPARE(model.indexOf(ObservationId{20}).row(), 1);
    QVERIFY(!model.indexOf(ObservationId{25}).isValid());
    QVERIFY(!model.indexOf(ObservationId{31}).isValid());
}

void TestItemModels::clearingAnEmptyModelSaysNothing()
{
    ObservationModel observations;
    TransitionModel transitions;
    FindingModel findings;
    const QSignalSpy first(&observations, &QAbstractItemModel::modelReset);
    const QSignalSpy second(&transitions, &QAbstractItemModel::modelReset);
    const QSignalSpy third(&findings, &QAbstractItemModel::modelReset);

    observations.clear();
    transitions.clear();
    findings.clear();

    QCOMPARE(first.size() + second.size() + third.size(), 0);
}

void TestItemModels::transitionsAreListedAsTheyCame()
{
    TransitionModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({transition(0, QStringLiteral("InProgress"))});
    model.append({transition(1, QStringLiteral("EXPIRED"))});

    QCOMPARE(printedModel(model),
             (QStringList{QStringLiteral("2026-11-23T10:00:00.000Z|flow||InProgress|send"),
                          QStringLiteral("2026-11-23T10:00:01.000Z|1||EXPIRED|send")}));
}

void TestItemModels::findingsAreReplacedAndWithdrawn()
{
    FindingModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const auto rule = QStringLiteral("body-not-understood");
    const QStringList once{QStringLiteral("webhook"), QStringLiteral("1")};
    const QStringList twice{QStringLiteral("webhook"), QStringLiteral("2")};

    model.merge({finding(rule, once), finding(QStringLiteral("no-token"), {QString()})}, {});
    model.merge({finding(rule, twice)}, {});
    model.merge({finding(rule, twice)}, {});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, 0).data(FindingValuesRole).toStringList(), twice);

    model.merge({}, {finding(rule, once)});
    model.merge({}, {finding(rule, once)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(FindingRuleRole).toString(), QStringLiteral("no-token"));
}

void TestItemModels::runsStandNewestFirst()
{
    RunListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({entry(QStringLiteral("old"), 1, QStringLiteral("Old")),
                      entry(QStringLiteral("new"), 9, QStringLiteral("New"))});
    model.put(entry(QStringLiteral("middle"), 5, QStringLiteral("Middle")));
    model.put(entry(QStringLiteral("newest"), 10, QStringLiteral("Newest")));

    QStringList titles;
    for (const RunListEntry &row : model.entries())
        titles.append(row.title);
    QCOMPARE(titles, (QStringList{QStringLiteral("Newest"), QStringLiteral("New"),
                                  QStringLiteral("Middle"), QStringLiteral("Old")}));
}

void TestItemModels::aRunThatIsPutAgainIsReplaced()
{
    RunListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.put(entry(QStringLiteral("a"), 1, QStringLiteral("A")));
    RunListEntry later = entry(QStringLiteral("a"), 1, QStringLiteral("A"));
    later.conclusion = Conclusion::Seen;
    model.put(later);

    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, 0).data(RunListConclusionRole).toInt(), int(Conclusion::Seen));
}

void TestItemModels::runModelTakesOnlyItsOwnUpdates()
{
    RunModel model;
    model.reset(RunId(QStringLiteral("mine")), {});
    const QSignalSpy updated(&model, &RunModel::updated);
    RunUpdate update;
    update.run = RunId(QStringLiteral("other"));
    update.observations = {summary(1, {})};

    model.apply(update);
    QCOMPARE(updated.size(), 0);
    QCOMPARE(model.observationModel()->rowCount(), 0);

    update.run = RunId(QStringLiteral("mine"));
    model.apply(update);
    QCOMPARE(updated.size(), 1);
    QCOMPARE(model.observationModel()->rowCount(), 1);
}

void TestItemModels::runModelKnowsOfAPauseBeforeTheNextAnswer()
{
    using namespace std::chrono_literals;
    const Instant start{1'795'428'000s};
    RunModel model;
    const RunId run(QStringLiteral("mine"));
    model.reset(run, {});
    // A service without a clock of its own gets none from outside.
    model.setServiceClock(run, {start, 0}, start);
    QVERIFY(!model.state().serviceClock);

    RunUpdate update;
    update.run = run;
    update.state.serviceClock = ServiceClockReading{start, 60};
    update.state.serviceClockReadAt = start;
    model.apply(update);
    QSignalSpy updated(&model, &RunModel::updated);
    model.setServiceClock(RunId(QStringLiteral("other")), {start, 0}, start);
    QCOMPARE(updated.size(), 0);
    model.setServiceClock(run, {start + 120s, 0}, start + 2s);
    QCOMPARE(updated.size(), 1);
    QCOMPARE(model.state().serviceTimeAt(start + 30s), start + 120s);
    QCOMPARE(qvariant_cast<RunUpdate>(updated.front().front()).state, model.state());

    // An update that still lives by the old reading brings everything but the clock.
    update.state.status = QStringLiteral("InProgress");
    model.apply(update);
    QCOMPARE(model.state().status, QStringLiteral("InProgress"));
    QCOMPARE(model.state().serviceTimeAt(start + 30s), start + 120s);

    model.reset(run, {});
    model.apply(update);
    QCOMPARE(model.state().serviceTimeAt(start + 2s), start + 120s);
    QCOMPARE(model.state().serviceClock->speed, 60.0);
}

void TestItemModels::runModelFollowsAWholeRun()
{
    const Catalogue catalogue = otpscope::platform::builtInCatalogue();
    RunMachine machine(storyFlow(QStringLiteral("viber 300, sms 600")), catalogue);
    RunUpdateBuilder builder{RunId(QStringLiteral("r"))};
    RunModel model;
    model.reset(RunId(QStringLiteral("r")), machine.state());
    qint64 id = 0;
    for (const QString &line :
         {QStringLiteral("send 0 InProgress viber sms"), QStringLiteral("webhook 1 =no"),
          QStringLiteral("webhook 2 =no"), QStringLiteral("poll 3 InProgress viber:QUEUED")}) {
        const Observation observation = storyObservation(line, ++id);
        builder.add(observation, machine.apply(observation));
    }
    model.apply(builder.take(machine.state()));

    QVERIFY(builder.isEmpty());
    QCOMPARE(model.state(), machine.state());
    QCOMPARE(model.transitions(), machine.transitions());
    QCOMPARE(model.failovers(), machine.failovers());
    QCOMPARE(model.findingModel()->findings(), machine.findings());
    QCOMPARE(model.observationModel()->rowCount(), 4);
    QCOMPARE(model.observationModel()->observations().back().statuses,
             QStringLiteral("InProgress \u00b7 Viber QUEUED"));
    model.reset(RunId(QStringLiteral("s")), {});
    QCOMPARE(model.observationModel()->rowCount(), 0);
    QVERIFY(model.failovers().empty());
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
