"""Where the server's tests keep a keyring: in a file, or under with_postgresql.sh in a database of its own."""

import os
import sqlite3
import subprocess
import uuid
from urllib.parse import urlsplit

TEST_SERVER = os.environ.get("KEYWRIGHT_TEST_STORE")


class FileStore:
    def __init__(self, home):
        self.place = os.path.join(home, "team.keyring")

    def drop(self):
        """The file goes with its folder."""

    def query(self, sql):
        """The rows of one statement, as texts."""
        database = sqlite3.connect(self.place, timeout=10)
        try:
            with database:
                return [[str(value) for value in row] for row in database.execute(sql).fetchall()]
        finally:
            database.close()

    def add_rows(self, columns, rows):
        database = sqlite3.connect(self.place)
        with database:
            database.executemany(f"INSERT INTO keys ({columns}) VALUES ({','.join('?' * len(rows[0]))})", rows)
        database.close()

    def content(self):
        """All bytes that it holds."""
        data = b""
        for suffix in ("", "-wal"):
            if os.path.exists(self.place + suffix):
                with open(self.place + suffix, "rb") as file:
                    data += file.read()
        return data

    def go_away(self):
        os.rename(self.place, self.place + ".aside")

    def come_back(self):
        os.rename(self.place + ".aside", self.place)

    def lock(self):
        """Another program holds the write lock until what this returns is closed."""
        database = sqlite3.connect(self.place, isolation_level=None, check_same_thread=False)
        database.execute("BEGIN IMMEDIATE")
        return database


class PostgresqlStore:
    def __init__(self, _home):
        self.name = "test_" + uuid.uuid4().hex
        self.psql(TEST_SERVER, f"CREATE DATABASE {self.name}")
        self.place = urlsplit(TEST_SERVER)._replace(path="/" + self.name).geturl()

    @staticmethod
    def psql(place, sql, given=None):
        done = subprocess.run(["psql", "-v", "ON_ERROR_STOP=1", "-qAtc", sql, place], input=given, capture_output=True,
                              check=False, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def drop(self):
        self.psql(TEST_SERVER, f"DROP DATABASE {self.name} WITH (FORCE)")

    def query(self, sql):
        return [line.split("|") for line in self.psql(self.place, sql).splitlines()]

    def add_rows(self, columns, rows):
        def text(value):
            return "\\\\x" + value.hex() if isinstance(value, bytes) else str(value)

        lines = "".join("\t".join(text(value) for value in row) + "\n" for row in rows)
        self.psql(self.place, f"COPY keys ({columns}) FROM STDIN", lines.encode())

    def content(self):
        return subprocess.run(["pg_dump", "--inserts", self.place], capture_output=True, check=True).stdout

    def go_away(self):
        self.psql(TEST_SERVER, f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        self.psql(TEST_SERVER, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'")

    def come_back(self):
        self.psql(TEST_SERVER, f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")

    def lock(self):
        return PostgresqlLock(self.place)

    def fill_disk(self):
        """From now on the database answers each writing as it does where its disk is full."""
        self.psql(self.place, """
            CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
            END $$;
            CREATE TRIGGER disk_is_full BEFORE INSERT ON activity EXECUTE FUNCTION disk_is_full();
            CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON recent_use EXECUTE FUNCTION disk_is_full();""")

    def make_room(self):
        self.psql(self.place, "DROP FUNCTION disk_is_full CASCADE")


class PostgresqlLock:
    """A session that holds the lock of all who write."""

    def __init__(self, place):
        self.process = subprocess.Popen(["psql", "-qAt", place], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.process.stdin.write(b"BEGIN; SELECT pg_advisory_xact_lock(1264013908);\n\\echo held\n")
        self.process.stdin.flush()
        while b"held" not in self.process.stdout.readline():
            pass

    def close(self):
        self.process.communicate()


def make_store(home):
    return PostgresqlStore(home) if TEST_SERVER else FileStore(home)
