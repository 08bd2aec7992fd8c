#include "ui/window/main_window.h"

#include "core/remote/server_address.h"
#include "ui/form/inline_message.h"
#include "ui/revoke/loss_question.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/keyring_view.h"
#include "ui/window/place_text.h"
#include "ui/window/status_line.h"
#include "ui/window/toasts.h"
#include "ui/window/top_bar.h"
#include "ui/window/welcome_page.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QScreen>
#include <QSessionManager>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallest(720, 480);
constexpr QSize firstSize(1180, 760);
constexpr int slowOpening = 400; ///< milliseconds, before it is worth a word
const QString geometryState = QStringLiteral("geometry");
const QString noKeyring = QStringLiteral("none");

/// The first local file of a drop, or empty.
QString droppedFile(const QMimeData *data) {
    for (const QUrl &url : data->urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            return url.toLocalFile();
    return {};
}

} // namespace

MainWindow::MainWindow(WindowServices services, QWidget *parent)
    : QMainWindow(parent), services_(std::move(services)),
      host_(services_.settings, services_.secrets, services_.clock, services_.user, this) {
    setMinimumSize(smallest);
    setAcceptDrops(true);
    setWindowIcon(applicationIcon());
    build();
    restoreGeometryNow();
    connect(&host_, &KeyringHost::closing, this, &MainWindow::dropView);
    connect(&host_, &KeyringHost::opened, this, &MainWindow::showKeyring);
    connect(&host_, &KeyringHost::failed, this, &MainWindow::tellFailure);
    connect(&host_, &KeyringHost::opening, this, &MainWindow::tellOpening);
    connect(&host_, &KeyringHost::keyWanted, this, &MainWindow::askForKey);
    slow_.setSingleShot(true);
    slow_.setInterval(slowOpening);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &MainWindow::commitData, Qt::DirectConnection);
}

MainWindow::~MainWindow() {
    dropView();
}

void MainWindow::build() {
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    actions_ = new WindowActions(this);
    top_ = new TopBar(*actions_, whole);
    message_ = new InlineMessage(whole);
    message_->setClosable(true);
    stack_ = new QStackedWidget(whole);
    status_ = new StatusLine(services_.clock, whole);
    column->addWidget(top_);
    column->addWidget(message_);
    column->addWidget(stack_, 1);
    column->addWidget(status_);
    setCentralWidget(whole);
    toasts_ = new Toasts(whole);
    connectActions();
    top_->setRecent(services_.settings.recentKeyrings(), host_.place());
    connect(top_, &TopBar::placeChosen, this, &MainWindow::open);
}

/// Another language: every word is made anew, over the keyring that stays open.
void MainWindow::rebuild() {
    rebuildSoon_ = false;
    dropView();
    delete actions_;
    welcome_ = nullptr;
    build();
    if (host_.keyring())
        showKeyring();
    else
        showWelcome();
}

void MainWindow::start(const QString &place) {
    const QStringList recent = services_.settings.recentKeyrings();
    if (place.isEmpty() && recent.isEmpty())
        return showWelcome();
    setWindowTitle(u"Keywright"_s);
    actions_->setKeyringOpen(false);
    host_.open(place.isEmpty() ? recent.front() : place);
}

void MainWindow::open(const QString &place) {
    guarded([this, place] { host_.open(place); });
}

void MainWindow::raiseWith(const QString &file) {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (!file.isEmpty())
        open(file);
}

void MainWindow::showWelcome() {
    if (!welcome_) {
        welcome_ = new WelcomePage(*actions_, stack_);
        connect(welcome_, &WelcomePage::retryRequested, this, &MainWindow::open);
        connect(welcome_, &WelcomePage::forgetRequested, this, &MainWindow::forgetServer);
        stack_->addWidget(welcome_);
    }
    stack_->setCurrentWidget(welcome_);
    welcome_->setFocus();
    status_->clear();
    top_->setNoKeyring();
    top_->setRecent(services_.settings.recentKeyrings(), {});
    actions_->setKeyringOpen(false);
    setWindowTitle(u"Keywright"_s);
}

void MainWindow::showKeyring() {
    slow_.stop();
    dropView();
    message_->clear();
    if (welcome_)
        welcome_->clearProblem();
    view_ =
        new KeyringView(Desk{*host_.keyring(), host_.clock(), services_.clipboard, services_.settings}, this, stack_);
    stack_->addWidget(view_);
    stack_->setCurrentWidget(view_);
    actions_->setKeyringOpen(true);
    connectView();
    refreshSituation();
    restoreGeometryNow();
    top_->showPage(0);
    top_->setRecent(services_.settings.recentKeyrings(), host_.place());
    view_->setFocus();
}

/// The view goes before the keyring it shows.
void MainWindow::dropView() {
    if (!view_)
        return;
    saveGeometryNow();
    view_->saveState();
    toasts_->clear();
    delete std::exchange(view_, nullptr);
    status_->clear();
}

/// A server may take its time: a person sees what is waited for, and may do something else.
void MainWindow::tellOpening(const QString &place) {
    slow_.disconnect();
    connect(&slow_, &QTimer::timeout, this, [this, place] {
        if (!host_.keyring())
            showWelcome();
        message_->showText(InlineMessage::Kind::Info, tr("Opening %1…").arg(placeName(place)));
    });
    slow_.start();
}

void MainWindow::tellFailure(const Error &error, const QString &place) {
    slow_.stop();
    message_->clear();
    if (host_.keyring()) {
        message_->showError(error);
        return;
    }
    showWelcome();
    welcome_->showProblem(error, place);
}

void MainWindow::tellNewerVersion(const QString &newest) {
    toasts_->show(
        tr("Keywright %1 has been released. You are using %2.").arg(newest, QCoreApplication::applicationVersion()));
}

void MainWindow::refreshSituation() {
    const KeyringInfo info = host_.keyring()->info();
    top_->setKeyringName(info.name);
    top_->setSituation(view_->desk().situation());
    status_->setInfo(info);
    const bool file = !host_.path().isEmpty();
    actions_->check->setEnabled(file);
    actions_->forgetServer->setVisible(isServerUrl(host_.place()));
    const Situation situation = view_->desk().situation();
    const auto offer = [&](QAction *action, Action act) {
        const Permit verdict = permit(act, situation);
        action->setVisible(verdict.verdict != Permit::Verdict::Absent);
        action->setEnabled(file && verdict.allowed());
        action->setToolTip(verdict.reason);
    };
    offer(actions_->backup, Action::Backup);
    offer(actions_->restore, Action::Restore);
    offer(actions_->developerApi, Action::ChangePolicy);
    actions_->setDeveloperApi(info.developerApi);
    if (!info.policy->manage.developerApi)
        actions_->developerApi->setVisible(false);
    view_->offerDeveloperApi(actions_->developerApi->isVisible() && actions_->developerApi->isEnabled());
    setWindowTitle(u"%1 – Keywright"_s.arg(info.name));
}

/// Runs `go` at once, or after the person agreed to lose what is not saved.
void MainWindow::guarded(std::function<void()> go) {
    const QString loss = view_ ? view_->unsavedText() : QString();
    if (loss.isEmpty())
        return go();
    auto *question = new LossQuestion(loss, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, std::move(go));
    question->open();
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!closingAnyway_ && view_ && !view_->unsavedText().isEmpty()) {
        event->ignore();
        guarded([this] {
            closingAnyway_ = true;
            close();
        });
        return;
    }
    dropView();
    host_.close();
    QMainWindow::closeEvent(event);
}

void MainWindow::commitData(QSessionManager &manager) {
    if (maySessionEnd(manager.allowsInteraction()))
        return;
    manager.cancel();
    manager.release();
}

bool MainWindow::maySessionEnd(bool canAsk) {
    if (sessionAsked_ || !canAsk || !view_ || view_->unsavedText().isEmpty())
        return true;
    sessionAsked_ = true;
    guarded([this] {
        closingAnyway_ = true;
        close();
    });
    return false;
}

void MainWindow::changeEvent(QEvent *event) {
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || rebuildSoon_)
        return;
    rebuildSoon_ = true;
    QMetaObject::invokeMethod(this, [this] { guarded([this] { rebuild(); }); }, Qt::QueuedConnection);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    event->acceptProposedAction();
    open(droppedFile(event->mimeData()));
}

void MainWindow::saveGeometryNow() {
    const QString id = host_.keyring() ? host_.keyring()->info().id : noKeyring;
    services_.settings.setViewState(id, geometryState, saveGeometry());
}

void MainWindow::restoreGeometryNow() {
    const QString id = host_.keyring() ? host_.keyring()->info().id : noKeyring;
    const QByteArray known = services_.settings.viewState(id, geometryState).toByteArray();
    if (!known.isEmpty())
        restoreGeometry(known);
    else if (!isVisible())
        resize(firstSize.boundedTo(screen()->availableSize() - QSize(space::edge, 2 * space::edge)));
}

} // namespace keywright
