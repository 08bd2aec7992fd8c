-- A keyring. Instants are whole seconds UTC, money is integer micro-dollars, texts are UTF-8 in NFC.
-- One statement ends where an empty line follows its semicolon.

CREATE TABLE meta (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    keyring_id TEXT NOT NULL,
    name TEXT NOT NULL,
    policy_json BLOB NOT NULL,
    policy_sha256 BLOB NOT NULL CHECK (length(policy_sha256) = 32),
    developer_api INTEGER NOT NULL CHECK (developer_api IN (0, 1)),
    api_base_url TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    feed_seq INTEGER NOT NULL,
    usage_seq INTEGER NOT NULL
) STRICT;

-- Texts that most keys lack are NULL when empty. `lineage` is NULL for a key that is its own lineage.
CREATE TABLE keys (
    n INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    name TEXT NOT NULL,
    first_chars TEXT NOT NULL,
    last_chars TEXT NOT NULL,
    scopes TEXT NOT NULL,
    owner TEXT NOT NULL,
    note TEXT,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    issued_by TEXT,
    expires_at INTEGER,
    expires_on TEXT,
    revoked_at INTEGER,
    revoked_by TEXT,
    revoke_reason TEXT,
    deprecated_at INTEGER,
    auto_revoke_at INTEGER,
    lineage TEXT,
    replaced_by TEXT,
    daily_limit INTEGER CHECK (daily_limit >= 0),
    monthly_limit INTEGER CHECK (monthly_limit >= 0),
    rate_per_minute INTEGER CHECK (rate_per_minute > 0),
    delivered_at INTEGER,
    reviewed_at INTEGER,
    revision INTEGER NOT NULL,
    change_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX keys_by_change ON keys (change_seq);

CREATE INDEX keys_by_live_name ON keys (name) WHERE revoked_at IS NULL;

CREATE INDEX keys_by_grace_end ON keys (auto_revoke_at) WHERE revoked_at IS NULL AND auto_revoke_at IS NOT NULL;

CREATE INDEX keys_by_lineage ON keys (lineage) WHERE lineage IS NOT NULL;

CREATE INDEX keys_by_issuer ON keys (issued_by) WHERE issued_by IS NOT NULL;

CREATE TABLE tombstone (
    id TEXT NOT NULL PRIMARY KEY,
    change_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX tombstone_by_change ON tombstone (change_seq);

-- Use counters have a feed of their own (meta.usage_seq), so that a busy server never makes a window re-read keys.
CREATE TABLE usage (
    n INTEGER NOT NULL PRIMARY KEY REFERENCES keys (n) ON DELETE CASCADE,
    since INTEGER NOT NULL,
    last_used_at INTEGER,
    last_address TEXT,
    last_agent TEXT,
    requests INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    last_refused_at INTEGER,
    last_refused_address TEXT,
    change_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX usage_by_change ON usage (change_seq);

CREATE TABLE usage_day (
    n INTEGER NOT NULL REFERENCES keys (n) ON DELETE CASCADE,
    day TEXT NOT NULL,
    requests INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    PRIMARY KEY (n, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
    n INTEGER NOT NULL REFERENCES keys (n) ON DELETE CASCADE,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (n, address, agent)
) STRICT, WITHOUT ROWID;

-- `period` is a UTC day (2027-01-31) or month (2027-01).
CREATE TABLE spend (
    lineage TEXT NOT NULL,
    period TEXT NOT NULL,
    micros INTEGER NOT NULL,
    PRIMARY KEY (lineage, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE charge (
    id TEXT NOT NULL PRIMARY KEY,
    lineage TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('admin', 'developer', 'auditor', 'verifier')),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    last_used_at INTEGER,
    change_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE idempotency (
    caller TEXT NOT NULL,
    route TEXT NOT NULL,
    request_id TEXT NOT NULL,
    body_sha256 BLOB NOT NULL CHECK (length(body_sha256) = 32),
    key_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (caller, route, request_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_by_age ON idempotency (at);

-- hash = SHA-256(prev || JCS(entry)), RFC 8785 JSON of {seq, at, event, actor, authMethod, key_id, key_name,
-- key_preview, address, detail}; the first prev is SHA-256(keyring_id). See tests/support/verify_chain.py.
CREATE TABLE activity (
    seq INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    actor TEXT NOT NULL,
    auth_method TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key_name TEXT NOT NULL,
    key_preview TEXT NOT NULL,
    address TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX activity_by_key ON activity (key_id, seq);

CREATE TRIGGER activity_is_never_updated BEFORE UPDATE ON activity
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;

CREATE TRIGGER activity_is_never_deleted BEFORE DELETE ON activity
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;

CREATE TRIGGER activity_only_grows BEFORE INSERT ON activity
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM activity)
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
