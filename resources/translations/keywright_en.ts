<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupCommands</name>
    <message numerus="yes">
        <source>The backup of %1 was made %2 and holds %n keys.</source>
        <translation>
            <numerusform>The backup of %1 was made %2 and holds %n key.</numerusform>
            <numerusform>The backup of %1 was made %2 and holds %n keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstantText</name>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <translation>
            <numerusform>%n y</numerusform>
            <numerusform>%n y</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n y</source>
        <translation>
            <numerusform>in %n y</numerusform>
            <numerusform>in %n y</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n months</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <translation>
            <numerusform>%n mo</numerusform>
            <numerusform>%n mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n mo</source>
        <translation>
            <numerusform>in %n mo</numerusform>
            <numerusform>in %n mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>in %n d</numerusform>
            <numerusform>in %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n seconds</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
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
</context>
<context>
    <name>KeyCells</name>
    <message numerus="yes">
        <source>still tried %Ln times</source>
        <translation>
            <numerusform>still tried %Ln time</numerusform>
            <numerusform>still tried %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyringCommands</name>
    <message numerus="yes">
        <source>Sound: the file, its schema and its activity log (%n entries).
</source>
        <translation>
            <numerusform>Sound: the file, its schema and its activity log (%n entry).
</numerusform>
            <numerusform>Sound: the file, its schema and its activity log (%n entries).
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%n keys written to %1.</source>
        <translation>
            <numerusform>%n key written to %1.</numerusform>
            <numerusform>%n keys written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::BulkBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::BulkDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::CheckDialog</name>
    <message numerus="yes">
        <source>%Ln entries in the activity log.</source>
        <translation>
            <numerusform>%Ln entry in the activity log.</numerusform>
            <numerusform>%Ln entries in the activity log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::ExpiryChooser</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::FilterList</name>
    <message numerus="yes">
        <source>Unused for %Ln days</source>
        <translation>
            <numerusform>Unused for %Ln day</numerusform>
            <numerusform>Unused for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln keys</source>
        <translation>
            <numerusform>%1, %Ln key</numerusform>
            <numerusform>%1, %Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::IssuedRow</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %Ln seconds.</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %Ln second.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyCommands</name>
    <message numerus="yes">
        <source>%Ln API keys are revoked.</source>
        <translation>
            <numerusform>%Ln API key is revoked.</numerusform>
            <numerusform>%Ln API keys are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API keys work again.</source>
        <translation>
            <numerusform>%Ln API key works again.</numerusform>
            <numerusform>%Ln API keys work again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyMenu</name>
    <message numerus="yes">
        <source>&amp;Copy %Ln key previews</source>
        <translation>
            <numerusform>&amp;Copy %Ln key preview</numerusform>
            <numerusform>&amp;Copy %Ln key previews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln &amp;IDs</source>
        <translation>
            <numerusform>Copy %Ln &amp;ID</numerusform>
            <numerusform>Copy %Ln &amp;IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %Ln keys…</source>
        <translation>
            <numerusform>&amp;Export %Ln key…</numerusform>
            <numerusform>&amp;Export %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %Ln keys…</source>
        <translation>
            <numerusform>&amp;Revoke %Ln key…</numerusform>
            <numerusform>&amp;Revoke %Ln keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln keys…</source>
        <translation>
            <numerusform>&amp;Delete %Ln key…</numerusform>
            <numerusform>&amp;Delete %Ln keys…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::Keyring</name>
    <message numerus="yes">
        <source>At most %Ln digest(s) at once.</source>
        <translation>
            <numerusform>At most %Ln digest at once.</numerusform>
            <numerusform>At most %Ln digests at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries of the activity log are as they were written.</source>
        <translation>
            <numerusform>The %Ln entry of the activity log is as it was written.</numerusform>
            <numerusform>All %Ln entries of the activity log are as they were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyringFile</name>
    <message numerus="yes">
        <source>The current file can&apos;t be read, so nothing of it can be kept. The backup holds %Ln key(s). What was active in it comes back revoked, unless you ask for it to stay active: keys revoked since the backup would work again.</source>
        <translation>
            <numerusform>The current file can&apos;t be read, so nothing of it can be kept. The backup holds %Ln key. What was active in it comes back revoked, unless you ask for it to stay active: keys revoked since the backup would work again.</numerusform>
            <numerusform>The current file can&apos;t be read, so nothing of it can be kept. The backup holds %Ln keys. What was active in it comes back revoked, unless you ask for it to stay active: keys revoked since the backup would work again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backup holds %Ln key(s).</source>
        <translation>
            <numerusform>The backup holds %Ln key.</numerusform>
            <numerusform>The backup holds %Ln keys.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln come(s) back.</source>
        <translation>
            <numerusform>%Ln comes back.</numerusform>
            <numerusform>%Ln come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln become(s) again what the backup says.</source>
        <translation>
            <numerusform>%Ln becomes again what the backup says.</numerusform>
            <numerusform>%Ln become again what the backup says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln made since the backup will be deleted.</source>
        <translation>
            <numerusform>%Ln made since the backup will be deleted.</numerusform>
            <numerusform>%Ln made since the backup will be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked or deleted since the backup stay(s) so.</source>
        <translation>
            <numerusform>%Ln revoked or deleted since the backup stays so.</numerusform>
            <numerusform>%Ln revoked or deleted since the backup stay so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyringView</name>
    <message numerus="yes">
        <source>Revoke %Ln selected key(s)</source>
        <translation>
            <numerusform>Revoke %Ln selected key</numerusform>
            <numerusform>Revoke %Ln selected keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln selected key(s)</source>
        <translation>
            <numerusform>Delete %Ln selected key</numerusform>
            <numerusform>Delete %Ln selected keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeysPage</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln selected</numerusform>
            <numerusform>%1, %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key previews copied</source>
        <translation>
            <numerusform>%Ln key preview copied</numerusform>
            <numerusform>%Ln key previews copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln IDs copied</source>
        <translation>
            <numerusform>%Ln ID copied</numerusform>
            <numerusform>%Ln IDs copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys written to %1</source>
        <translation>
            <numerusform>%Ln key written to %1</numerusform>
            <numerusform>%Ln keys written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::RevokeDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::Server</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
