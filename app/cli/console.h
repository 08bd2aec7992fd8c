// The terminal or the pipe: what is written, what is asked, and how a secret is read.
#pragma once

#include "core/crypto/secret.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace keywright {

class Console {
public:
    Console(std::FILE *in, std::FILE *out, std::FILE *err) : in_(in), out_(out), err_(err) {}

    /// Results, to standard output, as they are.
    void out(QByteArrayView bytes);
    void line(const QString &text);
    /// Everything else, to standard error, a line each.
    void note(const QString &text);
    void rawNote(QByteArrayView bytes);

    /// Whether all of standard output has reached the system; false for a full disk or a closed pipe.
    bool flush();

    /// Whether there is a person to ask: standard input and standard error are a terminal.
    bool canAsk() const;
    /// Asks on the terminal; anything but y or yes is no.
    bool confirm(const QString &question);
    /// All of standard input; on a terminal one line, unseen as it is typed, after `prompt`. At most 64 KiB.
    Result<Secret> readSecret(const QString &prompt);

private:
    std::FILE *in_;
    std::FILE *out_;
    std::FILE *err_;
};

/// `text` without what could steer a terminal: control characters but the line break, and bidirectional overrides,
/// become
/// `?`.
QString printable(QString text);

} // namespace keywright
