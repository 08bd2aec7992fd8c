#include "app/cli/console.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace keywright {
namespace {

constexpr qsizetype mostSecretBytes = 64 * 1024;

bool steersTerminals(QChar c) {
    const char16_t code = c.unicode();
    if (code >= 0x20 && code < 0x7f)
        return false;
    return (c.category() == QChar::Other_Control && c != u'\n') || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f || code == 0x061c;
}

/// Bytes as they come in, in a buffer that is wiped whenever it moves.
class SecretBuffer {
public:
    SecretBuffer() { bytes_.reserve(mostSecretBytes); }
    ~SecretBuffer() { wipe(bytes_); }
    SecretBuffer(const SecretBuffer &) = delete;
    SecretBuffer &operator=(const SecretBuffer &) = delete;

    void append(char c) { bytes_.append(c); }
    bool full() const { return bytes_.size() >= mostSecretBytes; }
    Secret take() const { return Secret(bytes_); }

private:
    QByteArray bytes_;
};

} // namespace

void Console::out(QByteArrayView bytes) {
    if (bytes.isEmpty())
        return; // a null pointer is no buffer, even of no bytes
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), out_);
}

void Console::line(const QString &text) {
    out(text.toUtf8() + '\n');
}

void Console::note(const QString &text) {
    rawNote(text.toUtf8() + '\n');
}

void Console::rawNote(QByteArrayView bytes) {
    std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), err_);
    std::fflush(err_);
}

bool Console::flush() {
    return std::fflush(out_) == 0 && std::ferror(out_) == 0;
}

bool Console::canAsk() const {
    return isTerminal(in_) && isTerminal(err_);
}

bool Console::confirm(const QString &question) {
    rawNote((question + QStringLiteral(" [y/N] ")).toUtf8());
    std::array<char, 16> answer{};
    if (!std::fgets(answer.data(), int(answer.size()), in_))
        return false;
    const QByteArray word = QByteArray(answer.data()).trimmed().toLower();
    return word == "y" || word == "yes";
}

Result<Secret> Console::readSecret(const QString &prompt) {
    const bool typed = isTerminal(in_);
    const EchoOff unseen(in_);
    if (typed)
        rawNote(prompt.toUtf8());
    SecretBuffer buffer;
    // Unbuffered, so that the C library keeps no copy.
    std::setvbuf(in_, nullptr, _IONBF, 0);
    for (int c = std::fgetc(in_); c != EOF; c = std::fgetc(in_)) {
        if (buffer.full())
            return failure(ErrorKind::Invalid,
                           QCoreApplication::translate("Console", "Standard input is far too long for a key."));
        buffer.append(char(c));
        if (typed && c == '\n')
            break;
    }
    if (typed)
        rawNote("\n");
    if (std::ferror(in_))
        return failure(ErrorKind::Storage, QCoreApplication::translate("Console", "Standard input could not be read."));
    return buffer.take();
}

QString printable(QString text) {
    // Nearly all text is plain: it is left as it is, and not copied.
    if (std::ranges::none_of(std::as_const(text), steersTerminals))
        return text;
    for (QChar &c : text)
        if (steersTerminals(c))
            c = u'?';
    return text;
}

} // namespace keywright
