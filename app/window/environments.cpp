// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/environments.h"

#include "app/window/problemtexts.h"

#include <QFileDialog>

#include <utility>

namespace otpscope::window {

namespace {

const QString dialogChoice = QStringLiteral("edit");

} // namespace

Environments::Environments(const QString &dataFolder, const models::Clock &clock, QThread &files,
                           QWidget &window)
    : m_path(environment::environmentsPath(dataFolder))
    , m_clock(clock)
    , m_window(window)
    , m_files(new EnvironmentFiles)
    , m_thread(files)
    , m_book(environment::builtInEnvironments())
{
    qRegisterMetaType<environment::LoadedEnvironments>();
    qRegisterMetaType<models::ReceiverAccess>();
    m_files->moveToThread(&files);
    connect(&files, &QThread::finished, m_files, &QObject::deleteLater);
    connectFiles();
}

Environments::~Environments()
{
    // A thread that never ran deletes nothing.
    if (!m_thread.isRunning() && !m_thread.isFinished())
        delete m_files;
}

void Environments::start()
{
    QMetaObject::invokeMethod(m_files, [files = m_files, path = m_path] { files->load(path); });
}

void Environments::flush()
{
    QMetaObject::invokeMethod(
        m_files, [] {}, Qt::BlockingQueuedConnection);
}

std::vector<ui::Choice> Environments::choices() const
{
    std::vector<ui::Choice> result;
    for (const models::Environment &environment : m_book.all()) {
        if (environment.isSimulator()) {
            result.push_back(
                {environment.id.text(), tr("Built-in simulator"),
                 tr("Plays the service on this machine: no account, no network, no cost.")});
        } else if (environment.isReal) {
            result.push_back({environment.id.text(), tr("%1 (real)").arg(environment.name),
                              tr("Flows sent there cost money and reach phones.")});
        } else {
            result.push_back({environment.id.text(), environment.name, environment.service});
        }
    }
    result.push_back({dialogChoice, tr("Edit environments…"),
                      tr("Routee, or any other service, with its credentials and limits.")});
    return result;
}

void Environments::choose(const QString &name)
{
    if (name == dialogChoice)
        openDialog();
    else if (m_book.choose(models::EnvironmentId(name)))
        save();
    // Also where nothing was chosen: the list shows what is in use.
    Q_EMIT changed();
}

void Environments::openDialog()
{
    if (m_dialog)
        return;
    models::Environment start;
    const models::EnvironmentBook builtIn = environment::builtInEnvironments();
    if (const models::Environment *routee =
            builtIn.find(models::EnvironmentId(QStringLiteral("routee"))))
        start = *routee;
    m_dialog = new ui::EnvironmentsDialog(m_book, start, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connectDialog(m_dialog);
    m_dialog->open();
    if (!m_book.current().access.certificateFile.isEmpty())
        lookAtCertificate(m_book.current().access);
    if (!m_book.current().isSimulator())
        tellSecretPlaces(m_book.current().id);
}

void Environments::readSecretsOf(const models::EnvironmentId &id, QObject *context,
                                 environment::SecretStore::Receiver receiver)
{
    m_secrets.read(id, context, std::move(receiver));
}

void Environments::readSecrets(QObject *context, environment::SecretStore::Receiver receiver)
{
    readSecretsOf(current().id, context, std::move(receiver));
}

void Environments::showCheck(const models::ConnectionCheck &check)
{
    if (m_dialog)
        m_dialog->showCheck(check);
}

void Environments::connectFiles()
{
    connect(m_files, &EnvironmentFiles::loaded, this, &Environments::take);
    connect(m_files, &EnvironmentFiles::saved, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            Q_EMIT noted(tr("The environments could not be saved in %1: %2. Make room or allow "
                            "writing there.")
                             .arg(m_path, problem));
    });
    connect(m_files, &EnvironmentFiles::certificateSeen, this,
            [this](const models::ReceiverAccess &access, const QString &problem) {
                if (m_dialog)
                    m_dialog->showCertificateProblem(access, problem);
            });
    connect(m_files, &EnvironmentFiles::othersRead, this,
            [this](const QString &path, const environment::LoadedEnvironments &found) {
                if (!m_dialog)
                    return;
                if (found.problem)
                    m_dialog->showProblem(sentenceFor(*found.problem, path));
                else
                    m_dialog->addImported(found.book);
            });
    connect(m_files, &EnvironmentFiles::othersWritten, this,
            [this](const QString &path, const QString &problem) {
                if (!m_dialog)
                    return;
                m_dialog->showProblem(problem.isEmpty()
                                          ? tr("Written to %1, without secrets.").arg(path)
                                          : tr("%1 could not be written: %2.").arg(path, problem));
            });
}

void Environments::connectDialog(ui::EnvironmentsDialog *dialog)
{
    using ui::EnvironmentsDialog;
    connect(dialog, &EnvironmentsDialog::secretPlaceWanted, this, &Environments::tellSecretPlaces);
    connect(dialog, &EnvironmentsDialog::certificateNamed, this, &Environments::lookAtCertificate);
    connect(dialog, &EnvironmentsDialog::checkWanted, this, &Environments::wantCheck);
    connect(dialog, &EnvironmentsDialog::importWanted, this, &Environments::importFrom);
    connect(dialog, &EnvironmentsDialog::exportWanted, this, &Environments::exportTo);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { accept(*dialog); });
    connect(dialog, &QDialog::finished, this, &Environments::dialogClosed);
}

void Environments::take(const environment::LoadedEnvironments &found)
{
    m_book = found.book;
    m_isReadOnly = found.isReadOnly;
    if (found.problem) {
        QString sentence = sentenceFor(*found.problem, m_path);
        if (!found.movedAside.isEmpty())
            sentence += u' ' + tr("It was kept as %1.").arg(found.movedAside);
        Q_EMIT noted(sentence);
    }
    Q_EMIT changed();
}

void Environments::accept(const ui::EnvironmentsDialog &dialog)
{
    m_book = dialog.book();
    for (const auto &[id, typed] : dialog.secrets())
        keep(id, m_book.find(id) ? typed : models::SecretEdits{QString(), QString()});
    save();
    Q_EMIT changed();
}

void Environments::keep(const models::EnvironmentId &id, const models::SecretEdits &typed)
{
    keep(id, models::SecretKind::Application, typed.application);
    keep(id, models::SecretKind::Proxy, typed.proxy);
}

void Environments::keep(const models::EnvironmentId &id, models::SecretKind kind,
                        const std::optional<QString> &typed)
{
    if (!typed)
        return;
    if (typed->isEmpty()) {
        m_secrets.remove(id, kind);
        return;
    }
    m_secrets.write(id, kind, *typed, this, [this, id](const environment::SecretKeeping &keeping) {
        const models::Environment *environment = m_book.find(id);
        if (keeping.kind == environment::SecretKeeping::Kind::SessionOnly && environment)
            Q_EMIT noted(tr("This desktop has no key store that takes secrets. The secret of %1 is "
                            "kept in memory until this window closes.")
                             .arg(environment->name));
    });
}

void Environments::tellSecretPlaces(const models::EnvironmentId &id)
{
    m_secrets.read(id, this, [this, id](const models::Secrets &secrets) {
        tellSecretPlace(id, models::SecretKind::Application,
                        secrets.application.isEmpty() ? tr("There is no secret yet.") : QString());
        tellSecretPlace(id, models::SecretKind::Proxy,
                        secrets.proxy.isEmpty() ? tr("There is no password yet.") : QString());
    });
}

void Environments::tellSecretPlace(const models::EnvironmentId &id, models::SecretKind kind,
                                   const QString &lack)
{
    if (!m_dialog)
        return;
    const QString place = m_secrets.isForThisSession(id, kind)
                              ? tr("Kept in memory until the window closes: there is no key store.")
                              : tr("Kept in the system's key store.");
    m_dialog->showSecretPlace(id, kind, lack.isEmpty() ? place : lack);
}

void Environments::wantCheck(const models::Environment &environment,
                             const models::SecretEdits &typed)
{
    m_secrets.read(environment.id, this, [this, environment, typed](const models::Secrets &kept) {
        Q_EMIT checkWanted(environment, typed.appliedTo(kept));
    });
}

void Environments::lookAtCertificate(const models::ReceiverAccess &access)
{
    QMetaObject::invokeMethod(m_files, [files = m_files, access, now = m_clock.wallNow()] {
        files->lookAtCertificate(access, now);
    });
}

void Environments::importFrom()
{
    const QString path = QFileDialog::getOpenFileName(m_dialog, tr("Import environments"), {},
                                                      tr("Environments (*.json);;All files (*)"));
    if (!path.isEmpty())
        QMetaObject::invokeMethod(m_files, [files = m_files, path] { files->readOthers(path); });
}

void Environments::exportTo(const models::EnvironmentBook &book)
{
    const QString path = QFileDialog::getSaveFileName(m_dialog, tr("Export environments"),
                                                      QStringLiteral("environments.json"),
                                                      tr("Environments (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    QMetaObject::invokeMethod(m_files,
                              [files = m_files, path, book] { files->writeOthers(path, book); });
}

void Environments::save()
{
    if (m_isReadOnly)
        return;
    QMetaObject::invokeMethod(
        m_files, [files = m_files, path = m_path, book = m_book] { files->save(path, book); });
}

} // namespace otpscope::window
