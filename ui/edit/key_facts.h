// What is known of a key and cannot be typed: when it was made, when it ends, who used it.
#pragma once

#include "ui/desk.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace keywright {

class UseBars;

class KeyFacts final : public QWidget {
    Q_OBJECT
public:
    explicit KeyFacts(Desk &desk, QWidget *parent = nullptr);

    void show(const KeyDetails &details);

private:
    /// One caption with its text; hidden where there is none. `more` is the tool tip.
    void fact(const QString &caption, const QString &text, const QString &more = {});
    void showTimes(const ApiKey &key, Instant now);
    void showEnd(const ApiKey &key, Instant now);
    void showUse(const KeyDetails &details, Instant now);
    void showSpend(const ApiKey &key);
    QString instant(Instant at) const;

    struct Row {
        QLabel *caption;
        QLabel *text;
    };
    Desk &desk_;
    QGridLayout *grid_;
    UseBars *bars_;
    QLabel *barsCaption_;
    QHash<QString, Row> rows_;
};

} // namespace keywright
