#include "core/store/dialect.h"

#include <QFile>
#include <QRegularExpression>

namespace keywright {

using namespace Qt::StringLiterals;

QStringList statementsIn(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comment(u"^--.*\n"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression end(u";\\s*\n\\s*\n"_s);
    QStringList statements;
    for (QString statement : text.remove(comment).append(u"\n\n"_s).split(end, Qt::SkipEmptyParts)) {
        statement = statement.trimmed();
        if (!statement.isEmpty())
            statements << statement;
    }
    return statements;
}

} // namespace keywright
