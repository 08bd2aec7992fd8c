#include "app/desktop/newer_version.h"

#include <QCoreApplication>

#include <utility>

namespace keywright {

namespace {

constexpr unsigned long againAfter = 200; // milliseconds

} // namespace

QUrl NewerVersion::publishedAt() {
    return QUrl(QStringLiteral(KEYWRIGHT_LATEST_URL));
}

NewerVersion::NewerVersion(Settings &settings, const Clock &clock, QUrl address, QObject *parent)
    : QObject(parent), settings_(settings), clock_(clock), address_(std::move(address)) {
    connect(&settings_, &Settings::changed, this, &NewerVersion::askIfDue);
    connect(&hourly_, &QTimer::timeout, this, &NewerVersion::askIfDue);
    hourly_.start(std::chrono::hours(1));
    askIfDue();
}

NewerVersion::~NewerVersion() {
    // Asked again: a loop on Windows can sleep through an end that another thread asks for.
    do
        thread_.quit();
    while (!thread_.wait(againAfter));
}

void NewerVersion::askIfDue() {
    if (!settings_.mayAskForVersion(clock_.now()))
        return;
    settings_.setAskedForVersion(clock_.now());
    if (!question_) {
        question_ = new NewestVersion(address_);
        question_->moveToThread(&thread_);
        connect(&thread_, &QThread::finished, question_, &QObject::deleteLater);
        connect(question_, &NewestVersion::answered, this, &NewerVersion::hear);
        thread_.start();
    }
    QMetaObject::invokeMethod(question_, &NewestVersion::ask, Qt::QueuedConnection);
}

void NewerVersion::hear(const QVersionNumber &newest) {
    if (settings_.saysNewerVersion() && newest > QVersionNumber::fromString(QCoreApplication::applicationVersion()))
        Q_EMIT found(newest.toString());
}

} // namespace keywright
