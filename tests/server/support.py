"""What the tests of the server share: a home folder, the real program serving on a real socket, and clients of it."""

import hashlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from openapi import OpenApi
from store import make_store

SERVER = os.environ["KEYWRIGHT_SERVER"]
CLI = os.environ["KEYWRIGHT_CLI"]

FOURTEEN = [
    "id", "name", "key_prefix", "scopes", "created_at", "last_used_at", "expires_at", "revoked_at", "deprecated_at",
    "auto_revoke_at", "is_active", "daily_spend_limit_usd", "monthly_spend_limit_usd", "spend_info",
]
ALL_FIELDS = {"Accept": "application/vnd.keywright+json"}
REFUSAL = "Invalid, expired, or revoked API key"

# What a policy needs to make a key at all, and its token's form.
POLICIES = {
    "standard": ({"name": "Zapier sync"}, r"kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}"),
    "remy": ({"name": "Zapier sync", "expires_days": 30}, r"rmy_[0-9A-Za-z]{40}"),
    "expiration-reminder": ({"name": "Zapier sync"}, r"er_[0-9A-Za-z]{40}"),
    "memoryrelay": ({}, r"mem_prod_[0-9a-f]{64}"),
    "leads-crm": ({"name": "Zapier sync", "scopes": ["leads:read"]}, r"sk_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}"),
}
MEMBER = r"kwm_[0-9A-Za-z]{40}"


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json()["code"]

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


def environment(home, **more):
    """What a program sees: nothing of this user's own settings."""
    own = ("XDG_", "KEYWRIGHT", "DBUS")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)} | {"HOME": home} | more


def run(program, *arguments, home, **more):
    return subprocess.run([program, *arguments], capture_output=True, env=environment(home, **more), timeout=60,
                          check=False)


class Server:
    """keywrightd on a port that was free. Its log is read as it comes."""

    def __init__(self, home, *arguments):
        self.process = subprocess.Popen([SERVER, "--listen", "127.0.0.1:0", *arguments], stderr=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=environment(home))
        self.lines = []
        self.listening = threading.Event()
        self.port = 0
        self.reader = threading.Thread(target=self.read_log, daemon=True)
        self.reader.start()
        if not self.listening.wait(30) or not self.port:
            raise RuntimeError(f"the server does not listen: {self.lines}")

    def read_log(self):
        for line in self.process.stderr:
            self.lines.append(line.decode())
            if '"event":"listening"' in self.lines[-1]:
                self.port = int(json.loads(self.lines[-1])["text"].rsplit(":", 1)[1].strip("/"))
                self.listening.set()
        self.listening.set()

    def stop(self, sign=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(sign)
        code = self.process.wait(timeout=30)
        self.reader.join(timeout=10)
        self.process.stderr.close()
        self.process.stdout.close()
        return code

    def log(self):
        return "".join(self.lines)


class ServerTest(unittest.TestCase):
    openapi = OpenApi()
    policy = "memoryrelay"
    options = ()

    def setUp(self):
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.store = make_store(self.home)
        self.addCleanup(self.store.drop)
        self.keyring = self.store.place
        made = run(SERVER, "init", "--keyring", self.keyring, "--policy", self.policy, home=self.home)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.admin = made.stdout.decode().strip()
        if self.policy == "leads-crm":
            self.cli("flag", "developer-api", "on")
        self.server = None
        self.serve()
        self.addCleanup(self.end)

    def serve(self):
        self.server = Server(self.home, "--keyring", self.keyring, *self.options)

    def end(self):
        self.assertEqual(self.server.stop(), 0, self.server.log())

    def cli(self, *arguments, code=0):
        done = run(CLI, "--keyring", self.keyring, *arguments, home=self.home)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout.decode()

    def member(self, name, role):
        made = run(SERVER, "member", "add", "--keyring", self.keyring, "--name", name, "--role", role, home=self.home)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stdout.decode().strip()

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        self.addCleanup(connection.close)
        return connection

    def ask(self, method, path, body=None, token="admin", connection=None, **headers):
        """One request. `token`: the admin's by default, None for none. Header names have `_` for `-`."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = f"Bearer {self.admin if token == 'admin' else token}"
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        own = connection or self.connect()
        own.request(method, path, body=body, headers=sent)
        response = own.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        if not connection:
            own.close()
        self.openapi.check(self, method, path, answer)
        return answer

    def good(self, status, method, path, body=None, **more):
        answer = self.ask(method, path, body, **more)
        self.assertEqual(answer.status, status, f"{method} {path}: {answer}")
        return answer

    def problem(self, status, code, method, path, body=None, **more):
        answer = self.good(status, method, path, body, **more)
        self.assert_problem(answer, status, code)
        return answer

    def assert_problem(self, answer, status, code):
        self.assertEqual(answer.status, status, answer)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["status"], status)
        self.assertEqual(problem["code"], code, problem)
        self.assertEqual(problem["request_id"], answer.headers["X-Request-Id"])
        self.assertTrue(problem["title"] and problem["detail"] and problem["type"])

    def add_rows(self, count):
        """Many keys at once, written into the stopped server's file as rows."""
        rows = [(f"row-{i:07}", hashlib.sha256(str(i).encode()).digest(), f"Key number {i}", "mem_prod_abc", "", "read",
                 "team", 0, 1_700_000_000, "team", 1, 1) for i in range(count)]
        self.store.add_rows("id, digest, name, first_chars, last_chars, scopes, owner, kind, created_at, created_by, "
                            "revision, change_seq", rows)

    def peak_memory(self):
        """The most memory the server has held so far, in bytes."""
        with open(f"/proc/{self.server.process.pid}/status", encoding="utf-8") as file:
            return int(re.search(r"VmHWM:\s+(\d+) kB", file.read())[1]) * 1024

    def create(self, body=None, **more):
        """A new key: its token and its info."""
        made = self.good(201, "POST", "/v1/keys", POLICIES[self.policy][0] if body is None else body, **more).json()
        return made["key"], made["key_info"]

    def info(self, key_id, **more):
        return self.good(200, "GET", f"/v1/keys/{key_id}", **(ALL_FIELDS | more)).json()

    # Raw bytes, for what no client library would send.

    def raw(self, data, wait=10, end=False):
        """Sends bytes and returns all that comes back until the server closes, or nothing more comes."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=wait) as sock:
            try:
                sock.sendall(data)
                if end:
                    sock.shutdown(socket.SHUT_WR)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return self.receive(sock)

    def receive(self, sock):
        received = b""
        try:
            while piece := sock.recv(65536):
                received += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return received

    def assert_no_token(self, text):
        for form in [form for _, form in POLICIES.values()] + [MEMBER]:
            self.assertIsNone(re.search(form, text), "a token is there")

    def wait_until(self, holds, seconds=20):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if holds():
                return
            time.sleep(0.02)
        self.fail("it did not come true in time")


def main():
    unittest.main(verbosity=1)
