// The buttons of one row of the list, laid over it: Revoke, and the menu of everything else.
#pragma once

#include "core/model/permit.h"

#include <QWidget>

class QToolButton;

namespace keywright {

class RowActions final : public QWidget {
    Q_OBJECT
public:
    explicit RowActions(QWidget *parent);

    void setKey(const ApiKey &key, const Situation &situation, bool selected);
    const KeyId &id() const { return id_; }

Q_SIGNALS:
    void revokeRequested(const keywright::KeyId &id);
    void menuRequested(const keywright::KeyId &id, QPoint at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    KeyId id_;
    bool selected_ = false;
    QToolButton *revoke_, *more_;
};

} // namespace keywright
