// What systems do differently about terminals, and about how a program begins.
#pragma once

#include <cstdio>
#include <memory>

namespace keywright {

bool isTerminal(std::FILE *file);

/// While it lives, what is typed into `input` is not shown; does nothing where `input` is no terminal.
class EchoOff {
public:
    explicit EchoOff(std::FILE *input);
    ~EchoOff();
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    struct Before;
    std::unique_ptr<Before> before_;
};

/// While it lives, arguments, names and output are UTF-8, also where the environment says "C" or the console speaks
/// another code page, and a line ends as it was written. Make it before the application object.
class Utf8Terminal {
public:
    Utf8Terminal();
    ~Utf8Terminal();
    Utf8Terminal(const Utf8Terminal &) = delete;
    Utf8Terminal &operator=(const Utf8Terminal &) = delete;

private:
    unsigned before_ = 0; ///< the console's code page
};

} // namespace keywright
