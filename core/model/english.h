// The words of programs that are English alone.
#pragma once

#include <QTranslator>

namespace keywright {

/// While it lives, texts that count say "1 hour" and "2 hours". One in a program, behind its QCoreApplication; the
/// window has a language of its own instead.
class English {
public:
    English();

private:
    QTranslator plurals_;
};

} // namespace keywright
