#include "core/crypto/checksum.h"
#include "core/crypto/digest.h"
#include "core/crypto/random.h"
#include "core/crypto/token.h"
#include "tests/support/policies.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>
#include <cmath>

using namespace keywright;
using namespace keywright::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where the counts of equally likely outcomes lie on the chi-square scale, in standard deviations from its mean.
double deviationFromUniform(const std::vector<int> &counts, int draws) {
    const double each = double(draws) / double(counts.size());
    double chi = 0;
    for (const int count : counts)
        chi += (count - each) * (count - each) / each;
    const double freedom = double(counts.size()) - 1;
    return (chi - freedom) / std::sqrt(2 * freedom);
}

QByteArray madeToken(const KeyPolicy &policy) {
    const Secret token = makeToken(policy);
    return token.view().toByteArray();
}

} // namespace

class TestToken : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tokensHaveTheFormOfTheirPolicy_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("previewFirst"); // as a form too
        QTest::addColumn<int>("previewLast");
        QTest::newRow("standard") << u"kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}[0-9A-Za-z]{6}"_s << u"kw_[0-9A-Za-z]{8}_"_s
                                  << 4;
        QTest::newRow("remy") << u"rmy_[0-9A-Za-z]{40}"_s << u""_s << 4;
        QTest::newRow("expiration-reminder") << u"er_[0-9A-Za-z]{40}"_s << u""_s << 4;
        QTest::newRow("memoryrelay") << u"mem_prod_[0-9a-f]{64}"_s << u"mem_prod_[0-9a-f]{3}"_s << 0;
        QTest::newRow("leads-crm") << u"sk_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}"_s << u"sk_[0-9A-Za-z]{8}_[0-9A-Za-z]{2}"_s
                                   << 0;
    }
    void tokensHaveTheFormOfTheirPolicy() {
        QFETCH(QString, form);
        QFETCH(QString, previewFirst);
        QFETCH(int, previewLast);
        const KeyPolicy &policy = shipped(QString::fromLatin1(QTest::currentDataTag()));
        const auto matches = [](const QString &text, const QString &pattern) {
            return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
        };
        QSet<QByteArray> seen;
        for (int i = 0; i < 500; ++i) {
            const QByteArray token = madeToken(policy);
            seen.insert(token);
            QVERIFY(matches(QString::fromLatin1(token), form));
            QCOMPARE(token.size(), tokenLength(policy));
            const Preview preview = previewOf(policy, token);
            QVERIFY(matches(preview.first, previewFirst) && token.startsWith(preview.first.toLatin1()));
            const QByteArray secret = policy.id == u"standard"_s ? token.chopped(6) : token;
            QCOMPARE(preview.last.toLatin1(), secret.last(previewLast));
            const TokenReading reading = readToken(policy, token);
            QVERIFY(reading.wellFormed && reading.faults.isEmpty() && reading.cleaned.equals(token));
            QCOMPARE(tokenDigest(token), sha256(token));
        }
        QCOMPARE(seen.size(), 500);
    }

    void noCharacterIsLikelierThanAnother_data() {
        QTest::addColumn<int>("alphabet");
        QTest::newRow("base62") << int(Alphabet::Base62);
        QTest::newRow("hex") << int(Alphabet::Hex);
    }
    void noCharacterIsLikelierThanAnother() {
        QFETCH(int, alphabet);
        const QByteArrayView characters = alphabetCharacters(Alphabet(alphabet));
        constexpr int draws = 2'000'000;
        QByteArray drawn(draws, '\0');
        randomCharacters(Alphabet(alphabet), {drawn.data(), std::size_t(draws)});
        std::vector<int> counts(std::size_t(characters.size()), 0);
        for (const char c : drawn) {
            QVERIFY(characters.contains(c));
            ++counts[std::size_t(characters.indexOf(c))];
        }
        // Taking bytes modulo 62 would lie thousands of deviations away; ten never happen by chance.
        QVERIFY(deviationFromUniform(counts, draws) < 10);
        QVERIFY(deviationFromUniform(counts, draws) > -5);
    }
    void moduloBiasWouldBeSeen() {
        std::vector<int> counts(62, 0);
        for (int i = 0; i < 2'000'000; ++i)
            ++counts[QRandomGenerator::global()->generate() % 256 % 62];
        QVERIFY(deviationFromUniform(counts, 2'000'000) > 100);
    }

    void theChecksumIsCrc32OfIsoHdlc() {
        QCOMPARE(crc32("123456789"), 0xCBF43926U);
        QCOMPARE(crc32(""), 0U);
        QCOMPARE(crc32("The quick brown fox jumps over the lazy dog"), 0x414FA339U);
    }
    void theChecksumIsWrittenBigEndianPaddedWithZeros() {
        // Worked out by zlib in Python, not by the code under test.
        QCOMPARE(checksumCharacters("123456789", 6), QByteArray("3jZRME"));
        QCOMPARE(checksumCharacters("", 6), QByteArray("000000"));
    }
    void aKnownTokenOfTheStandardPolicyIsRead() {
        const QByteArray token("kw_7fQ2mZ0a_0123456789ABCDEFGHIJKLMNOPQRSTUV3XK1Iv");
        QVERIFY(readToken(shipped(u"standard"), token).wellFormed);
        const Preview preview = previewOf(shipped(u"standard"), token);
        QCOMPARE(preview.first, u"kw_7fQ2mZ0a_"_s);
        QCOMPARE(preview.last, u"STUV"_s);
    }
    void everyMistypedCharacterIsNoticed() {
        const KeyPolicy &policy = shipped(u"standard");
        const QByteArray token = madeToken(policy);
        for (qsizetype i = 3; i < token.size(); ++i) {
            QByteArray typo = token;
            typo[i] = typo[i] == 'x' ? 'y' : 'x';
            QVERIFY(!readToken(policy, typo).wellFormed);
        }
        QByteArray swapped = token;
        std::swap(swapped[20], swapped[21]);
        QVERIFY(swapped == token || !readToken(policy, swapped).wellFormed);
    }

    void whatIsWrongWithAPastedTokenIsSaid_data() {
        using enum TokenFault;
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QList<TokenFault>>("faults");
        QTest::addColumn<bool>("wellFormed");
        const QByteArray token = madeToken(shipped(u"standard"));
        const auto row = [](const char *what, const QByteArray &pasted, const QList<TokenFault> &faults, bool fine) {
            QTest::newRow(what) << pasted << faults << fine;
        };
        row("as it is", token, {}, true);
        row("one newline at the end", token + "\n", {}, true);
        row("one Windows newline at the end", token + "\r\n", {}, true);
        row("two newlines at the end", token + "\n\n", {Newline}, true);
        row("a newline before", "\n" + token, {Newline}, true);
        row("broken over two lines", token.first(20) + "\n" + token.sliced(20), {Newline}, true);
        row("a space before", " " + token, {SurroundingSpace}, true);
        row("a tab after", token + "\t", {SurroundingSpace}, true);
        row("a space inside", token.first(20) + " " + token.sliced(20), {InnerSpace}, true);
        row("double quotes", '"' + token + '"', {Quotes}, true);
        row("single quotes", '\'' + token + '\'', {Quotes}, true);
        row("typographic quotes", "\xE2\x80\x9C" + token + "\xE2\x80\x9D", {Quotes}, true);
        row("one quote alone", token + "'", {Quotes}, true);
        row("Bearer before", "Bearer " + token, {BearerPrefix}, true);
        row("a whole header", "Authorization: bearer " + token, {SurroundingSpace, BearerPrefix}, true);
        row("quotes around Bearer and spaces", "\" Bearer  " + token + " \"", {SurroundingSpace, Quotes, BearerPrefix},
            true);
        row("a zero-width space", token.first(10) + "\xE2\x80\x8B" + token.sliced(10), {ZeroWidth}, true);
        row("a byte order mark", "\xEF\xBB\xBF" + token, {ZeroWidth}, true);
        row("a non-breaking space", token + "\xC2\xA0", {ZeroWidth}, true);
        row("nothing", "", {Empty}, false);
        row("a newline alone", "\n", {Empty}, false);
        row("spaces alone", "   ", {Empty, SurroundingSpace}, false);
        row("quotes alone", "\"\"", {Empty, Quotes}, false);
        row("Bearer alone", "Bearer ", {Empty, SurroundingSpace, BearerPrefix}, false);
        row("a letter beyond ASCII", token.chopped(1) + "\xC3\xA9", {NonAscii}, false);
        row("a control character", token.chopped(1) + '\x01', {NonAscii}, false);
        row("bytes that are no UTF-8", token.chopped(1) + '\xFF', {NonAscii}, false);
        row("another product's token", madeToken(shipped(u"remy")), {WrongPrefix}, false);
        row("the prefix in capitals", "KW_" + token.sliced(3), {WrongPrefix}, false);
        row("the preview alone", token.first(12), {TooShort}, false);
        row("the last character lost", token.chopped(1), {TooShort}, false);
        row("one character more", token + "x", {TooLong}, false);
        row("a separator lost", QByteArray(token).replace(11, 1, "x"), {WrongCharacters}, false);
        row("a dash for a letter", QByteArray(token).replace(20, 1, "-"), {WrongCharacters}, false);
        row("a checksum that is wrong", token.chopped(6) + (token.endsWith("zzzzzz") ? "yyyyyy" : "zzzzzz"),
            {BadChecksum}, false);
        row("space and a lost character", " " + token.chopped(1), {SurroundingSpace, TooShort}, false);
    }
    void whatIsWrongWithAPastedTokenIsSaid() {
        QFETCH(QByteArray, pasted);
        QFETCH(QList<TokenFault>, faults);
        QFETCH(bool, wellFormed);
        const TokenReading reading = readToken(shipped(u"standard"), pasted);
        QCOMPARE(reading.faults, faults);
        QCOMPARE(reading.wellFormed, wellFormed);
    }

    void everyFaultHasASentenceOfItsOwn() {
        QSet<QString> sentences;
        for (int fault = 0; fault <= int(TokenFault::BadChecksum); ++fault) {
            const QString sentence = faultText(TokenFault(fault));
            QVERIFY(sentence.endsWith(u'.'));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), int(TokenFault::BadChecksum) + 1);
    }

    void noInputBreaksTheReader() {
        QRandomGenerator random(20'270'131); // the same inputs each time
        static constexpr std::string_view pieces = "kw_\"' \n\rBearer \xEF\xBB\xBF\xE2\x80\x8B\xFF\x80\0aZ9_-.";
        for (int round = 0; round < 4'000; ++round) {
            QByteArray input;
            const int length = int(random.bounded(120));
            for (int i = 0; i < length; ++i)
                input += round % 2 == 0 ? pieces[random.bounded(quint32(pieces.size()))] : char(random.bounded(256));
            for (const KeyPolicy &policy : shippedPolicies()) {
                const TokenReading reading = readToken(policy, input);
                QVERIFY(!reading.wellFormed); // a token by chance: never
                QVERIFY(!reading.faults.isEmpty());
            }
        }
    }
    void aMegabyteOfRubbishIsReadAtOnce() {
        QVERIFY(!readToken(shipped(u"standard"), QByteArray(1'000'000, ' ')).wellFormed);
        QVERIFY(!readToken(shipped(u"standard"), QByteArray("\"'").repeated(500'000)).wellFormed);
        QVERIFY(!readToken(shipped(u"standard"), QByteArray("bearer ").repeated(20'000)).wellFormed);
    }

    void tokensAreFoundInTexts_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("alone") << u""_s << u""_s;
        QTest::newRow("in a header") << u"Authorization: Bearer "_s << u" and more"_s;
        QTest::newRow("in quotes") << u"key=\""_s << u"\";"_s;
        QTest::newRow("after letters beyond ASCII") << u"Schlüssel: "_s << u"。"_s;
        QTest::newRow("in an address") << u"https://x/?k="_s << u"&y=1"_s;
    }
    void tokensAreFoundInTexts() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        for (const KeyPolicy &policy : shippedPolicies()) {
            const QString token = QString::fromLatin1(madeToken(policy));
            const auto place = findToken(QString(before + token + after));
            QVERIFY(place);
            QCOMPARE(place->first, before.size());
            QCOMPARE(place->second, before.size() + token.size());
            QVERIFY(looksLikeToken(QString(before + token + after)));
        }
    }
    void theFirstOfSeveralTokensIsFound() {
        const QString first = QString::fromLatin1(madeToken(shipped(u"remy")));
        const QString second = QString::fromLatin1(madeToken(shipped(u"standard")));
        const auto place = findToken(QString(first + u' ' + second));
        QCOMPARE(place, TokenPlace(0, first.size()));
    }
    void aMistypedOrOverlongTokenIsFoundWhole() {
        const QString token = QString::fromLatin1(madeToken(shipped(u"standard")));
        QCOMPARE(findToken(QString(token.chopped(6) + u"zzzzzz"_s)), TokenPlace(0, token.size()));
        QCOMPARE(findToken(QString(token + u"abc"_s)), TokenPlace(0, token.size() + 3));
    }
    void ordinaryTextIsNoToken_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("a name") << u"Zapier — production"_s;
        QTest::newRow("a preview") << u"kw_7fQ2mZ0a_"_s;
        QTest::newRow("a preview with dots") << u"mem_prod_a1b…"_s;
        QTest::newRow("a prefix alone") << u"sk_"_s;
        QTest::newRow("a digest") << u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
        QTest::newRow("a word that ends as a token begins") << u"parser_0123456789012345678901234567890123456789"_s;
        QTest::newRow("letters that only look alike") << u"rmy_"_s + QString(40, QChar(0x0430)); // Cyrillic a
    }
    void ordinaryTextIsNoToken() {
        QFETCH(QString, text);
        QVERIFY(!looksLikeToken(text));
    }
    void aUsersOwnPolicyIsLookedForWhenAsked() {
        KeyPolicy own;
        own.token = {{.kind = TokenPart::Kind::Text, .text = u"acme_"_s},
                     {.kind = TokenPart::Kind::Random, .text = {}, .length = 40}};
        const QString token = QString::fromLatin1(madeToken(own));
        QVERIFY(!looksLikeToken(token));
        QVERIFY(looksLikeToken(token, &own));
    }

    void theBitsLeftAfterThePreviewAreCounted() {
        const double base62 = std::log2(62.0);
        const auto bits = [](QStringView id) {
            const KeyPolicy &policy = shipped(id);
            return secretBits(policy.token, policy.previewFirst, policy.previewLast);
        };
        const auto close = [](double a, double b) { return std::abs(a - b) < 1e-9; };
        QVERIFY(close(bits(u"standard"), 28 * base62));
        QVERIFY(close(bits(u"remy"), 36 * base62));
        QVERIFY(close(bits(u"memoryrelay"), 61 * 4));
        QVERIFY(close(bits(u"leads-crm"), 30 * base62));
    }
};

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
