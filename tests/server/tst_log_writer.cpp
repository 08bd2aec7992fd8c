// What becomes of the log's lines where nobody takes them.
#include "app/server/log_writer.h"

#include <QFile>
#include <QTest>

#include <array>
#include <memory>
#include <unistd.h>

namespace keywright::test {

class TestLogWriter final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLostIsCountedAndTheRestIsInOrder();
};

void TestLogWriter::whatIsLostIsCountedAndTheRestIsInOrder() {
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QFile taking;
    QVERIFY(taking.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    constexpr qint64 lines = 200'000; // nearly ten megabytes
    auto writer =
        std::make_unique<LogWriter>(ends[1], [](qint64 lost) { return "lost " + QByteArray::number(lost) + '\n'; });
    for (qint64 i = 0; i < lines; ++i)
        writer->write("a line of the log that nobody takes, number " + QByteArray::number(i) + '\n');
    // Whoever comes late takes what waited, and what came afterwards.
    qint64 seen = 0, lost = 0, last = -1;
    while (seen + lost < lines) {
        const QByteArray line = taking.readLine();
        QVERIFY(!line.isEmpty());
        const qint64 number = line.trimmed().split(' ').last().toLongLong();
        if (line.startsWith("lost "))
            lost += number;
        else
            QVERIFY(number > std::exchange(last, number) && ++seen > 0);
    }
    QVERIFY(lost > 0 && seen > 0);
    QCOMPARE(seen + lost, lines);
    writer->write("and on\n");
    QCOMPARE(taking.readLine(), QByteArray("and on\n"));
    writer.reset();
    ::close(ends[1]);
}

} // namespace keywright::test

QTEST_GUILESS_MAIN(keywright::test::TestLogWriter)
#include "tst_log_writer.moc"
