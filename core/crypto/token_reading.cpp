#include "core/crypto/checksum.h"
#include "core/crypto/random.h"
#include "core/crypto/token.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace keywright {

namespace {

bool isInvisible(char32_t c) {
    return c == 0x00A0 || c == 0x00AD || c == 0x202F || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
}

bool isQuote(QChar c) {
    static constexpr std::u16string_view quotes = u"\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB";
    return quotes.find(c.unicode()) != std::u16string_view::npos;
}

bool isSpace(QChar c) {
    return c.isSpace() && c != u'\n' && c != u'\r';
}

/// A pasted text that is taken apart step by step; notes each fault once, and wipes what it held.
class Cleaner {
public:
    explicit Cleaner(QByteArrayView pasted) : text_(decoded(withoutLastNewline(pasted))) {}
    ~Cleaner() { wipe(text_); }
    Cleaner(const Cleaner &) = delete;
    Cleaner &operator=(const Cleaner &) = delete;

    void run() {
        removeAll(TokenFault::ZeroWidth, [](QChar c) { return isInvisible(c.unicode()); });
        removeAll(TokenFault::Newline, [](QChar c) { return c == u'\n' || c == u'\r'; });
        while (trim(TokenFault::SurroundingSpace, isSpace) || trim(TokenFault::Quotes, isQuote) || dropBearer()) {
        }
        removeAll(TokenFault::InnerSpace, isSpace);
        std::sort(faults_.begin(), faults_.end());
    }
    const QString &text() const { return text_; }
    const QList<TokenFault> &faults() const { return faults_; }

private:
    /// QString::fromUtf8 would drop a byte order mark without a word.
    static QString decoded(QByteArrayView pasted) {
        return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(pasted);
    }
    static QByteArrayView withoutLastNewline(QByteArrayView pasted) {
        if (pasted.endsWith('\n'))
            pasted.chop(1);
        if (pasted.endsWith('\r'))
            pasted.chop(1);
        return pasted;
    }
    void note(TokenFault fault) {
        if (!faults_.contains(fault))
            faults_.append(fault);
    }
    /// Moves what is kept to the front, in place, so that no second buffer holds the text.
    void keep(qsizetype from, qsizetype length) {
        const std::span<QChar> all(text_.data(), std::size_t(text_.size()));
        std::copy_n(all.begin() + from, length, all.begin());
        std::fill(all.begin() + length, all.end(), QChar());
        text_.truncate(length);
    }
    template<class Predicate>
    void removeAll(TokenFault fault, Predicate unwanted) {
        const auto end = std::remove_if(text_.begin(), text_.end(), unwanted);
        if (end == text_.end())
            return;
        note(fault);
        keep(0, end - text_.begin());
    }
    template<class Predicate>
    bool trim(TokenFault fault, Predicate unwanted) {
        const auto first = std::find_if_not(text_.cbegin(), text_.cend(), unwanted);
        const auto last = std::find_if_not(text_.crbegin(), std::make_reverse_iterator(first), unwanted).base();
        if (last - first == text_.size())
            return false;
        note(fault);
        keep(first - text_.cbegin(), last - first);
        return true;
    }
    bool dropBearer() {
        for (const QStringView word : {QStringView(u"authorization:"), QStringView(u"bearer ")}) {
            const bool alone = text_.compare(word.trimmed(), Qt::CaseInsensitive) == 0;
            if (!alone && !text_.startsWith(word, Qt::CaseInsensitive))
                continue;
            note(TokenFault::BearerPrefix);
            const qsizetype length = std::min(word.size(), text_.size());
            keep(length, text_.size() - length);
            return true;
        }
        return false;
    }

    QString text_;
    QList<TokenFault> faults_;
};

bool fitsAt(const TokenPart &part, QByteArrayView token, qsizetype at) {
    if (part.kind == TokenPart::Kind::Text)
        return token.sliced(at).startsWith(part.text.toLatin1());
    const QByteArrayView place = token.sliced(at, part.length);
    const QByteArrayView alphabet =
        alphabetCharacters(part.kind == TokenPart::Kind::Checksum ? Alphabet::Base62 : part.alphabet);
    return std::all_of(place.begin(), place.end(), [&](char c) { return alphabet.contains(c); });
}

std::optional<TokenFault> characterFault(const KeyPolicy &policy, QByteArrayView token) {
    qsizetype at = 0;
    for (const TokenPart &part : policy.token) {
        if (!fitsAt(part, token, at))
            return TokenFault::WrongCharacters;
        if (part.kind == TokenPart::Kind::Checksum &&
            token.sliced(at, part.length) != checksumCharacters(token.first(at), part.length))
            return TokenFault::BadChecksum;
        at += part.kind == TokenPart::Kind::Text ? part.text.size() : part.length;
    }
    return std::nullopt;
}

std::optional<TokenFault> formatFault(const KeyPolicy &policy, QByteArrayView token) {
    const int length = tokenLength(policy);
    if (!token.startsWith(policy.token.front().text.toLatin1()))
        return TokenFault::WrongPrefix;
    if (token.size() != length)
        return token.size() < length ? TokenFault::TooShort : TokenFault::TooLong;
    return characterFault(policy, token);
}

QString say(const char *text) {
    return QCoreApplication::translate("TokenFault", text);
}

} // namespace

TokenReading readToken(const KeyPolicy &policy, QByteArrayView pasted) {
    Cleaner cleaner(pasted);
    cleaner.run();
    TokenReading reading{.faults = cleaner.faults(), .cleaned = {}};
    const QString &text = cleaner.text();
    if (text.isEmpty()) {
        reading.faults.prepend(TokenFault::Empty);
        return reading;
    }
    QByteArray bytes = text.toUtf8();
    reading.cleaned = Secret(bytes);
    wipe(bytes);
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    const std::optional<TokenFault> fault =
        ascii ? formatFault(policy, reading.cleaned.view()) : std::optional(TokenFault::NonAscii);
    if (fault)
        reading.faults.append(*fault);
    reading.wellFormed = !fault;
    return reading;
}

QString faultText(TokenFault fault) {
    switch (fault) {
    case TokenFault::Empty:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There is no key in it."));
    case TokenFault::SurroundingSpace:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There is a space before or after the key."));
    case TokenFault::InnerSpace:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There is a space inside the key."));
    case TokenFault::Newline:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There is a line break in the key."));
    case TokenFault::Quotes:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There are quotes around the key."));
    case TokenFault::BearerPrefix:
        return say(QT_TRANSLATE_NOOP("TokenFault", "“Bearer” stands before the key; it belongs to the header."));
    case TokenFault::ZeroWidth:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There are invisible characters in the key."));
    case TokenFault::NonAscii:
        return say(QT_TRANSLATE_NOOP("TokenFault", "There are characters in it that no key has."));
    case TokenFault::WrongPrefix:
        return say(QT_TRANSLATE_NOOP("TokenFault", "It does not begin as the keys of this keyring do."));
    case TokenFault::TooShort:
        return say(QT_TRANSLATE_NOOP("TokenFault", "It is too short; the end of the key may be missing."));
    case TokenFault::TooLong:
        return say(QT_TRANSLATE_NOOP("TokenFault", "It is too long; something may have been pasted with it."));
    case TokenFault::WrongCharacters:
        return say(QT_TRANSLATE_NOOP("TokenFault", "It has characters where this keyring's keys have none."));
    case TokenFault::BadChecksum:
        return say(QT_TRANSLATE_NOOP("TokenFault", "Its checksum is wrong; a character was mistyped or lost."));
    }
    return {};
}

} // namespace keywright
