#include "core/model/draft.h"
#include "core/model/usd_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsPerUsd = 1'000'000;

QString written(MicroUsd amount, QLatin1StringView sign, int fewestDecimals) {
    const qint64 micros = std::abs(amount.micros);
    std::array<char, 32> text{};
    char *to = text.data();
    if (amount.micros < 0)
        *to++ = '-';
    to = std::copy(sign.begin(), sign.end(), to);
    constexpr std::size_t decimals = 7; // the point and a millionth's digits
    to = std::to_chars(to, text.data() + text.size() - decimals, micros / microsPerUsd).ptr;
    *to++ = '.';
    qint64 rest = micros % microsPerUsd;
    for (qint64 unit = microsPerUsd / 10; rest != 0 || fewestDecimals > 0; unit /= 10, --fewestDecimals) {
        *to++ = char('0' + rest / unit);
        rest %= unit;
    }
    return QString::fromLatin1(text.data(), to - text.data());
}

} // namespace

Done checkedUsd(MicroUsd amount, const QString &field) {
    if (amount.micros < 0)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "A limit can't be negative. Leave it empty for no limit."),
                       field);
    if (amount > largestLimit)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "A limit can be at most 1,000,000,000 US dollars."), field);
    return {};
}

Result<std::optional<MicroUsd>> parseUsd(const QString &text, const QString &field) {
    const QString clean = text.trimmed();
    if (clean.isEmpty())
        return std::optional<MicroUsd>();
    static const QRegularExpression form(QStringLiteral("^(-?)\\$?([0-9]{1,16})(?:\\.([0-9]{1,16}))?$"));
    const QRegularExpressionMatch match = form.match(clean);
    if (!match.hasMatch())
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "Write the limit as an amount in US dollars with a point, "
                                                            "as in 5 or 5.50; leave it empty for no limit."),
                       field);
    const QString fraction = match.captured(3);
    if (fraction.size() > 6)
        return failure(ErrorKind::Invalid,
                       QCoreApplication::translate("Draft", "A limit can have at most six decimals."), field);
    const qint64 whole = std::min(match.captured(2).toLongLong(), 2 * largestLimit.micros / microsPerUsd);
    const MicroUsd amount{(match.captured(1).isEmpty() ? 1 : -1) *
                          (whole * microsPerUsd + fraction.leftJustified(6, u'0').toLongLong())};
    if (const Done fine = checkedUsd(amount, field); !fine)
        return std::unexpected(fine.error());
    return amount;
}

QString usdText(MicroUsd amount) {
    return written(amount, {}, 1);
}

QString shownUsd(MicroUsd amount) {
    return written(amount, "$"_L1, 2);
}

} // namespace keywright
