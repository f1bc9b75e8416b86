// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/steppager.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace otpscope::ui {

StepPager::StepPager(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_range(new QLabel(this))
    , m_earlier(new QPushButton(tr("Earlier steps"), this))
    , m_later(new QPushButton(tr("Later steps"), this))
{
    setObjectName(name);
    m_earlier->setObjectName(name + QStringLiteral(".earlier"));
    m_later->setObjectName(name + QStringLiteral(".later"));
    m_earlier->setAccessibleName(m_earlier->text());
    m_later->setAccessibleName(m_later->text());
    m_range->setProperty("look", QStringLiteral("muted"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::tiny, 0, spacing::tiny, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_range, 1);
    row->addWidget(m_earlier);
    row->addWidget(m_later);
    connect(m_earlier, &QPushButton::clicked, this, &StepPager::earlierWanted);
    connect(m_later, &QPushButton::clicked, this, &StepPager::laterWanted);
    hide();
}

void StepPager::showRange(int first, int last, int count)
{
    const QLocale locale;
    //: For example "Steps 101 to 200 of 25,000"
    m_range->setText(
        tr("Steps %1 to %2 of %3")
            .arg(locale.toString(first + 1), locale.toString(last), locale.toString(count)));
    m_earlier->setEnabled(first > 0);
    m_later->setEnabled(last < count);
    setVisible(first > 0 || last < count);
}

QList<QWidget *> StepPager::buttons() const
{
    return {m_earlier, m_later};
}

} // namespace otpscope::ui
