#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 1500; ///< milliseconds
constexpr qsizetype longestMessage = 16384;
const QByteArray greeting = QByteArrayLiteral("keywright 1 ");
const QByteArray answer = QByteArrayLiteral("ok\n");

/// The user's home makes the name the user's own; its digest keeps it short.
QString nameOfUser() {
    const QByteArray home = QDir::homePath().toUtf8();
    return u"keywright-"_s +
           QString::fromLatin1(QCryptographicHash::hash(home, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent), name_(name.isEmpty() ? nameOfUser() : name), server_(new QLocalServer(this)) {
    server_->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server_, &QLocalServer::newConnection, this, &SingleInstance::read);
}

SingleInstance::~SingleInstance() {
    server_->close();
}

bool SingleInstance::handOver(const QString &file) {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(greeting + file.toUtf8() + '\n');
    if (!socket.waitForBytesWritten(patience) || !socket.waitForReadyRead(patience))
        return false;
    return socket.readAll().startsWith(answer);
}

bool SingleInstance::listen() {
    if (server_->listen(name_))
        return true;
    // Nobody answered handOver(): what is there was left behind by a program that died.
    QLocalServer::removeServer(name_);
    return server_->listen(name_);
}

void SingleInstance::read() {
    while (QLocalSocket *socket = server_->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestMessage)
                return socket->abort();
            if (!socket->canReadLine())
                return;
            const QByteArray line = socket->readLine(longestMessage).trimmed();
            if (!line.startsWith(greeting.trimmed()))
                return socket->abort();
            socket->write(answer);
            socket->flush();
            Q_EMIT raised(QString::fromUtf8(line.mid(greeting.size())));
        });
    }
}

} // namespace keywright
