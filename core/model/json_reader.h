// Reads a JSON object member by member, strictly: the first broken rule is kept, with its JSON Pointer and a sentence.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace keywright {

/// The first thing found wrong in a document; `sentence` is empty while nothing is.
struct JsonFault {
    QString pointer; ///< RFC 6901
    QString sentence;
    bool found() const { return !sentence.isEmpty(); }
    void say(const QString &where, const QString &what) {
        if (!found())
            *this = {where, what};
    }
};

/// One object of a document. Each read names a member, says what is wrong with it, and gives a harmless value then.
/// finish() refuses the members that nobody read.
class JsonObjectReader {
public:
    JsonObjectReader(const QJsonValue &value, QString pointer, JsonFault &fault);

    bool has(const QString &name) const { return object_.contains(name); }
    /// Present and null; a missing member is no null.
    bool isNull(const QString &name);
    QString pointer(const QString &name) const;

    /// A text of 1 to `max` code points without control characters.
    QString text(const QString &name, int max);
    /// A text that is one of `choices`: its place among them.
    int choice(const QString &name, const QStringList &choices);
    bool flag(const QString &name);
    bool flagOr(const QString &name, bool otherwise);
    int whole(const QString &name, int min, int max);
    /// A list of different texts, each of 1 to `max` code points.
    QStringList texts(const QString &name, int max);
    QStringList textsOr(const QString &name, int max, const QStringList &otherwise);
    QList<int> wholes(const QString &name, int min, int max);
    QJsonArray array(const QString &name);
    JsonObjectReader object(const QString &name);

    void refuse(const QString &name, const QString &sentence);
    void finish();

private:
    QJsonValue take(const QString &name);
    QJsonObject object_;
    QString pointer_;
    JsonFault &fault_;
    QStringList read_;
};

} // namespace keywright
