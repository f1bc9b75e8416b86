// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace otpscope::cli {

/// One declared option. Cheap to copy; valid as long as the command line it was declared on.
class Option final
{
public:
    Option() = default;
    explicit Option(CLI::Option *option)
        : m_option(option)
    {}

    /// The command line is used wrongly without it.
    Option required() const;
    /// --help tells the value it has now.
    Option showingDefault() const;
    Option oneOf(const std::vector<std::string> &words) const;
    /// Both ends included.
    Option within(int lowest, int highest) const;
    Option within(double lowest, double highest) const;
    /// The two cannot be given together.
    Option excluding(Option other) const;
    /// Valid after the command line was read.
    [[nodiscard]] bool wasGiven() const;

private:
    CLI::Option *m_option = nullptr;
};

/// Where a command declares its options; each value must outlive the reading of the command line.
/// Stands before CLI11, whose headers would otherwise be compiled into every file of the command
/// line.
class OptionSet final
{
public:
    explicit OptionSet(CLI::App &app)
        : m_app(app)
    {}

    /// A name without dashes is an argument by position.
    Option add(const std::string &name, std::string &value, const std::string &help);
    Option add(const std::string &name, int &value, const std::string &help);
    Option add(const std::string &name, double &value, const std::string &help);
    Option add(const std::string &name, quint64 &value, const std::string &help);
    /// May be given again and again; each time takes one word.
    Option add(const std::string &name, std::vector<std::string> &values, const std::string &help);
    Option addFlag(const std::string &name, bool &value, const std::string &help);

private:
    CLI::App &m_app;
};

} // namespace otpscope::cli
