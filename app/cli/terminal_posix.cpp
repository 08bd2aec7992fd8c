#include "app/cli/terminal.h"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <termios.h>
#include <unistd.h>

namespace keywright {

struct EchoOff::Before {
    int descriptor;
    termios mode;
};

bool isTerminal(std::FILE *file) {
    return isatty(fileno(file)) == 1;
}

EchoOff::EchoOff(std::FILE *input) {
    termios mode{};
    if (!isTerminal(input) || tcgetattr(fileno(input), &mode) != 0)
        return;
    before_ = std::make_unique<Before>(Before{fileno(input), mode});
    mode.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(fileno(input), TCSANOW, &mode);
}

EchoOff::~EchoOff() {
    if (before_)
        tcsetattr(before_->descriptor, TCSANOW, &before_->mode);
}

Utf8Terminal::Utf8Terminal() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setenv("LC_ALL", "C.UTF-8", 1);
}

Utf8Terminal::~Utf8Terminal() = default;

} // namespace keywright
