// One window per user: a second start raises the first, hands over its file, and ends.
#pragma once

#include <QObject>

class QLocalServer;

namespace keywright {

class SingleInstance final : public QObject {
    Q_OBJECT
public:
    /// `name` is the socket's; empty: one per user.
    explicit SingleInstance(const QString &name = {}, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Asks a running window to show itself (and to open `file`, if there is one). True: one did; this program may end.
    bool handOver(const QString &file);
    /// Becomes the one that others hand over to. Without it the window works all the same.
    bool listen();

Q_SIGNALS:
    /// Another start asks to be seen; `file` may be empty.
    void raised(const QString &file);

private:
    void read();

    QString name_;
    QLocalServer *server_;
};

} // namespace keywright
