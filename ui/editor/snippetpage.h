// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace otpscope::ui {

/// The flow as a command or program that sends it: to copy, not to edit. Without secrets until the
/// person asks for them. GUI thread.
class SnippetPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetPage)

public:
    explicit SnippetPage(QWidget *parent = nullptr);

    /// Written down once it is looked at.
    void setBody(const QByteArray &body);
    /// Where it would be sent; see models::SnippetRequest.
    void setService(const QString &service);
    /// As it stands there.
    [[nodiscard]] QString text() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString written() const;
    void copy();

    QByteArray m_body;
    QString m_service;
    QComboBox *m_language = nullptr;
    QCheckBox *m_secrets = nullptr;
    QPushButton *m_copy = nullptr;
    QPlainTextEdit *m_text = nullptr;
    bool m_isStale = true;
};

} // namespace otpscope::ui
