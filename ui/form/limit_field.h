// An amount of US dollars, or nothing for "no limit".
#pragma once

#include "core/model/draft.h"

#include <QLineEdit>

namespace keywright {

class LimitField final : public QLineEdit {
    Q_OBJECT
public:
    /// `field` is the value's JSON name ("daily_spend_limit_usd"), which stands in the error.
    explicit LimitField(QString field, QWidget *parent = nullptr);

    /// What is typed, or why it is no amount; nothing: no limit.
    Result<std::optional<MicroUsd>> amount() const;
    void setAmount(const std::optional<MicroUsd> &amount);
    QString field() const { return field_; }

private:
    QString field_;
};

} // namespace keywright
