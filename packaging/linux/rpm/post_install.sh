systemd-sysusers keywrightd.conf >/dev/null 2>&1 || :
install -d -m 0700 -o keywright -g keywright /var/lib/keywright || :
if [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload >/dev/null 2>&1 || :
    if [ "$1" -gt 1 ]; then systemctl try-restart keywrightd.service >/dev/null 2>&1 || :; fi
fi
