// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optionset.h"

#include <CLI/CLI.hpp>

namespace otpscope::cli {

Option Option::required() const
{
    m_option->required();
    return *this;
}

Option Option::showingDefault() const
{
    m_option->capture_default_str();
    return *this;
}

Option Option::oneOf(const std::vector<std::string> &words) const
{
    m_option->check(CLI::IsMember(words));
    return *this;
}

Option Option::within(int lowest, int highest) const
{
    m_option->check(CLI::Range(lowest, highest));
    return *this;
}

Option Option::within(double lowest, double highest) const
{
    m_option->check(CLI::Range(lowest, highest));
    return *this;
}

Option Option::excluding(Option other) const
{
    m_option->excludes(other.m_option);
    return *this;
}

bool Option::wasGiven() const
{
    return m_option != nullptr && m_option->count() > 0;
}

Option OptionSet::add(const std::string &name, std::string &value, const std::string &help)
{
    return Option(m_app.add_option(name, value, help));
}

Option OptionSet::add(const std::string &name, int &value, const std::string &help)
{
    return Option(m_app.add_option(name, value, help));
}

Option OptionSet::add(const std::string &name, double &value, const std::string &help)
{
    return Option(m_app.add_option(name, value, help));
}

Option OptionSet::add(const std::string &name, quint64 &value, const std::string &help)
{
    return Option(m_app.add_option(name, value, help));
}

Option OptionSet::add(const std::string &name, std::vector<std::string> &values,
                      const std::string &help)
{
    return Option(m_app.add_option(name, values, help)->allow_extra_args(false));
}

Option OptionSet::addFlag(const std::string &name, bool &value, const std::string &help)
{
    return Option(m_app.add_flag(name, value, help));
}

} // namespace otpscope::cli
