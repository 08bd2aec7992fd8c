#include "core/crypto/token.h"
#include "core/model/draft.h"

#include <QCoreApplication>

#include <algorithm>

namespace keywright {

namespace {

bool isForbidden(char32_t c, TextLines lines) {
    if (c == U'\n' && lines == TextLines::Many)
        return false;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    const bool bidiOverride = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidiOverride;
}

} // namespace

Result<QString> checkedText(const QString &text, int maxCodePoints, const QString &what, const QString &field,
                            TextLines lines, const KeyPolicy *policy) {
    const auto refused = [&](const QString &message) { return failure(ErrorKind::Invalid, message, field); };
    if (!text.isValidUtf16())
        return refused(QCoreApplication::translate("Draft", "%1 is not valid text.").arg(what));
    QString clean = text.trimmed().normalized(QString::NormalizationForm_C);
    const QList<uint> points = clean.toUcs4();
    if (std::any_of(points.begin(), points.end(), [lines](uint c) { return isForbidden(c, lines); }))
        return refused(QCoreApplication::translate("Draft", "%1 holds control characters or characters that change the "
                                                            "direction of writing. Take them out.")
                           .arg(what));
    if (looksLikeToken(clean, policy))
        return refused(QCoreApplication::translate("Draft", "%1: this looks like a key. Don't put keys where people "
                                                            "can read them; if it is one, revoke it.")
                           .arg(what));
    if (points.size() > maxCodePoints)
        return refused(QCoreApplication::translate("Draft", "%1 is too long: %2 characters, at most %3 are allowed.")
                           .arg(what, QString::number(points.size()), QString::number(maxCodePoints)));
    return clean;
}

QString nameHint(const KeyPolicy &policy, const QString &name) {
    const QString folded = name.trimmed().toCaseFolded();
    const auto same = [&](const QString &poor) { return poor.toCaseFolded() == folded; };
    if (std::none_of(policy.name.poor.begin(), policy.name.poor.end(), same))
        return {};
    const QStringList examples = policy.name.examples.mid(0, 2);
    if (examples.isEmpty())
        return QCoreApplication::translate("Draft", "“%1” says little in three months. Say what uses the key.")
            .arg(name.trimmed());
    return QCoreApplication::translate("Draft", "“%1” says little in three months. Say what uses the key, for example "
                                                "“%2”.")
        .arg(name.trimmed(), examples.join(QCoreApplication::translate("Draft", "” or “")));
}

QList<RevokeReason> revokeReasons() {
    const auto reason = [](const char *id, const char *text) {
        return RevokeReason{QString::fromLatin1(id), QCoreApplication::translate("RevokeReason", text)};
    };
    return {reason("lost_device", QT_TRANSLATE_NOOP("RevokeReason", "A device with the key was lost")),
            reason("left", QT_TRANSLATE_NOOP("RevokeReason", "Somebody who had the key left")),
            reason("leaked", QT_TRANSLATE_NOOP("RevokeReason", "The key may have leaked")),
            reason("unused", QT_TRANSLATE_NOOP("RevokeReason", "Nobody uses the key")),
            reason("replaced", QT_TRANSLATE_NOOP("RevokeReason", "Another key replaced it")),
            reason("mistake", QT_TRANSLATE_NOOP("RevokeReason", "It was made by mistake")),
            reason("other", QT_TRANSLATE_NOOP("RevokeReason", "Another reason"))};
}

} // namespace keywright
