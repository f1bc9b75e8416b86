// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/templates/templatesdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

enum Column {
    TypeColumn,
    OriginColumn,
    ParametersColumn,
    IdColumn,
    TextColumn,
    Columns,
};

QString originOf(const models::OfferedTemplate &offered)
{
    if (offered.isInCatalogue && offered.isOfAccount)
        return TemplatesDialog::tr("catalogue, account");
    return offered.isInCatalogue ? TemplatesDialog::tr("catalogue")
                                 : TemplatesDialog::tr("account");
}

} // namespace

TemplatesDialog::TemplatesDialog(const QString &environment, const QString &stepName,
                                 QWidget *parent)
    : QDialog(parent)
    , m_hasStep(!stepName.isEmpty())
{
    setWindowTitle(tr("Templates of %1").arg(environment));
    m_table = new QTableWidget(0, Columns, this);
    m_table->setAccessibleName(tr("Templates"));
    m_table->setHorizontalHeaderLabels(
        {tr("Type"), tr("Known to"), tr("Fields"), tr("Template id"), tr("English text")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    // The text is what one chooses by: rows are as high as it needs.
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_strangeTitle = new QLabel(this);
    m_strangeTitle->setWordWrap(true);
    m_strange = new QPlainTextEdit(this);
    m_strange->setReadOnly(true);
    m_strange->setTabChangesFocus(true);
    m_strange->setAccessibleName(tr("Templates as they came"));
    m_strangeTitle->setBuddy(m_strange);
    m_strangeTitle->hide();
    m_strange->hide();
    m_use = new QPushButton(m_hasStep ? tr("&Use in %1").arg(stepName) : tr("&Use"), this);
    m_use->setAccessibleName(tr("Use"));
    m_use->setToolTip(m_hasStep ? QString() : tr("The flow has no Viber step."));
    // What Enter does; otherwise the dialog would take Close.
    m_use->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_use, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_message);
    layout->addWidget(m_strangeTitle);
    layout->addWidget(m_strange, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &TemplatesDialog::use);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &TemplatesDialog::use);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TemplatesDialog::refresh);
    resize(1120, 520);
    refresh();
}

void TemplatesDialog::setTemplates(const std::vector<models::OfferedTemplate> &templates)
{
    const int chosen = m_table->currentRow();
    m_templates = templates;
    m_table->setRowCount(int(templates.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const models::OfferedTemplate &offered = templates[std::size_t(row)];
        const auto put = [&](Column column, const QString &text) {
            auto *item = new QTableWidgetItem(text.simplified());
            item->setToolTip(text.toHtmlEscaped());
            m_table->setItem(row, column, item);
        };
        put(TypeColumn, offered.content.type);
        put(OriginColumn, originOf(offered));
        put(ParametersColumn, offered.content.parameters.join(QStringLiteral(", ")));
        put(TextColumn, offered.content.text);
        put(IdColumn, offered.content.id);
    }
    m_table->resizeColumnsToContents();
    // It has what is left.
    constexpr int leastText = 200;
    m_table->setColumnWidth(TextColumn, leastText);
    // What the account adds comes behind what was there.
    m_table->selectRow(qMax(0, chosen));
    refresh();
}

void TemplatesDialog::showMessage(const QString &sentence)
{
    m_message->setText(sentence);
}

void TemplatesDialog::showStrange(const std::vector<QByteArray> &entries)
{
    m_strangeTitle->setText(tr("%n templates came in a shape that is not known. They are shown as "
                               "they came; copy a template id from here.",
                               nullptr, int(entries.size())));
    m_strangeTitle->setVisible(!entries.empty());
    m_strange->setVisible(!entries.empty());
    QStringList lines;
    for (const QByteArray &entry : entries)
        lines.append(QString::fromUtf8(entry).trimmed());
    m_strange->setPlainText(lines.join(u'\n'));
}

void TemplatesDialog::use()
{
    const int row = m_table->currentRow();
    if (!m_use->isEnabled() || row < 0)
        return;
    Q_EMIT useWanted(m_templates[std::size_t(row)].content);
    accept();
}

void TemplatesDialog::refresh()
{
    m_use->setEnabled(m_hasStep && m_table->currentRow() >= 0);
}

} // namespace otpscope::ui
