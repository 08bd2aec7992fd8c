#pragma once

#include <QAccessible>
#include <QApplication>
#include <QMetaProperty>
#include <QPointer>
#include <QWidget>

namespace keywright::test {

/// What a screen reader is told of a widget.
inline QString accessibleText(QWidget *widget, QAccessible::Text what) {
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(what) : QString();
}

/// Every text that any widget of the program, or anything below one, holds or tells: properties and accessible texts.
/// Where a secret must not be.
inline QString everyText() {
    QString all;
    QList<QPointer<QObject>> objects; // reading a property may end another object
    for (QWidget *window : QApplication::topLevelWidgets()) {
        objects.append(window);
        for (QObject *child : window->findChildren<QObject *>())
            objects.append(child);
    }
    for (const auto &object : objects) {
        if (!object)
            continue;
        for (int i = 0; i < object->metaObject()->propertyCount(); ++i)
            all += object->metaObject()->property(i).read(object).toString() + u'\n';
        for (const QByteArray &name : object->dynamicPropertyNames())
            all += object->property(name.constData()).toString() + u'\n';
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(object);
        if (!interface)
            continue;
        for (const auto what : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            all += interface->text(what) + u'\n';
        if (QAccessibleTextInterface *text = interface->textInterface())
            all += text->text(0, text->characterCount()) + u'\n';
    }
    return all;
}

} // namespace keywright::test
