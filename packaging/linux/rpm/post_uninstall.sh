if [ -d /run/systemd/system ]; then systemctl --system daemon-reload >/dev/null 2>&1 || :; fi
# Keyrings in /var/lib/keywright are left where they are.
if [ "$1" = 0 ]; then rmdir /var/lib/keywright >/dev/null 2>&1 || :; fi
