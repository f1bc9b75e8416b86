// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/accountanswers.h"

#include <QDialog>
#include <QString>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace otpscope::ui {

/// The templates of the catalogue and of the account, to be used in a step. Shows what it is given
/// and asks by signal. Show it with open().
class TemplatesDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplatesDialog)

public:
    /// `environment` is whose templates are asked for, by its name; `stepName` is where one would
    /// be used, empty where there is no such step.
    TemplatesDialog(const QString &environment, const QString &stepName, QWidget *parent = nullptr);

    void setTemplates(const std::vector<models::OfferedTemplate> &templates);
    void showMessage(const QString &sentence);
    /// Entries nobody understands, as they came.
    void showStrange(const std::vector<QByteArray> &entries);

Q_SIGNALS:
    void useWanted(const otpscope::models::OtpTemplate &chosen);

private:
    void use();
    void refresh();

    std::vector<models::OfferedTemplate> m_templates;
    bool m_hasStep;
    QTableWidget *m_table = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_strangeTitle = nullptr;
    QPlainTextEdit *m_strange = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace otpscope::ui
