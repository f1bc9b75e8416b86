// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/snippetpage.h"

#include "models/snippet/snippet.h"
#include "ui/editor/flowreviewer.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace otpscope::ui {

using models::SnippetLanguage;
using models::SnippetSecrets;

SnippetPage::SnippetPage(BodySource body, QWidget *parent)
    : QWidget(parent)
    , m_body(std::move(body))
    , m_service(models::publicService())
    , m_language(new QComboBox(this))
    , m_secrets(new QCheckBox(tr("With &secrets"), this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_text(new QPlainTextEdit(this))
{
    // Names of programs and languages are the same everywhere.
    m_language->addItem(QStringLiteral("cURL"), int(SnippetLanguage::Curl));
    m_language->addItem(QStringLiteral("HTTPie"), int(SnippetLanguage::Httpie));
    m_language->addItem(QStringLiteral("Python requests"), int(SnippetLanguage::Python));
    m_language->addItem(QStringLiteral("JavaScript fetch"), int(SnippetLanguage::JavaScript));
    auto *label = new QLabel(tr("&Language"), this);
    label->setBuddy(m_language);
    m_language->setObjectName(QStringLiteral("snippetLanguage"));
    m_language->setAccessibleName(tr("Language"));
    m_secrets->setObjectName(QStringLiteral("snippetSecrets"));
    m_secrets->setAccessibleName(tr("With secrets"));
    m_secrets->setToolTip(tr("Writes the pin into the text. Without it, the program takes the pin "
                             "from the variable PIN and the token from TOKEN."));
    m_copy->setObjectName(QStringLiteral("snippetCopy"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_text->setObjectName(QStringLiteral("snippetText"));
    m_text->setAccessibleName(tr("Flow as a command"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::small);
    bar->addWidget(label);
    bar->addWidget(m_language);
    bar->addWidget(m_secrets);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, spacing::small);
    layout->setSpacing(spacing::small);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);

    connect(m_language, &QComboBox::currentIndexChanged, this, &SnippetPage::refresh);
    connect(m_secrets, &QCheckBox::toggled, this, &SnippetPage::refresh);
    connect(m_copy, &QPushButton::clicked, this, &SnippetPage::copy);
}

void SnippetPage::noteChange()
{
    m_isStale = true;
    if (isVisible())
        refresh();
}

void SnippetPage::setService(const QString &service)
{
    m_service = service;
    noteChange();
}

QString SnippetPage::text() const
{
    return m_text->toPlainText();
}

void SnippetPage::showEvent(QShowEvent *event)
{
    if (m_isStale)
        refresh();
    QWidget::showEvent(event);
}

void SnippetPage::refresh()
{
    m_isStale = false;
    const QByteArray body = m_body();
    m_text->setPlainText(body.size() > longestQuickText
                             ? tr("This flow is long, %1. Copy makes the command.")
                                   .arg(locale().formattedDataSize(body.size()))
                             : written(body));
}

QString SnippetPage::written(const QByteArray &body) const
{
    const auto language = static_cast<SnippetLanguage>(m_language->currentData().toInt());
    const auto secrets =
        m_secrets->isChecked() ? SnippetSecrets::Written : SnippetSecrets::AsVariables;
    return QString::fromUtf8(models::snippet({m_service, body, {}}, language, secrets));
}

// Written once more, for the text widget knows line ends of one kind only.
void SnippetPage::copy()
{
    QGuiApplication::clipboard()->setText(written(m_body()));
}

} // namespace otpscope::ui
