-- What one client does with a key on one day (since 1970, UTC), every second: few rows, close together. It is added to
-- usage, usage_day and client when another client or day comes, or none for long; until then it counts beside them, and is
-- later than what stands there. key_mark is how the key's digest begins: a row number can go to another key.

CREATE TABLE recent_use (
    n INTEGER NOT NULL PRIMARY KEY REFERENCES keys (n) ON DELETE CASCADE,
    key_mark BLOB NOT NULL,
    day INTEGER NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    change_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX recent_use_by_change ON recent_use (change_seq);
