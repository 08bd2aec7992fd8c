#include "ui/keys/search_field.h"

#include "ui/form/clear_button.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>

namespace keywright {

namespace {

constexpr qsizetype shortestToken = 16;

} // namespace

SearchField::SearchField(std::shared_ptr<const KeyPolicy> policy, QWidget *parent)
    : QLineEdit(parent), policy_(std::move(policy)) {
    setPlaceholderText(tr("Search keys, owners, prefixes…"));
    setAccessibleName(tr("Search keys"));
    addClearButton(this, tr("Clear the search"));
    setMaxLength(1'000);
    addAction(themedIcon(QStringLiteral("search"), Tone::Muted), LeadingPosition)->setText(accessibleName());
    connect(this, &QLineEdit::textChanged, this, &SearchField::look);
}

void SearchField::look(const QString &text) {
    if (taking_)
        return;
    PastedKey pasted;
    QString rest;
    if (text.size() >= shortestToken) {
        QByteArray bytes = text.toUtf8();
        TokenReading reading = readToken(*policy_, bytes);
        wipe(bytes);
        if (reading.wellFormed) {
            pasted = {.token = std::make_shared<const Secret>(std::move(reading.cleaned)), .faults = reading.faults};
        } else if (const auto found = findToken(text)) { // of any policy we know
            QByteArray token = text.mid(found->first, found->second - found->first).toUtf8();
            pasted.token = std::make_shared<const Secret>(token);
            wipe(token);
            rest = (text.left(found->first) + text.mid(found->second)).trimmed();
        }
    }
    if (!pasted.token) {
        Q_EMIT searched(text);
        return;
    }
    taking_ = true;
    setText(rest); // forgets what undo would bring back
    taking_ = false;
    Q_EMIT searched(rest);
    Q_EMIT keyPasted(pasted);
}

void SearchField::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT downPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace keywright
