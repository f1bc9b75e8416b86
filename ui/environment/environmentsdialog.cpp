// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/environmentsdialog.h"

#include "ui/environment/checkview.h"
#include "ui/environment/environmentform.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

namespace {

constexpr int listWidth = 220;

models::EnvironmentId newId()
{
    return models::EnvironmentId(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

EnvironmentsDialog::EnvironmentsDialog(const models::EnvironmentBook &book,
                                       models::Environment start, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_start(std::move(start))
    , m_shown(book.current().id)
{
    setWindowTitle(tr("Environments"));
    m_form = new EnvironmentForm(this);
    m_check = new CheckView(this);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    m_checkButton = new QPushButton(tr("C&heck connection"), this);
    m_checkButton->setAccessibleName(tr("Check connection"));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);

    auto *checkRow = new QHBoxLayout;
    checkRow->addWidget(m_checkButton, 0, Qt::AlignTop);
    checkRow->addWidget(m_check, 1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_form, 1);
    right->addLayout(checkRow);
    auto *columns = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
    layout->addWidget(m_buttons);
    makeList();
    left->addWidget(m_list, 1);
    auto *buttons = new QGridLayout;
    left->addLayout(buttons);
    buttons->addWidget(addButton(tr("&New"), &EnvironmentsDialog::add), 0, 0);
    m_copy = addButton(tr("Cop&y"), &EnvironmentsDialog::copy);
    buttons->addWidget(m_copy, 0, 1);
    m_up = addButton(tr("&Up"), &EnvironmentsDialog::moveUp);
    buttons->addWidget(m_up, 1, 0);
    m_down = addButton(tr("Do&wn"), &EnvironmentsDialog::moveDown);
    buttons->addWidget(m_down, 1, 1);
    m_remove = addButton(tr("&Delete"), &EnvironmentsDialog::remove);
    buttons->addWidget(m_remove, 2, 0, 1, 2);
    buttons->addWidget(addButton(tr("&Import…"), &EnvironmentsDialog::importWanted), 3, 0);
    buttons->addWidget(addButton(tr("E&xport…"), &EnvironmentsDialog::exportAll), 3, 1);

    connect(m_form, &EnvironmentForm::certificateNamed, this,
            &EnvironmentsDialog::certificateNamed);
    connect(m_form, &EnvironmentForm::changed, this, &EnvironmentsDialog::takeForm);
    connect(m_checkButton, &QPushButton::clicked, this, &EnvironmentsDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(820, 600);
    refreshList();
}

void EnvironmentsDialog::addImported(const models::EnvironmentBook &others)
{
    const int count = m_book.import(others, newId);
    m_shown = m_book.all().back().id;
    refreshList();
    showProblem(tr("Environments that came in: %1. Their secrets did not come along: enter those "
                   "by hand.")
                    .arg(count));
}

void EnvironmentsDialog::showProblem(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void EnvironmentsDialog::showSecretPlace(const models::EnvironmentId &id, models::SecretKind kind,
                                         const QString &sentence)
{
    if (id != m_shown)
        return;
    const auto typed = m_secrets.find(id);
    const models::SecretEdits edits =
        typed == m_secrets.end() ? models::SecretEdits() : typed->second;
    const bool isTyped = kind == models::SecretKind::Proxy ? edits.proxy.has_value()
                                                           : edits.application.has_value();
    m_form->setSecretPlace(kind, isTyped ? tr("What was typed is kept when you press OK.")
                                         : sentence);
}

void EnvironmentsDialog::showCheck(const models::ConnectionCheck &check)
{
    m_check->setCheck(check);
    m_checkButton->setEnabled(check.isOver);
}

void EnvironmentsDialog::showCertificateProblem(const models::ReceiverAccess &access,
                                                const QString &sentence)
{
    m_form->setCertificateProblem(access, sentence);
}

void EnvironmentsDialog::makeList()
{
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Environments"));
    m_list->setFixedWidth(listWidth);
    connect(m_list, &QListWidget::currentRowChanged, this, &EnvironmentsDialog::chooseRow);
}

QPushButton *EnvironmentsDialog::addButton(const QString &text,
                                           void (EnvironmentsDialog::*action)())
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, action);
    return button;
}

void EnvironmentsDialog::refreshList()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int row = 0;
    for (const models::Environment &environment : m_book.all()) {
        auto *item = new QListWidgetItem(environment.name, m_list);
        item->setForeground(nameColour(environment));
        if (environment.id == m_shown)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    chooseRow(row);
}

QColor EnvironmentsDialog::nameColour(const models::Environment &environment) const
{
    const Colours &colours = coloursFor(palette());
    return environment.isReal ? colours.tone(Tone::Warning) : colours.text;
}

void EnvironmentsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || !m_list)
        return;
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setForeground(nameColour(m_book.all()[std::size_t(row)]));
}

void EnvironmentsDialog::chooseRow(int row)
{
    if (row < 0 || row >= int(m_book.all().size()))
        return;
    const models::Environment &environment = m_book.all()[std::size_t(row)];
    m_shown = environment.id;
    m_form->setEnvironment(environment, m_book.namesBeside(environment.id));
    m_check->setCheck({});
    refreshButtons();
    if (!environment.isSimulator())
        Q_EMIT secretPlaceWanted(m_shown);
}

void EnvironmentsDialog::takeForm()
{
    const models::Environment environment = m_form->environment();
    m_book.put(environment);
    takeSecrets(environment.id, m_form->typedSecrets());
    QListWidgetItem *item = m_list->currentItem();
    item->setText(environment.name);
    item->setForeground(nameColour(environment));
    refreshButtons();
}

// What was typed for one before another was looked at stays.
void EnvironmentsDialog::takeSecrets(const models::EnvironmentId &id,
                                     const models::SecretEdits &typed)
{
    if (typed.application)
        m_secrets[id].application = typed.application;
    if (typed.proxy)
        m_secrets[id].proxy = typed.proxy;
}

void EnvironmentsDialog::refreshButtons()
{
    const bool isOwn = m_shown != models::simulatorId();
    m_copy->setEnabled(isOwn);
    m_remove->setEnabled(isOwn);
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() + 1 < m_list->count());
    m_checkButton->setEnabled(isOwn && !m_form->hasFaults());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!hasFaults());
}

void EnvironmentsDialog::add()
{
    models::Environment environment = m_start;
    environment.name = tr("New environment");
    put(environment);
}

void EnvironmentsDialog::copy()
{
    put(m_form->environment());
}

void EnvironmentsDialog::put(models::Environment environment)
{
    environment.id = newId();
    environment.name = m_book.freeName(environment.name);
    m_book.put(environment);
    m_shown = environment.id;
    refreshList();
}

void EnvironmentsDialog::remove()
{
    const int row = m_list->currentRow();
    if (!m_book.remove(m_shown))
        return;
    // To be forgotten with it.
    m_secrets[m_shown] = {QString(), QString()};
    const auto &all = m_book.all();
    m_shown = all[std::size_t(std::min(row, int(all.size()) - 1))].id;
    refreshList();
}

void EnvironmentsDialog::moveUp()
{
    moveBy(-1);
}

void EnvironmentsDialog::moveDown()
{
    moveBy(1);
}

void EnvironmentsDialog::moveBy(int step)
{
    m_book.move(m_shown, m_list->currentRow() + step);
    refreshList();
}

void EnvironmentsDialog::check()
{
    const auto typed = m_secrets.find(m_shown);
    m_checkButton->setEnabled(false);
    Q_EMIT checkWanted(m_form->environment(),
                       typed == m_secrets.end() ? models::SecretEdits() : typed->second);
}

void EnvironmentsDialog::exportAll()
{
    Q_EMIT exportWanted(m_book);
}

bool EnvironmentsDialog::hasFaults() const
{
    return std::any_of(
        m_book.all().begin(), m_book.all().end(), [this](const models::Environment &environment) {
            return !faultsOf(environment, m_book.namesBeside(environment.id)).empty();
        });
}

} // namespace otpscope::ui
