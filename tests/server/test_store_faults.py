"""The server's store is killed, locked or full: what was acknowledged stays, and verification goes on."""

import http.client
import json
import resource
import signal
import threading
import unittest

from store import TEST_SERVER
from support import ServerTest, main



class Load(threading.Thread):
    """One client that creates, rotates and revokes, and remembers what it was told had happened."""

    def __init__(self, port, admin):
        super().__init__(daemon=True)
        self.port = port
        self.headers = {"Authorization": f"Bearer {admin}", "Content-Type": "application/json"}
        self.created, self.rotated, self.revoked = {}, {}, set()

    def ask(self, connection, method, path, body=None):
        connection.request(method, path, body=body, headers=self.headers)
        response = connection.getresponse()
        return response.status, response.read()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            while True:
                self.round(connection)
        except (OSError, http.client.HTTPException, ValueError):
            pass  # the server is gone: what it did not acknowledge may be there or not

    def made(self, answer):
        status, body = answer
        if status != 201:
            raise ValueError(status)
        issued = json.loads(body)
        return issued["key_info"]["id"], issued["key"]

    def round(self, connection):
        key, token = self.made(self.ask(connection, "POST", "/v1/keys", "{}"))
        self.created[key] = token
        heir, token = self.made(self.ask(connection, "POST", f"/v1/keys/{key}/rotate", '{"grace_days":3}'))
        self.created[heir] = token
        self.rotated[key] = heir
        if self.ask(connection, "DELETE", f"/v1/keys/{heir}")[0] == 204:
            self.revoked.add(heir)


class Killed(ServerTest):
    def test_whatWasAcknowledgedSurvivesAKill(self):
        for _ in range(3):
            clients = [Load(self.server.port, self.admin) for _ in range(4)]
            for client in clients:
                client.start()
            self.wait_until(lambda clients=clients: sum(len(one.revoked) for one in clients) >= 40, 60)
            self.server.stop(signal.SIGKILL)
            for client in clients:
                client.join(timeout=30)
            self.serve()
            for client in clients:
                self.hold(client)
            self.assertIn("as they were written", self.cli("activity", "verify"))

    def hold(self, client):
        infos = self.all_keys()
        for key, token in client.created.items():
            self.assertIn(key, infos, "an acknowledged key is gone")
            if key in client.revoked:
                self.assertEqual(self.ask("GET", "/auth", token=token).status, 401, "a revocation is forgotten")
            elif key in client.rotated:
                self.assertEqual(self.ask("GET", "/auth", token=token).status, 200, "a key in its grace is refused")
        for key in client.rotated:
            self.assertIsNotNone(infos[key]["auto_revoke_at"], "an acknowledged rotation is forgotten")

    def all_keys(self):
        infos, path = {}, "/v1/keys?include_revoked=true&limit=1000"
        while path:
            page = self.good(200, "GET", path)
            infos |= {info["id"]: info for info in page.json()}
            path = page.headers["Link"].split(">")[0].lstrip("<") if "Link" in page.headers else None
        return infos


class Locked(ServerTest):
    def test_managingIsRefusedAndVerificationGoesOn(self):
        token, info = self.create()
        lock = self.store.lock()
        try:
            refused = self.problem(503, "storage", "POST", "/v1/keys", {})
            self.assertTrue(refused.json()["detail"])
            self.assertTrue(refused.headers["Retry-After"])
            self.good(200, "GET", "/auth", token=token)
            self.assertLessEqual(self.good(200, "GET", "/readyz", token=None).json()["snapshot_age_seconds"], 2)
        finally:
            lock.close()
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        self.good(401, "GET", "/auth", token=token)


@unittest.skipIf(TEST_SERVER, "the disk is the database's")
class Full(ServerTest):
    """No file may grow beyond a size: writing fails as on a full disk."""

    limit = 400_000

    def serve(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.limit, hard))
        try:
            super().serve()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    def test_managingIsRefusedAndNothingIsLost(self):
        made = []
        while (answer := self.ask("POST", "/v1/keys", {})).status == 201 and len(made) < 1000:
            made.append(answer.json()["key"])
        self.assert_problem(answer, 503, "storage")
        self.assertTrue(made)
        for token in made:
            self.good(200, "GET", "/auth", token=token)
        self.wait_until(lambda: self.good(200, "GET", "/readyz", token=None).json()["status"] == "degraded")
        self.server.stop(signal.SIGKILL)
        self.limit = resource.RLIM_INFINITY
        self.serve()
        self.create()
        for token in made:
            self.good(200, "GET", "/auth", token=token)


@unittest.skipUnless(TEST_SERVER, "a file's disk is the server's")
class DatabaseFull(ServerTest):
    def test_managingIsRefusedUntilThereIsRoom(self):
        token, info = self.create()
        before = len(self.good(200, "GET", "/v1/keys").json())
        self.store.fill_disk()
        refused = self.problem(503, "storage", "POST", "/v1/keys", {})
        self.assertIn("full", refused.json()["detail"])
        self.assertTrue(refused.headers["Retry-After"])
        self.problem(503, "storage", "DELETE", f"/v1/keys/{info['id']}")
        self.good(200, "GET", "/auth", token=token)
        self.wait_until(lambda: self.good(200, "GET", "/readyz", token=None).json()["status"] == "degraded")
        self.store.make_room()
        self.wait_until(lambda: self.good(200, "GET", "/readyz", token=None).json()["status"] == "ready")
        self.assertEqual(len(self.good(200, "GET", "/v1/keys").json()), before)
        self.wait_until(lambda: self.info(info["id"])["last_used_at"] is not None)
        self.create()
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        self.assertIn("as they were written", self.cli("activity", "verify"))


if __name__ == "__main__":
    main()
