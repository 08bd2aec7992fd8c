<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActivityWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Daily limit (USD)</source>
        <translation>Tagesgrenze (USD)</translation>
    </message>
    <message>
        <source>Monthly limit (USD)</source>
        <translation>Monatsgrenze (USD)</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It had been revoked as</source>
        <translation>War widerrufen worden als</translation>
    </message>
    <message>
        <source>It had been revoked on</source>
        <translation>War widerrufen worden am</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Ends by itself</source>
        <translation>Endet von selbst</translation>
    </message>
    <message>
        <source>Issued by key</source>
        <translation>Ausgestellt mit Schlüssel</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Together with others, as</source>
        <translation>Zusammen mit anderen, als</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2 became %3</source>
        <translation>%1: %2 wurde zu %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>as a member</source>
        <translation>als Mitglied</translation>
    </message>
    <message>
        <source>with an API key</source>
        <translation>mit einem API-Schlüssel</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
</context>
<context>
    <name>ApiKey</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Manages API keys: issue, find, rotate and revoke them.</source>
        <translation>Verwaltet API-Schlüssel: ausstellen, finden, ersetzen und widerrufen.</translation>
    </message>
    <message>
        <source>The keyring file to open; without one, the last.</source>
        <translation>Die Schlüsselbunddatei, die geöffnet werden soll; sonst die letzte.</translation>
    </message>
    <message>
        <source>Give one keyring file, not several.</source>
        <translation>Geben Sie eine einzige Schlüsselbunddatei an.</translation>
    </message>
</context>
<context>
    <name>Decide</name>
    <message>
        <source>Insufficient scope: needs %1</source>
        <translation>Berechtigung fehlt: %1 wird gebraucht</translation>
    </message>
    <message>
        <source>Too many requests with this key. Try again in a moment.</source>
        <translation>Zu viele Anfragen mit diesem Schlüssel. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The spend limit of this key is reached.</source>
        <translation>Das Ausgabenlimit dieses Schlüssels ist erreicht.</translation>
    </message>
    <message>
        <source>Keys can&apos;t be verified at the moment. Try again later.</source>
        <translation>Schlüssel können gerade nicht geprüft werden. Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>There is no scope “%1”. Choose from: %2.</source>
        <translation>Die Berechtigung „%1“ gibt es nicht. Wählen Sie aus: %2.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>Give the key a name that tells what it is for.</source>
        <translation>Geben Sie dem Schlüssel einen Namen, der sagt, wofür er ist.</translation>
    </message>
    <message>
        <source>“%1” is only the text to begin with. Give the key a name that tells what it is for.</source>
        <translation>„%1“ ist nur der Text, mit dem das Feld beginnt. Geben Sie dem Schlüssel einen Namen, der sagt, wofür er ist.</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>Der Besitzer</translation>
    </message>
    <message>
        <source>Your role manages your own keys alone, so the owner must be you (%1).</source>
        <translation>Ihre Rolle verwaltet nur eigene Schlüssel, deshalb müssen Sie selbst (%1) der Besitzer sein.</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>The key you use lacks the scope %1; it can&apos;t give more than it has.</source>
        <translation>Dem Schlüssel, den Sie benutzen, fehlt die Berechtigung %1; er kann nicht mehr geben, als er hat.</translation>
    </message>
    <message>
        <source>Every key has the scopes %1 under this policy. Leave the scopes out.</source>
        <translation>Unter dieser Richtlinie hat jeder Schlüssel die Berechtigungen %1. Lassen Sie die Angabe weg.</translation>
    </message>
    <message>
        <source>Choose at least one scope: %1.</source>
        <translation>Wählen Sie mindestens eine Berechtigung: %1.</translation>
    </message>
    <message>
        <source>Keys have no such spend limit under this policy. Leave it out.</source>
        <translation>Unter dieser Richtlinie haben Schlüssel keine solche Ausgabengrenze. Lassen Sie die Angabe weg.</translation>
    </message>
    <message>
        <source>Keys have no rate limit of their own under this policy. Leave it out.</source>
        <translation>Unter dieser Richtlinie haben Schlüssel keine eigene Anfragegrenze. Lassen Sie die Angabe weg.</translation>
    </message>
    <message>
        <source>A rate limit is 1 to %1 requests a minute.</source>
        <translation>Eine Anfragegrenze liegt bei 1 bis %1 Anfragen je Minute.</translation>
    </message>
    <message>
        <source>%1 to %2 days</source>
        <translation>%1 bis %2 Tage</translation>
    </message>
    <message>
        <source>a number of days</source>
        <translation>eine Anzahl von Tagen</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Choose %1.</source>
        <translation>Wählen Sie %1.</translation>
    </message>
    <message>
        <source>That is too far away: the last possible day is 31 December 2100.</source>
        <translation>Das ist zu weit weg: Der letzte mögliche Tag ist der 31. Dezember 2100.</translation>
    </message>
    <message>
        <source>That is more than %1 days from now, the most this policy allows.</source>
        <translation>Das sind mehr als %1 Tage von jetzt an, das Höchste, was diese Richtlinie erlaubt.</translation>
    </message>
    <message>
        <source>That moment is past. Choose a later one.</source>
        <translation>Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.</translation>
    </message>
    <message>
        <source>Keys have no expiry date under this policy. %1</source>
        <translation>Unter dieser Richtlinie haben Schlüssel kein Ablaufdatum. %1</translation>
    </message>
    <message>
        <source>The key you use expires on %1; what it issues can&apos;t live longer. Choose an earlier end.</source>
        <translation>Der Schlüssel, den Sie benutzen, läuft am %1 ab; was er ausstellt, kann nicht länger gelten. Wählen Sie ein früheres Ende.</translation>
    </message>
    <message>
        <source>Choose a day of the calendar.</source>
        <translation>Wählen Sie einen Tag des Kalenders.</translation>
    </message>
    <message>
        <source>The time zone of the date is not known here.</source>
        <translation>Die Zeitzone des Datums ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>That day is past. Choose today or a later day.</source>
        <translation>Dieser Tag ist vorbei. Wählen Sie heute oder einen späteren Tag.</translation>
    </message>
    <message>
        <source>Every key expires under this policy. %1</source>
        <translation>Unter dieser Richtlinie läuft jeder Schlüssel ab. %1</translation>
    </message>
    <message>
        <source>Keys never expire under this policy. Leave the expiry out.</source>
        <translation>Unter dieser Richtlinie laufen Schlüssel nie ab. Lassen Sie den Ablauf weg.</translation>
    </message>
    <message>
        <source>Under this policy the old key ends after a grace period. Give its days instead.</source>
        <translation>Unter dieser Richtlinie endet der alte Schlüssel nach einer Übergangsfrist. Geben Sie stattdessen deren Tage an.</translation>
    </message>
    <message>
        <source>The grace period is %1 to %2 days.</source>
        <translation>Die Übergangsfrist beträgt %1 bis %2 Tage.</translation>
    </message>
    <message>
        <source>There is no grace period under this policy. Choose when the old key is revoked instead.</source>
        <translation>Unter dieser Richtlinie gibt es keine Übergangsfrist. Wählen Sie stattdessen, wann der alte Schlüssel widerrufen wird.</translation>
    </message>
    <message>
        <source>%1 is not valid text.</source>
        <translation>%1 ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>%1 holds control characters or characters that change the direction of writing. Take them out.</source>
        <translation>%1 enthält Steuerzeichen oder Zeichen, die die Schreibrichtung ändern. Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>%1: this looks like a key. Don&apos;t put keys where people can read them; if it is one, revoke it.</source>
        <translation>%1: Das sieht wie ein Schlüssel aus. Schreiben Sie Schlüssel nicht dorthin, wo andere sie lesen können; ist es einer, widerrufen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is too long: %2 characters, at most %3 are allowed.</source>
        <translation>%1 ist zu lang: %2 Zeichen, höchstens %3 sind erlaubt.</translation>
    </message>
    <message>
        <source>“%1” says little in three months. Say what uses the key.</source>
        <translation>„%1“ sagt in drei Monaten wenig. Sagen Sie, was den Schlüssel benutzt.</translation>
    </message>
    <message>
        <source>“%1” says little in three months. Say what uses the key, for example “%2”.</source>
        <translation>„%1“ sagt in drei Monaten wenig. Sagen Sie, was den Schlüssel benutzt, zum Beispiel „%2“.</translation>
    </message>
    <message>
        <source>” or “</source>
        <translation>“ oder „</translation>
    </message>
    <message>
        <source>A limit can&apos;t be negative. Leave it empty for no limit.</source>
        <translation>Eine Grenze kann nicht negativ sein. Lassen Sie das Feld leer, wenn es keine Grenze geben soll.</translation>
    </message>
    <message>
        <source>A limit can be at most 1,000,000,000 US dollars.</source>
        <translation>Eine Grenze beträgt höchstens 1.000.000.000 US-Dollar.</translation>
    </message>
    <message>
        <source>Write the limit as an amount in US dollars with a point, as in 5 or 5.50; leave it empty for no limit.</source>
        <translation>Schreiben Sie die Grenze als Betrag in US-Dollar mit einem Punkt, wie 5 oder 5.50; leer heißt: keine Grenze.</translation>
    </message>
    <message>
        <source>A limit can have at most six decimals.</source>
        <translation>Eine Grenze hat höchstens sechs Nachkommastellen.</translation>
    </message>
</context>
<context>
    <name>Expiry</name>
    <message>
        <source>Stops working on %1 at %2 (%3)</source>
        <translation>Gilt nicht mehr ab %1, %2 Uhr (%3)</translation>
    </message>
    <message>
        <source>This is no expiry. Write a number of days as in 30d, a date as in 2027-01-31, or never.</source>
        <translation>Das ist kein Ablauf. Schreiben Sie eine Anzahl von Tagen wie 30d, ein Datum wie 2027-01-31, oder never.</translation>
    </message>
    <message>
        <source>The number of days must be at least 1.</source>
        <translation>Die Anzahl der Tage muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>%1 is not a day of the calendar.</source>
        <translation>%1 ist kein Tag des Kalenders.</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>The export could not be written: %1. Choose another place or make room, then export again.</source>
        <translation>Der Export ließ sich nicht schreiben: %1. Wählen Sie einen anderen Ort oder schaffen Sie Platz, dann exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>GraceText</name>
    <message>
        <source>This key was rotated; it ends %1.</source>
        <translation>Dieser Schlüssel wurde ersetzt; er endet %1.</translation>
    </message>
    <message>
        <source>This key was rotated.</source>
        <translation>Dieser Schlüssel wurde ersetzt.</translation>
    </message>
    <message>
        <source>It is still in use, last %1.</source>
        <translation>Er wird noch benutzt, zuletzt %1.</translation>
    </message>
    <message>
        <source>Safe to revoke: idle for %1.</source>
        <translation>Kann widerrufen werden: seit %1 unbenutzt.</translation>
    </message>
    <message>
        <source>Not used since, for %1: safe to revoke once its users have the new key.</source>
        <translation>Seither nicht benutzt, seit %1: Er kann widerrufen werden, sobald alle den neuen Schlüssel haben.</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>It has never been used: nothing that Keywright knows of will break.</source>
        <translation>Er wurde nie benutzt: Soweit Keywright weiß, geht nichts kaputt.</translation>
    </message>
    <message>
        <source>Used %1, %2 in the last 7 days</source>
        <translation>Benutzt %1, %2 in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1, from %2.</source>
        <translation>%1, von %2.</translation>
    </message>
    <message>
        <source>%1, %2, last %3</source>
        <translation>%1, %2, zuletzt %3</translation>
    </message>
    <message>
        <source>unknown client</source>
        <translation>unbekannter Client</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>This is for good: a revoked key cannot be re-activated.</source>
        <translation>Das gilt für immer: Ein widerrufener Schlüssel lässt sich nicht wieder aktivieren.</translation>
    </message>
    <message>
        <source>This is for good: revoked keys cannot be re-activated.</source>
        <translation>Das gilt für immer: Widerrufene Schlüssel lassen sich nicht wieder aktivieren.</translation>
    </message>
    <message>
        <source>What is revoked leaves the list.</source>
        <translation>Was widerrufen ist, verlässt die Liste.</translation>
    </message>
    <message>
        <source>You can re-activate it later, until it expires.</source>
        <translation>Sie können ihn später wieder aktivieren, bis er abläuft.</translation>
    </message>
    <message>
        <source>An account admin can re-activate it later, until it expires.</source>
        <translation>Ein Admin des Kontos kann ihn später wieder aktivieren, bis er abläuft.</translation>
    </message>
    <message>
        <source>Abuse detected</source>
        <translation>Missbrauch erkannt</translation>
    </message>
    <message>
        <source>Its grace period ended</source>
        <translation>Seine Übergangsfrist endete</translation>
    </message>
    <message>
        <source>Came back from a backup</source>
        <translation>Aus einer Sicherung zurückgekommen</translation>
    </message>
    <message>
        <source>You can re-activate them later, until they expire.</source>
        <translation>Sie können sie später wieder aktivieren, bis sie ablaufen.</translation>
    </message>
    <message>
        <source>An account admin can re-activate them later, until they expire.</source>
        <translation>Ein Administrator des Kontos kann sie später wieder aktivieren, bis sie ablaufen.</translation>
    </message>
</context>
<context>
    <name>InstantText</name>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n Jahr</numerusform>
            <numerusform>in %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <translation>
            <numerusform>%n J</numerusform>
            <numerusform>%n J</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n y</source>
        <translation>
            <numerusform>in %n J</numerusform>
            <numerusform>in %n J</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>in %n Monat</numerusform>
            <numerusform>in %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <translation>
            <numerusform>%n Mon</numerusform>
            <numerusform>%n Mon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n mo</source>
        <translation>
            <numerusform>in %n Mon</numerusform>
            <numerusform>in %n Mon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n T</numerusform>
            <numerusform>%n T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>in %n T</numerusform>
            <numerusform>in %n T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n Std</numerusform>
            <numerusform>%n Std</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n Std</numerusform>
            <numerusform>in %n Std</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n Min</numerusform>
            <numerusform>%n Min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n Min</numerusform>
            <numerusform>in %n Min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n seconds</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>must be a text of 1 to %1 characters, without control characters</source>
        <translation>muss ein Text von 1 bis %1 Zeichen sein, ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>muss eines davon sein: %1</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>stands in the list twice</source>
        <translation>steht zweimal in der Liste</translation>
    </message>
    <message>
        <source>is not a member that a policy knows</source>
        <translation>ist kein Glied, das eine Richtlinie kennt</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>this is not JSON (%1)</source>
        <translation>das ist kein JSON (%1)</translation>
    </message>
    <message>
        <source>the document must be an object, in braces</source>
        <translation>das Dokument muss ein Objekt sein, in geschweiften Klammern</translation>
    </message>
    <message>
        <source>this member stands twice in its object</source>
        <translation>dieses Glied steht zweimal in seinem Objekt</translation>
    </message>
</context>
<context>
    <name>KeyCells</name>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Grace ends</source>
        <translation>Übergang endet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>Zuletzt abgewiesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 $ von %2 $</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>%1 diesen Monat</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 heute</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Nobody copied or saved this key when it was made. Revoke it and make a new one.</source>
        <translation>Niemand hat diesen Schlüssel kopiert oder gespeichert, als er angelegt wurde. Widerrufen Sie ihn und legen Sie einen neuen an.</translation>
    </message>
    <message numerus="yes">
        <source>still tried %Ln times</source>
        <translation>
            <numerusform>noch %Ln-mal versucht</numerusform>
            <numerusform>noch %Ln-mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, zuletzt %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>KeyDifferences</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <translation>%1 ist jetzt %2</translation>
    </message>
    <message>
        <source>%1; you typed %2</source>
        <translation>%1; Sie haben %2 eingegeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Daily limit</source>
        <translation>Tagesgrenze</translation>
    </message>
    <message>
        <source>Monthly limit</source>
        <translation>Monatsgrenze</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>The key is revoked now</source>
        <translation>Der Schlüssel ist jetzt widerrufen</translation>
    </message>
    <message>
        <source>The key works again</source>
        <translation>Der Schlüssel gilt wieder</translation>
    </message>
    <message>
        <source>The key was rotated</source>
        <translation>Der Schlüssel wurde ersetzt</translation>
    </message>
</context>
<context>
    <name>KeyPolicy</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large for a policy.</source>
        <translation>%1 ist zu groß für eine Richtlinie.</translation>
    </message>
    <message>
        <source>%1, /id: &quot;%2&quot; is the id of a policy that ships with Keywright; choose another.</source>
        <translation>%1, /id: „%2“ ist die Kennung einer Richtlinie, die zu Keywright gehört; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1, /id: &quot;%2&quot; is the id of another file in this folder; choose another.</source>
        <translation>%1, /id: „%2“ ist die Kennung einer anderen Datei in diesem Ordner; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>is smaller than min</source>
        <translation>ist kleiner als min</translation>
    </message>
    <message>
        <source>must lie between min and max</source>
        <translation>muss zwischen min und max liegen</translation>
    </message>
    <message>
        <source>hold a number of days outside the range of days</source>
        <translation>enthalten eine Anzahl von Tagen außerhalb des erlaubten Bereichs</translation>
    </message>
    <message>
        <source>offers no way to choose one: give days, presets or date; or null for keys that never expire</source>
        <translation>bietet keinen Weg, einen zu wählen: Geben Sie days, presets oder date an; oder null für Schlüssel, die nie ablaufen</translation>
    </message>
    <message>
        <source>allows neither limit; write null instead</source>
        <translation>erlaubt keine der beiden Grenzen; schreiben Sie stattdessen null</translation>
    </message>
    <message>
        <source>must be the path of a web address: it begins with / and holds no space or quotes</source>
        <translation>muss der Pfad einer Webadresse sein: Er beginnt mit / und enthält weder Leerzeichen noch Anführungszeichen</translation>
    </message>
    <message>
        <source>must be a web address as in https://api.example.com, without a / at its end</source>
        <translation>muss eine Webadresse sein wie https://api.example.com, ohne / am Ende</translation>
    </message>
    <message>
        <source>is newer than this Keywright knows (1)</source>
        <translation>ist neuer, als dieses Keywright versteht (1)</translation>
    </message>
    <message>
        <source>may hold small letters, digits and - alone</source>
        <translation>darf nur Kleinbuchstaben, Ziffern und - enthalten</translation>
    </message>
    <message>
        <source>may hold letters, digits and : . _ - alone</source>
        <translation>darf nur Buchstaben, Ziffern und : . _ - enthalten</translation>
    </message>
    <message>
        <source>must hold 1 to 64 scopes</source>
        <translation>muss 1 bis 64 Berechtigungen enthalten</translation>
    </message>
    <message>
        <source>has an id that another scope has already</source>
        <translation>hat eine Kennung, die schon eine andere Berechtigung hat</translation>
    </message>
    <message>
        <source>may hold &quot;admin&quot; and &quot;developer&quot; alone: the other roles change nothing</source>
        <translation>darf nur &quot;admin&quot; und &quot;developer&quot; enthalten: Die anderen Rollen ändern nichts</translation>
    </message>
    <message>
        <source>names a scope that is not among /scopes/options</source>
        <translation>nennt eine Berechtigung, die nicht unter /scopes/options steht</translation>
    </message>
    <message>
        <source>is empty, although /scopes/empty says that a key needs a scope</source>
        <translation>ist leer, obwohl /scopes/empty sagt, dass ein Schlüssel eine Berechtigung braucht</translation>
    </message>
    <message>
        <source>must be false where scopes are fixed (/scopes/choose is false)</source>
        <translation>muss false sein, wo Berechtigungen feststehen (/scopes/choose ist false)</translation>
    </message>
    <message>
        <source>must hold &quot;admin&quot;</source>
        <translation>muss &quot;admin&quot; enthalten</translation>
    </message>
    <message>
        <source>must be empty where revoking is for good (/revoke/reversible is false)</source>
        <translation>muss leer sein, wo ein Widerruf endgültig ist (/revoke/reversible ist false)</translation>
    </message>
    <message>
        <source>may hold letters, digits and . _ ~ - alone</source>
        <translation>darf nur Buchstaben, Ziffern und . _ ~ - enthalten</translation>
    </message>
    <message>
        <source>must begin with a fixed text, so that keys can be told apart</source>
        <translation>muss mit einem festen Text beginnen, damit sich Schlüssel unterscheiden lassen</translation>
    </message>
    <message>
        <source>a checksum must be the last part</source>
        <translation>eine Prüfsumme muss der letzte Teil sein</translation>
    </message>
    <message>
        <source>shows more characters than the token has</source>
        <translation>zeigt mehr Zeichen, als der Schlüssel hat</translation>
    </message>
    <message>
        <source>keeps fewer than %1 random bits after its preview; make the random parts longer</source>
        <translation>lässt nach der Vorschau weniger als %1 zufällige Bits übrig; machen Sie die zufälligen Teile länger</translation>
    </message>
    <message>
        <source>may have at most 16 parts</source>
        <translation>darf höchstens 16 Teile haben</translation>
    </message>
    <message>
        <source>There is no policy %1. There are: %2.</source>
        <translation>Es gibt keine Richtlinie %1. Es gibt: %2.</translation>
    </message>
</context>
<context>
    <name>Permit</name>
    <message>
        <source>Your role isn&apos;t admin. Ask an account admin to create the key for you, or to grant you the permission.</source>
        <translation>Ihre Rolle ist nicht Admin. Bitten Sie einen Admin des Kontos, den Schlüssel für Sie anzulegen oder Ihnen das Recht dazu zu geben.</translation>
    </message>
    <message>
        <source>API keys don&apos;t manage keys under this policy. Ask an account admin.</source>
        <translation>Unter dieser Richtlinie verwalten API-Schlüssel keine Schlüssel. Fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>This API key lacks the scope %1, which managing keys needs. Use a key that has it, or ask an account admin.</source>
        <translation>Diesem API-Schlüssel fehlt die Berechtigung %1, die man zum Verwalten braucht. Benutzen Sie einen Schlüssel, der sie hat, oder fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>Names are fixed at creation under this policy. To change one, revoke the key and create a new one.</source>
        <translation>Unter dieser Richtlinie stehen Namen mit der Anlage fest. Um einen zu ändern, widerrufen Sie den Schlüssel und legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>Every key has the same scopes under this policy.</source>
        <translation>Unter dieser Richtlinie hat jeder Schlüssel dieselben Berechtigungen.</translation>
    </message>
    <message>
        <source>Scopes are fixed at creation under this policy. Create a new key with other scopes and revoke this one.</source>
        <translation>Unter dieser Richtlinie stehen Berechtigungen mit der Anlage fest. Legen Sie einen neuen Schlüssel mit anderen Berechtigungen an und widerrufen Sie diesen.</translation>
    </message>
    <message>
        <source>Keys have no spend limits under this policy.</source>
        <translation>Unter dieser Richtlinie haben Schlüssel keine Ausgabengrenzen.</translation>
    </message>
    <message>
        <source>Spend limits are fixed at creation under this policy. Create a new key with other limits and revoke this one.</source>
        <translation>Unter dieser Richtlinie stehen Ausgabengrenzen mit der Anlage fest. Legen Sie einen neuen Schlüssel mit anderen Grenzen an und widerrufen Sie diesen.</translation>
    </message>
    <message>
        <source>Keys never expire under this policy.</source>
        <translation>Unter dieser Richtlinie laufen Schlüssel nie ab.</translation>
    </message>
    <message>
        <source>The expiry is fixed at creation under this policy. Rotate the key to get one with another expiry.</source>
        <translation>Unter dieser Richtlinie steht der Ablauf mit der Anlage fest. Ersetzen Sie den Schlüssel, um einen mit anderem Ablauf zu bekommen.</translation>
    </message>
    <message>
        <source>The expiry is fixed at creation under this policy. Create a new key and revoke this one.</source>
        <translation>Unter dieser Richtlinie steht der Ablauf mit der Anlage fest. Legen Sie einen neuen Schlüssel an und widerrufen Sie diesen.</translation>
    </message>
    <message>
        <source>The Developer API is turned off for this keyring, so its keys can only be listed and revoked. Ask the platform&apos;s operator to turn it on.</source>
        <translation>Die Entwickler-API ist für diesen Schlüsselbund abgeschaltet; seine Schlüssel lassen sich nur auflisten und widerrufen. Bitten Sie den Betreiber, sie einzuschalten.</translation>
    </message>
    <message>
        <source>Your role may not re-activate keys. Ask an account admin.</source>
        <translation>Ihre Rolle darf Schlüssel nicht wieder aktivieren. Fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>Your role isn&apos;t admin. Ask an account admin to do it.</source>
        <translation>Ihre Rolle ist nicht Admin. Bitten Sie einen Admin des Kontos darum.</translation>
    </message>
    <message>
        <source>Your role may only verify keys. Ask an account admin.</source>
        <translation>Ihre Rolle darf Schlüssel nur prüfen. Fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>There are no test keys under this policy.</source>
        <translation>Unter dieser Richtlinie gibt es keine Testschlüssel.</translation>
    </message>
    <message>
        <source>Keys have no rate limit of their own under this policy.</source>
        <translation>Unter dieser Richtlinie haben Schlüssel keine eigene Anfragegrenze.</translation>
    </message>
    <message>
        <source>Revoking is for good under this policy. Create a new key.</source>
        <translation>Unter dieser Richtlinie ist ein Widerruf endgültig. Legen Sie einen neuen Schlüssel an.</translation>
    </message>
    <message>
        <source>Keys are not deleted under this policy. Revoke the key; nobody can use it from then on.</source>
        <translation>Unter dieser Richtlinie werden Schlüssel nicht gelöscht. Widerrufen Sie den Schlüssel; dann kann ihn niemand mehr benutzen.</translation>
    </message>
    <message>
        <source>Keys are not rotated under this policy. Create a new key and revoke this one.</source>
        <translation>Unter dieser Richtlinie werden Schlüssel nicht ersetzt. Legen Sie einen neuen an und widerrufen Sie diesen.</translation>
    </message>
    <message>
        <source>The server of this keyring offers no way to do this.</source>
        <translation>Der Server dieses Schlüsselbunds bietet das nicht an.</translation>
    </message>
    <message>
        <source>This keyring is open for reading only.</source>
        <translation>Dieser Schlüsselbund ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>This key has no owner. Your role manages your own keys alone; ask an account admin.</source>
        <translation>Dieser Schlüssel hat keinen Besitzer. Ihre Rolle verwaltet nur eigene Schlüssel; fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>This key belongs to %1. Your role manages your own keys alone; ask an account admin.</source>
        <translation>Dieser Schlüssel gehört %1. Ihre Rolle verwaltet nur eigene Schlüssel; fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>This key was rotated and stays as it is until it ends. Edit its successor instead.</source>
        <translation>Dieser Schlüssel wurde ersetzt und bleibt, wie er ist, bis er endet. Bearbeiten Sie stattdessen seinen Nachfolger.</translation>
    </message>
    <message>
        <source>This key was rotated and stays as it is until it ends. Edit its successor %1 instead.</source>
        <translation>Dieser Schlüssel wurde ersetzt und bleibt, wie er ist, bis er endet. Bearbeiten Sie stattdessen seinen Nachfolger %1.</translation>
    </message>
    <message>
        <source>This key is revoked. Only its owner and note can still be changed.</source>
        <translation>Dieser Schlüssel ist widerrufen. Nur Besitzer und Notiz lassen sich noch ändern.</translation>
    </message>
    <message>
        <source>This key expired on %1. Only its owner and note can still be changed.</source>
        <translation>Dieser Schlüssel ist am %1 abgelaufen. Nur Besitzer und Notiz lassen sich noch ändern.</translation>
    </message>
    <message>
        <source>This key was rotated already; its successor is %1. Rotate that one.</source>
        <translation>Dieser Schlüssel wurde schon ersetzt; sein Nachfolger ist %1. Ersetzen Sie diesen.</translation>
    </message>
    <message>
        <source>Test keys are not rotated; they end by themselves. Create a new one.</source>
        <translation>Testschlüssel werden nicht ersetzt; sie enden von selbst. Legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>This key is revoked and can&apos;t be rotated. Create a new key.</source>
        <translation>Dieser Schlüssel ist widerrufen und lässt sich nicht ersetzen. Legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>This key expired on %1 and can&apos;t be rotated. Create a new key.</source>
        <translation>Dieser Schlüssel ist am %1 abgelaufen und lässt sich nicht ersetzen. Legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>This key was rotated already. Rotate its successor.</source>
        <translation>Dieser Schlüssel wurde schon ersetzt. Ersetzen Sie seinen Nachfolger.</translation>
    </message>
    <message>
        <source>This key is not revoked.</source>
        <translation>Dieser Schlüssel ist nicht widerrufen.</translation>
    </message>
    <message>
        <source>This key expired on %1 and can&apos;t be re-activated. Create a new key.</source>
        <translation>Dieser Schlüssel ist am %1 abgelaufen und lässt sich nicht wieder aktivieren. Legen Sie einen neuen an.</translation>
    </message>
    <message>
        <source>Only revoked keys can be deleted. Revoke this key first.</source>
        <translation>Nur widerrufene Schlüssel lassen sich löschen. Widerrufen Sie diesen zuerst.</translation>
    </message>
    <message>
        <source>This key is revoked already.</source>
        <translation>Dieser Schlüssel ist schon widerrufen.</translation>
    </message>
    <message>
        <source>The keyring is not open.</source>
        <translation>Der Schlüsselbund ist nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Named keys for admins that never expire, can be renamed, and leave the list once they are revoked.</source>
        <translation>Benannte Schlüssel für Administratoren: Sie laufen nie ab, lassen sich umbenennen und verlassen die Liste, sobald sie widerrufen sind.</translation>
    </message>
    <message>
        <source>Read your existing data.</source>
        <translation>Ihre vorhandenen Daten lesen.</translation>
    </message>
    <message>
        <source>Add new records.</source>
        <translation>Neue Datensätze hinzufügen.</translation>
    </message>
    <message>
        <source>Add New</source>
        <translation>Neu hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Keys with permissions ticked one by one, an optional last day, revoking with a way back, and 1-hour test keys.</source>
        <translation>Schlüssel mit einzeln angekreuzten Berechtigungen, einem letzten Tag nach Wunsch, umkehrbarem Widerruf und Testschlüsseln für 1 Stunde.</translation>
    </message>
    <message>
        <source>Read leads.</source>
        <translation>Leads lesen.</translation>
    </message>
    <message>
        <source>Create leads.</source>
        <translation>Leads anlegen.</translation>
    </message>
    <message>
        <source>Update leads.</source>
        <translation>Leads ändern.</translation>
    </message>
    <message>
        <source>Delete leads.</source>
        <translation>Leads löschen.</translation>
    </message>
    <message>
        <source>Generate test token</source>
        <translation>Test-Token erzeugen</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key name</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Scoped keys with spending limits and an optional expiry, rotated with a grace period and revoked for good.</source>
        <translation>Schlüssel mit Berechtigungen, Ausgabenlimits und Ablauf nach Wunsch; mit Übergangsfrist rotiert und endgültig widerrufen.</translation>
    </message>
    <message>
        <source>List and retrieve resources.</source>
        <translation>Ressourcen auflisten und abrufen.</translation>
    </message>
    <message>
        <source>Create and update resources.</source>
        <translation>Ressourcen anlegen und ändern.</translation>
    </message>
    <message>
        <source>Delete resources.</source>
        <translation>Ressourcen löschen.</translation>
    </message>
    <message>
        <source>Manage API keys and account settings.</source>
        <translation>API-Schlüssel und Kontoeinstellungen verwalten.</translation>
    </message>
    <message>
        <source>Create API key</source>
        <translation>API-Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Every key has a name and an expiry that stay as they are, full access, and is revoked for good.</source>
        <translation>Jeder Schlüssel hat einen Namen und einen Ablauf, die bleiben, wie sie sind, vollen Zugriff, und wird endgültig widerrufen.</translation>
    </message>
    <message>
        <source>Full access to your account&apos;s data.</source>
        <translation>Voller Zugriff auf die Daten Ihres Kontos.</translation>
    </message>
    <message>
        <source>Scoped keys with an optional expiry; they can be renamed, rotated with a grace period, and revoked with a way back.</source>
        <translation>Schlüssel mit Berechtigungen und Ablauf nach Wunsch; sie lassen sich umbenennen, mit Übergangsfrist rotieren und umkehrbar widerrufen.</translation>
    </message>
    <message>
        <source>List and read data.</source>
        <translation>Daten auflisten und lesen.</translation>
    </message>
    <message>
        <source>Create and change data.</source>
        <translation>Daten anlegen und ändern.</translation>
    </message>
    <message>
        <source>Delete data.</source>
        <translation>Daten löschen.</translation>
    </message>
    <message>
        <source>Create test key</source>
        <translation>Testschlüssel erstellen</translation>
    </message>
</context>
<context>
    <name>RevokeReason</name>
    <message>
        <source>A device with the key was lost</source>
        <translation>Ein Gerät mit dem Schlüssel ging verloren</translation>
    </message>
    <message>
        <source>Somebody who had the key left</source>
        <translation>Jemand, der den Schlüssel hatte, ist gegangen</translation>
    </message>
    <message>
        <source>The key may have leaked</source>
        <translation>Der Schlüssel ist vielleicht bekannt geworden</translation>
    </message>
    <message>
        <source>Nobody uses the key</source>
        <translation>Niemand benutzt den Schlüssel</translation>
    </message>
    <message>
        <source>Another key replaced it</source>
        <translation>Ein anderer Schlüssel hat ihn ersetzt</translation>
    </message>
    <message>
        <source>It was made by mistake</source>
        <translation>Er wurde aus Versehen angelegt</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Could not write %1: %2. Nothing was changed there.</source>
        <translation>%1 ließ sich nicht schreiben: %2. Dort wurde nichts geändert.</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>StatusLook</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>In grace</source>
        <translation>Im Übergang</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation>Hat niemand</translation>
    </message>
</context>
<context>
    <name>SupportReport</name>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Abgewiesene Anfragen</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>Zuletzt abgewiesen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoked by</source>
        <translation>Widerrufen von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Grace ends</source>
        <translation>Übergang endet</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>TokenFault</name>
    <message>
        <source>There is no key in it.</source>
        <translation>Es ist kein Schlüssel darin.</translation>
    </message>
    <message>
        <source>There is a space before or after the key.</source>
        <translation>Vor oder nach dem Schlüssel steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a space inside the key.</source>
        <translation>Im Schlüssel ist ein Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a line break in the key.</source>
        <translation>Im Schlüssel ist ein Zeilenumbruch.</translation>
    </message>
    <message>
        <source>There are quotes around the key.</source>
        <translation>Um den Schlüssel stehen Anführungszeichen.</translation>
    </message>
    <message>
        <source>“Bearer” stands before the key; it belongs to the header.</source>
        <translation>Vor dem Schlüssel steht „Bearer“; das gehört in die Kopfzeile.</translation>
    </message>
    <message>
        <source>There are invisible characters in the key.</source>
        <translation>Im Schlüssel sind unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>There are characters in it that no key has.</source>
        <translation>Er enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>It does not begin as the keys of this keyring do.</source>
        <translation>Er beginnt nicht wie die Schlüssel dieses Schlüsselbunds.</translation>
    </message>
    <message>
        <source>It is too short; the end of the key may be missing.</source>
        <translation>Er ist zu kurz; vielleicht fehlt das Ende.</translation>
    </message>
    <message>
        <source>It is too long; something may have been pasted with it.</source>
        <translation>Er ist zu lang; vielleicht wurde etwas mit eingefügt.</translation>
    </message>
    <message>
        <source>It has characters where this keyring&apos;s keys have none.</source>
        <translation>Er hat Zeichen, wo die Schlüssel dieses Schlüsselbunds keine haben.</translation>
    </message>
    <message>
        <source>Its checksum is wrong; a character was mistyped or lost.</source>
        <translation>Seine Prüfsumme stimmt nicht; ein Zeichen ist falsch oder fehlt.</translation>
    </message>
</context>
<context>
    <name>keywright::AboutDialog</name>
    <message>
        <source>About Keywright</source>
        <translation>Über Keywright</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Where is my data?</source>
        <translation>Wo liegen meine Daten?</translation>
    </message>
    <message>
        <source>Keyring: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Einstellungen: %1</translation>
    </message>
    <message>
        <source>Policies of your own: %1</source>
        <translation>Eigene Richtlinien: %1</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;versions</source>
        <translation>&amp;Versionen kopieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Copies of servers&apos; lists: %1</source>
        <translation>Kopien der Listen von Servern: %1</translation>
    </message>
    <message>
        <source>Nothing leaves this computer but what you do on servers that you connect to. Keys themselves are not stored, only their SHA-256 digests.</source>
        <translation>Diesen Rechner verlässt nur, was Sie auf Servern tun, mit denen Sie sich verbinden. Die Schlüssel selbst werden nicht gespeichert, nur ihre SHA-256-Prüfsummen.</translation>
    </message>
</context>
<context>
    <name>keywright::ActDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
</context>
<context>
    <name>keywright::ActivityDetails</name>
    <message>
        <source>&amp;Open the key</source>
        <translation>Schlüssel ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>Einzelheiten des Eintrags</translation>
    </message>
    <message>
        <source>The entry as JSON, with its hashes</source>
        <translation>Der Eintrag als JSON, mit seinen Prüfsummen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>By %1, %2</source>
        <translation>Von %1, %2</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1 aus</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>%1, entry %2</source>
        <translation>%1, Eintrag %2</translation>
    </message>
</context>
<context>
    <name>keywright::ActivityModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Auth method</source>
        <translation>Anmeldeart</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>keywright::ActivityView</name>
    <message>
        <source>Check the &amp;chain</source>
        <translation>&amp;Kette prüfen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>C&amp;lear the search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>Search activity, for example authMethod:api_key</source>
        <translation>Aktivität durchsuchen, zum Beispiel authMethod:api_key</translation>
    </message>
    <message>
        <source>Search activity</source>
        <translation>Aktivität durchsuchen</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>Show all keys again</source>
        <translation>Wieder alle Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Only %1. Show all keys again</source>
        <translation>Nur %1. Wieder alle Schlüssel zeigen</translation>
    </message>
    <message>
        <source>%1 is no term of this search and is looked for as text.</source>
        <translation>%1 ist kein Begriff dieser Suche und wird als Text gesucht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No entry matches “%1”.</source>
        <translation>Kein Eintrag passt zu „%1“.</translation>
    </message>
    <message>
        <source>Nothing has happened in this keyring yet.</source>
        <translation>In diesem Schlüsselbund ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>Nothing is logged for this key.</source>
        <translation>Zu diesem Schlüssel ist nichts verzeichnet.</translation>
    </message>
    <message>
        <source>As &amp;JSON, for checking it elsewhere…</source>
        <translation>Als &amp;JSON, zum Prüfen an anderer Stelle …</translation>
    </message>
    <message>
        <source>As &amp;CSV, for a spreadsheet…</source>
        <translation>Als &amp;CSV, für eine Tabelle …</translation>
    </message>
    <message>
        <source>Export activity</source>
        <translation>Aktivität exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>Exported to %2. Entries: %1.</source>
        <translation>Exportiert nach %2. Einträge: %1.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>keywright::Answer</name>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be an id of 1 to %1 characters, without spaces</source>
        <translation>muss eine Kennung mit 1 bis %1 Zeichen ohne Leerzeichen sein</translation>
    </message>
    <message>
        <source>looks like a key and is no id</source>
        <translation>sieht wie ein Schlüssel aus und ist keine Kennung</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>must be an instant such as 2027-01-31T23:00:00Z</source>
        <translation>muss ein Zeitpunkt sein wie 2027-01-31T23:00:00Z</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be an amount of money</source>
        <translation>muss ein Geldbetrag sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a role</source>
        <translation>muss eine Rolle sein</translation>
    </message>
    <message>
        <source>must be a SHA-256</source>
        <translation>muss eine SHA-256-Prüfsumme sein</translation>
    </message>
    <message>
        <source>The server&apos;s answer can&apos;t be read: it breaks off or is no JSON. Check the address, and whether something between here and the server answers in its place.</source>
        <translation>Die Antwort des Servers ist nicht lesbar: Sie bricht ab oder ist kein JSON. Prüfen Sie die Adresse, und ob etwas auf dem Weg an seiner Stelle antwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s answer was refused, because it is not what such a server says: %1 %2.</source>
        <translation>Die Antwort des Servers wurde zurückgewiesen, weil ein solcher Server sie nicht gibt: %1 %2.</translation>
    </message>
    <message>
        <source>the whole of it</source>
        <translation>das Ganze</translation>
    </message>
</context>
<context>
    <name>keywright::BulkBar</name>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Copy &amp;IDs</source>
        <translation>&amp;Kennungen kopieren</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::BulkDialog</name>
    <message>
        <source>Revoke API keys</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Delete API keys</source>
        <translation>API-Schlüssel löschen</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Are you sure you want to revoke these %1 API keys?</source>
        <translation>Möchten Sie diese %1 API-Schlüssel wirklich widerrufen?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete these %1 API keys?</source>
        <translation>Möchten Sie diese %1 API-Schlüssel wirklich löschen?</translation>
    </message>
    <message>
        <source>The keys</source>
        <translation>Die Schlüssel</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting removes keys, use and clients for good. Activity entries remain.</source>
        <translation>Beim Löschen verschwinden Schlüssel, Nutzung und Clients für immer. Die Einträge der Aktivität bleiben.</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Keys revoked</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Keys deleted</source>
        <translation>Schlüssel gelöscht</translation>
    </message>
    <message>
        <source>Keys that are left</source>
        <translation>Übrige Schlüssel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen …</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Retry the failed</source>
        <translation>&amp;Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>T&amp;ype the number of keys, %1, to confirm.</source>
        <translation>&amp;Geben Sie zur Bestätigung die Anzahl der Schlüssel ein: %1.</translation>
    </message>
    <message>
        <source>Used within the last 7 days: %1 of them. Whatever uses them is refused from its next request on.</source>
        <translation>In den letzten 7 Tagen benutzt: %1 davon. Was sie benutzt, wird ab der nächsten Anfrage abgewiesen.</translation>
    </message>
    <message>
        <source>Revoked: %1 of %2 keys. Not revoked: %3.</source>
        <translation>Widerrufen: %1 von %2 Schlüsseln. Nicht widerrufen: %3.</translation>
    </message>
    <message>
        <source>Deleted: %1 of %2 keys. Not deleted: %3.</source>
        <translation>Gelöscht: %1 von %2 Schlüsseln. Nicht gelöscht: %3.</translation>
    </message>
</context>
<context>
    <name>keywright::BulkRun</name>
    <message>
        <source>Not reached.</source>
        <translation>Nicht mehr erreicht.</translation>
    </message>
</context>
<context>
    <name>keywright::ChainCheck</name>
    <message>
        <source>Checking the log, entry by entry…</source>
        <translation>Das Protokoll wird Eintrag für Eintrag geprüft …</translation>
    </message>
    <message>
        <source>The log is whole: all %1 entries fit, up to %2.</source>
        <translation>Das Protokoll ist unversehrt: Alle %1 Einträge passen, bis %2.</translation>
    </message>
    <message>
        <source>It continues what this computer remembered (%1).</source>
        <translation>Es setzt fort, was dieser Rechner sich gemerkt hatte (%1).</translation>
    </message>
    <message>
        <source>This computer remembers it from now on.</source>
        <translation>Dieser Rechner merkt es sich von nun an.</translation>
    </message>
    <message>
        <source>The log was changed after it was written.</source>
        <translation>Das Protokoll wurde nach dem Schreiben verändert.</translation>
    </message>
    <message>
        <source>Show the first &amp;broken entry</source>
        <translation>Ersten &amp;beschädigten Eintrag zeigen</translation>
    </message>
    <message>
        <source>entry %1, hash %2</source>
        <translation>Eintrag %1, Prüfsumme %2</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>Checking the log: %1 of %2 entries</source>
        <translation>Das Protokoll wird geprüft: %1 von %2 Einträgen</translation>
    </message>
</context>
<context>
    <name>keywright::CheckDialog</name>
    <message>
        <source>Check the keyring</source>
        <translation>Schlüsselbund prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Reading %1 from end to end.</source>
        <translation>%1 wird von Anfang bis Ende gelesen.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>The keyring is sound.</source>
        <translation>Der Schlüsselbund ist unversehrt.</translation>
    </message>
    <message>
        <source>Something is wrong with this keyring.</source>
        <translation>Mit diesem Schlüsselbund stimmt etwas nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries in the activity log.</source>
        <translation>
            <numerusform>%Ln Eintrag im Aktivitätsprotokoll.</numerusform>
            <numerusform>%Ln Einträge im Aktivitätsprotokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore the newest backup that is sound, and keep this file for an inquiry.</source>
        <translation>Stellen Sie die neueste unversehrte Sicherung wieder her und heben Sie diese Datei für eine Untersuchung auf.</translation>
    </message>
</context>
<context>
    <name>keywright::CommandPalette</name>
    <message>
        <source>Go to or do</source>
        <translation>Gehe zu oder tue</translation>
    </message>
    <message>
        <source>What to do, or the name of a key</source>
        <translation>Was zu tun ist, oder der Name eines Schlüssels</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>keywright::ConnectDialog</name>
    <message>
        <source>You manage it with the API key %1.</source>
        <translation>Sie verwalten ihn mit dem API-Schlüssel %1.</translation>
    </message>
    <message>
        <source>Your role is admin.</source>
        <translation>Ihre Rolle ist Admin.</translation>
    </message>
    <message>
        <source>Your role is developer.</source>
        <translation>Ihre Rolle ist Entwickler.</translation>
    </message>
    <message>
        <source>Your role is auditor: you see everything and change nothing.</source>
        <translation>Ihre Rolle ist Prüfer: Sie sehen alles und ändern nichts.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Management key</source>
        <translation>&amp;Verwaltungsschlüssel</translation>
    </message>
    <message>
        <source>&amp;Remember the key in this computer&apos;s keychain</source>
        <translation>Den Schlüssel im Pass&amp;wortspeicher dieses Rechners merken</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Verbin&amp;den</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>What the server&apos;s operator gave you, or an API key that may manage keys.</source>
        <translation>Was der Betreiber des Servers Ihnen gab, oder ein API-Schlüssel, der Schlüssel verwalten darf.</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>This server doesn&apos;t tell the rules that its keys obey. Choose them.</source>
        <translation>Dieser Server nennt die Regeln nicht, die für seine Schlüssel gelten. Wählen Sie sie aus.</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>A file (PEM) from the server&apos;s operator. Empty: those that this computer trusts.</source>
        <translation>Eine Datei (PEM) vom Betreiber des Servers. Leer: die, denen dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Public key (S&amp;HA-256)</source>
        <translation>Öffentlicher Schlüssel (S&amp;HA-256)</translation>
    </message>
    <message>
        <source>Only the server with this key is spoken to, whatever its certificate says. Empty: none is pinned.</source>
        <translation>Nur mit dem Server mit diesem Schlüssel wird gesprochen, was auch in seinem Zertifikat steht. Leer: keiner ist festgelegt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is asked for at each start.</source>
        <translation>Er wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate authority</source>
        <translation>Die Zertifizierungsstelle des Servers</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no such file, or it can&apos;t be read.</source>
        <translation>Diese Datei gibt es nicht, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Paste the management key.</source>
        <translation>Fügen Sie den Verwaltungsschlüssel ein.</translation>
    </message>
    <message>
        <source>A management key holds no spaces and no special characters.</source>
        <translation>Ein Verwaltungsschlüssel enthält weder Leerzeichen noch Sonderzeichen.</translation>
    </message>
    <message>
        <source>The connection works. This server knows four calls: create, list, revoke and rotate. What else there is in Keywright is not offered for it.</source>
        <translation>Die Verbindung steht. Dieser Server kennt vier Aufrufe: erstellen, auflisten, widerrufen und rotieren. Was es in Keywright sonst gibt, wird für ihn nicht angeboten.</translation>
    </message>
    <message>
        <source>The connection works. The keyring is called %1; its policy is %2. %3</source>
        <translation>Die Verbindung steht. Der Schlüsselbund heißt %1; es gelten die Regeln %2. %3</translation>
    </message>
    <message>
        <source>The key is asked for at each start.</source>
        <translation>Der Schlüssel wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>So the management key was not remembered, and is asked for at each start.</source>
        <translation>Der Verwaltungsschlüssel wurde deshalb nicht gemerkt und wird bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Certificate authorit&amp;y of its own</source>
        <translation>Eigene Zertifizierungs&amp;stelle</translation>
    </message>
</context>
<context>
    <name>keywright::CreateDialog</name>
    <message>
        <source>Your new API key</source>
        <translation>Ihr neuer API-Schlüssel</translation>
    </message>
</context>
<context>
    <name>keywright::CreateFlow</name>
    <message>
        <source>The old key, %1, has stopped working.</source>
        <translation>Der alte Schlüssel %1 gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The old key, %1, works until %2. Put the new one in its place before that.</source>
        <translation>Der alte Schlüssel %1 gilt bis %2. Setzen Sie vorher den neuen an seine Stelle.</translation>
    </message>
    <message>
        <source>The old key, %1, works until you revoke it.</source>
        <translation>Der alte Schlüssel %1 gilt, bis Sie ihn widerrufen.</translation>
    </message>
</context>
<context>
    <name>keywright::CreateForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Say what the key is for.</source>
        <translation>Sagen Sie, wofür der Schlüssel ist.</translation>
    </message>
    <message>
        <source>Say what the key is for. The name cannot be changed later.</source>
        <translation>Sagen Sie, wofür der Schlüssel ist. Der Name lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>&amp;Scopes</source>
        <translation>Be&amp;rechtigungen</translation>
    </message>
    <message>
        <source>Scopes cannot be changed later.</source>
        <translation>Berechtigungen lassen sich später nicht ändern.</translation>
    </message>
    <message>
        <source>&amp;Expires</source>
        <translation>&amp;Ablauf</translation>
    </message>
    <message>
        <source>The expiry cannot be changed later.</source>
        <translation>Der Ablauf lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>&amp;Daily limit, USD</source>
        <translation>&amp;Tagesgrenze, USD</translation>
    </message>
    <message>
        <source>&amp;Monthly limit, USD</source>
        <translation>&amp;Monatsgrenze, USD</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Besitzer</translation>
    </message>
    <message>
        <source>A person, an e-mail address or a team. You, if left empty.</source>
        <translation>Eine Person, eine E-Mail-Adresse oder ein Team. Leer: Sie selbst.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Requests per minute</source>
        <translation>A&amp;nfragen je Minute</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Mor&amp;e: owner, request limit, note</source>
        <translation>M&amp;ehr: Besitzer, Anfragegrenze, Notiz</translation>
    </message>
    <message>
        <source>Mor&amp;e: owner, note</source>
        <translation>M&amp;ehr: Besitzer, Notiz</translation>
    </message>
    <message>
        <source>Give a whole number of requests, or leave it empty.</source>
        <translation>Geben Sie eine ganze Zahl von Anfragen an, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>With nothing ticked, the key may do nothing.</source>
        <translation>Ist nichts angekreuzt, darf der Schlüssel nichts.</translation>
    </message>
</context>
<context>
    <name>keywright::CreatePage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>keywright::CreateSidebar</name>
    <message>
        <source>New API key</source>
        <translation>Neuer API-Schlüssel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
</context>
<context>
    <name>keywright::DeleteDialog</name>
    <message>
        <source>Delete API key</source>
        <translation>API-Schlüssel löschen</translation>
    </message>
    <message>
        <source>This key still works. </source>
        <translation>Dieser Schlüssel gilt noch. </translation>
    </message>
    <message>
        <source>Deleting removes the key, its use and its clients for good; it cannot be brought back. Its activity entries remain.</source>
        <translation>Beim Löschen verschwinden der Schlüssel, seine Nutzung und seine Clients für immer; er lässt sich nicht zurückholen. Seine Einträge in der Aktivität bleiben.</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Are you sure you want to delete this API key?</source>
        <translation>Möchten Sie diesen API-Schlüssel wirklich löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>T&amp;ype “%1” to confirm.</source>
        <translation>&amp;Geben Sie zur Bestätigung „%1“ ein.</translation>
    </message>
    <message>
        <source>T&amp;ype the key&apos;s name or “%1” to confirm.</source>
        <translation>&amp;Geben Sie zur Bestätigung den Namen des Schlüssels oder „%1“ ein.</translation>
    </message>
</context>
<context>
    <name>keywright::DeveloperApiDialog</name>
    <message>
        <source>Developer API</source>
        <translation>Entwickler-API</translation>
    </message>
    <message>
        <source>While the Developer API is on, those with the permission can make, change and rotate keys in this keyring.</source>
        <translation>Solange die Entwickler-API eingeschaltet ist, können Berechtigte in diesem Schlüsselbund Schlüssel anlegen, ändern und rotieren.</translation>
    </message>
    <message>
        <source>It is the decision of the platform&apos;s operator, not of those who want a key. It is written to the activity log.</source>
        <translation>Das entscheidet, wer die Plattform betreibt, nicht wer einen Schlüssel haben möchte. Es wird im Aktivitätsprotokoll festgehalten.</translation>
    </message>
    <message>
        <source>Do you want to turn the Developer API on?</source>
        <translation>Möchten Sie die Entwickler-API einschalten?</translation>
    </message>
    <message>
        <source>&amp;Turn on</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message>
        <source>While the Developer API is off, keys can only be listed and revoked. Those that are there go on working. It is written to the activity log.</source>
        <translation>Solange die Entwickler-API ausgeschaltet ist, können Schlüssel nur aufgelistet und widerrufen werden. Vorhandene funktionieren weiter. Es wird im Aktivitätsprotokoll festgehalten.</translation>
    </message>
    <message>
        <source>Do you want to turn the Developer API off?</source>
        <translation>Möchten Sie die Entwickler-API ausschalten?</translation>
    </message>
    <message>
        <source>&amp;Turn off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>Turning it on…</source>
        <translation>Wird eingeschaltet …</translation>
    </message>
    <message>
        <source>Turning it off…</source>
        <translation>Wird ausgeschaltet …</translation>
    </message>
</context>
<context>
    <name>keywright::Disclosure</name>
    <message>
        <source>Shown</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>Eingeklappt</translation>
    </message>
</context>
<context>
    <name>keywright::EnvFile</name>
    <message>
        <source>%1 is a link to another file. Choose the file itself.</source>
        <translation>%1 ist eine Verknüpfung auf eine andere Datei. Wählen Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose another name.</source>
        <translation>%1 ist keine Datei. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is too large to be a file of variables. Choose another.</source>
        <translation>%1 ist zu groß für eine Datei mit Variablen. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>%1 ließ sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is not a text file. Choose another.</source>
        <translation>%1 ist keine Textdatei. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Give the variable a name, like API_KEY.</source>
        <translation>Geben Sie der Variable einen Namen, etwa API_KEY.</translation>
    </message>
    <message>
        <source>A variable&apos;s name holds letters, digits and underscores, and does not begin with a digit.</source>
        <translation>Der Name einer Variable besteht aus Buchstaben, Ziffern und Unterstrichen und beginnt nicht mit einer Ziffer.</translation>
    </message>
    <message>
        <source>%1 sets %2 already. Nothing was changed.</source>
        <translation>%1 setzt %2 bereits. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>keywright::EnvSection</name>
    <message>
        <source>&amp;Variable</source>
        <translation>&amp;Variable</translation>
    </message>
    <message>
        <source>Copy &amp;line</source>
        <translation>&amp;Zeile kopieren</translation>
    </message>
    <message>
        <source>&amp;Save to .env file…</source>
        <translation>In .env-Datei &amp;speichern …</translation>
    </message>
    <message>
        <source>Put it where a script reads it</source>
        <translation>Dorthin legen, wo ein Skript ihn liest</translation>
    </message>
    <message>
        <source>An environment line: NAME=key</source>
        <translation>Eine Umgebungszeile: NAME=Schlüssel</translation>
    </message>
    <message>
        <source>Readable by you alone; other lines stay as they are.</source>
        <translation>Nur für Sie lesbar; andere Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Save the key to a .env file</source>
        <translation>Schlüssel in einer .env-Datei speichern</translation>
    </message>
    <message>
        <source>%1 sets %2 already. Its value would be lost.</source>
        <translation>%1 setzt %2 bereits. Der Wert ginge verloren.</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>&amp;Trotzdem speichern</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Saved to %1 as %2, readable by you alone.</source>
        <translation>In %1 als %2 gespeichert, nur für Sie lesbar.</translation>
    </message>
</context>
<context>
    <name>keywright::ExpiryChooser</name>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Anzahl der Tage</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Choose when the key stops working.</source>
        <translation>Wählen Sie, wann der Schlüssel nicht mehr gilt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>Tage …</translation>
    </message>
    <message>
        <source>Date…</source>
        <translation>Datum …</translation>
    </message>
</context>
<context>
    <name>keywright::FileActs</name>
    <message>
        <source>Back up the keyring to</source>
        <translation>Schlüsselbund sichern nach</translation>
    </message>
    <message>
        <source>Keyrings (*.keyring)</source>
        <translation>Schlüsselbunde (*.keyring)</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>Restore which backup?</source>
        <translation>Welche Sicherung wiederherstellen?</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The backup was restored</source>
        <translation>Die Sicherung wurde wiederhergestellt</translation>
    </message>
    <message>
        <source>The Developer API is off</source>
        <translation>Die Entwickler-API ist ausgeschaltet</translation>
    </message>
    <message>
        <source>The Developer API is on</source>
        <translation>Die Entwickler-API ist eingeschaltet</translation>
    </message>
</context>
<context>
    <name>keywright::FilterChips</name>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Jeder Besitzer</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Any scope</source>
        <translation>Jede Berechtigung</translation>
    </message>
</context>
<context>
    <name>keywright::FilterList</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>In grace</source>
        <translation>Im Übergang</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message numerus="yes">
        <source>Unused for %Ln days</source>
        <translation>
            <numerusform>%Ln Tag unbenutzt</numerusform>
            <numerusform>%Ln Tage unbenutzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation>Hat niemand</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln keys</source>
        <translation>
            <numerusform>%1, %Ln Schlüssel</numerusform>
            <numerusform>%1, %Ln Schlüssel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::ForgetDialog</name>
    <message>
        <source>Forget a server</source>
        <translation>Einen Server vergessen</translation>
    </message>
    <message>
        <source>Keywright removes from this computer: the copy of the server&apos;s list, its remembered address with what was set for it, and its management key in the keychain. You will need the management key to connect again.</source>
        <translation>Keywright entfernt von diesem Rechner: die Kopie der Liste des Servers, seine gemerkte Adresse mit den Einstellungen dazu und seinen Verwaltungsschlüssel im Passwortspeicher. Um sich wieder zu verbinden, brauchen Sie den Verwaltungsschlüssel.</translation>
    </message>
    <message>
        <source>On the server nothing changes: its API keys go on working.</source>
        <translation>Auf dem Server ändert sich nichts: Seine API-Schlüssel gelten weiter.</translation>
    </message>
    <message>
        <source>Do you want to forget this server?</source>
        <translation>Möchten Sie diesen Server vergessen?</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
</context>
<context>
    <name>keywright::FormField</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (Pflichtfeld)</translation>
    </message>
</context>
<context>
    <name>keywright::GitIgnore</name>
    <message>
        <source>%1 lies in a git work tree and is not ignored there: the key could be committed. Add the file to .gitignore first.</source>
        <translation>%1 liegt in einem Git-Arbeitsverzeichnis und wird dort nicht ignoriert: Der Schlüssel könnte eingecheckt werden. Nehmen Sie die Datei zuerst in .gitignore auf.</translation>
    </message>
    <message>
        <source>%1 lies in a git work tree, and it could not be found out whether git ignores it.</source>
        <translation>%1 liegt in einem Git-Arbeitsverzeichnis, und es ließ sich nicht feststellen, ob Git sie ignoriert.</translation>
    </message>
</context>
<context>
    <name>keywright::HeadWatch</name>
    <message>
        <source>The activity log of this keyring is not the one that was here last time: entries were taken out or replaced, or an old copy of the file was put back.</source>
        <translation>Das Aktivitätsprotokoll dieses Schlüsselbunds ist nicht das, das zuletzt hier war: Einträge wurden entfernt oder ersetzt, oder eine alte Kopie der Datei wurde zurückgelegt.</translation>
    </message>
</context>
<context>
    <name>keywright::InlineMessage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>keywright::IssuedRow</name>
    <message>
        <source>New key %1, shown this once</source>
        <translation>Neuer Schlüssel %1, nur dieses eine Mal gezeigt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>D&amp;one</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Hides the key. It is never shown again.</source>
        <translation>Verbirgt den Schlüssel. Er wird nie wieder gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %Ln seconds.</source>
        <translation>
            <numerusform>Kopiert. Die Zwischenablage wird in %Ln Sekunde geleert.</numerusform>
            <numerusform>Kopiert. Die Zwischenablage wird in %Ln Sekunden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
</context>
<context>
    <name>keywright::KeyActions</name>
    <message>
        <source>R&amp;otate…</source>
        <translation>Ers&amp;etzen …</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>Ers&amp;etzen …</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>Re-&amp;activate…</source>
        <translation>Wieder &amp;aktivieren …</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Copy s&amp;upport report</source>
        <translation>Bericht für den S&amp;upport kopieren</translation>
    </message>
</context>
<context>
    <name>keywright::KeyCommands</name>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>%1 works again.</source>
        <translation>%1 gilt wieder.</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 ist widerrufen.</translation>
    </message>
    <message>
        <source>The API key is revoked.</source>
        <translation>Der API-Schlüssel ist widerrufen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln API keys are revoked.</source>
        <translation>
            <numerusform>%Ln API-Schlüssel ist widerrufen.</numerusform>
            <numerusform>%Ln API-Schlüssel sind widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The API key works again.</source>
        <translation>Der API-Schlüssel gilt wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln API keys work again.</source>
        <translation>
            <numerusform>%Ln API-Schlüssel gilt wieder.</numerusform>
            <numerusform>%Ln API-Schlüssel gelten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1 of the keys you chose. %2</source>
        <translation>Außen vor: %1 der gewählten Schlüssel. %2</translation>
    </message>
    <message>
        <source>API keys deleted: %1.</source>
        <translation>Gelöschte API-Schlüssel: %1.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyFacts</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Issued by key</source>
        <translation>Ausgestellt mit Schlüssel</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>never: keys of this keyring don&apos;t expire</source>
        <translation>nie: Schlüssel dieses Schlüsselbunds laufen nicht ab</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>still tried %1 times</source>
        <translation>noch %1-mal versucht</translation>
    </message>
    <message>
        <source>, last %1</source>
        <translation>, zuletzt %1</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>, von %1</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>%1 requests in 7 days, %2 in 30 days</source>
        <translation>%1 Anfragen in 7 Tagen, %2 in 30 Tagen</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 $ von %3 $</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
</context>
<context>
    <name>keywright::KeyForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Besitzer</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Sco&amp;pes</source>
        <translation>Be&amp;rechtigungen</translation>
    </message>
    <message>
        <source>&amp;Daily spend limit (USD)</source>
        <translation>&amp;Tagesgrenze (USD)</translation>
    </message>
    <message>
        <source>&amp;Monthly spend limit (USD)</source>
        <translation>&amp;Monatsgrenze (USD)</translation>
    </message>
    <message>
        <source>%1, the policy&apos;s own</source>
        <translation>%1, aus der Richtlinie</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Requests per m&amp;inute</source>
        <translation>Anfragen je M&amp;inute</translation>
    </message>
    <message>
        <source>The rate is a whole number of requests, 1 or more, or nothing.</source>
        <translation>Die Grenze ist eine ganze Zahl von Anfragen, mindestens 1, oder leer.</translation>
    </message>
    <message>
        <source>Your role may look at the scopes, not change them.</source>
        <translation>Ihre Rolle darf die Berechtigungen ansehen, nicht ändern.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyHeader</name>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the key&apos;s details</source>
        <translation>Einzelheiten des Schlüssels schließen</translation>
    </message>
    <message>
        <source>Copy the preview</source>
        <translation>Vorschau kopieren</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>keywright::KeyHistory</name>
    <message>
        <source>Sho&amp;w all in Activity</source>
        <translation>Alles in der Akti&amp;vität zeigen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing is logged for this key yet.</source>
        <translation>Zu diesem Schlüssel ist noch nichts verzeichnet.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyIdentifier</name>
    <message>
        <source>That is a key, but none of this keyring. It was taken out of the search.</source>
        <translation>Das ist ein Schlüssel, aber keiner dieses Schlüsselbunds. Er wurde aus der Suche genommen.</translation>
    </message>
    <message>
        <source>That key is %1, %2.</source>
        <translation>Dieser Schlüssel ist %1, %2.</translation>
    </message>
    <message>
        <source>It was taken out of the search.</source>
        <translation>Er wurde aus der Suche genommen.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyLinks</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1 (this key)</source>
        <translation>%1 (dieser Schlüssel)</translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation>%1 öffnen, %2</translation>
    </message>
</context>
<context>
    <name>keywright::KeyListView</name>
    <message>
        <source>Nobody has copied or saved this key yet. Once its row is left, nobody can see it again.</source>
        <translation>Diesen Schlüssel hat noch niemand kopiert oder gespeichert. Ist seine Zeile einmal verlassen, kann ihn niemand mehr sehen.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyMenu</name>
    <message>
        <source>What to do with the key</source>
        <translation>Was mit dem Schlüssel zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy key preview</source>
        <translation>&amp;Vorschau kopieren</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln key previews</source>
        <translation>
            <numerusform>%Ln &amp;Vorschau kopieren</numerusform>
            <numerusform>%Ln &amp;Vorschauen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;Kennung kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln &amp;IDs</source>
        <translation>
            <numerusform>%Ln &amp;Kennung kopieren</numerusform>
            <numerusform>%Ln &amp;Kennungen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Ro&amp;tate…</source>
        <translation>&amp;Ersetzen …</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>Ers&amp;etzen …</translation>
    </message>
    <message>
        <source>Re-&amp;activate…</source>
        <translation>Wieder &amp;aktivieren …</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %Ln keys…</source>
        <translation>
            <numerusform>%Ln Schlüssel e&amp;xportieren …</numerusform>
            <numerusform>%Ln Schlüssel e&amp;xportieren …</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %Ln keys…</source>
        <translation>
            <numerusform>%Ln Schlüssel &amp;widerrufen …</numerusform>
            <numerusform>%Ln Schlüssel &amp;widerrufen …</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln keys…</source>
        <translation>
            <numerusform>%Ln Schlüssel &amp;löschen …</numerusform>
            <numerusform>%Ln Schlüssel &amp;löschen …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeySidebar</name>
    <message>
        <source>Rotation</source>
        <translation>Ersetzung</translation>
    </message>
    <message>
        <source>Keys it issued</source>
        <translation>Damit ausgestellte Schlüssel</translation>
    </message>
    <message>
        <source>Details of the key</source>
        <translation>Einzelheiten des Schlüssels</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Nobody has this key: it was never copied or saved, and cannot be shown again.</source>
        <translation>Diesen Schlüssel hat niemand: Er wurde nie kopiert oder gespeichert und lässt sich nicht noch einmal zeigen.</translation>
    </message>
    <message>
        <source>Revoke and re&amp;place…</source>
        <translation>Widerrufen und erset&amp;zen …</translation>
    </message>
    <message>
        <source>Revoke now…</source>
        <translation>Jetzt widerrufen …</translation>
    </message>
    <message>
        <source>The support report is copied. It holds no secret.</source>
        <translation>Der Bericht für den Support ist kopiert. Er enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>Your changes of “%1” are not saved.</source>
        <translation>Ihre Änderungen an „%1“ sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Somebody else changed this key meanwhile.</source>
        <translation>Jemand anders hat diesen Schlüssel inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 changed this key %2.</source>
        <translation>%1 hat diesen Schlüssel %2 geändert.</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>This key was deleted. Its activity entries remain.</source>
        <translation>Dieser Schlüssel wurde gelöscht. Seine Einträge in der Aktivität bleiben.</translation>
    </message>
    <message>
        <source>Show its activity</source>
        <translation>Aktivität zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>keywright::KeyTable</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>keywright::Keyring</name>
    <message>
        <source>Somebody else changed %1 meanwhile. Look at the key as it is now, then decide again.</source>
        <translation>Jemand anders hat %1 inzwischen geändert. Sehen Sie sich den Schlüssel an, wie er jetzt ist, und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>Another active key has the same name: %1.</source>
        <translation>Ein anderer aktiver Schlüssel hat denselben Namen: %1.</translation>
    </message>
    <message>
        <source>The list can&apos;t go on from here. Load it again.</source>
        <translation>Von hier aus geht die Liste nicht weiter. Laden Sie sie neu.</translation>
    </message>
    <message>
        <source>There is no such key in this keyring. It may have been deleted meanwhile.</source>
        <translation>Diesen Schlüssel gibt es in diesem Schlüsselbund nicht. Vielleicht wurde er inzwischen gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln digest(s) at once.</source>
        <translation>
            <numerusform>Höchstens %Ln Prüfsumme auf einmal.</numerusform>
            <numerusform>Höchstens %Ln Prüfsummen auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>The activity log was changed after it was written: entry %L1 is the first that does not fit. Entries before it are as they were written.</source>
        <translation>Das Aktivitätsprotokoll wurde nach dem Schreiben verändert: Eintrag %L1 ist der erste, der nicht passt. Die Einträge davor sind, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>The activity log is consistent, but entry %L1, which was there when it was last seen, is gone: the log was cut or replaced.</source>
        <translation>Das Aktivitätsprotokoll ist in sich stimmig, aber Eintrag %L1, der beim letzten Mal da war, fehlt: Das Protokoll wurde gekürzt oder ersetzt.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries of the activity log are as they were written.</source>
        <translation>
            <numerusform>%Ln Eintrag des Aktivitätsprotokolls ist, wie er geschrieben wurde.</numerusform>
            <numerusform>Alle %Ln Einträge des Aktivitätsprotokolls sind, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The reason</source>
        <translation>Der Grund</translation>
    </message>
    <message>
        <source>%1 lies on a network file system (%2), where several programs can&apos;t share a keyring safely. Choose a local folder, or use keywrightd on the machine that holds it.</source>
        <translation>%1 liegt auf einem Netzlaufwerk (%2), wo mehrere Programme einen Schlüsselbund nicht sicher teilen können. Wählen Sie einen lokalen Ordner, oder benutzen Sie keywrightd auf dem Rechner, der ihn beherbergt.</translation>
    </message>
    <message>
        <source>The keyring&apos;s name</source>
        <translation>Der Name des Schlüsselbunds</translation>
    </message>
    <message>
        <source>Give the keyring a name.</source>
        <translation>Geben Sie dem Schlüsselbund einen Namen.</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>The keyring is not open.</source>
        <translation>Der Schlüsselbund ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keyring&apos;s file is damaged (%1). It can be read as far as it goes, not changed: restore it from a backup.</source>
        <translation>Die Datei des Schlüsselbunds ist beschädigt (%1). Sie lässt sich lesen, so weit es geht, aber nicht ändern: Stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyringFile</name>
    <message>
        <source>A keyring can&apos;t be backed up onto itself. Choose another file.</source>
        <translation>Ein Schlüsselbund lässt sich nicht auf sich selbst sichern. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or replace it.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen, oder ersetzen Sie die Datei.</translation>
    </message>
    <message>
        <source>The backup %1 was changed after it was made: its activity log does not fit from entry %L2 on. Choose another backup.</source>
        <translation>Die Sicherung %1 wurde nachträglich verändert: Ihr Aktivitätsprotokoll passt ab Eintrag %L2 nicht. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>This is a backup of another keyring (%1). Choose a backup of %2.</source>
        <translation>Das ist die Sicherung eines anderen Schlüsselbunds (%1). Wählen Sie eine Sicherung von %2.</translation>
    </message>
    <message numerus="yes">
        <source>The current file can&apos;t be read, so nothing of it can be kept. The backup holds %Ln key(s). What was active in it comes back revoked, unless you ask for it to stay active: keys revoked since the backup would work again.</source>
        <translation>
            <numerusform>Die jetzige Datei lässt sich nicht lesen, deshalb kann nichts von ihr bleiben. Die Sicherung enthält %Ln Schlüssel. Was darin aktiv war, kommt widerrufen zurück, außer Sie verlangen, dass es aktiv bleibt: Seit der Sicherung widerrufene Schlüssel würden dann wieder gelten.</numerusform>
            <numerusform>Die jetzige Datei lässt sich nicht lesen, deshalb kann nichts von ihr bleiben. Die Sicherung enthält %Ln Schlüssel. Was darin aktiv war, kommt widerrufen zurück, außer Sie verlangen, dass es aktiv bleibt: Seit der Sicherung widerrufene Schlüssel würden dann wieder gelten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup holds %Ln key(s).</source>
        <translation>
            <numerusform>Die Sicherung enthält %Ln Schlüssel.</numerusform>
            <numerusform>Die Sicherung enthält %Ln Schlüssel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln come(s) back.</source>
        <translation>
            <numerusform>%Ln kommt zurück.</numerusform>
            <numerusform>%Ln kommen zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln become(s) again what the backup says.</source>
        <translation>
            <numerusform>%Ln wird wieder, was die Sicherung sagt.</numerusform>
            <numerusform>%Ln werden wieder, was die Sicherung sagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln made since the backup will be deleted.</source>
        <translation>
            <numerusform>%Ln seit der Sicherung angelegter wird gelöscht.</numerusform>
            <numerusform>%Ln seit der Sicherung angelegte werden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked or deleted since the backup stay(s) so.</source>
        <translation>
            <numerusform>%Ln seit der Sicherung widerrufener oder gelöschter bleibt es.</numerusform>
            <numerusform>%Ln seit der Sicherung widerrufene oder gelöschte bleiben es.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyringHost</name>
    <message>
        <source>Sample</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>So the key is asked for at each start.</source>
        <translation>Deshalb wird der Schlüssel bei jedem Start erfragt.</translation>
    </message>
    <message>
        <source>The keychain holds no key for this server.</source>
        <translation>Der Passwortspeicher enthält keinen Schlüssel für diesen Server.</translation>
    </message>
</context>
<context>
    <name>keywright::KeyringView</name>
    <message>
        <source>&amp;Show the log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>&amp;I know why</source>
        <translation>&amp;Ich weiß, warum</translation>
    </message>
    <message>
        <source>A new key is on the screen that nobody has copied or saved. Once it is closed, nobody can see it again.</source>
        <translation>Auf dem Bildschirm steht ein neuer Schlüssel, den niemand kopiert oder gespeichert hat. Ist er einmal geschlossen, kann ihn niemand mehr sehen.</translation>
    </message>
    <message>
        <source>The key at the right has changes that are not saved.</source>
        <translation>Der Schlüssel rechts hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln selected key(s)</source>
        <translation>
            <numerusform>%Ln gewählten Schlüssel widerrufen</numerusform>
            <numerusform>%Ln gewählte Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln selected key(s)</source>
        <translation>
            <numerusform>%Ln gewählten Schlüssel löschen</numerusform>
            <numerusform>%Ln gewählte Schlüssel löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the selected key</source>
        <translation>Gewählten Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Rename the selected key</source>
        <translation>Gewählten Schlüssel umbenennen</translation>
    </message>
    <message>
        <source>Rotate the selected key</source>
        <translation>Gewählten Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Re-activate the selected key</source>
        <translation>Gewählten Schlüssel wieder aktivieren</translation>
    </message>
    <message>
        <source>Activity of the selected key</source>
        <translation>Aktivität des gewählten Schlüssels</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>The Developer API is turned off for this keyring, so its keys can only be listed and revoked. Turn it on if you run the platform.</source>
        <translation>Die Entwickler-API ist für diesen Schlüsselbund ausgeschaltet; seine Schlüssel können nur aufgelistet und widerrufen werden. Schalten Sie sie ein, wenn Sie die Plattform betreiben.</translation>
    </message>
    <message>
        <source>&amp;Turn it on…</source>
        <translation>&amp;Einschalten …</translation>
    </message>
</context>
<context>
    <name>keywright::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Columns and export</source>
        <translation>Spalten und Export</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the keys…</source>
        <translation>Die Schlüssel werden gelesen …</translation>
    </message>
    <message>
        <source>The keys could not be read</source>
        <translation>Die Schlüssel ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>What went wrong stands above.</source>
        <translation>Was schiefging, steht oben.</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>Kein Schlüssel passt</translation>
    </message>
    <message>
        <source>Nothing here has all of that in its name, owner, key or ID.</source>
        <translation>Nichts hier hat all das in Name, Besitzer, Schlüssel oder Kennung.</translation>
    </message>
    <message>
        <source>&amp;Clear search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>No keys under “%1”</source>
        <translation>Keine Schlüssel unter „%1“</translation>
    </message>
    <message>
        <source>No key of this keyring is in that state now.</source>
        <translation>Kein Schlüssel dieses Schlüsselbunds ist jetzt in diesem Zustand.</translation>
    </message>
    <message>
        <source>Show &amp;all keys</source>
        <translation>&amp;Alle Schlüssel zeigen</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>A key lets one script or integration call the API. Give each its own.</source>
        <translation>Mit einem Schlüssel ruft ein Skript oder eine Integration die API auf. Geben Sie jedem einen eigenen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 keys</source>
        <translation>%1 von %2 Schlüsseln</translation>
    </message>
    <message>
        <source>%1, reading…</source>
        <translation>%1, wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln ausgewählt</numerusform>
            <numerusform>%1, %Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key previews copied</source>
        <translation>
            <numerusform>%Ln Vorschau kopiert</numerusform>
            <numerusform>%Ln Vorschauen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln IDs copied</source>
        <translation>
            <numerusform>%Ln Kennung kopiert</numerusform>
            <numerusform>%Ln Kennungen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC</translation>
    </message>
    <message>
        <source>Compact &amp;rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Export what is shown as C&amp;SV…</source>
        <translation>Gezeigtes als C&amp;SV exportieren …</translation>
    </message>
    <message>
        <source>Export what is shown as &amp;JSON…</source>
        <translation>Gezeigtes als &amp;JSON exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys written to %1</source>
        <translation>
            <numerusform>%Ln Schlüssel nach %1 geschrieben</numerusform>
            <numerusform>%Ln Schlüssel nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting: %1 of %2 keys</source>
        <translation>Export: %1 von %2 Schlüsseln</translation>
    </message>
    <message>
        <source>Export the selected keys</source>
        <translation>Ausgewählte Schlüssel exportieren</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Gezeigtes exportieren</translation>
    </message>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>CSV für Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON for scripts (*.json)</source>
        <translation>JSON für Skripte (*.json)</translation>
    </message>
    <message>
        <source>Why no key can be made now stands above.</source>
        <translation>Warum gerade kein Schlüssel angelegt werden kann, steht oben.</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
</context>
<context>
    <name>keywright::LimitField</name>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
</context>
<context>
    <name>keywright::LossQuestion</name>
    <message>
        <source>Leave this?</source>
        <translation>Verlassen?</translation>
    </message>
    <message>
        <source>Do you want to leave all the same?</source>
        <translation>Möchten Sie trotzdem gehen?</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
</context>
<context>
    <name>keywright::MainWindow</name>
    <message>
        <source>Open a keyring</source>
        <translation>Schlüsselbund öffnen</translation>
    </message>
    <message>
        <source>Keyrings (*.keyring)</source>
        <translation>Schlüsselbunde (*.keyring)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open keyring %1</source>
        <translation>Schlüsselbund %1 öffnen</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Keywright %1 has been released. You are using %2.</source>
        <translation>Keywright %1 ist erschienen. Sie benutzen %2.</translation>
    </message>
    <message>
        <source>The server is forgotten.</source>
        <translation>Der Server ist vergessen.</translation>
    </message>
    <message>
        <source>The server is forgotten, but its management key is still in the keychain.</source>
        <translation>Der Server ist vergessen, aber sein Verwaltungsschlüssel ist noch im Passwortspeicher.</translation>
    </message>
</context>
<context>
    <name>keywright::Members</name>
    <message>
        <source>There is no such member. `member list` names them all.</source>
        <translation>Ein solches Mitglied gibt es nicht. `member list` nennt alle.</translation>
    </message>
    <message>
        <source>There is a member %1 already. Choose another name, or rotate that one&apos;s token.</source>
        <translation>Ein Mitglied %1 gibt es schon. Wählen Sie einen anderen Namen oder geben Sie ihm ein neues Token.</translation>
    </message>
    <message>
        <source>%1 is the last admin. Add another one first, or say --yes.</source>
        <translation>%1 ist der letzte Admin. Fügen Sie zuerst einen anderen hinzu, oder geben Sie --yes an.</translation>
    </message>
    <message>
        <source>The member&apos;s name</source>
        <translation>Der Name des Mitglieds</translation>
    </message>
    <message>
        <source>Give the member a name.</source>
        <translation>Geben Sie dem Mitglied einen Namen.</translation>
    </message>
    <message>
        <source>A member&apos;s token ends in the future, and by 2100-12-31.</source>
        <translation>Das Token eines Mitglieds endet in der Zukunft, spätestens am 31.12.2100.</translation>
    </message>
    <message>
        <source>%1 was revoked. Add a new member.</source>
        <translation>%1 wurde widerrufen. Fügen Sie ein neues Mitglied hinzu.</translation>
    </message>
</context>
<context>
    <name>keywright::NewKeyringDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Create keyring</source>
        <translation>Schlüsselbund &amp;anlegen</translation>
    </message>
    <message>
        <source>New keyring</source>
        <translation>Neuer Schlüsselbund</translation>
    </message>
    <message>
        <source>What the keys are for: a product, an account, a team.</source>
        <translation>Wofür die Schlüssel sind: ein Produkt, ein Konto, ein Team.</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <source>One file, readable by you alone.</source>
        <translation>Eine einzige Datei, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Policy: the rules that its keys obey</source>
        <translation>Richtlinie: die Regeln, denen die Schlüssel folgen</translation>
    </message>
    <message>
        <source>Where the new keyring lies</source>
        <translation>Wo der neue Schlüsselbund liegen soll</translation>
    </message>
    <message>
        <source>Keyrings (*.keyring)</source>
        <translation>Schlüsselbunde (*.keyring)</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>Give the keyring a name.</source>
        <translation>Geben Sie dem Schlüsselbund einen Namen.</translation>
    </message>
    <message>
        <source>Give the full path of a file.</source>
        <translation>Geben Sie den vollständigen Pfad einer Datei an.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt …</translation>
    </message>
</context>
<context>
    <name>keywright::OutcomeList</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>keywright::Platform</name>
    <message>
        <source>%1 can&apos;t be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>%1 could not be written to the disk: %2.</source>
        <translation>%1 ließ sich nicht auf den Datenträger schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be created: %2. Choose another place, or check its permissions.</source>
        <translation>%1 lässt sich nicht anlegen: %2. Wählen Sie einen anderen Ort, oder prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be created: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>keywright::ReactivateDialog</name>
    <message>
        <source>It was revoked %1.</source>
        <translation>Er wurde %1 widerrufen.</translation>
    </message>
    <message>
        <source>It was revoked %1 by %2.</source>
        <translation>Er wurde %1 von %2 widerrufen.</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
    <message>
        <source>Re-activate API key</source>
        <translation>API-Schlüssel wieder aktivieren</translation>
    </message>
    <message>
        <source>It will work again at once, for whoever has it, until %1.</source>
        <translation>Er gilt sofort wieder, für jeden, der ihn hat, bis %1.</translation>
    </message>
    <message>
        <source>It will work again at once, for whoever has it.</source>
        <translation>Er gilt sofort wieder, für jeden, der ihn hat.</translation>
    </message>
    <message>
        <source>&amp;Re-activate</source>
        <translation>&amp;Wieder aktivieren</translation>
    </message>
    <message>
        <source>Re-activate this API key?</source>
        <translation>Diesen API-Schlüssel wieder aktivieren?</translation>
    </message>
    <message>
        <source>It was revoked because its use looked like abuse. If you don&apos;t know why, make a new key instead.</source>
        <translation>Er wurde widerrufen, weil seine Nutzung nach Missbrauch aussah. Wenn Sie nicht wissen, warum, legen Sie lieber einen neuen an.</translation>
    </message>
    <message>
        <source>It was revoked because it leaked: whoever found it can use it again. A new key is safer.</source>
        <translation>Er wurde widerrufen, weil er bekannt wurde: Wer ihn gefunden hat, kann ihn dann wieder benutzen. Ein neuer Schlüssel ist sicherer.</translation>
    </message>
    <message>
        <source>I &amp;know the risk and want this key back</source>
        <translation>Ich &amp;kenne das Risiko und möchte diesen Schlüssel zurück</translation>
    </message>
    <message>
        <source>Re-activating…</source>
        <translation>Wird wieder aktiviert …</translation>
    </message>
</context>
<context>
    <name>keywright::ReplaceDialog</name>
    <message>
        <source>Revoke and replace API key</source>
        <translation>API-Schlüssel widerrufen und ersetzen</translation>
    </message>
    <message>
        <source>Nobody copied or saved this key when it was made, and it cannot be shown again. A new key with the same name, scopes, owner, limits and lifetime takes its place; this one is revoked.</source>
        <translation>Niemand hat diesen Schlüssel kopiert oder gespeichert, als er angelegt wurde, und er lässt sich nicht noch einmal zeigen. Ein neuer mit demselben Namen, denselben Berechtigungen, Grenzen, Besitzer und derselben Lebensdauer tritt an seine Stelle; dieser wird widerrufen.</translation>
    </message>
    <message>
        <source>Are you sure you want to revoke this API key and replace it?</source>
        <translation>Möchten Sie diesen API-Schlüssel wirklich widerrufen und ersetzen?</translation>
    </message>
    <message>
        <source>&amp;Revoke and replace</source>
        <translation>&amp;Widerrufen und ersetzen</translation>
    </message>
    <message>
        <source>Making the new key…</source>
        <translation>Der neue Schlüssel wird angelegt …</translation>
    </message>
    <message>
        <source>Revoking the old key…</source>
        <translation>Der alte Schlüssel wird widerrufen …</translation>
    </message>
</context>
<context>
    <name>keywright::RequestSection</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Copy re&amp;quest</source>
        <translation>&amp;Anfrage kopieren</translation>
    </message>
    <message>
        <source>The key stands in the variable: nothing secret is copied.</source>
        <translation>Der Schlüssel steht in der Variable: Es wird kein Geheimnis kopiert.</translation>
    </message>
    <message>
        <source>Copy with the &amp;key</source>
        <translation>Mit dem &amp;Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Treated as a secret: it leaves the clipboard by itself.</source>
        <translation>Wird als Geheimnis behandelt: Es verlässt die Zwischenablage von selbst.</translation>
    </message>
</context>
<context>
    <name>keywright::RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Backup of %1, written %2.</source>
        <translation>Sicherung von %1, geschrieben am %2.</translation>
    </message>
    <message>
        <source>Do you want to restore this backup?</source>
        <translation>Möchten Sie diese Sicherung wiederherstellen?</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>A restore never brings a dead key to life: what was revoked or deleted since then stays so.</source>
        <translation>Eine Wiederherstellung erweckt keinen toten Schlüssel: Was seither widerrufen oder gelöscht wurde, bleibt es.</translation>
    </message>
</context>
<context>
    <name>keywright::RevealPage</name>
    <message>
        <source>&amp;I have saved it</source>
        <translation>Ich habe ihn &amp;gespeichert</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Stops working on %1.</source>
        <translation>Gilt nicht mehr ab %1.</translation>
    </message>
    <message>
        <source>Never expires.</source>
        <translation>Läuft nie ab.</translation>
    </message>
    <message>
        <source>Nobody has this key yet. Once this is closed, nothing can show it again: it would have to be revoked and replaced.</source>
        <translation>Diesen Schlüssel hat noch niemand. Ist dies einmal geschlossen, kann ihn nichts mehr zeigen: Er müsste widerrufen und ersetzt werden.</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>You won&apos;t see it again.</source>
        <translation>Sie sehen ihn nicht wieder.</translation>
    </message>
    <message>
        <source>Only a fingerprint of the key is stored. Copy it into a password manager, or save it, before you close this.</source>
        <translation>Gespeichert ist nur ein Fingerabdruck. Kopieren Sie den Schlüssel in einen Passwortmanager, oder speichern Sie ihn, bevor Sie dies schließen.</translation>
    </message>
</context>
<context>
    <name>keywright::RevokeDialog</name>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund angegeben</translation>
    </message>
    <message>
        <source>Revoke API key</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Are you sure you want to revoke this API key?</source>
        <translation>Möchten Sie diesen API-Schlüssel wirklich widerrufen?</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>Whatever uses it is refused from its next request on.</source>
        <translation>Was ihn benutzt, wird ab der nächsten Anfrage abgewiesen.</translation>
    </message>
    <message>
        <source>Also used by:</source>
        <translation>Auch benutzt von:</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>It issued keys that still work:</source>
        <translation>Er hat Schlüssel ausgestellt, die noch gelten:</translation>
    </message>
    <message>
        <source>Revoke &amp;them too</source>
        <translation>&amp;Diese auch widerrufen</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen …</translation>
    </message>
    <message>
        <source>Revoked: %1 of %2 keys. %3 Revoke again to try the rest.</source>
        <translation>Widerrufen: %1 von %2 Schlüsseln. %3 Widerrufen Sie noch einmal, um den Rest zu versuchen.</translation>
    </message>
</context>
<context>
    <name>keywright::RotateDialog</name>
    <message>
        <source>Rotate API key</source>
        <translation>API-Schlüssel mit Übergang ersetzen</translation>
    </message>
    <message>
        <source>Makes a new key with the same name, scopes, owner and limits. </source>
        <translation>Legt einen neuen Schlüssel mit demselben Namen, denselben Berechtigungen, Grenzen und demselben Besitzer an. </translation>
    </message>
    <message>
        <source>&amp;Rotate</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Replace API key</source>
        <translation>API-Schlüssel ersetzen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>&amp;Grace period of the old key</source>
        <translation>&amp;Übergangsfrist des alten Schlüssels</translation>
    </message>
    <message>
        <source>%1 to %2 days, in which both keys work.</source>
        <translation>%1 bis %2 Tage, in denen beide Schlüssel gelten.</translation>
    </message>
    <message>
        <source>When to revoke the old key</source>
        <translation>Wann der alte Schlüssel widerrufen wird</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>&amp;Sofort</translation>
    </message>
    <message>
        <source>At the end of a &amp;day:</source>
        <translation>Am Ende eines &amp;Tages:</translation>
    </message>
    <message>
        <source>I do it &amp;myself</source>
        <translation>Das &amp;mache ich selbst</translation>
    </message>
    <message>
        <source>Last day of the old key</source>
        <translation>Letzter Tag des alten Schlüssels</translation>
    </message>
    <message>
        <source>Same lifetime</source>
        <translation>Gleiche Lebensdauer</translation>
    </message>
    <message>
        <source>As long as the old key was given, counted from now: %1.</source>
        <translation>So lange, wie der alte Schlüssel galt, von jetzt an: %1.</translation>
    </message>
    <message>
        <source>Like the old key, it never expires.</source>
        <translation>Wie der alte Schlüssel läuft er nie ab.</translation>
    </message>
    <message>
        <source>New key &amp;expires</source>
        <translation>&amp;Ablauf des neuen Schlüssels</translation>
    </message>
    <message>
        <source>The old key is revoked at once: whatever still uses it is refused from its next request on.</source>
        <translation>Der alte Schlüssel wird sofort widerrufen: Was ihn noch benutzt, wird ab der nächsten Anfrage abgewiesen.</translation>
    </message>
    <message>
        <source>The old key works until %1 (%2), then it is revoked by itself.</source>
        <translation>Der alte Schlüssel gilt bis %1 (%2), dann wird er von selbst widerrufen.</translation>
    </message>
    <message>
        <source>The old key works until you revoke it, at the latest until it expires on %1.</source>
        <translation>Der alte Schlüssel gilt, bis Sie ihn widerrufen, spätestens bis er am %1 abläuft.</translation>
    </message>
    <message>
        <source>The old key works until you revoke it.</source>
        <translation>Der alte Schlüssel gilt, bis Sie ihn widerrufen.</translation>
    </message>
    <message>
        <source>The new key works at once and never expires. It is shown once, next.</source>
        <translation>Der neue Schlüssel gilt sofort und läuft nie ab. Er wird gleich ein einziges Mal gezeigt.</translation>
    </message>
    <message>
        <source>The new key works at once, until %1. It is shown once, next.</source>
        <translation>Der neue Schlüssel gilt sofort, bis %1. Er wird gleich ein einziges Mal gezeigt.</translation>
    </message>
    <message>
        <source>Making the new key…</source>
        <translation>Der neue Schlüssel wird angelegt …</translation>
    </message>
</context>
<context>
    <name>keywright::RowActions</name>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>%1 widerrufen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>keywright::ScopeTicks</name>
    <message>
        <source>Every key of this keyring has exactly this.</source>
        <translation>Genau das hat jeder Schlüssel dieses Schlüsselbunds.</translation>
    </message>
    <message>
        <source>No scope: this key may do nothing. %1</source>
        <translation>Keine Berechtigung: Dieser Schlüssel darf nichts. %1</translation>
    </message>
</context>
<context>
    <name>keywright::SearchField</name>
    <message>
        <source>Search keys, owners, prefixes…</source>
        <translation>Schlüssel, Besitzer, Präfixe suchen …</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>keywright::SearchHelp</name>
    <message>
        <source>What was done through an API key</source>
        <translation>Was mit einem API-Schlüssel getan wurde</translation>
    </message>
    <message>
        <source>Part of the event&apos;s name: event:revoked</source>
        <translation>Ein Teil des Ereignisnamens: event:revoked</translation>
    </message>
    <message>
        <source>Part of a key&apos;s name, preview or id</source>
        <translation>Ein Teil von Name, Vorschau oder Kennung eines Schlüssels</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es getan hat</translation>
    </message>
    <message>
        <source>How they proved who they are: local, member, api_key, system</source>
        <translation>Wie sich jemand ausgewiesen hat: local, member, api_key, system</translation>
    </message>
    <message>
        <source>From where: address:10.0.0.</source>
        <translation>Von wo aus: address:10.0.0.</translation>
    </message>
    <message>
        <source>From the start of that day on: after:2026-01-31</source>
        <translation>Vom Beginn dieses Tages an: after:2026-01-31</translation>
    </message>
    <message>
        <source>Before the start of that day: before:2026-02-01</source>
        <translation>Vor dem Beginn dieses Tages: before:2026-02-01</translation>
    </message>
    <message>
        <source>Every term must hold. Several of one field are alternatives, quotes hold words together (actor:&quot;Anna B&quot;), and words without a field are looked for everywhere.</source>
        <translation>Jeder Begriff muss zutreffen. Mehrere desselben Feldes sind Alternativen, Anführungszeichen halten Wörter zusammen (actor:&quot;Anna B&quot;), und Wörter ohne Feld werden überall gesucht.</translation>
    </message>
</context>
<context>
    <name>keywright::SecretStore</name>
    <message>
        <source>This build of Keywright knows no keychain, so it keeps no keys.</source>
        <translation>Dieses Keywright kennt keinen Passwortspeicher und merkt sich deshalb keine Schlüssel.</translation>
    </message>
    <message>
        <source>This computer has no keychain that is running.</source>
        <translation>Auf diesem Rechner läuft kein Passwortspeicher.</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>Der Passwortspeicher wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keychain does not work (%1).</source>
        <translation>Der Passwortspeicher funktioniert nicht (%1).</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it, and try again.</source>
        <translation>Der Passwortspeicher antwortet nicht. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>keywright::Server</name>
    <message>
        <source>There is a key in the search. It was not sent; search for the key&apos;s name.</source>
        <translation>In der Suche steht ein Schlüssel. Er wurde nicht gesendet; suchen Sie nach dem Namen des Schlüssels.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: nobody whom this computer trusts has issued it. If the server has a certificate authority of its own, choose its file. Nothing was sent.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: Niemand, dem dieser Rechner vertraut, hat es ausgestellt. Hat der Server eine eigene Zertifizierungsstelle, wählen Sie deren Datei. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate that %1 shows is another server&apos;s. Check the address. Nothing was sent.</source>
        <translation>Das Zertifikat, das %1 zeigt, gehört einem anderen Server. Prüfen Sie die Adresse. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2. Ask its operator to renew it. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen. Bitten Sie den Betreiber, es zu erneuern. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check this computer&apos;s clock. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht. Prüfen Sie die Uhr dieses Rechners. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 can&apos;t be accepted: %2. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 kann nicht angenommen werden: %2. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The proxy of this computer doesn&apos;t let the request through: %1. Check the system&apos;s network settings.</source>
        <translation>Der Proxy dieses Rechners lässt die Anfrage nicht durch: %1. Prüfen Sie die Netzwerkeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>There is no server called %1, or this computer has no network. Check the address and the connection.</source>
        <translation>Es gibt keinen Server namens %1, oder dieser Rechner hat kein Netz. Prüfen Sie Adresse und Verbindung.</translation>
    </message>
    <message>
        <source>Nobody answers at %1. Check the address and whether the server is running.</source>
        <translation>Unter %1 antwortet niemand. Prüfen Sie die Adresse, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about. Is it an https server?</source>
        <translation>Eine verschlüsselte Verbindung zu %1 kam nicht zustande. Ist es ein https-Server?</translation>
    </message>
    <message>
        <source>The connection to %1 broke off in the middle of an answer.</source>
        <translation>Die Verbindung zu %1 brach mitten in einer Antwort ab.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The public key of %1 is not the one that was pinned. Ask its operator whether the key was changed. Nothing was sent.</source>
        <translation>Der öffentliche Schlüssel von %1 ist nicht der festgelegte. Fragen Sie den Betreiber, ob der Schlüssel gewechselt wurde. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>eine andere Adresse</translation>
    </message>
    <message>
        <source>%1 sends its callers on to %2. The management key was not sent there. If that is the right server, connect to its address.</source>
        <translation>%1 schickt Anfragen weiter an %2. Der Verwaltungsschlüssel wurde nicht dorthin gesendet. Ist das der richtige Server, verbinden Sie sich mit seiner Adresse.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2, so it was not read to its end.</source>
        <translation>Die Antwort von %1 ist größer als %2 und wurde deshalb nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The server of this keyring offers no way to do this.</source>
        <translation>Der Server dieses Schlüsselbunds bietet dafür keinen Weg.</translation>
    </message>
    <message>
        <source>There is no such key in this keyring. It may have been deleted meanwhile.</source>
        <translation>Diesen Schlüssel gibt es in diesem Schlüsselbund nicht. Vielleicht wurde er inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>The answer of the server got lost, and it can&apos;t be asked now whether it made the key. Nothing is sent again by itself. Look into the list once it is there: a key that you can&apos;t account for is to be revoked.</source>
        <translation>Die Antwort des Servers ging verloren, und er kann jetzt nicht gefragt werden, ob er den Schlüssel erstellt hat. Von selbst wird nichts noch einmal gesendet. Sehen Sie in die Liste, sobald sie da ist: Ein Schlüssel, den Sie sich nicht erklären können, gehört widerrufen.</translation>
    </message>
    <message>
        <source>The server made no key: none has appeared in its list. Try again. %1</source>
        <translation>Der Server hat keinen Schlüssel erstellt: In seiner Liste ist keiner hinzugekommen. Versuchen Sie es noch einmal. %1</translation>
    </message>
    <message>
        <source>The answer of the server got lost, and the new key with it. These appeared meanwhile: %1. Nothing was revoked. If one of them is yours, revoke it and try again.</source>
        <translation>Die Antwort des Servers ging verloren und mit ihr der neue Schlüssel. Inzwischen sind hinzugekommen: %1. Nichts wurde widerrufen. Ist einer davon Ihrer, widerrufen Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>An answer of the server got lost on its way, and the key %1 with it, which nobody has seen. It was revoked, and this one made instead.</source>
        <translation>Eine Antwort des Servers ging unterwegs verloren und mit ihr der Schlüssel %1, den niemand gesehen hat. Er wurde widerrufen und stattdessen dieser erstellt.</translation>
    </message>
    <message>
        <source>An answer of the server got lost on its way, and the key %1 with it, which nobody has seen. Revoke it by hand: that did not work just now.</source>
        <translation>Eine Antwort des Servers ging unterwegs verloren und mit ihr der Schlüssel %1, den niemand gesehen hat. Widerrufen Sie ihn von Hand: Das gelang eben nicht.</translation>
    </message>
    <message>
        <source>The answer of the server got lost, and it can&apos;t be asked now whether it made the key. %1 Try again: the same key is found then, and no second one made. If you don&apos;t, look for a key that nobody has in the list, and revoke it.</source>
        <translation>Die Antwort des Servers ging verloren, und er kann jetzt nicht gefragt werden, ob er den Schlüssel erstellt hat. %1 Versuchen Sie es noch einmal: Dann wird derselbe Schlüssel gefunden und kein zweiter erstellt. Sonst suchen Sie in der Liste nach einem Schlüssel, den niemand hat, und widerrufen ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gets too many requests. Try again in a while.</source>
        <translation>%1 erhält zu viele Anfragen. Versuchen Sie es nach einer Weile noch einmal.</translation>
    </message>
    <message>
        <source>%1 gets too many requests. Try again in %2.</source>
        <translation>%1 erhält zu viele Anfragen. Versuchen Sie es in %2 noch einmal.</translation>
    </message>
    <message>
        <source>%1 can&apos;t do it just now (%2).</source>
        <translation>%1 kann es gerade nicht (%2).</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation>Versuchen Sie es in %1 noch einmal.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t let this management key do that. Ask an account admin.</source>
        <translation>%1 erlaubt das diesem Verwaltungsschlüssel nicht. Fragen Sie einen Admin des Kontos.</translation>
    </message>
    <message>
        <source>What answers at %1 is no such server: it said %2 where a list of keys was asked for. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein solcher Server: Es sagte %2, wo nach einer Liste von Schlüsseln gefragt war. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>A web page came instead of %1&apos;s answer. A network with a login page in between does that: open a browser, sign in, and try again. Or the address is a website&apos;s.</source>
        <translation>Statt der Antwort von %1 kam eine Webseite. Das tut ein Netz mit einer Anmeldeseite: Öffnen Sie einen Browser, melden Sie sich an und versuchen Sie es noch einmal. Oder die Adresse gehört einer Website.</translation>
    </message>
    <message>
        <source>%1 refuses the management key: it is unknown, expired or revoked. Connect with another one.</source>
        <translation>%1 lehnt den Verwaltungsschlüssel ab: Er ist unbekannt, abgelaufen oder widerrufen. Verbinden Sie sich mit einem anderen.</translation>
    </message>
    <message>
        <source>The key&apos;s state doesn&apos;t allow it.</source>
        <translation>Der Zustand des Schlüssels lässt es nicht zu.</translation>
    </message>
    <message>
        <source>Somebody else changed the key meanwhile.</source>
        <translation>Jemand anders hat den Schlüssel inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 refuses the values, and doesn&apos;t say why.</source>
        <translation>%1 lehnt die Werte ab und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>There is no connection to the server yet.</source>
        <translation>Es gibt noch keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Offline: nothing can be changed now. %1</source>
        <translation>Offline: Jetzt kann nichts geändert werden. %1</translation>
    </message>
    <message>
        <source>Offline: what you see is as of %1, and nothing can be changed now. %2</source>
        <translation>Offline: Was Sie sehen, ist der Stand vom %1, und jetzt kann nichts geändert werden. %2</translation>
    </message>
    <message>
        <source>It was stopped before this key&apos;s turn.</source>
        <translation>Es wurde abgebrochen, bevor dieser Schlüssel an der Reihe war.</translation>
    </message>
    <message>
        <source>The server doesn&apos;t say what became of this key.</source>
        <translation>Der Server sagt nicht, was aus diesem Schlüssel wurde.</translation>
    </message>
    <message>
        <source>Type the server&apos;s address, for example https://keys.example.com.</source>
        <translation>Geben Sie die Adresse des Servers ein, zum Beispiel https://keys.example.com.</translation>
    </message>
    <message>
        <source>This looks like a key. An address is seen and kept in many places: type it without any key.</source>
        <translation>Das sieht wie ein Schlüssel aus. Eine Adresse ist an vielen Stellen zu sehen und wird dort aufbewahrt: Geben Sie sie ohne Schlüssel ein.</translation>
    </message>
    <message>
        <source>This is no address of a server. One looks like https://keys.example.com.</source>
        <translation>Das ist keine Adresse eines Servers. Eine sieht aus wie https://keys.example.com.</translation>
    </message>
    <message>
        <source>Type the address alone, without a user, a question mark or a number sign.</source>
        <translation>Geben Sie nur die Adresse ein, ohne Benutzer, Fragezeichen oder Rautezeichen.</translation>
    </message>
    <message>
        <source>The management key would travel unencrypted. Use https:// (plain http:// works to this computer alone).</source>
        <translation>Der Verwaltungsschlüssel würde unverschlüsselt übertragen. Verwenden Sie https:// (einfaches http:// geht nur zu diesem Rechner).</translation>
    </message>
    <message>
        <source>This is no SHA-256 of a public key: it has 64 hex digits, or 44 characters of base64.</source>
        <translation>Das ist keine SHA-256-Prüfsumme eines öffentlichen Schlüssels: Sie hat 64 Hexadezimalziffern oder 44 Zeichen Base64.</translation>
    </message>
    <message>
        <source>What answers at %1 is no server for keys: it has no list of them. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein Server für Schlüssel: Es hat keine Liste davon. Prüfen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>keywright::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Ti&amp;mes</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Compact &amp;rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Clear a copied key &amp;after (seconds)</source>
        <translation>Kopierten Schlüssel &amp;nach (Sekunden) entfernen</translation>
    </message>
    <message>
        <source>0 leaves it until something else is copied, or Keywright is closed.</source>
        <translation>Bei 0 bleibt er, bis etwas anderes kopiert oder Keywright geschlossen wird.</translation>
    </message>
    <message>
        <source>Keys that were never used count too, once they are older.</source>
        <translation>Nie benutzte Schlüssel zählen mit, sobald sie älter sind.</translation>
    </message>
    <message>
        <source>Keyring %1</source>
        <translation>Schlüsselbund %1</translation>
    </message>
    <message>
        <source>Your r&amp;ole</source>
        <translation>Ihre &amp;Rolle</translation>
    </message>
    <message>
        <source>Admin: manages every key</source>
        <translation>Admin: verwaltet alle Schlüssel</translation>
    </message>
    <message>
        <source>Developer: what the policy lets developers do</source>
        <translation>Entwickler: was die Richtlinie Entwicklern erlaubt</translation>
    </message>
    <message>
        <source>Auditor: sees everything, changes nothing</source>
        <translation>Prüfer: sieht alles, ändert nichts</translation>
    </message>
    <message>
        <source>For a file on this computer the role is a safety catch against slips, not a lock: who may write the file may take any role.</source>
        <translation>Bei einer Datei auf diesem Rechner ist die Rolle eine Sicherung gegen Versehen, kein Schloss: Wer die Datei schreiben darf, kann jede Rolle annehmen.</translation>
    </message>
    <message>
        <source>“&amp;Expiring soon” means within (days)</source>
        <translation>„&amp;Läuft bald ab“ heißt: innerhalb von (Tage)</translation>
    </message>
    <message>
        <source>“&amp;Unused” means not used for (days)</source>
        <translation>„&amp;Unbenutzt“ heißt: nicht benutzt seit (Tage)</translation>
    </message>
    <message>
        <source>&amp;Keep a copy of servers&apos; lists for times without them</source>
        <translation>Eine K&amp;opie der Listen von Servern behalten, für Zeiten ohne sie</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>Once a day Keywright then asks its publisher&apos;s server for the newest version&apos;s number. The question says nothing about you, this computer, your keys or the version you use; the server sees the network address that it comes from.</source>
        <translation>Einmal am Tag fragt Keywright dann den Server seines Herausgebers nach der Nummer der neuesten Version. Die Frage sagt nichts über Sie, diesen Computer, Ihre Schlüssel oder die Version, die Sie benutzen; der Server sieht die Netzwerkadresse, von der sie kommt.</translation>
    </message>
    <message>
        <source>Say when there is a newer &amp;version</source>
        <translation>Hin&amp;weisen, wenn es eine neuere Version gibt</translation>
    </message>
</context>
<context>
    <name>keywright::ShortcutsPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>In the list of keys</source>
        <translation>In der Schlüsselliste</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Open the key at the right</source>
        <translation>Schlüssel rechts öffnen</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Namen ändern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Delete, where the policy allows it</source>
        <translation>Löschen, wo die Richtlinie es erlaubt</translation>
    </message>
    <message>
        <source>Copy the part of the key that is shown</source>
        <translation>Den sichtbaren Teil des Schlüssels kopieren</translation>
    </message>
    <message>
        <source>Select all that are shown</source>
        <translation>Alle gezeigten auswählen</translation>
    </message>
    <message>
        <source>What can be done with the key</source>
        <translation>Was sich mit dem Schlüssel tun lässt</translation>
    </message>
    <message>
        <source>Close what is at the right, then clear the search</source>
        <translation>Schließen, was rechts steht, dann die Suche leeren</translation>
    </message>
    <message>
        <source>To the next control</source>
        <translation>Zum nächsten Bedienelement</translation>
    </message>
    <message>
        <source>To the control before</source>
        <translation>Zum vorigen Bedienelement</translation>
    </message>
    <message>
        <source>Alt and the underlined letter</source>
        <translation>Alt und der unterstrichene Buchstabe</translation>
    </message>
    <message>
        <source>Press that button, or go to that field</source>
        <translation>Diesen Knopf drücken oder zu diesem Feld gehen</translation>
    </message>
    <message>
        <source>Leave a dialog without doing anything</source>
        <translation>Dialog verlassen, ohne etwas zu tun</translation>
    </message>
</context>
<context>
    <name>keywright::StatusLine</name>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline, showing a copy</source>
        <translation>Offline, Kopie wird gezeigt</translation>
    </message>
    <message>
        <source>In memory, gone when closed</source>
        <translation>Im Speicher, beim Schließen weg</translation>
    </message>
    <message>
        <source>Local file, saved</source>
        <translation>Lokale Datei, gespeichert</translation>
    </message>
    <message>
        <source>Local file, read-only</source>
        <translation>Lokale Datei, nur lesbar</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>abgeglichen %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
</context>
<context>
    <name>keywright::Store</name>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <source>This request id was used before for something else. Use a new one.</source>
        <translation>Diese Anfragekennung wurde schon für etwas anderes benutzt. Nehmen Sie eine neue.</translation>
    </message>
    <message>
        <source>There is no keyring at %1. Choose another file, or make a new keyring there.</source>
        <translation>Unter %1 gibt es keinen Schlüsselbund. Wählen Sie eine andere Datei, oder legen Sie dort einen neuen an.</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a keyring file.</source>
        <translation>%1 ist keine Datei. Wählen Sie eine Schlüsselbunddatei.</translation>
    </message>
    <message>
        <source>The keyring %1 lies on a network file system (%2), where several programs can&apos;t share it safely. Use keywrightd on the machine that holds it, or move it to a local disk.</source>
        <translation>Der Schlüsselbund %1 liegt auf einem Netzlaufwerk (%2), wo mehrere Programme ihn nicht sicher teilen können. Benutzen Sie keywrightd auf dem Rechner, der ihn beherbergt, oder verschieben Sie ihn auf einen lokalen Datenträger.</translation>
    </message>
    <message>
        <source>%1 is not a Keywright keyring. Choose another file.</source>
        <translation>%1 ist kein Schlüsselbund von Keywright. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The keyring %1 was made by a newer version of Keywright and can&apos;t be read by this one. Install the newer version.</source>
        <translation>Der Schlüsselbund %1 wurde mit einer neueren Version von Keywright angelegt und lässt sich mit dieser nicht lesen. Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>The file %1 is not safe to open: it holds %2. Restore it from a backup, or ask whoever gave it to you.</source>
        <translation>Die Datei %1 lässt sich nicht gefahrlos öffnen: Sie enthält %2. Stellen Sie sie aus einer Sicherung wieder her, oder fragen Sie, wer sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>This keyring was made by a newer version of Keywright (format %1, this version knows %2). It can be read, not changed: install the newer version.</source>
        <translation>Dieser Schlüsselbund wurde mit einer neueren Version von Keywright angelegt (Format %1, diese Version kennt %2). Er lässt sich lesen, aber nicht ändern: Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>The keyring %1 has an older format and can&apos;t be brought up to date, because it can&apos;t be written. Check its permissions.</source>
        <translation>Der Schlüsselbund %1 hat ein älteres Format und lässt sich nicht aktualisieren, weil er sich nicht schreiben lässt. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>The keyring %1 can be read, not changed: its file or folder is write-protected.</source>
        <translation>Der Schlüsselbund %1 lässt sich lesen, aber nicht ändern: Seine Datei oder sein Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This keyring lies in a folder that %1 synchronises. Two computers writing it at once can damage it: move it elsewhere, and keep backups there instead.</source>
        <translation>Dieser Schlüsselbund liegt in einem Ordner, den %1 abgleicht. Zwei Rechner, die ihn zugleich schreiben, können ihn beschädigen: Verschieben Sie ihn, und bewahren Sie dort stattdessen Sicherungen auf.</translation>
    </message>
    <message>
        <source>an unknown %1</source>
        <translation>unbekannte Teile (%1)</translation>
    </message>
    <message>
        <source>a changed %1</source>
        <translation>geänderte Teile (%1)</translation>
    </message>
    <message>
        <source>a missing %1</source>
        <translation>eine Lücke (%1)</translation>
    </message>
    <message>
        <source>Another program keeps the keyring %1 locked. Nothing was changed. Close that program or wait for it, then try again.</source>
        <translation>Ein anderes Programm hält den Schlüsselbund %1 gesperrt. Es wurde nichts geändert. Schließen Sie das Programm oder warten Sie, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keyring %1 can&apos;t be written. Check the permissions of the file and its folder.</source>
        <translation>Der Schlüsselbund %1 lässt sich nicht schreiben. Prüfen Sie die Zugriffsrechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The keyring %1 can&apos;t be opened. Check that the file exists, and the permissions of the file and its folder.</source>
        <translation>Der Schlüsselbund %1 lässt sich nicht öffnen. Prüfen Sie, ob es die Datei gibt, und die Zugriffsrechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The disk that holds the keyring %1 is full. Nothing was changed. Make room, then try again.</source>
        <translation>Der Datenträger mit dem Schlüsselbund %1 ist voll. Es wurde nichts geändert. Schaffen Sie Platz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Reading or writing the keyring %1 failed. Nothing was changed. Check the disk and its free space, then try again.</source>
        <translation>Das Lesen oder Schreiben des Schlüsselbunds %1 ist gescheitert. Es wurde nichts geändert. Prüfen Sie den Datenträger und seinen freien Platz, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keyring %1 is damaged. Restore it from a backup.</source>
        <translation>Der Schlüsselbund %1 ist beschädigt. Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 is not a keyring, or it is damaged. Choose another file, or restore it from a backup.</source>
        <translation>%1 ist kein Schlüsselbund oder beschädigt. Wählen Sie eine andere Datei, oder stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The keyring %1 refused the change: it would break a rule of the file. Nothing was changed.</source>
        <translation>Der Schlüsselbund %1 hat die Änderung abgelehnt: Sie würde eine Regel der Datei verletzen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keyring %1 could not be used. Nothing was changed. Try again; if it happens again, check the file.</source>
        <translation>Der Schlüsselbund %1 ließ sich nicht benutzen. Es wurde nichts geändert. Versuchen Sie es erneut; geschieht es wieder, prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>There is no keyring in %1. Make one with `keywrightd init`.</source>
        <translation>In %1 ist kein Schlüsselbund. Legen Sie einen an: `keywrightd init`.</translation>
    </message>
    <message>
        <source>The database %1 is not safe to use: it holds %2. Look who changed it, or restore it from a backup.</source>
        <translation>Die Datenbank %1 lässt sich nicht sicher benutzen: Sie enthält %2. Sehen Sie nach, wer sie geändert hat, oder stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database %1 can&apos;t be reached (%2). Check that it runs, and the address.</source>
        <translation>Die Datenbank %1 ist nicht zu erreichen (%2). Prüfen Sie, ob sie läuft, und die Adresse.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is not installed. Install it (libqt6sql6-psql), or keep the keyring in a file.</source>
        <translation>Qts Treiber für PostgreSQL ist nicht installiert. Installieren Sie ihn (libqt6sql6-psql), oder legen Sie den Schlüsselbund in eine Datei.</translation>
    </message>
    <message>
        <source>The keyring %1 can be read, not changed: the database is a standby, or its user may not write.</source>
        <translation>Der Schlüsselbund %1 lässt sich lesen, aber nicht ändern: Die Datenbank ist ein Standby, oder ihr Benutzer darf nicht schreiben.</translation>
    </message>
    <message>
        <source>There is a keyring in %1 already.</source>
        <translation>In %1 ist schon ein Schlüsselbund.</translation>
    </message>
    <message>
        <source>The database %1 holds other tables. Give the keyring a database of its own.</source>
        <translation>Die Datenbank %1 enthält andere Tabellen. Geben Sie dem Schlüsselbund eine eigene Datenbank.</translation>
    </message>
    <message>
        <source>The connection to the database %1 is lost. What was asked for may have been done or not: look before you ask again. It is used again as soon as it answers.</source>
        <translation>Die Verbindung zur Datenbank %1 ist abgebrochen. Ob das Verlangte noch geschah, ist ungewiss: Sehen Sie nach, bevor Sie es noch einmal verlangen. Sie wird wieder benutzt, sobald sie antwortet.</translation>
    </message>
    <message>
        <source>The address %1 can&apos;t be read. Write it as postgresql://user@host:5432/database, with parameters as in ?sslmode=verify-full.</source>
        <translation>Die Adresse %1 lässt sich nicht lesen. Schreiben Sie sie so: postgresql://benutzer@rechner:5432/datenbank, mit Parametern wie in ?sslmode=verify-full.</translation>
    </message>
    <message>
        <source>The keyring %1 lies in PostgreSQL. Back it up and restore it with PostgreSQL&apos;s tools: pg_dump and pg_restore.</source>
        <translation>Der Schlüsselbund %1 liegt in PostgreSQL. Sichern Sie ihn und stellen Sie ihn wieder her mit PostgreSQLs Werkzeugen: pg_dump und pg_restore.</translation>
    </message>
</context>
<context>
    <name>keywright::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>keywright::TokenBox</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Copied, clears in %1 s.</source>
        <translation>Kopiert, wird in %1 s entfernt.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The key has left the clipboard.</source>
        <translation>Der Schlüssel hat die Zwischenablage verlassen.</translation>
    </message>
    <message>
        <source>A copied key leaves the clipboard after %1 s.</source>
        <translation>Ein kopierter Schlüssel verlässt die Zwischenablage nach %1 s.</translation>
    </message>
    <message>
        <source>A copied key stays on the clipboard until something else is copied.</source>
        <translation>Ein kopierter Schlüssel bleibt in der Zwischenablage, bis etwas anderes kopiert wird.</translation>
    </message>
</context>
<context>
    <name>keywright::TokenView</name>
    <message>
        <source>API key, hidden</source>
        <translation>API-Schlüssel, verborgen</translation>
    </message>
    <message>
        <source>API key, shown on the screen</source>
        <translation>API-Schlüssel, auf dem Bildschirm sichtbar</translation>
    </message>
</context>
<context>
    <name>keywright::TopBar</name>
    <message>
        <source>Switch to another keyring</source>
        <translation>Zu einem anderen Schlüsselbund wechseln</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyrings</source>
        <translation>Schlüsselbunde</translation>
    </message>
    <message>
        <source>Keyring: %1</source>
        <translation>Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>keywright::UseBars</name>
    <message>
        <source>Requests in the last 30 days</source>
        <translation>Anfragen der letzten 30 Tage</translation>
    </message>
    <message>
        <source>%1 requests, at most %2 a day</source>
        <translation>%1 Anfragen, höchstens %2 am Tag</translation>
    </message>
    <message>
        <source>%1: %2 requests</source>
        <translation>%1: %2 Anfragen</translation>
    </message>
    <message>
        <source>, %1 refused</source>
        <translation>, %1 abgewiesen</translation>
    </message>
</context>
<context>
    <name>keywright::WelcomePage</name>
    <message>
        <source>Welcome to Keywright</source>
        <translation>Willkommen bei Keywright</translation>
    </message>
    <message>
        <source>&amp;New keyring…</source>
        <translation>&amp;Neuer Schlüsselbund …</translation>
    </message>
    <message>
        <source>Choose a name and the policy that its keys obey.</source>
        <translation>Wählen Sie einen Namen und die Richtlinie, der die Schlüssel folgen.</translation>
    </message>
    <message>
        <source>&amp;Open a keyring…</source>
        <translation>Schlüsselbund &amp;öffnen …</translation>
    </message>
    <message>
        <source>A file that you or a colleague made before.</source>
        <translation>Eine Datei, die Sie oder jemand aus dem Team angelegt haben.</translation>
    </message>
    <message>
        <source>&amp;Look around in a sample</source>
        <translation>In einem &amp;Muster umsehen</translation>
    </message>
    <message>
        <source>In memory, with made-up keys; nothing is kept.</source>
        <translation>Im Speicher, mit erfundenen Schlüsseln; nichts wird aufgehoben.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Issue, find, rotate and revoke API keys. A keyring is a set of keys under one policy: a file on this computer, or a server&apos;s. It holds no key that could be read out of it.</source>
        <translation>API-Schlüssel ausstellen, finden, rotieren und widerrufen. Ein Schlüsselbund ist eine Menge von Schlüsseln unter gemeinsamen Regeln: eine Datei auf diesem Rechner oder auf einem Server. Er enthält keinen Schlüssel, den man auslesen könnte.</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit einem Ser&amp;ver verbinden …</translation>
    </message>
    <message>
        <source>Your team&apos;s keys, behind keywrightd or a service that works alike.</source>
        <translation>Die Schlüssel Ihres Teams, hinter keywrightd oder einem Dienst, der ebenso arbeitet.</translation>
    </message>
    <message>
        <source>&amp;Forget this server…</source>
        <translation>Diesen Server &amp;vergessen …</translation>
    </message>
</context>
<context>
    <name>keywright::WindowActions</name>
    <message>
        <source>&amp;Create API key</source>
        <translation>API-Schlüssel &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Test key</source>
        <translation>&amp;Testschlüssel</translation>
    </message>
    <message>
        <source>&amp;Search keys</source>
        <translation>Schlüssel &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Go to or do…</source>
        <translation>&amp;Gehe zu oder tue …</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Aktivität</translation>
    </message>
    <message>
        <source>&amp;New keyring…</source>
        <translation>&amp;Neuer Schlüsselbund …</translation>
    </message>
    <message>
        <source>&amp;Open a keyring…</source>
        <translation>Schlüsselbund &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Look around in a sample</source>
        <translation>In einem &amp;Muster umsehen</translation>
    </message>
    <message>
        <source>Close this &amp;keyring</source>
        <translation>Diesen Schlüsselbund s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>C&amp;heck the keyring…</source>
        <translation>Schlüsselbund &amp;prüfen …</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Where is my data?</source>
        <translation>&amp;Wo liegen meine Daten?</translation>
    </message>
    <message>
        <source>About Keywright</source>
        <translation>Über Keywright</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Turn the &amp;Developer API off…</source>
        <translation>&amp;Entwickler-API ausschalten …</translation>
    </message>
    <message>
        <source>Turn the &amp;Developer API on…</source>
        <translation>&amp;Entwickler-API einschalten …</translation>
    </message>
    <message>
        <source>Connect to a ser&amp;ver…</source>
        <translation>Mit einem Ser&amp;ver verbinden …</translation>
    </message>
    <message>
        <source>&amp;Forget this server…</source>
        <translation>Diesen Server &amp;vergessen …</translation>
    </message>
</context>
</TS>
