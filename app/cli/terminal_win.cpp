#include "app/cli/terminal.h"

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace keywright {

struct EchoOff::Before {
    HANDLE handle;
    DWORD mode;
};

bool isTerminal(std::FILE *file) {
    return _isatty(_fileno(file)) != 0;
}

EchoOff::EchoOff(std::FILE *input) {
    const HANDLE handle = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(input)));
    DWORD mode = 0;
    if (!isTerminal(input) || !GetConsoleMode(handle, &mode))
        return;
    before_ = std::make_unique<Before>(Before{handle, mode});
    SetConsoleMode(handle, mode & ~DWORD(ENABLE_ECHO_INPUT));
}

EchoOff::~EchoOff() {
    if (before_)
        SetConsoleMode(before_->handle, before_->mode);
}

Utf8Terminal::Utf8Terminal() : before_(GetConsoleOutputCP()) {
    SetConsoleOutputCP(CP_UTF8);
    // A key ends with one line feed for whoever reads it from a pipe, as on every other system.
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
}

Utf8Terminal::~Utf8Terminal() {
    std::fflush(stdout);
    if (before_ != 0)
        SetConsoleOutputCP(before_);
}

} // namespace keywright
