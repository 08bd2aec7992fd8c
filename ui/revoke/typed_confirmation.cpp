#include "ui/revoke/typed_confirmation.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace keywright {

TypedConfirmation::TypedConfirmation(const QString &label, QStringList accepted, QWidget *parent)
    : QWidget(parent), accepted_(std::move(accepted)), field_(new QLineEdit(this)) {
    auto *caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    caption->setBuddy(field_);
    field_->setObjectName(QStringLiteral("typedConfirmation"));
    field_->setAccessibleName(QString(label).remove(u'&'));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addWidget(caption);
    column->addWidget(field_);
    connect(field_, &QLineEdit::textChanged, this, &TypedConfirmation::changed);
}

bool TypedConfirmation::matches() const {
    const QString typed = field_->text().simplified();
    return std::ranges::any_of(accepted_, [&](const QString &one) {
        return !one.isEmpty() && typed.compare(one.simplified(), Qt::CaseInsensitive) == 0;
    });
}

} // namespace keywright
