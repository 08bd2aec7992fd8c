#include "core/keyring/env_file.h"

#include "core/platform/git_ignore.h"
#include "core/platform/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace keywright {

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr int longestName = 128;

struct EnvFile {
    Q_DECLARE_TR_FUNCTIONS(keywright::EnvFile)
};

/// Reads the file, refusing what must not be replaced. Nothing: no such file.
Result<std::optional<QByteArray>> readEnvFile(const QString &path) {
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (info.isSymLink())
        return failure(ErrorKind::Refused,
                       EnvFile::tr("%1 is a link to another file. Choose the file itself.").arg(shown));
    if (!info.exists())
        return std::nullopt;
    if (!info.isFile())
        return failure(ErrorKind::Refused, EnvFile::tr("%1 is not a file. Choose another name.").arg(shown));
    if (info.size() > largestFile)
        return failure(ErrorKind::Refused,
                       EnvFile::tr("%1 is too large to be a file of variables. Choose another.").arg(shown));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, EnvFile::tr("Could not read %1: %2.").arg(shown, file.errorString()));
    QByteArray text = file.readAll();
    if (text.contains('\0'))
        return failure(ErrorKind::Refused, EnvFile::tr("%1 is not a text file. Choose another.").arg(shown));
    return text;
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

qsizetype skipSpace(QByteArrayView text, qsizetype at) {
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

/// The place behind the line that holds `at`.
qsizetype nextLine(QByteArrayView text, qsizetype at) {
    const qsizetype newline = text.indexOf('\n', at);
    return newline < 0 ? text.size() : newline + 1;
}

/// The place behind the value that begins at `at`: the end of its line, or of the line where its quotation ends.
qsizetype endOfValue(QByteArrayView text, qsizetype at) {
    const char quote = at < text.size() ? text[at] : '\0';
    if (quote != '"' && quote != '\'')
        return nextLine(text, at);
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\')
            ++i;
        else if (text[i] == quote)
            return nextLine(text, i);
    }
    return nextLine(text, at); // never closed: a loader takes the quote for a character
}

/// One entry: an assignment (which may span lines), a comment, an empty line.
struct Entry {
    qsizetype end = 0;
    QByteArrayView name; ///< what it assigns; empty: nothing
    bool exported = false;
};

Entry entryAt(QByteArrayView text, qsizetype at) {
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    constexpr QByteArrayView exportWord("export");
    const qsizetype lineEnd = nextLine(text, at);
    if (at == 0 && text.startsWith(byteOrderMark))
        at += byteOrderMark.size();
    qsizetype i = skipSpace(text, at);
    const bool exported = text.sliced(i).startsWith(exportWord) && i + exportWord.size() < text.size() &&
                          isSpace(text[i + exportWord.size()]);
    if (exported)
        i = skipSpace(text, i + exportWord.size());
    const qsizetype start = i;
    while (i < lineEnd && (isAlphanumeric(text[i]) || text[i] == '_'))
        ++i;
    const QByteArrayView name = text.sliced(start, i - start);
    i = skipSpace(text, i);
    if (name.isEmpty() || i >= lineEnd || text[i] != '=')
        return {.end = lineEnd, .name = {}};
    return {.end = endOfValue(text, skipSpace(text, i + 1)), .name = name, .exported = exported};
}

QByteArray lineEnding(QByteArrayView line) {
    return line.endsWith("\r\n") ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

} // namespace

Done checkVariableName(const QString &name) {
    static const QRegularExpression valid(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    if (name.isEmpty())
        return failure(ErrorKind::Invalid, EnvFile::tr("Give the variable a name, like API_KEY."));
    if (name.size() > longestName || !valid.match(name).hasMatch())
        return failure(ErrorKind::Invalid, EnvFile::tr("A variable's name holds letters, digits and underscores, "
                                                       "and does not begin with a digit."));
    return {};
}

QByteArray envAssignment(const QString &variable, QByteArrayView value) {
    constexpr QByteArrayView plain("_-./:@%+,");
    const bool bare = std::ranges::all_of(value, [plain](char c) { return isAlphanumeric(c) || plain.contains(c); });
    QByteArray line = variable.toUtf8() + '=';
    line.reserve(line.size() + 2 * value.size() + 2);
    if (bare)
        return line.append(value);
    if (!value.contains('\''))
        return line.append('\'').append(value).append('\'');
    line += '"';
    for (const char c : value) {
        if (QByteArrayView("\\\"$`").contains(c))
            line += '\\';
        line += c;
    }
    return line += '"';
}

bool assigns(const QByteArray &text, const QString &variable) {
    const QByteArray wanted = variable.toUtf8();
    for (qsizetype at = 0; at < text.size();) {
        const Entry entry = entryAt(text, at);
        if (entry.name == wanted)
            return true;
        at = entry.end;
    }
    return false;
}

QByteArray withAssignment(const QByteArray &text, const QString &variable, const QByteArray &assignment) {
    const QByteArray wanted = variable.toUtf8();
    QByteArray result;
    // One allocation, so that no half-written copy of the secret is left behind by growing.
    result.reserve(2 * text.size() + 4 * assignment.size() + 64);
    bool replaced = false;
    for (qsizetype at = 0; at < text.size();) {
        const Entry entry = entryAt(text, at);
        const QByteArrayView old = QByteArrayView(text).sliced(at, entry.end - at);
        at = entry.end;
        if (entry.name != wanted) {
            result += old;
        } else if (!replaced) { // a second assignment of it would win or lose by the loader: one stays
            replaced = true;
            result.append(entry.exported ? QByteArrayView("export ") : QByteArrayView()).append(assignment);
            if (old.endsWith('\n'))
                result += lineEnding(old);
        }
    }
    if (!replaced) {
        const QByteArray newline = lineEnding(QByteArrayView(text).first(nextLine(text, 0)));
        if (!result.isEmpty() && !result.endsWith('\n'))
            result += newline;
        result.append(assignment).append(newline);
    }
    return result;
}

Result<EnvFilePlan> planEnvFile(const QString &path, const QString &variable) {
    if (const Done named = checkVariableName(variable); !named)
        return std::unexpected(named.error());
    auto text = readEnvFile(path);
    if (!text)
        return std::unexpected(text.error());
    EnvFilePlan plan{.exists = text->has_value(),
                     .replaces = text->has_value() && assigns(**text, variable),
                     .gitWarning = gitWarning(path)};
    if (text->has_value())
        wipe(**text); // it may hold other secrets
    return plan;
}

Done saveToEnvFile(const QString &path, const QString &variable, const Secret &value, bool replace) {
    if (const Done named = checkVariableName(variable); !named)
        return named;
    auto text = readEnvFile(path);
    if (!text)
        return std::unexpected(text.error());
    QByteArray before = text->value_or(QByteArray());
    Done saved;
    if (!replace && assigns(before, variable)) {
        saved = failure(
            ErrorKind::Conflict,
            EnvFile::tr("%1 sets %2 already. Nothing was changed.").arg(QDir::toNativeSeparators(path), variable));
    } else {
        QByteArray assignment = envAssignment(variable, value.view());
        QByteArray after = withAssignment(before, variable, assignment);
        saved = writePrivateFile(path, after);
        wipe(assignment);
        wipe(after);
    }
    wipe(before);
    return saved;
}

} // namespace keywright
