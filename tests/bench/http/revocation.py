#!/usr/bin/env python3
"""From a revocation by another program to the first refusal: each key is revoked by keywright-cli on the same file, or
through another server on the same store, while a client asks keywrightd about it all the time. In the folder of a build:

    ../../tests/bench/http/revocation.py [--rounds 200] [--store STORE] [--through URL --admin-token-file FILE]

STORE is what keywrightd's --keyring (or its `store` setting) takes, a new SQLite file by default; under
tests/support/with_postgresql.sh its database. With --through, keys are
made and revoked at that other server (its admin's token in FILE) instead of by the command line.
The time counts from the moment when the revocation was acknowledged; negative means that it held before that.
"""

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import urlsplit

SERVER, CLI = "app/server/keywrightd", "app/cli/keywright-cli"


class Local:
    """Keys made and revoked by the command line, a program of its own each time."""

    def __init__(self, store):
        self.store = store

    def run(self, *arguments):
        return subprocess.run([CLI, "--keyring", self.store, *arguments], capture_output=True, text=True, check=True)

    def create(self, number):
        made = self.run("create", "--name", f"Round {number}")
        listed = json.loads(self.run("list", "--json").stdout)
        return made.stdout.strip(), next(key["id"] for key in listed if key["name"] == f"Round {number}")

    def revoke(self, key):
        self.run("revoke", key, "--yes")


class Remote:
    """Keys made and revoked at another server."""

    def __init__(self, url, token):
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def ask(self, method, path, body=None):
        self.connection.request(method, path, body=body, headers=self.headers)
        response = self.connection.getresponse()
        return response.read()

    def create(self, number):
        made = json.loads(self.ask("POST", "/v1/keys", json.dumps({"name": f"Round {number}"})))
        return made["key"], made["key_info"]["id"]

    def revoke(self, key):
        self.ask("DELETE", f"/v1/keys/{key}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=200)
    arguments.add_argument("--store")
    arguments.add_argument("--through")
    arguments.add_argument("--admin-token-file")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or os.environ.get("KEYWRIGHT_TEST_STORE") or os.path.join(folder, "team.keyring")
        if not given.store:
            subprocess.run([SERVER, "init", "--keyring", store, "--policy", "standard"], capture_output=True, check=True)
        server = subprocess.Popen([SERVER, "--keyring", store, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE)
        try:
            port = int(re.search(rb":(\d+)\"", server.stderr.readline())[1])
            if given.through:
                with open(given.admin_token_file, encoding="utf-8") as file:
                    hand = Remote(given.through, file.read().strip())
            else:
                hand = Local(store)
            measure(port, hand, given.rounds)
        finally:
            server.terminate()
            server.wait(timeout=30)


def measure(port, hand, rounds):
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def status(token):
        connection.request("POST", "/v1/keys/verify", headers={"Authorization": f"Bearer {token}"})
        response = connection.getresponse()
        response.read()
        return response.status

    took = []
    for number in range(rounds):
        token, key = hand.create(number)
        while status(token) != 200:
            pass
        hand.revoke(key)
        acknowledged = time.monotonic()
        while status(token) == 200:
            if time.monotonic() - acknowledged > 10:
                sys.exit("a revoked key is still admitted after 10 s")
        took.append((time.monotonic() - acknowledged) * 1000)
    took.sort()
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    print(f"{rounds} revocations: median {statistics.median(took):.1f} ms, p99 {p99:.1f} ms, longest {took[-1]:.1f} ms "
          f"(limit: p99 250 ms)")


if __name__ == "__main__":
    main()
