#include "core/model/csv.h"

namespace keywright {

QByteArray csvCell(const QString &text) {
    constexpr QLatin1StringView formulaStarts("=+-@\t\r");
    QString cell = text;
    if (!cell.isEmpty() && formulaStarts.contains(cell.front()))
        cell.prepend(u'\'');
    const bool quoted = cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r');
    if (!quoted)
        return cell.toUtf8();
    cell.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return '"' + cell.toUtf8() + '"';
}

QByteArray csvLine(const QStringList &cells) {
    QByteArray line;
    for (const QString &cell : cells) {
        if (!line.isEmpty() || &cell != &cells.front())
            line += ',';
        line += csvCell(cell);
    }
    return line + "\r\n";
}

} // namespace keywright
