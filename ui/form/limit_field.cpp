#include "ui/form/limit_field.h"

namespace keywright {

namespace {
constexpr int longestAmount = 24;
}

LimitField::LimitField(QString field, QWidget *parent) : QLineEdit(parent), field_(std::move(field)) {
    setPlaceholderText(tr("No limit"));
    setMaxLength(longestAmount);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
}

Result<std::optional<MicroUsd>> LimitField::amount() const {
    return parseUsd(text(), field_);
}

void LimitField::setAmount(const std::optional<MicroUsd> &amount) {
    setText(amount ? usdText(*amount) : QString());
}

} // namespace keywright
