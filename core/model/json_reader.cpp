#include "core/model/json_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace keywright {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("JsonReader", text);
}

QString escaped(QString name) {
    return name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

bool isPlainText(const QJsonValue &value, int max) {
    const auto points = value.toString().toUcs4();
    const auto control = [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); };
    return value.isString() && !points.isEmpty() && points.size() <= max &&
           std::none_of(points.begin(), points.end(), control);
}

bool isWhole(const QJsonValue &value, int min, int max) {
    const double number = value.toDouble();
    return value.isDouble() && number == std::floor(number) && number >= min && number <= max;
}

QString textRule(int max) {
    return QCoreApplication::translate("JsonReader", "must be a text of 1 to %1 characters, without control characters")
        .arg(max);
}

QString wholeRule(int min, int max) {
    return QCoreApplication::translate("JsonReader", "must be a whole number from %1 to %2").arg(min).arg(max);
}

} // namespace

JsonObjectReader::JsonObjectReader(const QJsonValue &value, QString pointer, JsonFault &fault)
    : object_(value.toObject()), pointer_(std::move(pointer)), fault_(fault) {
    if (!value.isObject())
        fault_.say(pointer_, say(QT_TRANSLATE_NOOP("JsonReader", "must be an object")));
}

QString JsonObjectReader::pointer(const QString &name) const {
    return pointer_ + u'/' + escaped(name);
}

void JsonObjectReader::refuse(const QString &name, const QString &sentence) {
    fault_.say(pointer(name), sentence);
}

QJsonValue JsonObjectReader::take(const QString &name) {
    read_.append(name);
    if (!object_.contains(name))
        refuse(name, say(QT_TRANSLATE_NOOP("JsonReader", "is missing")));
    return object_.value(name);
}

bool JsonObjectReader::isNull(const QString &name) {
    return take(name).isNull();
}

QString JsonObjectReader::text(const QString &name, int max) {
    const QJsonValue value = take(name);
    if (!isPlainText(value, max))
        refuse(name, textRule(max));
    return value.toString();
}

int JsonObjectReader::choice(const QString &name, const QStringList &choices) {
    const auto place = choices.indexOf(take(name).toString());
    if (place < 0)
        refuse(name,
               QCoreApplication::translate("JsonReader", "must be one of: %1").arg(choices.join(QStringLiteral(", "))));
    return int(std::max(place, qsizetype(0)));
}

bool JsonObjectReader::flag(const QString &name) {
    const QJsonValue value = take(name);
    if (!value.isBool())
        refuse(name, say(QT_TRANSLATE_NOOP("JsonReader", "must be true or false")));
    return value.toBool();
}

bool JsonObjectReader::flagOr(const QString &name, bool otherwise) {
    return has(name) ? flag(name) : otherwise;
}

int JsonObjectReader::whole(const QString &name, int min, int max) {
    const QJsonValue value = take(name);
    if (isWhole(value, min, max))
        return value.toInt();
    refuse(name, wholeRule(min, max));
    return min;
}

QJsonArray JsonObjectReader::array(const QString &name) {
    const QJsonValue value = take(name);
    if (!value.isArray())
        refuse(name, say(QT_TRANSLATE_NOOP("JsonReader", "must be a list")));
    return value.toArray();
}

QStringList JsonObjectReader::texts(const QString &name, int max) {
    QStringList list;
    for (const QJsonValue value : array(name)) {
        const QString where = QStringLiteral("%1/%2").arg(pointer(name)).arg(list.size());
        if (!isPlainText(value, max))
            fault_.say(where, textRule(max));
        else if (list.contains(value.toString()))
            fault_.say(where, say(QT_TRANSLATE_NOOP("JsonReader", "stands in the list twice")));
        list.append(value.toString());
    }
    return list;
}

QStringList JsonObjectReader::textsOr(const QString &name, int max, const QStringList &otherwise) {
    return has(name) ? texts(name, max) : otherwise;
}

QList<int> JsonObjectReader::wholes(const QString &name, int min, int max) {
    QList<int> list;
    for (const QJsonValue value : array(name)) {
        const QString where = QStringLiteral("%1/%2").arg(pointer(name)).arg(list.size());
        if (!isWhole(value, min, max))
            fault_.say(where, wholeRule(min, max));
        else if (list.contains(value.toInt()))
            fault_.say(where, say(QT_TRANSLATE_NOOP("JsonReader", "stands in the list twice")));
        list.append(value.toInt());
    }
    return list;
}

JsonObjectReader JsonObjectReader::object(const QString &name) {
    return {take(name), pointer(name), fault_};
}

void JsonObjectReader::finish() {
    for (auto member = object_.constBegin(); member != object_.constEnd(); ++member) {
        if (!read_.contains(member.key()))
            refuse(member.key(), say(QT_TRANSLATE_NOOP("JsonReader", "is not a member that a policy knows")));
    }
}

} // namespace keywright
