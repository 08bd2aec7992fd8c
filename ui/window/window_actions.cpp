#include "ui/window/window_actions.h"

#include "ui/theme/theme.h"

#include <QWidget>

namespace keywright {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget *window) : QObject(window), window_(window) {
    createKey = add(u"create"_s, tr("&Create API key"), u"plus"_s, QKeySequence::New);
    createTestKey = add(u"createTest"_s, tr("&Test key"), u"flask"_s, QKeySequence(Qt::CTRL | Qt::Key_T));
    search = add(u"search"_s, tr("&Search keys"), u"search"_s, QKeySequence::Find);
    palette = add(u"palette"_s, tr("&Go to or do…"), u"command"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    keysPage = add(u"keysPage"_s, tr("&Keys"), u"key"_s, QKeySequence(Qt::CTRL | Qt::Key_1));
    activityPage = add(u"activityPage"_s, tr("&Activity"), u"activity"_s, QKeySequence(Qt::CTRL | Qt::Key_2));
    newKeyring = add(u"newKeyring"_s, tr("&New keyring…"), u"plus"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    openKeyring = add(u"openKeyring"_s, tr("&Open a keyring…"), u"folder"_s, QKeySequence::Open);
    connectServer = add(u"connectServer"_s, tr("Connect to a ser&ver…"), u"globe"_s,
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    sample = add(u"sample"_s, tr("&Look around in a sample"), u"flask"_s);
    closeKeyring = add(u"closeKeyring"_s, tr("Close this &keyring"), u"cross"_s, QKeySequence(Qt::CTRL | Qt::Key_W));
    forgetServer = add(u"forgetServer"_s, tr("&Forget this server…"), u"trash"_s);
    forgetServer->setVisible(false);
    backup = add(u"backup"_s, tr("&Back up…"), u"save"_s);
    restore = add(u"restore"_s, tr("&Restore a backup…"), u"history"_s);
    check = add(u"check"_s, tr("C&heck the keyring…"), u"shield-check"_s);
    developerApi = add(u"developerApi"_s, {}, u"globe"_s);
    setDeveloperApi(false);
    developerApi->setVisible(false);
    settings = add(u"settings"_s, tr("S&ettings…"), u"settings"_s, QKeySequence(Qt::CTRL | Qt::Key_Comma));
    shortcuts = add(u"shortcuts"_s, tr("Keyboard shortcuts"), u"keyboard"_s, QKeySequence(Qt::Key_F1));
    whereIsMyData = add(u"whereIsMyData"_s, tr("&Where is my data?"), u"database"_s);
    about = add(u"about"_s, tr("About Keywright"), u"info"_s);
    quit = add(u"quit"_s, tr("&Quit"), u"external"_s, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    settings->setMenuRole(QAction::PreferencesRole);
}

QString WindowActions::words(const QAction &action) {
    QString text = action.text();
    text.replace(u"&&"_s, QString(QChar(1)));
    text.remove(u'&').remove(u'…');
    return text.replace(QChar(1), u'&');
}

void WindowActions::setKeyringOpen(bool open) {
    for (QAction *action :
         {createKey, createTestKey, search, keysPage, activityPage, closeKeyring, backup, restore, check, developerApi})
        action->setEnabled(open);
    if (open)
        return;
    developerApi->setVisible(false);
    forgetServer->setVisible(false);
}

void WindowActions::setDeveloperApi(bool on) {
    developerApi->setText(on ? tr("Turn the &Developer API off…") : tr("Turn the &Developer API on…"));
}

QAction *WindowActions::add(const QString &name, const QString &text, const QString &icon, const QKeySequence &keys) {
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    window_->addAction(action);
    all_.append(action);
    return action;
}

} // namespace keywright
