// The members of a JSON body, each with its type; every wrong one is told with its JSON Pointer.
#pragma once

#include "app/server/http/strict_json.h"
#include "core/model/draft.h"

#include <QStringList>

namespace keywright {

/// A date, in UTC (what a server's own zone is, its clients can't know) or in the zone after a space.
std::optional<ExpiresOnDate> dayFrom(const QString &text);

/// A member that is null counts as left out, but for the last kind. The body it was read from outlives it.
class BodyReader {
public:
    explicit BodyReader(std::vector<JsonMember> body) : body_(std::move(body)), read_(body_.size()) {}

    std::optional<QString> text(const QString &name);
    /// The same as UTF-8: a view of the body, where nothing in it is escaped.
    std::optional<QByteArray> utf8(const QString &name);
    std::optional<QStringList> texts(const QString &name, int most);
    std::optional<int> whole(const QString &name);
    std::optional<bool> flag(const QString &name);
    std::optional<MicroUsd> money(const QString &name);
    /// An RFC 3339 instant, a day (see dayFrom()), or `never`.
    std::optional<QString> instantText(const QString &name);

    /// Null is a value of its own: set to nothing.
    std::optional<QString> textOrNull(const QString &name);
    std::optional<std::optional<MicroUsd>> moneyOrNull(const QString &name);
    std::optional<std::optional<int>> wholeOrNull(const QString &name);

    void refuse(const QString &name, QByteArray code, const QString &detail);
    /// What was wrong, with the members that nobody asked for; nothing: all is well.
    std::optional<Problem> finish();

private:
    /// The member, which counts as read from now on; null: there is none.
    const JsonValue *find(const QString &name);
    /// The same, but that a null counts as none.
    const JsonValue *take(const QString &name);
    /// True where the member is there, and null.
    bool takeNull(const QString &name);

    std::vector<JsonMember> body_;
    std::vector<bool> read_; ///< by the members' places
    QList<ProblemError> errors_;
};

/// 422 with its errors; the sentence is the first one's.
Problem unprocessable(const QList<ProblemError> &errors);

} // namespace keywright
