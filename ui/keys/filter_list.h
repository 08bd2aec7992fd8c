// The filters at the left, each with the number of its keys.
#pragma once

#include "core/index/key_view.h"
#include "core/model/key_policy.h"

#include <QListWidget>

namespace keywright {

class FilterList final : public QListWidget {
    Q_OBJECT
public:
    explicit FilterList(QWidget *parent = nullptr);

    /// Which filters there are follows from the policy; those it lacks stand only where a key is in them.
    void update(const KeyPolicy &policy, const KeyCounts &counts, Days unusedFor);
    KeyFilter filter() const;
    /// Chooses without telling.
    void setFilter(KeyFilter filter);

Q_SIGNALS:
    void filterChosen(keywright::KeyFilter filter);

private:
    void add(KeyFilter filter, const QString &icon);
    void tellChosen();

    KeyFilter filter_ = KeyFilter::All;
};

/// What a filter is called: "Unused for 90 days".
QString filterTitle(KeyFilter filter, Days unusedFor);

} // namespace keywright
