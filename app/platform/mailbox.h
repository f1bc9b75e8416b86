// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace otpscope::platform {

/// Brings what other threads have to say to the thread it lives in, in the order in which they said
/// it. One wake-up of that thread delivers all that came until then. What is undelivered when the
/// mailbox goes is dropped, so that a letter may hold the owner of the mailbox by a plain pointer.
class Mailbox final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    using Letter = std::function<void()>;

private:
    class Shared;

public:
    /// For whoever may outlive the mailbox; cheap to copy, usable from any thread.
    class Address final
    {
    public:
        void post(Letter letter) const;

    private:
        friend class Mailbox;
        explicit Address(std::shared_ptr<Shared> shared);
        std::shared_ptr<Shared> m_shared;
    };

    /// Lives in the thread of `parent`, and goes where that goes.
    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;

    [[nodiscard]] Address address() const;

Q_SIGNALS:
    void letterWaits(QPrivateSignal);

private:
    void deliver();

    const std::shared_ptr<Shared> m_shared;
};

} // namespace otpscope::platform
