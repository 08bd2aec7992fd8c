// Which owner's keys, and with which scope; and how many there are.
#pragma once

#include "core/model/key_policy.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace keywright {

class FilterChips final : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setScopes(const KeyPolicy &policy);
    void setOwners(const QStringList &owners);
    void setCount(const QString &text);
    QString owner() const; ///< empty: any
    QString scope() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    QComboBox *add(const QString &name, const QString &any);

    QComboBox *owner_, *scope_;
    QLabel *count_;
};

} // namespace keywright
