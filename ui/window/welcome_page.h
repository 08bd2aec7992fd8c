// The first thing a person sees when no keyring is open: make one, open one, or look around in a sample.
#pragma once

#include "core/model/result.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace keywright {

class InlineMessage;
class WindowActions;

class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(WindowActions &actions, QWidget *parent = nullptr);

    /// Why the last keyring is not open. `path` may be asked for again.
    void showProblem(const Error &error, const QString &path);
    void clearProblem();

Q_SIGNALS:
    void retryRequested(const QString &path);
    void forgetRequested(const QString &place); ///< a server's address

private:
    QPushButton *offer(QAction *action, const QString &title, const QString &sentence, QVBoxLayout *column);

    InlineMessage *problem_;
};

} // namespace keywright
