// The requests of the last days as small bars.
#pragma once

#include "core/keyring/keyring.h"

#include <QWidget>

namespace keywright {

class UseBars final : public QWidget {
    Q_OBJECT
public:
    explicit UseBars(QWidget *parent = nullptr);

    /// The days up to `today`, thirty of them; days without an entry had no request.
    void setDays(const QList<DayUse> &days, QDate today);
    qint64 total() const { return total_; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    static constexpr int dayCount = 30;
    int dayAt(int x) const;

    std::array<DayUse, dayCount> days_{};
    qint64 most_ = 0;
    qint64 total_ = 0;
};

} // namespace keywright
