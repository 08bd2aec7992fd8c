// A token painted from its Secret, character by character: bullets, until somebody asks to see it.
#pragma once

#include "core/crypto/secret.h"

#include <QWidget>

#include <memory>

namespace keywright {

class TokenView final : public QWidget {
    Q_OBJECT
public:
    explicit TokenView(QWidget *parent = nullptr);

    void setToken(std::shared_ptr<const Secret> token);
    bool isMasked() const { return masked_; }
    void setMasked(bool masked);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Grid {
        int columns, rows, cellWidth, cellHeight;
    };
    /// How the characters are spread over the width: lines of about the same length.
    Grid grid(int width) const;
    qsizetype length() const { return token_ ? token_->size() : 0; }

    std::shared_ptr<const Secret> token_;
    bool masked_ = true;
};

} // namespace keywright
