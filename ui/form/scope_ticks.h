// A policy's scopes as ticks, each with its sentence; read-only with the reason where they are fixed or locked.
#pragma once

#include "core/model/key_policy.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace keywright {

class ScopeTicks final : public QWidget {
    Q_OBJECT
public:
    explicit ScopeTicks(const KeyPolicy &policy, QWidget *parent = nullptr);

    /// The ticked scopes, in the policy's order.
    QStringList scopes() const;
    void setScopes(const QStringList &scopes);
    /// Shows what is ticked without letting anyone change it, and says why. Empty: editable again where the policy
    /// lets scopes be chosen.
    void setLocked(const QString &reason);
    /// The same without a word: the reason stands elsewhere already.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(); ///< by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QString id;
        QCheckBox *box;
        QLabel *mark; ///< stands in the box's place while read-only
        QLabel *name;
        QLabel *sentence;
    };
    Row addRow(const QString &id, const QString &sentence);
    void refresh();
    bool readOnly() const { return fixed_ || readOnly_ || !locked_.isEmpty(); }

    QGridLayout *grid_;
    std::vector<Row> rows_;
    QLabel *reason_;
    QString locked_;
    bool fixed_;
    bool readOnly_ = false;
};

} // namespace keywright
