// The grammar of the activity search as buttons that type it, each with what it does.
#pragma once

#include <QWidget>

namespace keywright {

class SearchHelp final : public QWidget {
    Q_OBJECT
public:
    explicit SearchHelp(QWidget *parent = nullptr);

Q_SIGNALS:
    /// `actor:`, `authMethod:api_key`: to stand in the search field.
    void termChosen(const QString &term);
};

} // namespace keywright
