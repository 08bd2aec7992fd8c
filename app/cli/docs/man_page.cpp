#include "app/cli/docs/tree_walk.h"

namespace keywright {

using namespace Qt::StringLiterals;

namespace {

/// Text that roff takes for text.
QString roff(QString text) {
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s).replace(u'`', u"\\(ga"_s).replace(u'\'', u"\\(aq"_s);
    return text.startsWith(u'.') ? u"\\&"_s + text : text;
}

QString optionEntry(const OptionDoc &option) {
    QStringList names;
    for (const QString &name : option.names)
        names += u"\\fB%1\\fR"_s.arg(roff(name));
    QString head = option.argument.isEmpty() ? names.join(u", "_s) : u"\\fI%1\\fR"_s.arg(roff(option.argument));
    if (!option.value.isEmpty() && option.argument.isEmpty())
        head += u" \\fI%1\\fR"_s.arg(roff(option.value));
    QString text = roff(option.text);
    if (!option.choices.isEmpty())
        text += u". One of: "_s + roff(option.choices.join(u", "_s));
    return u".TP\n%1\n%2.\n"_s.arg(head, text);
}

QString commandEntry(const CommandDoc &command) {
    QString entry = u".SS \"%1\"\n%2.\n"_s.arg(roff(command.synopsis()), roff(command.text));
    for (const OptionDoc &option : command.options)
        if (!option.everywhere && !option.names.contains(u"--help"_s))
            entry += optionEntry(option);
    return entry;
}

const QString &opening() {
    static const QString text = uR"(.SH NAME
keywright\-cli \- issue, find, edit, rotate, revoke and verify API keys
.SH SYNOPSIS
.B keywright\-cli
[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]
.SH DESCRIPTION
Works on a keyring: a local file that holds the SHA\-256 digests of API keys, their settings under one policy, and a
log of everything that was done to them. It is the same core as the window's,
.BR keywright (1).
.PP
\fIID\fR is a key's id, its prefix, or a unique beginning of either. A key itself is never taken as an argument:
.B verify
and
.B which
read it from standard input. What
.BR create ,
.B rotate
and
.B test\-key
write to standard output is the new key and nothing else; everything else they say goes to standard error.
.PP
Acts that can't be undone ask first when a person is there to answer, and don't ask in a script.
.SH COMMANDS
)"_s;
    return text;
}

const QString &closing() {
    static const QString text = uR"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Refused by a rule, the role, the key's state or a conflict; the reason is on standard error. For
.BR verify :
the key is not valid, or lacks the scope.
.TP
.B 2
The line could not be understood.
.TP
.B 3
There is no such key, file or entry.
.TP
.B 4
Storage or input/output failed.
.SH ENVIRONMENT
.TP
.B KEYWRIGHT_KEYRING
The keyring to work on where
.B \-\-keyring
is not given.
.SH FILES
.TP
.I $XDG_DATA_HOME/keywright/default.keyring
The default keyring; usually below
.IR ~/.local/share .
.TP
.I $XDG_CONFIG_HOME/keywright/policies/*.json
Policies of your own; usually below
.IR ~/.config .
.SH EXAMPLES
.nf
keywright\-cli init \-\-policy standard
keywright\-cli create \-\-name "Zapier sync" \-\-scopes read \-\-expires 90d > zapier.key
keywright\-cli list \-\-state expiring
keywright\-cli verify \-\-scope read < zapier.key
keywright\-cli revoke 3f2a \-\-reason "lost device"
.fi
.SH SEE ALSO
.BR keywright (1)
)"_s;
    return text;
}

} // namespace

QByteArray manPage(CommandTree &tree, const QString &version) {
    QString page = u".TH KEYWRIGHT\\-CLI 1 \"\" \"Keywright %1\" \"User Commands\"\n"_s.arg(version) + opening();
    for (const CommandDoc &command : commandDocs(tree))
        page += commandEntry(command);
    page += u".SH OPTIONS\nThese go before or after the command.\n"_s;
    for (const OptionDoc &option : programOptions(tree))
        page += optionEntry(option);
    return (page + closing()).toUtf8();
}

} // namespace keywright
