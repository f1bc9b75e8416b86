// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/environment/secretstore.h"
#include "app/window/environmentfiles.h"
#include "models/core/clock.h"
#include "models/environment/connectioncheck.h"
#include "models/environment/environmentbook.h"
#include "ui/environment/environmentsdialog.h"
#include "ui/mainwindow/choice.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace otpscope::window {

/// The environments of the window: which there are, which is in use, their secrets, and the dialog
/// that changes them. GUI thread; files are read and written in `files`, a thread of the owner's.
class Environments final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Environments)

public:
    /// The owner ends the thread `files` before this goes, after flush(). `window` is the parent of
    /// dialogs; it and `clock` outlive this.
    Environments(const QString &dataFolder, const models::Clock &clock, QThread &files,
                 QWidget &window);
    ~Environments() override;

    /// Reads the file; changed() follows. Once, when the thread runs.
    void start();
    /// Waits until what was saved is written. Only while the thread runs.
    void flush();

    [[nodiscard]] const models::Environment &current() const { return m_book.current(); }
    /// The last one stands for the dialog.
    [[nodiscard]] std::vector<ui::Choice> choices() const;
    /// A choice by its name: an environment, or the dialog.
    void choose(const QString &name);
    void openDialog();
    /// By its name; nullptr where there is none.
    [[nodiscard]] const models::Environment *named(const QString &name) const
    {
        return m_book.named(name);
    }
    /// Its secrets, from the event loop; empty where there are none.
    void readSecretsOf(const models::EnvironmentId &id, QObject *context,
                       environment::SecretStore::Receiver receiver);
    /// That of the current one.
    void readSecrets(QObject *context, environment::SecretStore::Receiver receiver);

    void showCheck(const models::ConnectionCheck &check);

Q_SIGNALS:
    /// Which there are, or which is in use.
    void changed();
    void dialogClosed();
    /// Something to say at the top of the window.
    void noted(const QString &sentence);
    void checkWanted(const otpscope::models::Environment &environment,
                     const otpscope::models::Secrets &secrets);

private:
    void connectFiles();
    void connectDialog(ui::EnvironmentsDialog *dialog);
    void take(const environment::LoadedEnvironments &found);
    void accept(const ui::EnvironmentsDialog &dialog);
    void keep(const models::EnvironmentId &id, const models::SecretEdits &typed);
    void keep(const models::EnvironmentId &id, models::SecretKind kind,
              const std::optional<QString> &typed);
    void tellSecretPlaces(const models::EnvironmentId &id);
    /// `lack` says that there is none; empty where there is one.
    void tellSecretPlace(const models::EnvironmentId &id, models::SecretKind kind,
                         const QString &lack);
    void wantCheck(const models::Environment &environment, const models::SecretEdits &typed);
    void importFrom();
    void exportTo(const models::EnvironmentBook &book);
    void save();

    void lookAtCertificate(const models::ReceiverAccess &access);

    QString m_path;
    const models::Clock &m_clock;
    QWidget &m_window;
    /// Lives in the files' thread and is deleted there.
    EnvironmentFiles *m_files = nullptr;
    QThread &m_thread;
    environment::SecretStore m_secrets;
    models::EnvironmentBook m_book;
    bool m_isReadOnly = false;
    QPointer<ui::EnvironmentsDialog> m_dialog;
};

} // namespace otpscope::window
