// Writes the list, or the selected keys, into a file, off the window's thread.
#pragma once

#include "core/index/export.h"
#include "ui/keys/key_questions.h"

#include <QObject>
#include <QTimer>

namespace keywright {

class ListExporter final : public QObject {
    Q_OBJECT
public:
    explicit ListExporter(QObject *parent = nullptr);
    /// Stops what runs, and waits for it; the file that was there stays.
    ~ListExporter() override;

    bool isRunning() const { return running_; }
    /// One at a time. written() or failed() follows.
    void start(const QString &path, ExportFormat format, const ExportInfo &info,
               const std::shared_ptr<SharedIndex> &index, const SharedRows &rows);
    void stop();

Q_SIGNALS:
    void progressed(qint64 written, qint64 all);
    /// `asOf`: what was written is an older copy, of that time.
    void written(const QString &path, qint64 keys, const std::optional<keywright::Instant> &asOf);
    void failed(const keywright::Error &error); ///< Cancelled after stop()

private:
    struct State {
        std::atomic<qint64> written = 0;
        std::atomic<bool> stopped = false;
    };
    std::shared_ptr<State> state_ = std::make_shared<State>();
    QThreadPool pool_;
    QTimer tick_;
    qint64 all_ = 0;
    bool running_ = false;
};

} // namespace keywright
