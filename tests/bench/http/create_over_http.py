#!/usr/bin/env python3
"""Keys created over HTTP, durable, by 32 clients on one SQLite file, beside bare one-row transactions of the same
durability on the same disk in the same run. Needs wrk; run it in the folder of a Release build:

    ../../tests/bench/http/create_over_http.py [--seconds 5] [--rounds 3]

Every key that was acknowledged must be in the file afterwards.
"""

import argparse
import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SERVER = "app/server/keywrightd"
CLIENTS = 32


def bare_per_second(folder, seconds):
    database = sqlite3.connect(os.path.join(folder, "bare.sqlite"), isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE IF NOT EXISTS row (n INTEGER PRIMARY KEY, text TEXT)")
    written, start = 0, time.monotonic()
    while time.monotonic() - start < seconds:
        database.execute("INSERT INTO row (text) VALUES ('one row')")
        written += 1
    database.close()
    return written / seconds


def create_per_second(port, token_file, seconds):
    run = subprocess.run(["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-s", os.path.join(HERE, "create.lua"),
                          f"http://127.0.0.1:{port}/v1/keys"], capture_output=True, text=True, check=True,
                         env=os.environ | {"TOKEN_FILE": token_file})
    line = next(line for line in run.stdout.splitlines() if line.startswith("RESULT"))
    made, rate, median, p99, wrong = map(float, line.split()[1:])
    if wrong:
        sys.exit(f"{wrong:.0f} keys were not created:\n{run.stdout}")
    return int(made), rate, median, p99


def port_told_in(log):
    for _ in range(600):
        with open(log, "rb") as lines:
            if told := re.search(rb":(\d+)\"", lines.read()):
                return int(told[1])
        time.sleep(0.05)
    return sys.exit("the server does not listen")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=int, default=5)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed")
    os.umask(0o077)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        keyring, token_file = os.path.join(folder, "team.keyring"), os.path.join(folder, "admin.token")
        with open(token_file, "w", encoding="utf-8") as token:
            subprocess.run([SERVER, "init", "--keyring", keyring, "--policy", "standard"], stdout=token,
                           stderr=subprocess.DEVNULL, check=True)
        log = os.path.join(folder, "log") # a pipe that nobody empties would stop the server
        with open(log, "wb") as to:
            server = subprocess.Popen([SERVER, "--keyring", keyring, "--listen", "127.0.0.1:0"], stderr=to)
        try:
            port = port_told_in(log)
            acknowledged, rates = 0, []
            for _ in range(given.rounds):
                bare = bare_per_second(folder, 1)
                made, rate, median, p99 = create_per_second(port, token_file, given.seconds)
                acknowledged += made
                rates.append(rate)
                print(f"{rate:.0f} keys/s (median {median:.1f} ms, p99 {p99:.1f} ms) beside {bare:.0f} bare rows/s")
        finally:
            server.terminate()
            server.wait(timeout=60)
        kept = sqlite3.connect(keyring).execute("SELECT count(*) FROM keys").fetchone()[0]
        if kept < acknowledged:
            sys.exit(f"{acknowledged} keys were acknowledged, {kept} are there")
        print(f"median {statistics.median(rates):.0f} keys/s, all {acknowledged} acknowledged keys are there "
              f"(limit: 3000 keys/s)")


if __name__ == "__main__":
    main()
