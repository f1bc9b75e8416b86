// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environment.h"
#include "models/environment/secrets.h"

#include <QMap>
#include <QStringList>
#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;

namespace otpscope::ui {

class SecretField;

/// The fields of one environment, on five pages. What is wrong is said under its field, and the
/// page's tab is marked. GUI thread.
class EnvironmentForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentForm)

public:
    explicit EnvironmentForm(QWidget *parent = nullptr);

    /// `others` are the names that are taken. Forgets secrets that were typed.
    void setEnvironment(const models::Environment &environment, const QStringList &others);
    [[nodiscard]] models::Environment environment() const;
    [[nodiscard]] models::SecretEdits typedSecrets() const;
    /// Where this secret is, in a sentence.
    void setSecretPlace(models::SecretKind kind, const QString &sentence);
    /// What is wrong with these files, in a sentence; empty where nothing is. Left out of account
    /// where the fields name other files by now.
    void setCertificateProblem(const models::ReceiverAccess &access, const QString &sentence);
    [[nodiscard]] bool hasFaults() const { return !m_faults.empty(); }

Q_SIGNALS:
    /// By a person.
    void changed();
    /// Files of a certificate are named and nobody has looked into them yet.
    void certificateNamed(const otpscope::models::ReceiverAccess &access);

private:
    enum Page {
        ServicePage,
        SendingPage,
        NetworkPage,
        WebhooksPage,
        FlowsPage,
        PageCount,
    };

    void makeServicePage();
    void makeSendingPage();
    void makeNetworkPage();
    void makeWebhooksPage();
    void makeFlowsPage();
    QFormLayout *addPage(const QString &title);
    QLineEdit *addLine(QFormLayout *form, const QString &label, const QString &example = {});
    QSpinBox *addNumber(QFormLayout *form, const QString &label, int largest,
                        const QString &unit = {});
    QPlainTextEdit *addText(QFormLayout *form, const QString &label, const QString &example);
    /// Under a field, hidden as long as there is nothing to say. `look` as the style sheet has it.
    QLabel *addNote(QFormLayout *form, const QString &look);
    SecretField *addSecret(QFormLayout *form, const QString &label);
    void addFaultLine(QFormLayout *form, models::EnvironmentField field, Page page);
    void fieldChanged();
    void showFaults();
    void enableFields();
    void showExposure();
    void askAboutCertificate();

    models::Environment m_given;
    QStringList m_others;
    std::vector<models::EnvironmentFault> m_faults;
    bool m_isSetting = false;
    /// The files that were asked about last.
    QString m_askedCertificate;
    QString m_askedKey;

    QTabWidget *m_pages = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_isReal = nullptr;
    QLineEdit *m_service = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_applicationId = nullptr;
    SecretField *m_secret = nullptr;
    QLineEdit *m_scope = nullptr;
    QCheckBox *m_isLimited = nullptr;
    QPlainTextEdit *m_recipients = nullptr;
    QSpinBox *m_sendsADay = nullptr;
    QLineEdit *m_webhookAddress = nullptr;
    QSpinBox *m_receiverPort = nullptr;
    QLineEdit *m_tunnel = nullptr;
    QLineEdit *m_listenAddress = nullptr;
    QLabel *m_exposure = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_key = nullptr;
    QLabel *m_certificateProblem = nullptr;
    QPlainTextEdit *m_proxies = nullptr;
    QPlainTextEdit *m_sources = nullptr;
    QSpinBox *m_connect = nullptr;
    QSpinBox *m_firstByte = nullptr;
    QSpinBox *m_whole = nullptr;
    QComboBox *m_proxy = nullptr;
    QLineEdit *m_proxyHost = nullptr;
    QSpinBox *m_proxyPort = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    SecretField *m_proxyPassword = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLineEdit *m_sender = nullptr;
    QLineEdit *m_template = nullptr;
    QLineEdit *m_callback = nullptr;
    QPlainTextEdit *m_variables = nullptr;
    /// Under the field they are about.
    QMap<models::EnvironmentField, QLabel *> m_faultLines;
    QMap<models::EnvironmentField, Page> m_faultPages;
};

} // namespace otpscope::ui
