"""Several servers over one PostgreSQL, and what becomes of them when it goes away. Run by with_postgresql.sh."""

import json
import os
import re
import subprocess
import threading
import time

from store import TEST_SERVER
from support import CLI, SERVER, Server, ServerTest, main, run

CLUSTER = os.environ.get("KEYWRIGHT_TEST_CLUSTER")


def control_database(*arguments):
    """pg_ctl on the private server, as the user who owns it."""
    listed = [os.path.join("/usr/lib/postgresql", one, "bin/pg_ctl") for one in os.listdir("/usr/lib/postgresql")]
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*user, max(listed), "-D", CLUSTER + "/data", "-w", "-l", CLUSTER + "/data/log", *arguments],
                   check=True, capture_output=True, timeout=60, cwd=CLUSTER)


class TwoServers(ServerTest):
    def setUp(self):
        super().setUp()
        self.first = self.server
        self.second = Server(self.home, "--store", self.keyring)
        self.addCleanup(self.second.stop)

    def at(self, server, method, path, body=None, **more):
        self.server = server
        try:
            return self.ask(method, path, body, **more)
        finally:
            self.server = self.first

    def test_whatOneDoesTheOtherKnows(self):
        took = []
        for _ in range(3):
            token, info = self.create()
            self.wait_until(lambda: self.at(self.second, "GET", "/auth", token=token).status == 200)
            since = time.monotonic()
            self.assertEqual(self.at(self.first, "DELETE", f"/v1/keys/{info['id']}").status, 204)
            self.wait_until(lambda: self.at(self.second, "GET", "/auth", token=token).status == 401)
            took.append(time.monotonic() - since)
        self.assertLess(sorted(took)[1], 1, "a busy machine may make one of them late")
        listed = self.at(self.second, "GET", "/v1/keys?include_revoked=true").json()
        self.assertEqual([key["revoked_at"] is None for key in listed], [False] * 3)

    def test_bothIssueAtOnceAndTheLogIsOneChain(self):
        statuses = []

        def issue(server):
            for number in range(20):
                asked = subprocess.run(
                    ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", "-H", "@-", "-H",
                     "Content-Type: application/json", "-d", json.dumps({"name": f"key {number}"}),
                     f"http://127.0.0.1:{server.port}/v1/keys"], input=f"Authorization: Bearer {self.admin}".encode(),
                    capture_output=True, check=False, timeout=60)
                statuses.append(asked.stdout.decode())

        threads = [threading.Thread(target=issue, args=[server]) for server in (self.first, self.second) * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(statuses, ["201"] * 80)
        self.assertEqual(len(self.good(200, "GET", "/v1/keys?limit=200").json()), 80)
        self.assertTrue(json.loads(self.cli("check", "--json"))["sound"])
        rows = self.store.query("SELECT count(DISTINCT change_seq), max(seq) FROM keys, activity")
        self.assertEqual(rows[0][0], "80")

    def test_spendingAtBothAddsUp(self):
        verifier = self.member("api", "verifier")
        token, info = self.create({"daily_spend_limit_usd": 1.0})
        for server in (self.first, self.second):
            self.wait_until(lambda server=server: self.at(server, "POST", "/v1/keys/verify", {"token": token},
                                                          token=verifier).status == 200)
            self.wait_until(lambda server=server: self.at(server, "POST", "/v1/keys/verify",
                                                          {"token": token}, token=verifier).json()["valid"])
            self.at(server, "POST", "/v1/keys/verify", {"token": token, "cost_usd": 0.25}, token=verifier)
        self.wait_until(lambda: self.info(info["id"])["spend_info"]["daily_spend_usd"] == 0.5)


class DatabaseRestarted(ServerTest):
    def test_verificationGoesOnAndManagingComesBack(self):
        token, info = self.create()
        control_database("-m", "immediate", "stop")
        try:
            self.wait_until(lambda: self.ask("POST", "/v1/keys", {}).status == 503)
            refused = self.problem(503, "storage", "POST", "/v1/keys", {})
            self.assertIn("database", refused.json()["detail"])
            self.problem(503, "storage", "GET", "/v1/keys")
            self.good(200, "GET", "/auth", token=token)
            self.wait_until(lambda: self.good(200, "GET", "/readyz", token=None).json()["snapshot_age_seconds"] >= 2)
            self.assertEqual(self.good(200, "GET", "/readyz", token=None).json()["status"], "degraded")
            self.good(200, "GET", "/auth", token=token)
        finally:
            control_database("start")
        self.wait_until(lambda: self.ask("DELETE", f"/v1/keys/{info['id']}").status == 204, 10)
        self.good(401, "GET", "/auth", token=token)
        self.wait_until(lambda: self.good(200, "GET", "/readyz", token=None).json()["status"] == "ready", 10)
        self.good(201, "POST", "/v1/keys", {})
        # A change made elsewhere is followed again, too.
        other = Server(self.home, "--store", self.keyring)
        self.addCleanup(other.stop)
        first, self.server = self.server, other
        token, _ = self.create()
        self.server = first
        self.wait_until(lambda: self.ask("GET", "/auth", token=token).status == 200, 5)
        self.assertTrue(json.loads(self.cli("check", "--json"))["sound"])


class Passwords(ServerTest):
    def refused(self, *arguments, program=SERVER, **environment):
        done = run(program, *arguments, home=self.home, **environment)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertNotIn(b"hush", done.stderr + done.stdout)
        return done.stderr.decode()

    def with_password(self):
        return re.sub(r"//keywright@", "//keywright:hush@", self.keyring)

    def test_noneIsTakenWhereOthersReadIt(self):
        secret = self.with_password()
        for arguments in (["--store", secret], ["--store=" + secret], ["--keyring", secret],
                          ["member", "list", "--store", secret]):
            self.assertIn("password", self.refused(*arguments))
        self.assertIn("password", self.refused(KEYWRIGHTD_STORE=secret))
        self.assertIn("password", self.refused("--keyring", secret, "list", program=CLI))

    def test_aFileMustBePrivate(self):
        for option, text in (("--store-file", self.with_password()), ("--config", f'store = "{self.with_password()}"')):
            path = os.path.join(self.home, "store" + option)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text + "\n")
            os.chmod(path, 0o644)
            self.assertIn("chmod 600", self.refused(option, path, "member", "list"))
            os.chmod(path, 0o600)
            listed = run(SERVER, option, path, "member", "list", home=self.home)
            self.assertEqual(listed.returncode, 0, listed.stderr)
            self.assertIn(b"admin", listed.stdout)

    def test_theLogTellsNone(self):
        path = os.path.join(self.home, "store")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.with_password())
        os.chmod(path, 0o600)
        self.server.stop()
        self.server = Server(self.home, "--store-file", path)
        self.store.go_away()
        self.wait_until(lambda: self.ask("POST", "/v1/keys", {}).status == 503)
        answer = self.problem(503, "storage", "POST", "/v1/keys", {})
        self.store.come_back()
        self.server.stop()
        for text in (self.server.log(), answer.body.decode()):
            self.assertNotIn("hush", text)
        self.server = Server(self.home, "--store", self.keyring)


class Dump(ServerTest):
    def test_itsOwnToolsBackItUpAndRestoreIt(self):
        token, info = self.create()
        dump = self.store.content()
        self.server.stop()
        self.store.drop()
        self.store.psql(TEST_SERVER, f"CREATE DATABASE {self.store.name}")
        subprocess.run(["psql", "-qv", "ON_ERROR_STOP=1", self.keyring], input=dump, check=True, capture_output=True)
        self.serve()
        self.good(200, "GET", "/auth", token=token)
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        self.good(401, "GET", "/auth", token=token)
        self.assertTrue(json.loads(self.cli("check", "--json"))["sound"])


if __name__ == "__main__":
    if TEST_SERVER:
        main()
    else:
        print("Skipped: run by tests/support/with_postgresql.sh.")
