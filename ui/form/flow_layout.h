// Items side by side, wrapping to the next line where the width ends.
#pragma once

#include <QLayout>

namespace keywright {

class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr, int spacing = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Places the items when `apply`, and returns the height that they need.
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> items_;
};

} // namespace keywright
