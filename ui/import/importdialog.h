// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace otpscope::ui {

/// What an import found: the requests to choose from, the body of the chosen one, and everything
/// that was left out, line by line. Show it with open(); accepted() only comes with a request that
/// can be opened.
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    /// `source` is a file's name; empty for the clipboard.
    ImportDialog(const models::Import &import, const QString &source, QWidget *parent = nullptr);

    /// The request on show. Only where there is one to open.
    [[nodiscard]] const models::ImportedRequest &chosen() const;

private:
    void fillRequests();
    void showChosen();
    void addNotes(const std::vector<models::ImportNote> &notes);
    [[nodiscard]] QString headline(const QString &source) const;

    models::Import m_import;
    QLabel *m_headline = nullptr;
    QLabel *m_requestsLabel = nullptr;
    QListWidget *m_requests = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QLabel *m_notesLabel = nullptr;
    QListWidget *m_notes = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace otpscope::ui
