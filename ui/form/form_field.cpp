#include "ui/form/form_field.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace keywright {

namespace {

constexpr int noteIconSize = 14;

QString withoutMnemonic(QString text) {
    static const QString escaped = QStringLiteral("&&");
    static const QString placeholder = QString(QChar(u'\u0001'));
    return text.replace(escaped, placeholder).remove(u'&').replace(placeholder, QStringLiteral("&"));
}

/// Looks locked as a line does.
void setTextReadOnly(QPlainTextEdit *text, bool readOnly) {
    text->setReadOnly(readOnly);
    text->viewport()->setBackgroundRole(readOnly ? QPalette::Window : QPalette::Base);
}

} // namespace

FormField::FormField(const QString &label, QWidget *control, QWidget *parent)
    : QWidget(parent), label_(new QLabel(this)), control_(control), controlRow_(new QHBoxLayout),
      icon_(new QLabel(this)), note_(new QLabel(this)), name_(label) {
    label_->setBuddy(control);
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    icon_->setFixedSize(noteIconSize, noteIconSize + 2);

    controlRow_->setSpacing(space::inside);
    controlRow_->addWidget(control);

    auto *noteRow = new QHBoxLayout;
    noteRow->setSpacing(space::tight + 2);
    noteRow->addWidget(icon_, 0, Qt::AlignTop);
    noteRow->addWidget(note_, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(label_);
    column->addLayout(controlRow_);
    column->addLayout(noteRow);
    setRequired(false);
    showNote();
}

void FormField::addBeside(QWidget *widget) {
    controlRow_->addWidget(widget);
}

void FormField::setHint(const QString &hint) {
    hint_ = hint;
    showNote();
}

void FormField::setWarning(const QString &warning) {
    if (warning_ == warning)
        return;
    warning_ = warning;
    showNote();
}

void FormField::setError(const QString &error) {
    if (error_ == error)
        return;
    error_ = error;
    markInvalid(control_, hasError());
    showNote();
    if (hasError())
        announceError();
}

void FormField::setRequired(bool required) {
    required_ = required;
    label_->setText(required ? tr("%1 (required)").arg(name_) : name_);
    describe();
}

void FormField::setLocked(const QString &reason) {
    locked_ = reason;
    setReadOnly(!reason.isEmpty());
    showNote();
}

void FormField::setReadOnly(bool readOnly) {
    if (auto *line = qobject_cast<QLineEdit *>(control_))
        line->setReadOnly(readOnly);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(control_))
        setTextReadOnly(text, readOnly);
    else
        control_->setEnabled(!readOnly);
}

void FormField::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showNote();
}

void FormField::showNote() {
    struct Note {
        QString text, icon;
        Tone tone;
    };
    const Note note = hasError()            ? Note{error_, QStringLiteral("error"), Tone::Danger}
                      : !warning_.isEmpty() ? Note{warning_, QStringLiteral("warning"), Tone::Warning}
                      : !locked_.isEmpty()  ? Note{locked_, QStringLiteral("lock"), Tone::Muted}
                                            : Note{hint_, QString(), Tone::Muted};
    note_->setText(note.text);
    note_->setVisible(!note.text.isEmpty());
    if (hasError())
        markError(note_);
    else
        markHint(note_);
    icon_->setVisible(!note.icon.isEmpty() && !note.text.isEmpty());
    if (!note.icon.isEmpty())
        icon_->setPixmap(themedIcon(note.icon, palette(), note.tone).pixmap(noteIconSize, noteIconSize));
    describe();
}

void FormField::describe() {
    const QString name = withoutMnemonic(name_);
    control_->setAccessibleName(required_ ? tr("%1 (required)").arg(name) : name);
    QStringList parts;
    for (const QString &part : {error_, warning_, locked_, hint_})
        if (!part.isEmpty())
            parts.append(part);
    control_->setAccessibleDescription(parts.join(u' '));
}

void FormField::announceError() {
    QAccessibleEvent description(control_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&description);
    QAccessibleEvent alert(note_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace keywright
