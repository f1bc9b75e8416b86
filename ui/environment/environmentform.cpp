// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/environment/environmentform.h"

#include "ui/environment/environmenttexts.h"
#include "ui/environment/secretfield.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

using models::EnvironmentField;
using models::ProxyChoice;

constexpr int longestWaitSeconds = 600;
constexpr int highestPort = 65535;
constexpr int mostSends = 100'000;
constexpr int textLines = 4;

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList lines;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

/// "name = value" on each line.
std::map<QString, QString> variablesIn(const QPlainTextEdit *edit)
{
    std::map<QString, QString> variables;
    for (const QString &line : linesOf(edit)) {
        const qsizetype sign = line.indexOf(u'=');
        const QString name = (sign < 0 ? line : line.left(sign)).trimmed();
        variables[name] = sign < 0 ? QString() : line.mid(sign + 1).trimmed();
    }
    return variables;
}

QString textOf(const std::map<QString, QString> &variables)
{
    QStringList lines;
    for (const auto &[name, value] : variables)
        lines.append(QStringLiteral("%1 = %2").arg(name, value));
    return lines.join(u'\n');
}

std::chrono::seconds secondsIn(const QSpinBox *box)
{
    return std::chrono::seconds{box->value()};
}

} // namespace

EnvironmentForm::EnvironmentForm(QWidget *parent)
    : QWidget(parent)
{
    m_pages = new QTabWidget(this);
    m_pages->setAccessibleName(tr("Pages of the environment"));
    m_pages->tabBar()->setAccessibleName(tr("Pages of the environment"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    makeServicePage();
    makeSendingPage();
    makeNetworkPage();
    makeWebhooksPage();
    makeFlowsPage();
}

void EnvironmentForm::setEnvironment(const models::Environment &environment,
                                     const QStringList &others)
{
    const QScopedValueRollback setting(m_isSetting, true);
    m_given = environment;
    m_others = others;
    m_name->setText(environment.name);
    m_isReal->setChecked(environment.isReal);
    m_service->setText(environment.service);
    m_token->setText(environment.token);
    m_applicationId->setText(environment.applicationId);
    m_secret->reset();
    m_scope->setText(environment.scope);
    m_isLimited->setChecked(environment.sending.isLimitedToRecipients);
    m_recipients->setPlainText(environment.sending.recipients.join(u'\n'));
    m_sendsADay->setValue(environment.sending.sendsADay);
    m_webhookAddress->setText(environment.webhookAddress);
    m_receiverPort->setValue(environment.receiverPort);
    m_tunnel->setText(environment.tunnelCommand);
    m_listenAddress->setText(environment.access.listenAddress);
    m_certificate->setText(environment.access.certificateFile);
    m_key->setText(environment.access.keyFile);
    m_proxies->setPlainText(environment.access.proxies.join(u'\n'));
    m_sources->setPlainText(environment.access.sources.join(u'\n'));
    m_connect->setValue(int(environment.limits.connect.count()));
    m_firstByte->setValue(int(environment.limits.firstByte.count()));
    m_whole->setValue(int(environment.limits.whole.count()));
    m_proxy->setCurrentIndex(m_proxy->findData(int(environment.proxy.kind)));
    m_proxyHost->setText(environment.proxy.host);
    m_proxyPort->setValue(environment.proxy.port);
    m_proxyUser->setText(environment.proxy.user);
    m_proxyPassword->reset();
    m_authorities->setText(environment.authoritiesFile);
    m_sender->setText(environment.defaults.sender);
    m_template->setText(environment.defaults.templateId);
    m_callback->setText(environment.defaults.callback);
    m_variables->setPlainText(textOf(environment.variables));
    enableFields();
    showFaults();
    showExposure();
    askAboutCertificate();
}

models::Environment EnvironmentForm::environment() const
{
    models::Environment result = m_given;
    result.name = m_name->text().trimmed();
    result.isReal = m_isReal->isChecked();
    result.service = m_service->text().trimmed();
    result.token = m_token->text().trimmed();
    result.applicationId = m_applicationId->text().trimmed();
    result.scope = m_scope->text().simplified();
    result.sending = {m_isLimited->isChecked(), linesOf(m_recipients), m_sendsADay->value()};
    result.webhookAddress = m_webhookAddress->text().trimmed();
    result.receiverPort = m_receiverPort->value();
    result.tunnelCommand = m_tunnel->text().trimmed();
    result.access = {m_listenAddress->text().trimmed(), m_certificate->text().trimmed(),
                     m_key->text().trimmed(), linesOf(m_proxies), linesOf(m_sources)};
    result.limits = {secondsIn(m_connect), secondsIn(m_firstByte), secondsIn(m_whole)};
    result.proxy = {ProxyChoice::Kind(m_proxy->currentData().toInt()),
                    m_proxyHost->text().trimmed(), m_proxyPort->value(),
                    m_proxyUser->text().trimmed()};
    result.authoritiesFile = m_authorities->text().trimmed();
    result.defaults = {m_sender->text().trimmed(), m_template->text().trimmed(),
                       m_callback->text().trimmed()};
    result.variables = variablesIn(m_variables);
    return result;
}

models::SecretEdits EnvironmentForm::typedSecrets() const
{
    return {m_secret->typed(), m_proxyPassword->typed()};
}

void EnvironmentForm::setSecretPlace(models::SecretKind kind, const QString &sentence)
{
    SecretField *field = kind == models::SecretKind::Proxy ? m_proxyPassword : m_secret;
    field->setPlace(sentence);
}

void EnvironmentForm::makeServicePage()
{
    QFormLayout *form = addPage(tr("Service"));
    m_name = addLine(form, tr("&Name"));
    addFaultLine(form, EnvironmentField::Name, ServicePage);
    m_isReal = new QCheckBox(tr("&Real: sending costs money and reaches phones"), this);
    connect(m_isReal, &QCheckBox::toggled, this, &EnvironmentForm::fieldChanged);
    form->addRow(m_isReal);
    m_service = addLine(form, tr("&Service address"),
                        QStringLiteral("https://connect.routee.net/failover-otp"));
    addFaultLine(form, EnvironmentField::Service, ServicePage);
    m_token =
        addLine(form, tr("&Token address"), QStringLiteral("https://auth.routee.net/oauth/token"));
    addFaultLine(form, EnvironmentField::Token, ServicePage);
    m_applicationId = addLine(form, tr("&Application id"));
    m_secret = addSecret(form, tr("Application s&ecret"));
    m_scope = addLine(form, tr("S&cope"), tr("All that the application may do"));
}

void EnvironmentForm::makeSendingPage()
{
    QFormLayout *form = addPage(tr("Sending"));
    m_isLimited = new QCheckBox(tr("Send to &these numbers only"), this);
    connect(m_isLimited, &QCheckBox::toggled, this, &EnvironmentForm::fieldChanged);
    form->addRow(m_isLimited);
    m_recipients = addText(form, tr("Allowed &recipients"), QStringLiteral("+306971234567"));
    addFaultLine(form, EnvironmentField::Recipients, SendingPage);
    m_sendsADay = addNumber(form, tr("Flows a &day"), mostSends);
    m_sendsADay->setSpecialValueText(tr("Any number"));
    addFaultLine(form, EnvironmentField::SendsADay, SendingPage);
    auto *hint = new QLabel(tr("Both hold for this window and for the command line on this "
                               "account. A day is one of this machine's calendar."),
                            this);
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    form->addRow(hint);
}

void EnvironmentForm::makeNetworkPage()
{
    QFormLayout *form = addPage(tr("Network"));
    m_connect = addNumber(form, tr("Wait to &connect"), longestWaitSeconds, tr(" s"));
    m_firstByte = addNumber(form, tr("Wait for the &first byte"), longestWaitSeconds, tr(" s"));
    m_whole = addNumber(form, tr("Wait for the w&hole answer"), longestWaitSeconds, tr(" s"));
    addFaultLine(form, EnvironmentField::Limits, NetworkPage);
    m_proxy = new QComboBox(this);
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->addItem(tr("As the system"), int(ProxyChoice::Kind::System));
    m_proxy->addItem(tr("None"), int(ProxyChoice::Kind::None));
    m_proxy->addItem(tr("HTTP"), int(ProxyChoice::Kind::Http));
    m_proxy->addItem(tr("SOCKS5"), int(ProxyChoice::Kind::Socks5));
    connect(m_proxy, &QComboBox::activated, this, &EnvironmentForm::fieldChanged);
    form->addRow(tr("Pro&xy"), m_proxy);
    m_proxyHost = addLine(form, tr("Proxy h&ost"), QStringLiteral("proxy.example"));
    m_proxyPort = addNumber(form, tr("Proxy por&t"), highestPort);
    addFaultLine(form, EnvironmentField::Proxy, NetworkPage);
    m_proxyUser = addLine(form, tr("Proxy &user"), tr("None, where the proxy asks for none"));
    m_proxyPassword = addSecret(form, tr("Proxy pass&word"));
    m_authorities = addLine(form, tr("Certificates to trust &besides"), tr("A PEM file"));
}

void EnvironmentForm::makeWebhooksPage()
{
    QFormLayout *form = addPage(tr("Webhooks"));
    m_webhookAddress =
        addLine(form, tr("Public &webhook address"), QStringLiteral("https://name.example"));
    addFaultLine(form, EnvironmentField::WebhookAddress, WebhooksPage);
    m_receiverPort = addNumber(form, tr("&Port it leads to here"), highestPort);
    m_receiverPort->setSpecialValueText(tr("Any free one"));
    addFaultLine(form, EnvironmentField::ReceiverPort, WebhooksPage);
    m_tunnel = addLine(form, tr("T&unnel command"),
                       QStringLiteral("cloudflared tunnel --url http://127.0.0.1:{port}"));
    m_listenAddress = addLine(form, tr("&Listen on"), tr("127.0.0.1, this machine only"));
    addFaultLine(form, EnvironmentField::ListenAddress, WebhooksPage);
    m_exposure = addNote(form, QStringLiteral("verdict-warning"));
    m_certificate = addLine(form, tr("Certi&ficate for HTTPS"), tr("A PEM file; none: plain HTTP"));
    m_key = addLine(form, tr("Private &key"), tr("A PEM file without a passphrase"));
    addFaultLine(form, EnvironmentField::Certificate, WebhooksPage);
    m_certificateProblem = addNote(form, QStringLiteral("verdict-error"));
    m_sources = addText(form, tr("Allowed &sources"), tr("Everyone, or one on each line: %1")
                                                          .arg(QStringLiteral("192.0.2.0/24")));
    addFaultLine(form, EnvironmentField::Sources, WebhooksPage);
    m_proxies = addText(form, tr("Pro&xies to believe"), tr("None, or one on each line: %1")
                                                             .arg(QStringLiteral("127.0.0.1")));
    addFaultLine(form, EnvironmentField::Proxies, WebhooksPage);
    auto *hint = new QLabel(tr("A proxy named here tells by Forwarded or X-Forwarded-For who "
                               "posted. Name only those that write the header themselves."),
                            this);
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    form->addRow(hint);
}

void EnvironmentForm::makeFlowsPage()
{
    QFormLayout *form = addPage(tr("Flows"));
    m_sender = addLine(form, tr("SMS &sender"));
    m_template = addLine(form, tr("Viber &template id"));
    m_callback = addLine(form, tr("&Callback address"));
    m_variables = addText(form, tr("&Variables"), QStringLiteral("phone = +306971234567"));
    addFaultLine(form, EnvironmentField::Variables, FlowsPage);
    auto *hint = new QLabel(tr("One on each line, as “name = value”. A flow uses a value by "
                               "writing {{name}}. No secrets here: this is kept in a plain file."),
                            this);
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    form->addRow(hint);
}

QFormLayout *EnvironmentForm::addPage(const QString &title)
{
    auto *page = new QWidget(m_pages);
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_pages->addTab(page, title);
    return form;
}

QLineEdit *EnvironmentForm::addLine(QFormLayout *form, const QString &label, const QString &example)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(QString(label).remove(u'&'));
    connect(edit, &QLineEdit::textEdited, this, &EnvironmentForm::fieldChanged);
    // addRow makes the label the field's buddy.
    form->addRow(label, edit);
    return edit;
}

QSpinBox *EnvironmentForm::addNumber(QFormLayout *form, const QString &label, int largest,
                                     const QString &unit)
{
    auto *box = new QSpinBox(this);
    box->setRange(unit.isEmpty() ? 0 : 1, largest);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setSuffix(unit);
    box->setAccessibleName(QString(label).remove(u'&'));
    connect(box, &QSpinBox::valueChanged, this, &EnvironmentForm::fieldChanged);
    form->addRow(label, box);
    return box;
}

QPlainTextEdit *EnvironmentForm::addText(QFormLayout *form, const QString &label,
                                         const QString &example)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(QString(label).remove(u'&'));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * textLines + 2 * spacing::small);
    connect(edit, &QPlainTextEdit::textChanged, this, &EnvironmentForm::fieldChanged);
    form->addRow(label, edit);
    return edit;
}

QLabel *EnvironmentForm::addNote(QFormLayout *form, const QString &look)
{
    auto *note = new QLabel(this);
    note->setProperty("look", look);
    // As wide as the fields.
    note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->hide();
    form->addRow(QString(), note);
    return note;
}

SecretField *EnvironmentForm::addSecret(QFormLayout *form, const QString &label)
{
    auto *field = new SecretField(QString(label).remove(u'&'), this);
    connect(field, &SecretField::edited, this, &EnvironmentForm::fieldChanged);
    form->addRow(label, field);
    return field;
}

void EnvironmentForm::addFaultLine(QFormLayout *form, EnvironmentField field, Page page)
{
    m_faultLines[field] = addNote(form, QStringLiteral("verdict-error"));
    m_faultPages[field] = page;
}

void EnvironmentForm::fieldChanged()
{
    if (m_isSetting)
        return;
    enableFields();
    showFaults();
    showExposure();
    askAboutCertificate();
    Q_EMIT changed();
}

void EnvironmentForm::showExposure()
{
    const models::ReceiverAccess access = environment().access;
    QStringList sentences{tr("Other machines can then connect to the receiver.")};
    if (access.sources.isEmpty())
        sentences += tr("All of them may try: list the sources that are allowed.");
    if (access.certificateFile.isEmpty())
        sentences += tr("Without a certificate, what is posted travels in clear text.");
    m_exposure->setText(sentences.join(u' '));
    m_exposure->setVisible(access.isOpenToOthers());
}

void EnvironmentForm::askAboutCertificate()
{
    const models::ReceiverAccess access = environment().access;
    const bool isNamed = !access.certificateFile.isEmpty() && !access.keyFile.isEmpty();
    if (!isNamed)
        m_certificateProblem->hide();
    else if (access.certificateFile != m_askedCertificate || access.keyFile != m_askedKey)
        Q_EMIT certificateNamed(access);
    m_askedCertificate = access.certificateFile;
    m_askedKey = access.keyFile;
}

void EnvironmentForm::setCertificateProblem(const models::ReceiverAccess &access,
                                            const QString &sentence)
{
    if (access.certificateFile != m_certificate->text().trimmed() ||
        access.keyFile != m_key->text().trimmed())
        return;
    m_certificateProblem->setText(sentence);
    m_certificateProblem->setVisible(!sentence.isEmpty());
}

void EnvironmentForm::showFaults()
{
    m_faults = models::faultsOf(environment(), m_others);
    QMap<EnvironmentField, QStringList> sentences;
    QList<Page> marked;
    for (const models::EnvironmentFault &fault : m_faults) {
        sentences[fault.field].append(sentenceFor(fault));
        marked.append(m_faultPages.value(fault.field));
    }
    for (auto line = m_faultLines.cbegin(); line != m_faultLines.cend(); ++line) {
        line.value()->setText(sentences.value(line.key()).join(u' '));
        line.value()->setVisible(sentences.contains(line.key()));
    }
    const QStringList titles{tr("Service"), tr("Sending"), tr("Network"), tr("Webhooks"),
                             tr("Flows")};
    for (int page = 0; page < PageCount; ++page) {
        m_pages->setTabText(page, marked.contains(Page(page)) ? tr("%1 (!)").arg(titles[page])
                                                              : titles[page]);
    }
}

void EnvironmentForm::enableFields()
{
    const bool isOwn = !m_given.isSimulator();
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_name, m_isReal, m_service, m_token, m_applicationId, m_secret, m_scope,
             m_isLimited, m_sendsADay, m_webhookAddress, m_receiverPort, m_tunnel, m_connect,
             m_firstByte, m_whole, m_proxy, m_authorities, m_listenAddress, m_certificate, m_key,
             m_proxies, m_sources})
        field->setEnabled(isOwn);
    m_recipients->setEnabled(isOwn && m_isLimited->isChecked());
    const auto kind = ProxyChoice::Kind(m_proxy->currentData().toInt());
    const bool isNamed = kind == ProxyChoice::Kind::Http || kind == ProxyChoice::Kind::Socks5;
    m_proxyHost->setEnabled(isOwn && isNamed);
    m_proxyPort->setEnabled(isOwn && isNamed);
    m_proxyUser->setEnabled(isOwn && isNamed);
    m_proxyPassword->setEnabled(isOwn && isNamed && !m_proxyUser->text().trimmed().isEmpty());
}

} // namespace otpscope::ui
