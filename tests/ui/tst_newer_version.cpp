#include "app/desktop/desktop.h"
#include "tests/support/manual_clock.h"
#include "ui/window/toasts.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::StringLiterals;

namespace {

/// A web server of one page, which remembers what it was asked.
class Publisher final : public QTcpServer {
public:
    explicit Publisher(QByteArray answer) : answer_(std::move(answer)) {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                heard_ += socket->readAll();
                if (!heard_.endsWith("\r\n\r\n"))
                    return;
                questions.append(std::exchange(heard_, {}));
                socket->write(answer_);
                socket->disconnectFromHost();
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    QUrl address() const { return QUrl(u"http://127.0.0.1:%1/latest.json"_s.arg(serverPort())); }

    QByteArrayList questions;

private:
    QByteArray heard_;
    QByteArray answer_;
};

QByteArray telling(const QByteArray &version) {
    return "{\"version\": \"" + version + "\"}";
}

QByteArray page(const QByteArray &body, const QByteArray &status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class NewerVersionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    }
    void cleanup() { QFile::remove(file()); }

    void nothingIsAskedUntilTheUserWantsIt() {
        Publisher publisher(page(telling("1.3.0")));
        Settings settings(file());
        const ManualClock clock;
        NewerVersion newer(settings, clock, publisher.address());
        const QSignalSpy found(&newer, &NewerVersion::found);
        settings.setCompactRows(true); // a change of something else
        QVERIFY(!settings.mayAskForVersion(clock.now()));
        settings.setSaysNewerVersion(true);
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(found.front().front().toString(), u"1.3.0"_s);
        QCOMPARE(publisher.questions.size(), 1);
    }

    void theQuestionSaysNothingOfAnybody() {
        Publisher publisher(page(telling("1.3.0")));
        Settings settings(file());
        settings.setSaysNewerVersion(true);
        const ManualClock clock;
        NewerVersion newer(settings, clock, publisher.address());
        QTRY_COMPARE(publisher.questions.size(), 1);
        QByteArrayList lines = publisher.questions.front().trimmed().split('\n');
        for (QByteArray &line : lines)
            line = line.trimmed();
        QCOMPARE(lines.takeFirst(), QByteArray("GET /latest.json HTTP/1.1"));
        QStringList said;
        for (const QByteArray &line : lines)
            said.append(QString::fromLatin1(line));
        said.sort();
        const QStringList all{u"Accept-Encoding: identity"_s, u"Accept-Language: *"_s,
                              u"Accept: application/json"_s,  u"Cache-Control: no-cache"_s,
                              u"Connection: Keep-Alive"_s,    u"Host: 127.0.0.1:%1"_s.arg(publisher.serverPort()),
                              u"Pragma: no-cache"_s,          u"User-Agent: Keywright"_s};
        QCOMPARE(said, all);
    }

    void oneQuestionADay() {
        Publisher publisher(page(telling("1.2.3")));
        Settings settings(file());
        settings.setSaysNewerVersion(true);
        ManualClock clock;
        {
            NewerVersion newer(settings, clock, publisher.address());
            QTRY_COMPARE(publisher.questions.size(), 1);
        }
        clock.advance(std::chrono::hours(23));
        QVERIFY(!settings.mayAskForVersion(clock.now()));
        clock.advance(std::chrono::hours(1));
        NewerVersion nextDay(settings, clock, publisher.address());
        QTRY_COMPARE(publisher.questions.size(), 2);
    }

    void onlyANewerVersionIsSaid_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("the same") << page(telling("1.2.3"));
        QTest::newRow("an older one") << page(telling("1.2.0"));
        QTest::newRow("no version") << page(telling("<b>9.9.9</b>"));
        QTest::newRow("too short a version") << page(telling("9"));
        QTest::newRow("no JSON") << page("9.9.9");
        QTest::newRow("not found") << page(telling("9.9.9"), "404 Not Found");
        QTest::newRow("elsewhere") << page(telling("9.9.9"), "302 Found\r\nLocation: http://127.0.0.1:1/latest.json");
        QTest::newRow("too long") << page(telling("9.9.9") + QByteArray(100'000, ' '));
    }
    void onlyANewerVersionIsSaid() {
        QFETCH(const QByteArray, answer);
        const Publisher publisher(answer);
        NewestVersion question(publisher.address());
        QSignalSpy answered(&question, &NewestVersion::answered);
        question.ask();
        QTRY_COMPARE(answered.count(), 1);
        QVERIFY(answered.front().front().value<QVersionNumber>() <= QVersionNumber(1, 2, 3));
    }

    void overTheNetworkOnlyByHttps() {
        NewestVersion question(QUrl(u"http://keys.example.com/latest.json"_s));
        QSignalSpy answered(&question, &NewestVersion::answered);
        question.ask();
        QCOMPARE(answered.count(), 1); // at once, without a question
        QVERIFY(answered.front().front().value<QVersionNumber>().isNull());
    }

    void theWindowSaysIt() {
        Publisher publisher(page(telling("1.3.0")));
        {
            Settings settings(file());
            settings.setLanguage(u"en"_s);
        }
        SingleInstance instance(u"keywright-test-newer-%1"_s.arg(QCoreApplication::applicationPid()));
        Desktop desktop(file(), systemSecretStore(), publisher.address());
        desktop.show({}, instance);
        auto *toasts = desktop.window().findChild<Toasts *>();
        QVERIFY(toasts);
        SettingsDialog dialog(desktop.settings(), {}, {}, {});
        QCheckBox *tick = nullptr;
        for (auto *box : dialog.findChildren<QCheckBox *>())
            if (box->text().contains(u"newer"_s))
                tick = box;
        QVERIFY(tick && !tick->isChecked());
        QVERIFY(tick->accessibleDescription().contains(u"nothing about you"_s));
        tick->click();
        QTRY_COMPARE(toasts->texts(), QStringList{u"Keywright 1.3.0 has been released. You are using 1.2.3."_s});
    }

private:
    QString file() const { return folder_.filePath(u"settings.ini"_s); }
    QTemporaryDir folder_;
};

QTEST_MAIN(NewerVersionTest)
#include "tst_newer_version.moc"
