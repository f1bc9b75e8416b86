// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveriesdialog.h"

#include "ui/run/hinttable.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

namespace {

/// The headings in the language of the window.
class DeliveryHeadings final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QIdentityProxyModel::headerData(section, orientation, role);
        const QStringList titles{DeliveriesDialog::tr("Created"),   DeliveriesDialog::tr("Status"),
                                 DeliveriesDialog::tr("Recipient"), DeliveriesDialog::tr("Steps"),
                                 DeliveriesDialog::tr("Label"),     DeliveriesDialog::tr("Flow")};
        return titles.value(section);
    }
};

} // namespace

DeliveriesDialog::DeliveriesDialog(const QString &environment, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Deliveries of %1").arg(environment));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_id = addFilter(form, tr("&Flow or tracking id"), tr("As it stands in an answer or a mail"));
    m_phone = addFilter(form, tr("&Recipient"), QStringLiteral("306971234567"));
    m_label = addFilter(form, tr("&Label"), {});
    m_status = new QComboBox(this);
    m_status->setAccessibleName(tr("Status"));
    m_status->addItem(tr("Any"), QString());
    for (const char *status : {"InProgress", "Succeeded", "Failed"})
        m_status->addItem(QLatin1String(status), QLatin1String(status));
    form->addRow(tr("&Status"), m_status);
    const auto button = [this](const QString &text) {
        auto *made = new QPushButton(text, this);
        made->setAccessibleName(QString(text).remove(u'&'));
        return made;
    };
    m_search = button(tr("S&earch"));
    // What Enter does in the fields; otherwise the dialog would take Close.
    m_search->setDefault(true);
    m_followId = button(tr("Follow this &id"));
    m_previous = button(tr("&Back"));
    m_next = button(tr("&Next"));
    m_follow = button(tr("F&ollow"));
    auto *actions = new QHBoxLayout;
    actions->addStretch();
    actions->addWidget(m_followId);
    actions->addWidget(m_search);
    auto *headings = new DeliveryHeadings(this);
    headings->setSourceModel(&m_model);
    m_table = new HintTable(
        tr("Search lists what the service knows. Leave the fields empty for all of it."), this);
    m_table->setAccessibleName(tr("Deliveries"));
    m_table->setModel(headings);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *pages = new QHBoxLayout;
    pages->addWidget(m_message, 1);
    pages->addWidget(m_previous);
    pages->addWidget(m_next);
    pages->addWidget(m_follow);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(actions);
    layout->addWidget(m_table, 1);
    layout->addLayout(pages);
    layout->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QPushButton::clicked, this, [this] { search(0); });
    connect(m_previous, &QPushButton::clicked, this,
            [this] { search(int(m_model.page().offset) - models::DeliveryQuery().limit); });
    connect(m_next, &QPushButton::clicked, this,
            [this] { search(int(m_model.page().offset) + m_model.rowCount()); });
    connect(m_follow, &QPushButton::clicked, this, [this] { follow(chosenId()); });
    connect(m_followId, &QPushButton::clicked, this, [this] { follow(m_id->text().trimmed()); });
    connect(m_table, &QTableView::activated, this, [this] { follow(chosenId()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DeliveriesDialog::refresh);
    resize(860, 560);
    refresh();
}

void DeliveriesDialog::setQuery(const models::DeliveryQuery &query)
{
    m_phone->setText(query.phoneNumber);
    m_label->setText(query.label);
    m_id->setText(query.flowId.text());
    m_status->setCurrentIndex(std::max(0, m_status->findData(query.status)));
}

void DeliveriesDialog::showPage(const models::DeliveryPage &page)
{
    m_model.setPage(page);
    m_table->resizeColumnsToContents();
    m_search->setEnabled(true);
    if (page.deliveries.empty()) {
        m_message->setText(tr("Nothing was found."));
    } else {
        m_message->setText(tr("%1 to %2 of %3")
                               .arg(page.offset + 1)
                               .arg(page.offset + qint64(page.deliveries.size()))
                               .arg(page.total));
    }
    refresh();
}

void DeliveriesDialog::showProblem(const QString &sentence)
{
    m_message->setText(sentence);
    m_search->setEnabled(true);
    refresh();
}

QLineEdit *DeliveriesDialog::addFilter(QFormLayout *form, const QString &label,
                                       const QString &example)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(QString(label).remove(u'&'));
    connect(edit, &QLineEdit::textChanged, this, &DeliveriesDialog::refresh);
    form->addRow(label, edit);
    return edit;
}

void DeliveriesDialog::search(int offset)
{
    models::DeliveryQuery query;
    query.status = m_status->currentData().toString();
    query.label = m_label->text().trimmed();
    query.phoneNumber = m_phone->text().trimmed();
    query.flowId = models::FlowId(m_id->text().trimmed());
    query.offset = std::max(0, offset);
    m_search->setEnabled(false);
    m_message->setText(tr("Looking…"));
    Q_EMIT searchWanted(query);
}

void DeliveriesDialog::follow(const QString &id)
{
    if (id.isEmpty())
        return;
    Q_EMIT followWanted(id);
    accept();
}

void DeliveriesDialog::refresh()
{
    // Called while the parts are still being made as well.
    if (!m_follow || !m_table)
        return;
    const models::DeliveryPage &page = m_model.page();
    m_previous->setEnabled(page.offset > 0);
    m_next->setEnabled(page.offset + m_model.rowCount() < page.total && m_model.rowCount() > 0);
    m_follow->setEnabled(!chosenId().isEmpty());
    m_followId->setEnabled(!m_id->text().trimmed().isEmpty());
}

QString DeliveriesDialog::chosenId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : m_model.flowAt(rows.first().row()).text();
}

} // namespace otpscope::ui
