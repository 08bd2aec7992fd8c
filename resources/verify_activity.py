#!/usr/bin/env python3
"""verify_activity.py LOG.json: checks an exported Keywright activity log with nothing but Python's own library.

hash = SHA-256(prev || RFC 8785 form of the entry without prev and hash); the first prev is SHA-256(keyring_id).
"""
import hashlib
import json
import sys

log = json.load(open(sys.argv[1], encoding="utf-8"))
previous, sequence = hashlib.sha256(log["keyring_id"].encode()).digest(), 0
for entry in log["entries"]:
    # Names are ASCII, and numbers are integers: sorted, compact JSON is RFC 8785.
    bare = {name: value for name, value in entry.items() if name not in ("prev", "hash")}
    canonical = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    digest = hashlib.sha256(previous + canonical).digest()
    if entry["seq"] != sequence + 1 or entry["prev"] != previous.hex() or entry["hash"] != digest.hex():
        sys.exit(f"Broken at entry {entry['seq']}.")
    previous, sequence = digest, entry["seq"]
if (log["head"]["seq"], log["head"]["hash"]) != (sequence, previous.hex()):
    sys.exit("Cut: the log does not reach its head.")
print(f"Intact: {sequence} entries.")
