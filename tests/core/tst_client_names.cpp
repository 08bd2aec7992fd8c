// Clients by number: the same one has the same number, whatever others are called.
#include "core/verify/client_names.h"

#include <QTest>

#include <set>
#include <string>

namespace keywright::test {

class TestClientNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachClientHasANumberOfItsOwn();
    void whereOneTextEndsCounts();
    void longTextsAreCut();
    void noMoreThanThereIsRoomFor();
};

void TestClientNames::eachClientHasANumberOfItsOwn() {
    ClientNames names(4'096);
    std::set<ClientNames::Number> numbers;
    const auto numberOf = [&](int i) {
        return names.number("2001:db8::" + std::to_string(i % 64), std::string(std::size_t(i / 64), 'x'));
    };
    for (int i = 0; i < 4'096; ++i) {
        const auto number = numberOf(i);
        QVERIFY(number && *number != 0);
        numbers.insert(*number);
        QCOMPARE(names.address(*number), "2001:db8::" + std::to_string(i % 64));
        QCOMPARE(names.agent(*number).size(), std::size_t(i / 64));
    }
    QCOMPARE(numbers.size(), 4'096U);
    for (int i = 0; i < 4'096; ++i)
        QVERIFY(numbers.contains(*numberOf(i)));
}

void TestClientNames::whereOneTextEndsCounts() {
    ClientNames names(16);
    std::set<ClientNames::Number> numbers;
    for (const auto &[address, agent] : {std::pair{"", "10.0.0.12"},
                                         {"1", "0.0.0.12"},
                                         {"10.0.0.1", "2"},
                                         {"10.0.0.12", ""},
                                         {"2", "10.0.0.1"},
                                         {"", ""}})
        numbers.insert(*names.number(address, agent));
    QCOMPARE(numbers.size(), 6U);
}

void TestClientNames::longTextsAreCut() {
    ClientNames names(16);
    const std::string agent(ClientNames::longestAgent, 'a');
    const auto number = names.number("10.0.0.1", agent + "b");
    QCOMPARE(names.number("10.0.0.1", agent), number);
    QCOMPARE(names.agent(*number), agent);
}

void TestClientNames::noMoreThanThereIsRoomFor() {
    ClientNames names(2);
    const auto first = names.number("10.0.0.1", "curl");
    QVERIFY(names.number("10.0.0.2", "curl").has_value());
    QVERIFY(!names.number("10.0.0.3", "curl").has_value());
    QCOMPARE(names.number("10.0.0.1", "curl"), first);
    names.clear();
    QVERIFY(names.number("10.0.0.3", "curl").has_value());
}

} // namespace keywright::test

QTEST_APPLESS_MAIN(keywright::test::TestClientNames)
#include "tst_client_names.moc"
