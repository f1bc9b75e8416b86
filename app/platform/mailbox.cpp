// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/mailbox.h"

#include <QPointer>

#include <mutex>
#include <utility>
#include <vector>

namespace otpscope::platform {

/// Outlives the mailbox for as long as somebody may still write to it.
class Mailbox::Shared final
{
public:
    explicit Shared(Mailbox *mailbox)
        : m_mailbox(mailbox)
    {}

    void post(Letter letter)
    {
        // Held while the mailbox is woken, so that it cannot go meanwhile.
        const std::lock_guard lock(m_mutex);
        if (!m_mailbox)
            return;
        m_letters.push_back(std::move(letter));
        if (m_letters.size() == 1)
            Q_EMIT m_mailbox->letterWaits(QPrivateSignal());
    }

    [[nodiscard]] std::vector<Letter> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_letters, {});
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_mailbox = nullptr;
        m_letters.clear();
    }

private:
    std::mutex m_mutex;
    Mailbox *m_mailbox;
    std::vector<Letter> m_letters;
};

Mailbox::Address::Address(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{}

void Mailbox::Address::post(Letter letter) const
{
    m_shared->post(std::move(letter));
}

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>(this))
{
    connect(this, &Mailbox::letterWaits, this, &Mailbox::deliver, Qt::QueuedConnection);
}

Mailbox::~Mailbox()
{
    m_shared->close();
}

Mailbox::Address Mailbox::address() const
{
    return Address(m_shared);
}

void Mailbox::deliver()
{
    // A letter may end the mailbox's owner; the letters behind it are then nobody's.
    const QPointer<Mailbox> self(this);
    for (const Letter &letter : m_shared->take()) {
        letter();
        if (!self)
            return;
    }
}

} // namespace otpscope::platform
