// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/connectioncheck.h"
#include "models/environment/environmentbook.h"
#include "models/environment/secrets.h"

#include <QColor>
#include <QDialog>
#include <QString>

#include <map>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace otpscope::ui {

class CheckView;
class EnvironmentForm;

/// All environments: a list beside the fields of the one chosen in it. Works on a copy; accepted()
/// comes only where nothing is wrong with any of them. What needs a service is asked for by signal.
/// Show it with open().
class EnvironmentsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnvironmentsDialog)

public:
    /// `start` for a new environment: where its addresses come from.
    EnvironmentsDialog(const models::EnvironmentBook &book, models::Environment start,
                       QWidget *parent = nullptr);

    [[nodiscard]] const models::EnvironmentBook &book() const { return m_book; }
    /// The secrets that were typed.
    [[nodiscard]] const std::map<models::EnvironmentId, models::SecretEdits> &secrets() const
    {
        return m_secrets;
    }

    /// What a file held; a sentence says how many came.
    void addImported(const models::EnvironmentBook &others);
    void showProblem(const QString &sentence);
    /// Whether there is a secret of this kind for it, and where.
    void showSecretPlace(const models::EnvironmentId &id, models::SecretKind kind,
                         const QString &sentence);
    void showCheck(const models::ConnectionCheck &check);
    /// What is wrong with the files; empty where nothing is.
    void showCertificateProblem(const models::ReceiverAccess &access, const QString &sentence);

Q_SIGNALS:
    /// With what was typed in place of what is kept.
    void checkWanted(const otpscope::models::Environment &environment,
                     const otpscope::models::SecretEdits &typed);
    void secretPlaceWanted(const otpscope::models::EnvironmentId &id);
    /// Somebody is to look into the files.
    void certificateNamed(const otpscope::models::ReceiverAccess &access);
    void importWanted();
    /// Without secrets; there are none in it.
    void exportWanted(const otpscope::models::EnvironmentBook &book);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QColor nameColour(const models::Environment &environment) const;
    void makeList();
    QPushButton *addButton(const QString &text, void (EnvironmentsDialog::*action)());
    void refreshList();
    void chooseRow(int row);
    void takeForm();
    void takeSecrets(const models::EnvironmentId &id, const models::SecretEdits &typed);
    void refreshButtons();
    void add();
    void copy();
    void remove();
    void moveUp();
    void moveDown();
    void moveBy(int step);
    void check();
    void exportAll();
    void put(models::Environment environment);
    [[nodiscard]] bool hasFaults() const;

    models::EnvironmentBook m_book;
    models::Environment m_start;
    std::map<models::EnvironmentId, models::SecretEdits> m_secrets;
    models::EnvironmentId m_shown;

    QListWidget *m_list = nullptr;
    EnvironmentForm *m_form = nullptr;
    CheckView *m_check = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_checkButton = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace otpscope::ui
