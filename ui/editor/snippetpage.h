// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace otpscope::ui {

/// The flow as a command or program that sends it: to copy, not to edit. Without secrets until the
/// person asks for them. A long flow is written down only to be copied. GUI thread.
class SnippetPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetPage)

public:
    /// Gives the body as it would be sent now; called only when somebody looks, or copies.
    using BodySource = std::function<QByteArray()>;

    explicit SnippetPage(BodySource body, QWidget *parent = nullptr);

    /// The body is another one.
    void noteChange();
    /// Where it would be sent; see models::SnippetRequest.
    void setService(const QString &service);
    /// As it stands there.
    [[nodiscard]] QString text() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString written(const QByteArray &body) const;
    void copy();

    BodySource m_body;
    QString m_service;
    QComboBox *m_language = nullptr;
    QCheckBox *m_secrets = nullptr;
    QPushButton *m_copy = nullptr;
    QPlainTextEdit *m_text = nullptr;
    bool m_isStale = true;
};

} // namespace otpscope::ui
