// Checks the log's chain against itself and against the head that was remembered outside the file, and says so.
#pragma once

#include "ui/desk.h"

#include <QObject>

namespace keywright {

class InlineMessage;

class ChainCheck final : public QObject {
    Q_OBJECT
public:
    /// Speaks in `message`.
    ChainCheck(Desk &desk, InlineMessage *message, QObject *parent = nullptr);

    void start();
    /// What was found until then is not told.
    void stop();
    bool isRunning() const { return running_; }

Q_SIGNALS:
    void runningChanged();
    /// The person asks to see the first entry that does not fit.
    void showEntryRequested(qint64 seq);

private:
    void tellProgress(int checked, int all);
    void tell(const ChainReport &report, const std::optional<ChainHead> &known);

    Desk &desk_;
    InlineMessage *message_;
    Reply<ChainReport> reply_;
    bool running_ = false;
};

} // namespace keywright
