// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "models/text/importsentences.h"
#include "models/text/sentences.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

namespace {

/// A body to look at; the whole of a large one would be laid out in the window's thread.
constexpr qsizetype previewBytes = 64 * 1024;

QString placed(const models::ImportNote &note)
{
    const QString sentence = models::sentenceFor(note);
    //: %1 is the number of a line, %2 a whole sentence
    return note.line > 0 ? ImportDialog::tr("Line %1: %2").arg(QString::number(note.line), sentence)
                         : sentence;
}

} // namespace

ImportDialog::ImportDialog(const models::Import &import, const QString &source, QWidget *parent)
    : QDialog(parent)
    , m_import(import)
    , m_headline(new QLabel(headline(source), this))
    , m_requestsLabel(new QLabel(tr("&Requests found"), this))
    , m_requests(new QListWidget(this))
    , m_body(new QPlainTextEdit(this))
    , m_notesLabel(new QLabel(tr("&Left out or not understood"), this))
    , m_notes(new QListWidget(this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setFont(strongFont(font()));
    m_requestsLabel->setBuddy(m_requests);
    m_requests->setObjectName(QStringLiteral("importRequests"));
    m_requests->setAccessibleName(tr("Requests found"));
    m_notesLabel->setBuddy(m_notes);
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_notes->setAccessibleName(tr("Left out or not understood"));
    m_notes->setWordWrap(true);
    m_notes->setSelectionMode(QAbstractItemView::NoSelection);
    m_body->setObjectName(QStringLiteral("importBody"));
    m_body->setAccessibleName(tr("Body of the request"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_body->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_open = buttons->addButton(tr("&Open as a new flow"), QDialogButtonBox::AcceptRole);
    m_open->setDefault(true);
    m_open->setProperty("look", QStringLiteral("primary"));
    // As the other buttons of the window.
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(m_requestsLabel);
    layout->addWidget(m_requests, 1);
    layout->addWidget(m_body, 3);
    layout->addWidget(m_notesLabel);
    layout->addWidget(m_notes, 1);
    layout->addWidget(buttons);
    resize(640, 560);

    connect(m_requests, &QListWidget::currentRowChanged, this, &ImportDialog::showChosen);
    connect(m_requests, &QListWidget::itemActivated, m_open, &QPushButton::click);
    fillRequests();
}

const models::ImportedRequest &ImportDialog::chosen() const
{
    return m_import.requests.at(static_cast<std::size_t>(std::max(m_requests->currentRow(), 0)));
}

QString ImportDialog::headline(const QString &source) const
{
    const QString format = models::importFormatName(m_import.format);
    const int count = static_cast<int>(m_import.requests.size());
    if (source.isEmpty())
        //: %1 is what it is, for instance "Postman collection"
        return tr("%1 from the clipboard, %n request(s)", nullptr, count).arg(format);
    return tr("%1 in %2, %n request(s)", nullptr, count).arg(format, source);
}

void ImportDialog::fillRequests()
{
    for (const models::ImportedRequest &request : m_import.requests) {
        QString title = models::titleOf(request);
        if (!request.isUsable())
            //: behind the title of a request
            title = tr("%1 (no flow)").arg(title);
        else if (!request.isFlow())
            //: behind the title of a request
            title = tr("%1 (to correct)").arg(title);
        m_requests->addItem(title);
    }
    const bool isChoice = m_import.requests.size() > 1;
    m_requestsLabel->setVisible(isChoice);
    m_requests->setVisible(isChoice);
    m_requests->setCurrentRow(m_import.firstUsable().value_or(0));
    (isChoice ? static_cast<QWidget *>(m_requests) : m_open)->setFocus();
}

void ImportDialog::showChosen()
{
    const models::ImportedRequest &request = chosen();
    m_open->setEnabled(request.isUsable());
    m_body->setPlainText(QString::fromUtf8(request.body.left(previewBytes)));
    m_notes->clear();
    addNotes(m_import.notes);
    addNotes(request.notes);
    const bool hasNotes = m_notes->count() > 0;
    m_notesLabel->setVisible(hasNotes);
    m_notes->setVisible(hasNotes);
}

void ImportDialog::addNotes(const std::vector<models::ImportNote> &notes)
{
    for (const models::ImportNote &note : notes)
        m_notes->addItem(placed(note));
}

} // namespace otpscope::ui
