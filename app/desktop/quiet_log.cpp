#include "app/desktop/quiet_log.h"

#include "core/crypto/token.h"

#include <QMessageLogContext>
#include <QRegularExpression>

#include <cstdio>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

void write(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    const QLatin1StringView category(context.category);
    if (type == QtDebugMsg && category.startsWith("qt.network"_L1))
        return;
    const QByteArray line = (maskedForLog(qFormatLogMessage(type, context, text)) + u'\n').toLocal8Bit();
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

QString maskedForLog(const QString &text) {
    // Tokens of the policies we know, then any other run that is long and random enough to be one.
    static const QRegularExpression longRun(u"[A-Za-z0-9_-]{32,}"_s);
    const QString mask = u"[masked]"_s;
    QString masked = text;
    while (const auto found = findToken(masked))
        masked.replace(found->first, found->second - found->first, mask);
    return masked.replace(longRun, mask);
}

void installQuietLog() {
    qInstallMessageHandler(write);
}

} // namespace keywright
