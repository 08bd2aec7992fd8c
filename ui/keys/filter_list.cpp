#include "ui/keys/filter_list.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

namespace keywright {

namespace {

enum Role { FilterRole = Qt::UserRole + 1, CountRole };

/// An item with its number at the right.
class FilterDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        const QString count = index.data(CountRole).toString();
        const int width = item.fontMetrics.horizontalAdvance(count);
        item.text = item.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight,
                                                item.rect.width() - width - textLeft - 2 * space::inside);
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        painter->setPen(toneColor(Tone::Muted, item.palette));
        painter->setFont(item.font);
        painter->drawText(item.rect.adjusted(0, 0, -space::inside, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height(), rowHeight));
        size.rwidth() += option.fontMetrics.horizontalAdvance(index.data(CountRole).toString()) + space::group;
        return size;
    }

private:
    static constexpr int textLeft = 24;
    static constexpr int rowHeight = 32;
};

bool policyHas(const KeyPolicy &policy, KeyFilter filter) {
    switch (filter) {
    case KeyFilter::Expiring:
    case KeyFilter::Expired:
        return policy.expiry || policy.testKey;
    case KeyFilter::InGrace:
        return policy.rotate && policy.rotate->grace;
    case KeyFilter::Revoked:
        return policy.revoke.list != KeyPolicy::RevokedShown::Never;
    case KeyFilter::Undelivered:
    case KeyFilter::Test:
        return false;
    default:
        return true;
    }
}

} // namespace

QString filterTitle(KeyFilter filter, Days unusedFor) {
    switch (filter) {
    case KeyFilter::All:
        return FilterList::tr("All");
    case KeyFilter::Active:
        return FilterList::tr("Active");
    case KeyFilter::Expiring:
        return FilterList::tr("Expiring soon");
    case KeyFilter::InGrace:
        return FilterList::tr("In grace");
    case KeyFilter::Expired:
        return FilterList::tr("Expired");
    case KeyFilter::Revoked:
        return FilterList::tr("Revoked");
    case KeyFilter::NeverUsed:
        return FilterList::tr("Never used");
    case KeyFilter::Unused:
        return FilterList::tr("Unused for %Ln days", nullptr, int(unusedFor.count()));
    case KeyFilter::Undelivered:
        return FilterList::tr("Nobody has it");
    case KeyFilter::Test:
        return FilterList::tr("Test");
    }
    return {};
}

FilterList::FilterList(QWidget *parent) : QListWidget(parent) {
    setItemDelegate(new FilterDelegate(this));
    setAccessibleName(tr("Filters"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize({16, 16});
    viewport()->setAutoFillBackground(false);
    add(KeyFilter::All, QStringLiteral("list"));
    add(KeyFilter::Active, QStringLiteral("circle-filled"));
    add(KeyFilter::Expiring, QStringLiteral("clock"));
    add(KeyFilter::InGrace, QStringLiteral("arrow-right-circle"));
    add(KeyFilter::Expired, QStringLiteral("circle"));
    add(KeyFilter::Revoked, QStringLiteral("cross"));
    add(KeyFilter::NeverUsed, QStringLiteral("minus"));
    add(KeyFilter::Unused, QStringLiteral("history"));
    add(KeyFilter::Undelivered, QStringLiteral("dashed-circle"));
    add(KeyFilter::Test, QStringLiteral("flask"));
    setCurrentRow(0);
    connect(this, &QListWidget::currentItemChanged, this, &FilterList::tellChosen);
}

void FilterList::add(KeyFilter filter, const QString &icon) {
    auto *item = new QListWidgetItem(themedIcon(icon, Tone::Muted), filterTitle(filter, Days{90}), this);
    item->setData(FilterRole, int(filter));
}

void FilterList::update(const KeyPolicy &policy, const KeyCounts &counts, Days unusedFor) {
    for (int row = 0; row < count(); ++row) {
        const auto itsFilter = KeyFilter(item(row)->data(FilterRole).toInt());
        const qint64 keys = counts[itsFilter];
        const QString title = filterTitle(itsFilter, unusedFor);
        item(row)->setText(title);
        item(row)->setData(CountRole, QLocale().toString(keys));
        item(row)->setData(Qt::AccessibleTextRole,
                           tr("%1, %Ln keys", nullptr, int(std::min<qint64>(keys, INT_MAX))).arg(title));
        const bool shown = policyHas(policy, itsFilter) || (keys > 0 && itsFilter != KeyFilter::Revoked);
        item(row)->setHidden(!shown && itsFilter != filter_);
    }
}

KeyFilter FilterList::filter() const {
    return filter_;
}

void FilterList::setFilter(KeyFilter filter) {
    filter_ = filter;
    const QSignalBlocker quiet(this);
    item(int(filter))->setHidden(false);
    setCurrentRow(int(filter));
}

void FilterList::tellChosen() {
    if (!currentItem())
        return;
    const auto chosen = KeyFilter(currentItem()->data(FilterRole).toInt());
    if (std::exchange(filter_, chosen) != chosen)
        Q_EMIT filterChosen(chosen);
}

} // namespace keywright
