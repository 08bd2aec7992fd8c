// The activity view's export, and the way to an entry that broke the chain.
#include "ui/activity/activity_details.h"
#include "ui/activity/activity_model.h"
#include "ui/activity/activity_view.h"
#include "ui/form/inline_message.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace keywright {

void ActivityView::buildExportMenu() {
    auto *menu = new QMenu(export_);
    menu->addAction(tr("As &JSON, for checking it elsewhere…"), this, [this] { askForFile(ActivityFormat::Json); });
    menu->addAction(tr("As &CSV, for a spreadsheet…"), this, [this] { askForFile(ActivityFormat::Csv); });
    export_->setMenu(menu);
}

void ActivityView::askForFile(ActivityFormat format) {
    const bool json = format == ActivityFormat::Json;
    auto *dialog =
        new QFileDialog(this, tr("Export activity"), QDir::homePath(), json ? tr("JSON (*.json)") : tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(json ? QStringLiteral("json") : QStringLiteral("csv"));
    dialog->selectFile(json ? QStringLiteral("activity.json") : QStringLiteral("activity.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { exportTo(format, path); });
    dialog->open();
}

void ActivityView::exportTo(ActivityFormat format, const QString &path) {
    auto *job = new ActivityExport(desk_.keyring, model_->query(), format, path, this);
    message_->setClosable(false);
    message_->showText(InlineMessage::Kind::Info, tr("Exporting…"));
    connect(job, &ActivityExport::written, this, [this, job, path](qint64 entries) {
        message_->showText(
            InlineMessage::Kind::Info,
            tr("Exported to %2. Entries: %1.").arg(QLocale().toString(entries), QDir::toNativeSeparators(path)));
        message_->setClosable(true);
        job->deleteLater();
    });
    connect(job, &ActivityExport::failed, this, [this, job](const Error &error) {
        message_->showError(error);
        message_->setClosable(true);
        job->deleteLater();
    });
    job->start();
}

void ActivityView::showBroken(qint64 seq) {
    const auto go = [this, seq] {
        if (const auto row = model_->rowOf(seq)) {
            table_->selectRow(*row);
            table_->scrollTo(model_->index(*row, 0), QAbstractItemView::PositionAtCenter);
            showEntry(*row);
            return true;
        }
        return false;
    };
    if (go())
        return;
    // Further down the log: read on until it is there.
    auto *reading = new QObject(this);
    connect(model_, &ActivityModel::stateChanged, reading, [this, reading, go] {
        if (model_->state() == ActivityModel::State::Loading)
            return;
        if (go() || !model_->canFetchMore({}))
            reading->deleteLater();
        else
            model_->fetchMore({});
    });
    if (!search_->text().isEmpty() || !key_.isEmpty()) {
        search_->clear();
        showAll();
    } else {
        model_->fetchMore({});
    }
}

} // namespace keywright
