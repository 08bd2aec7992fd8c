#!/usr/bin/env python3
"""Follows the activity log of a Keywright keyring without a line of Keywright: verify_chain.py FILE.

hash = SHA-256(prev || JCS(entry)); the first prev is SHA-256(keyring_id). JCS is RFC 8785 (no log entry holds a
fraction, and its member names are ASCII, so sorted keys and no spaces are all of it here).
"""
import datetime, hashlib, json, sqlite3, sys

base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
prev = hashlib.sha256(base.execute("SELECT keyring_id FROM meta").fetchone()[0].encode()).digest()
names = ["seq", "at", "event", "actor", "authMethod", "key_id", "key_name", "key_preview", "address", "detail"]
count = 0
for *values, stored_prev, stored in base.execute(
        "SELECT seq, at, event, actor, auth_method, key_id, key_name, key_preview, address, detail, prev, hash "
        "FROM activity ORDER BY seq"):
    entry = dict(zip(names, values))
    entry["at"] = datetime.datetime.fromtimestamp(entry["at"], datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    entry["detail"] = json.loads(entry["detail"])
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    count += 1
    if entry["seq"] != count or stored_prev != prev or hashlib.sha256(prev + text.encode()).digest() != stored:
        sys.exit(f"broken at {entry['seq']}")
    prev = stored
print(count, prev.hex())
