#include "core/index/folded_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace keywright {

namespace {

QByteArray foldedAscii(const QString &text) {
    QByteArray folded = text.toLatin1();
    for (char &c : folded)
        if (c >= 'A' && c <= 'Z')
            c = char(c + ('a' - 'A'));
    return folded;
}

} // namespace

bool isPlainText(QStringView text) {
    // To the end, whatever comes: several characters are looked at in one step then.
    unsigned others = 0;
    for (const QChar c : text)
        others |= unsigned(char16_t(c.unicode() - 0x20) > 0x5e);
    return others == 0;
}

QByteArray foldedText(const QString &text) {
    if (isPlainText(text))
        return foldedAscii(text);
    // Upper case first: it spells out what folding alone leaves, such as the sharp s.
    QString folded = text.normalized(QString::NormalizationForm_C).toUpper().toCaseFolded();
    folded.removeIf([](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    return folded.normalized(QString::NormalizationForm_C).toUtf8();
}

QList<QByteArray> searchWords(const QString &search) {
    static const QRegularExpression separators(QStringLiteral(R"((?:\s|\x{2026}|\x{2022}|\.\.\.)+)"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    QList<QByteArray> words;
    for (const QString &part : search.split(separators, Qt::SkipEmptyParts)) {
        const QByteArray word = foldedText(part);
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words;
}

} // namespace keywright
