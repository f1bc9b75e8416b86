// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace otpscope::ui {

class JsonEdit;

/// The line under the JSON text that searches in it, while typing, up and down. Hidden until it is
/// opened.
class JsonSearchBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonSearchBar)

public:
    /// The editor must outlive the bar.
    JsonSearchBar(JsonEdit &edit, QWidget *parent);

    /// Shows the bar, takes the focus, and begins with what is selected in the text.
    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    void search();
    void goForward();
    void goBack();
    void tell(bool isFound);

    JsonEdit &m_edit;
    QLineEdit *m_text;
    QLabel *m_result;
};

} // namespace otpscope::ui
