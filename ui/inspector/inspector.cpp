// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector.h"

#include "models/core/json.h"
#include "models/snippet/exchangesnippet.h"
#include "models/text/sentences.h"
#include "ui/inspector/jsondiff.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringDecoder>
#include <QTabWidget>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

// A text widget lays out every line it holds; this much comes up at once.
constexpr qsizetype shownAtFirst = 64 * 1024;
// Parsing more than this would be felt as a stop of the window.
constexpr qsizetype prettyAtMost = 512 * 1024;

QByteArray prettyBody(const QByteArray &body)
{
    if (body.size() > prettyAtMost)
        return body;
    const auto json = models::parseJson(body);
    return json ? models::prettyJson(json.value()) : body;
}

} // namespace

QString textOfBytes(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(bytes);
    if (!decode.hasError() && !bytes.contains('\0'))
        return text;
    text.clear();
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        const bool isControl =
            (code < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || code == 0x7f;
        if (isControl)
            text += QStringLiteral("\\x%1").arg(int(code), 2, 16, QLatin1Char('0'));
        else
            text += QLatin1Char(byte);
    }
    return text;
}

QByteArray maskedHead(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    for (QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !line.first(colon).trimmed().toLower().endsWith("authorization"))
            continue;
        line = line.first(colon) + (line.endsWith('\r') ? ": ***\r" : ": ***");
    }
    return lines.join('\n');
}

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_pretty(new QCheckBox(tr("Indent JSON"), this))
    , m_sides(new QTabWidget(this))
{
    m_title->setFont(strongFont(font()));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_pretty->setChecked(true);
    m_pretty->setAccessibleName(m_pretty->text());
    m_sides->setDocumentMode(true);
    m_sides->setAccessibleName(tr("Request and answer"));
    m_request = addSide(tr("Request"));
    m_answer = addSide(tr("Answer"));
    m_changes = new QPlainTextEdit(m_sides);
    m_changes->setReadOnly(true);
    m_changes->setFont(fixedFont(font()));
    m_changes->setTabChangesFocus(true);
    m_changes->setAccessibleName(tr("Changes"));
    m_sides->addTab(m_changes, tr("Changes"));
    m_copy = new QPushButton(tr("Copy as cURL"), this);
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(tr("The request as a command for a shell; token and pin are variables"));
    connect(m_copy, &QPushButton::clicked, this, &Inspector::copyAsCurl);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_title);
    layout->addWidget(m_problem);
    layout->addWidget(m_sides, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_pretty, 1);
    foot->addWidget(m_copy);
    layout->addLayout(foot);
    connect(m_pretty, &QCheckBox::toggled, this, [this] { refresh(false); });
    showNothing();
}

void Inspector::showObservation(const models::Observation &observation,
                                const std::optional<models::Observation> &before)
{
    m_observation = observation;
    m_before = before;
    refresh(false);
    refreshChanges();
    // Who looks at changes goes on looking at them.
    if (m_sides->currentWidget() == m_changes)
        return;
    const bool isWebhook = observation.source == models::ObservationSource::Webhook;
    m_sides->setCurrentIndex(isWebhook ? 0 : 1);
}

void Inspector::showNothing()
{
    m_observation.reset();
    m_title->setText(tr("Nothing selected"));
    m_problem->setText(tr("Choose a line of the event list or a mark of the timeline to see what "
                          "was on the wire."));
    m_problem->show();
    m_sides->hide();
    m_pretty->hide();
    m_copy->hide();
}

Inspector::Side Inspector::addSide(const QString &title)
{
    auto *page = new QWidget(m_sides);
    Side side{new QPlainTextEdit(page), new QPushButton(tr("Show all"), page)};
    side.text->setReadOnly(true);
    side.text->setFont(fixedFont(font()));
    side.text->setAccessibleName(title);
    side.text->setTabChangesFocus(true);
    side.showAll->setAccessibleName(side.showAll->text());
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->addWidget(side.text, 1);
    layout->addWidget(side.showAll, 0, Qt::AlignLeft);
    m_sides->addTab(page, title);
    connect(side.showAll, &QPushButton::clicked, this, [this] { refresh(true); });
    return side;
}

void Inspector::refresh(bool isWhole)
{
    if (!m_observation)
        return;
    const models::Exchange &exchange = m_observation->exchange;
    m_title->setText(titleText());
    const bool hasProblem = m_observation->problem != models::TransportProblem::None;
    m_problem->setVisible(hasProblem);
    if (hasProblem) {
        m_problem->setText(models::sentenceFor(m_observation->problem, m_observation->source) +
                           u'\n' + m_observation->problemDetail);
    }
    refreshSide(m_request, exchange.requestHead, exchange.requestBody,
                tr("The request is not known."), isWhole);
    refreshSide(m_answer, exchange.answerHead, exchange.answerBody, tr("No answer came."), isWhole);
    m_sides->show();
    m_pretty->show();
    m_copy->setVisible(!exchange.requestHead.isEmpty());
}

void Inspector::refreshSide(const Side &side, const QByteArray &head, const QByteArray &body,
                            const QString &absence, bool isWhole)
{
    if (head.isEmpty() && body.isEmpty()) {
        side.text->setPlainText(absence);
        side.showAll->hide();
        return;
    }
    const QByteArray shown = m_pretty->isChecked() ? prettyBody(body) : body;
    const bool isCut = !isWhole && shown.size() > shownAtFirst;
    QString text = textOfBytes(maskedHead(head));
    if (!text.isEmpty() && !text.endsWith(QStringLiteral("\n\n")) &&
        !text.endsWith(QStringLiteral("\r\n\r\n")))
        text += u'\n';
    text += textOfBytes(isCut ? shown.first(shownAtFirst) : shown);
    side.text->setPlainText(text);
    side.showAll->setVisible(isCut);
    if (isCut) {
        side.showAll->setText(tr("Show all %1").arg(QLocale().formattedDataSize(shown.size())));
    }
}

void Inspector::refreshChanges()
{
    if (!m_before) {
        m_changes->setPlainText(tr("There is no snapshot before this one."));
        return;
    }
    const QByteArray &earlier = models::reportedBody(*m_before);
    const QByteArray &now = models::reportedBody(*m_observation);
    if (earlier.size() > prettyAtMost || now.size() > prettyAtMost) {
        m_changes->setPlainText(tr("The bodies are too large to be compared here."));
        return;
    }
    const auto earlierJson = models::parseJson(earlier);
    const auto nowJson = models::parseJson(now);
    if (!earlierJson || !nowJson) {
        m_changes->setPlainText(tr("Only JSON can be held against what came before."));
        return;
    }
    const QString changes = printed(jsonChanges(earlierJson.value(), nowJson.value()));
    m_changes->setPlainText(changes.isEmpty() ? tr("It says the same as the snapshot before.")
                                              : changes);
}

void Inspector::copyAsCurl() const
{
    if (!m_observation)
        return;
    // Without the line end: what is pasted into a shell is not run before it was looked at.
    const QByteArray command = models::curlOf(m_observation->exchange).trimmed();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(command));
}

QString Inspector::titleText() const
{
    const auto arrived =
        QDateTime::fromMSecsSinceEpoch(m_observation->arrivedAt.time_since_epoch().count());
    const QString when =
        QLocale().toString(arrived.toLocalTime().time(), QStringLiteral("HH:mm:ss.zzz"));
    const QString source = models::sourceName(m_observation->source);
    if (m_observation->exchange.answerStatus == 0)
        return tr("%1 · %2").arg(source, when);
    return tr("%1 · %2 · HTTP %3").arg(source, when).arg(m_observation->exchange.answerStatus);
}

} // namespace otpscope::ui
