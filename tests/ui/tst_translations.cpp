#include "app/desktop/translations.h"
#include "core/model/instant_text.h"
#include "core/model/key_policy.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace keywright;
using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString context, source, type;
    QStringList forms; ///< one; or one for each number where the text counts something
    bool numerus = false;
};

QList<Entry> entriesOf(const QString &language) {
    QFile file(u"" SOURCE_DIR "/resources/translations/keywright_%1.ts"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translation file");
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == u"name"_s) {
            context = xml.readElementText();
        } else if (name == u"message"_s) {
            entries.append({.context = context, .source = {}, .type = {}, .forms = {}});
            entries.back().numerus = xml.attributes().value(u"numerus"_s) == u"yes"_s;
        } else if (name == u"source"_s) {
            entries.back().source = xml.readElementText();
        } else if (name == u"translation"_s) {
            entries.back().type = xml.attributes().value(u"type"_s).toString();
            if (!entries.back().numerus)
                entries.back().forms.append(xml.readElementText());
        } else if (name == u"numerusform"_s) {
            entries.back().forms.append(xml.readElementText());
        }
    }
    return entries;
}

QSet<QString> placeholders(const QString &text) {
    static const QRegularExpression pattern(u"%(?:L?\\d|L?n)"_s);
    QSet<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

qsizetype mnemonics(QString text) {
    return text.remove(u"&&"_s).count(u'&');
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEntryIsFinishedAndFits_data() {
        QTest::addColumn<QString>("language");
        for (const Language &language : Translations::offered())
            QTest::newRow(qPrintable(language.id)) << language.id;
    }
    void everyEntryIsFinishedAndFits() {
        QFETCH(const QString, language);
        const QList<Entry> entries = entriesOf(language);
        QVERIFY(!entries.isEmpty());
        for (const Entry &entry : entries) {
            const QByteArray where = (entry.context + u": "_s + entry.source).toUtf8();
            QVERIFY2(entry.type.isEmpty(), where.constData());
            QCOMPARE(entry.forms.size(), entry.numerus ? 2 : 1);
            for (const QString &form : entry.forms) {
                QVERIFY2(!form.isEmpty(), where.constData());
                QVERIFY2(mnemonics(form) == mnemonics(entry.source), where.constData());
                // The form for one may leave the number out.
                const bool one = entry.numerus && &form == &entry.forms.front();
                const QSet<QString> lost = placeholders(entry.source) - placeholders(form);
                QVERIFY2(lost.isEmpty() || (one && lost == QSet<QString>{u"%n"_s}), where.constData());
                QVERIFY2((placeholders(form) - placeholders(entry.source)).isEmpty(), where.constData());
            }
        }
    }

    void everyWordOfTheWindowIsInTheGermanFile() {
        // What the code says, as lupdate would find it, for the words that people see first.
        const QList<Entry> entries = entriesOf(u"de"_s);
        for (const QString &source : {u"Welcome to Keywright"_s, u"Revoke API key"_s, u"&Copy"_s, u"Settings"_s})
            QVERIFY2(std::ranges::any_of(entries, [&](const Entry &entry) { return entry.source == source; }),
                     qPrintable(source));
    }

    void everyWordOfAShippedPolicyIsGerman() {
        QSet<QString> german;
        for (const Entry &entry : entriesOf(u"de"_s))
            if (entry.context == u"Policy"_s)
                german.insert(entry.source);
        for (const KeyPolicy &policy : shippedPolicies()) {
            QStringList words{policy.summary,     policy.create.open,   policy.create.submit, policy.create.column,
                              policy.labels.name, policy.labels.scopes, policy.labels.expiry};
            for (const PolicyScope &scope : policy.scopes.options)
                words << scope.text;
            if (policy.testKey)
                words << policy.testKey->button;
            words.removeAll(QString());
            for (const QString &word : words)
                QVERIFY2(german.contains(word), qPrintable(policy.id + u": "_s + word));
        }
    }

    void aPolicySpeaksGermanWhereItIsOurs() {
        KeyPolicy policy = *std::ranges::find(shippedPolicies(), u"leads-crm"_s, &KeyPolicy::id);
        Translations translations;
        translations.choose(u"de"_s);
        QCOMPARE(policyWords(policy, policy.create.open), u"Neuer Schlüssel"_s);
        QCOMPARE(policyWords(policy, policy.labels.scopes), u"Berechtigungen"_s);
        policy.id = u"somebody-s-own"_s;
        QCOMPARE(policyWords(policy, policy.create.open), u"New key"_s);
        translations.choose(u"en"_s);
    }

    void timesAreGermanToo() {
        Translations translations;
        translations.choose(u"de"_s);
        const Instant now = fromEpoch(2'000'000'000);
        QCOMPARE(relativeText(now - Seconds(120), now), u"vor 2 Minuten"_s);
        QCOMPARE(relativeText(now + Days(12), now), u"in 12 Tagen"_s);
        QCOMPARE(relativeText(now, now), u"gerade eben"_s);
    }

    void germanIsSpokenWhenChosenAndEnglishAgain() {
        Translations translations;
        translations.choose(u"de"_s);
        QCOMPARE(QCoreApplication::translate("keywright::WelcomePage", "Welcome to Keywright"),
                 u"Willkommen bei Keywright"_s);
        QCOMPARE(QCoreApplication::translate("keywright::CheckDialog", "%Ln entries in the activity log.", nullptr, 1),
                 u"1 Eintrag im Aktivitätsprotokoll."_s);
        QCOMPARE(QCoreApplication::translate("keywright::CheckDialog", "%Ln entries in the activity log.", nullptr, 3),
                 u"3 Einträge im Aktivitätsprotokoll."_s);
        translations.choose(u"en"_s);
        QCOMPARE(QCoreApplication::translate("keywright::WelcomePage", "Welcome to Keywright"),
                 u"Welcome to Keywright"_s);
        QCOMPARE(QCoreApplication::translate("keywright::CheckDialog", "%Ln entries in the activity log.", nullptr, 1),
                 u"1 entry in the activity log."_s);
        QCOMPARE(QCoreApplication::translate("keywright::CheckDialog", "%Ln entries in the activity log.", nullptr, 3),
                 u"3 entries in the activity log."_s);
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
