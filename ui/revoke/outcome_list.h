// Names with a sentence each: the keys an act is about, or what stood against those that it failed on.
#pragma once

#include <QTreeWidget>

namespace keywright {

class OutcomeList final : public QTreeWidget {
    Q_OBJECT
public:
    OutcomeList(const QString &accessibleName, const QString &secondHeader, QWidget *parent = nullptr);

    void addLine(const QString &name, const QString &text);
    /// As tall as its lines need, up to `most` of them.
    void fit(int most);
};

} // namespace keywright
