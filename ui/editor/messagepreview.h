// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/json.h"

#include <QFrame>

class QLabel;

namespace otpscope::ui {

/// What reaches the phone, as far as it is known: the template's text with the step's values, or
/// the text of the SMS.
class MessagePreview final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessagePreview)

public:
    /// The catalogue must outlive the preview.
    MessagePreview(models::Channel channel, const models::Catalogue &catalogue, QWidget *parent);

    void setStep(const models::Json &step);
    /// The text as shown, for tests and screen readers.
    [[nodiscard]] QString text() const;

private:
    void showTemplate(const models::Json &step);
    void showSms(const models::Json &step);
    void show(const QString &text, const QString &caption);

    const models::Channel m_channel;
    const models::Catalogue &m_catalogue;
    QLabel *m_text;
    QLabel *m_caption;
};

} // namespace otpscope::ui
