// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/flow/flowdocument.h"

#include <QByteArray>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;

namespace otpscope::ui {

class FlowHistory;
class JsonEdit;
class JsonSearchBar;

/// The flow as text. What is typed reaches the history with every key; while it is no flow, the
/// history keeps the last good draft and the page says where the text is broken. A long text is
/// read in another thread, a moment after the last key, so that typing in it never waits.
class JsonPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonPage)

public:
    /// The history must outlive the page.
    JsonPage(FlowHistory &history, QWidget *parent);
    ~JsonPage() override;

    /// As it stands there, whether it is a flow or not.
    [[nodiscard]] QByteArray text() const;
    /// As if the person had typed it.
    void putText(const QByteArray &text);
    /// The text is not the history's document: it is broken, or long and still being read.
    [[nodiscard]] bool isBehind() const;
    /// The sentence that says why; empty where the text is the document.
    [[nodiscard]] QString problemText() const;
    /// Puts the cursor to the place of the problem, or into the text where it has none.
    void goToProblem();
    /// Gives each member a line of its own, as if the person had typed it; not while isBehind().
    void layOut();
    /// Shows the search bar, and moves the focus into it.
    void openSearch();
    /// Undo and redo, for the text's own menu.
    void setHistoryActions(const QList<QAction *> &actions);

Q_SIGNALS:
    /// isBehind() or problemText() is another one.
    void problemChanged();
    /// The person changed the text, whether it is a flow or not.
    void edited();

private:
    using Read = models::Result<models::FlowDocument, models::DocumentProblem>;

    [[nodiscard]] QByteArray typedText() const;
    void showHistory();
    void readText();
    void readElsewhere();
    void takeRead(const QByteArray &text, const Read &read);
    void showProblem();

    FlowHistory &m_history;
    JsonEdit *m_edit;
    JsonSearchBar *m_search;
    QLabel *m_status;
    QTimer m_pause;
    QThreadPool m_readers;
    /// A byte order mark is kept, and not shown.
    QByteArray m_mark;
    bool m_isShowing = false;
    bool m_isReading = false;
};

} // namespace otpscope::ui
