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

/// Arguments, names and output are UTF-8, also where the environment says "C". Call it before the application object is
/// made.
void useUtf8();

} // namespace keywright
