<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>KeyCells</name>
    <message numerus="yes">
        <source>still tried %n times</source>
        <translation>
            <numerusform>still tried %n time</numerusform>
            <numerusform>still tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::BulkDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::CheckDialog</name>
    <message numerus="yes">
        <source>%n entries in the activity log.</source>
        <translation>
            <numerusform>%n entry in the activity log.</numerusform>
            <numerusform>%n entries in the activity log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::ExpiryChooser</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n days</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::FilterList</name>
    <message numerus="yes">
        <source>Unused for %n days</source>
        <translation>
            <numerusform>Unused for %n day</numerusform>
            <numerusform>Unused for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n keys</source>
        <translation>
            <numerusform>%1, %n key</numerusform>
            <numerusform>%1, %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::IssuedRow</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n seconds.</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %n second.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyCommands</name>
    <message numerus="yes">
        <source>%n API keys are revoked.</source>
        <translation>
            <numerusform>%n API key is revoked.</numerusform>
            <numerusform>%n API keys are revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n API keys work again.</source>
        <translation>
            <numerusform>%n API key works again.</numerusform>
            <numerusform>%n API keys work again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeyMenu</name>
    <message numerus="yes">
        <source>&amp;Copy %n key previews</source>
        <translation>
            <numerusform>&amp;Copy %n key preview</numerusform>
            <numerusform>&amp;Copy %n key previews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n &amp;IDs</source>
        <translation>
            <numerusform>Copy %n &amp;ID</numerusform>
            <numerusform>Copy %n &amp;IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n keys…</source>
        <translation>
            <numerusform>&amp;Export %n key…</numerusform>
            <numerusform>&amp;Export %n keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Revoke %n keys…</source>
        <translation>
            <numerusform>&amp;Revoke %n key…</numerusform>
            <numerusform>&amp;Revoke %n keys…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n keys…</source>
        <translation>
            <numerusform>&amp;Delete %n key…</numerusform>
            <numerusform>&amp;Delete %n keys…</numerusform>
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
        <source>Revoke %n selected key(s)</source>
        <translation>
            <numerusform>Revoke %n selected key</numerusform>
            <numerusform>Revoke %n selected keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n selected key(s)</source>
        <translation>
            <numerusform>Delete %n selected key</numerusform>
            <numerusform>Delete %n selected keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::KeysPage</name>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n selected</numerusform>
            <numerusform>%1, %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key previews copied</source>
        <translation>
            <numerusform>%n key preview copied</numerusform>
            <numerusform>%n key previews copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n IDs copied</source>
        <translation>
            <numerusform>%n ID copied</numerusform>
            <numerusform>%n IDs copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys written to %1</source>
        <translation>
            <numerusform>%n key written to %1</numerusform>
            <numerusform>%n keys written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>keywright::RevokeDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
