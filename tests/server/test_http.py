"""HTTP itself: connections that stay, pipelining, HEAD, HTTP/1.0, a clean stop."""

import http.client
import json
import signal
import socket

from support import SERVER, ServerTest, main, run


class Http(ServerTest):
    def test_aConnectionServesManyRequests(self):
        connection = self.connect()
        first = self.ask("GET", "/healthz", connection=connection)
        local = connection.sock.getsockname()
        second = self.ask("GET", "/v1/keys", connection=connection)
        self.assertEqual((first.status, second.status), (200, 200))
        self.assertEqual(connection.sock.getsockname(), local)
        self.assertNotEqual(first.headers["X-Request-Id"], second.headers["X-Request-Id"])

    def test_connectionCloseIsHeeded(self):
        answer = self.raw(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        self.assertIn(b"HTTP/1.1 200", answer)
        self.assertIn(b"Connection: close", answer)

    def test_http10EndsAfterOneAnswerUnlessAskedToStay(self):
        self.assertEqual(self.raw(b"GET /healthz HTTP/1.0\r\n\r\n").count(b"HTTP/1.1 200"), 1)
        stays = b"GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
        answer = self.raw(stays + b"GET /healthz HTTP/1.0\r\n\r\n")
        self.assertEqual(answer.count(b"HTTP/1.1 200"), 2)
        self.assertIn(b"Connection: keep-alive", answer)

    def test_pipelinedRequestsAreAnsweredInOrder(self):
        request = "GET {} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\n{}\r\n"
        sent = "".join(request.format(path, self.admin, "") for path in ("/healthz", "/v1/keys", "/nowhere", "/v1/me"))
        sent += request.format("/healthz", self.admin, "Connection: close\r\n")
        answer = self.raw(sent.encode())
        self.assertEqual([int(part[:3]) for part in answer.decode().split("HTTP/1.1 ")[1:]], [200, 200, 404, 200, 200])

    def test_headIsGetWithoutTheBody(self):
        get = self.good(200, "GET", "/v1/me")
        head = self.good(200, "HEAD", "/v1/me")
        self.assertEqual(head.body, b"")
        self.assertEqual(head.headers["Content-Length"], get.headers["Content-Length"])
        connection = self.connect()
        self.good(200, "HEAD", "/v1/keys", connection=connection)
        self.good(200, "GET", "/healthz", connection=connection)

    def test_otherMethodsAreToldApart(self):
        self.assertEqual(self.problem(405, "method_not_allowed", "PUT", "/v1/keys").headers["Allow"],
                         "POST, GET, HEAD, OPTIONS")
        self.problem(405, "method_not_allowed", "FLY", "/healthz")
        self.assertIn("GET", self.good(204, "OPTIONS", "/healthz").headers["Allow"])
        self.problem(404, "not_found", "GET", "/v1/nothing")

    def test_aBodyMayComeInChunks(self):
        connection = self.connect()
        connection.request("POST", "/v1/keys", body=iter([b'{"na', b'me":"in', b' pieces"}']), encode_chunked=True,
                           headers={"Authorization": f"Bearer {self.admin}", "Content-Type": "application/json",
                                    "Transfer-Encoding": "chunked"})
        response = connection.getresponse()
        self.assertEqual(response.status, 201)
        self.assertEqual(json.loads(response.read())["key_info"]["name"], "in pieces")

    def test_whoWaitsFor100IsToldToGoOn(self):
        body = b'{"name":"polite"}'
        head = (f"POST /v1/keys HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {self.admin}\r\nConnection: close\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n").encode()
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
            sock.sendall(head)
            self.assertEqual(sock.recv(100), b"HTTP/1.1 100 Continue\r\n\r\n")
            sock.sendall(body)
            self.assertIn(b"HTTP/1.1 201", self.receive(sock))

    def test_aLongListComesWhole(self):
        made = [self.create({"name": f"key {i}"})[1]["id"] for i in range(40)]
        self.cli("create", "--name", "one more")
        self.assertEqual([key["id"] for key in self.good(200, "GET", "/v1/keys").json()][:40], made)

    def test_aHugeListStreamsWithoutBeingHeld(self):
        self.server.stop()
        self.add_rows(60_000)
        self.serve()
        self.good(200, "GET", "/v1/keys?limit=1000")
        before = self.peak_memory()
        answer = self.ask("GET", "/v1/keys")
        self.assertEqual(answer.headers["Transfer-Encoding"], "chunked")
        listed = answer.json()
        self.assertEqual([key["id"] for key in listed], [f"row-{i:07}" for i in range(60_000)])
        with open(SERVER, "rb") as program:
            binary = program.read()
        sanitized = any(name in binary for name in (b"__asan_init", b"__tsan_init"))
        if not sanitized: # what a sanitizer sets aside is no measure
            self.assertLess(self.peak_memory() - before, len(answer.body) / 2)

    def test_aListCutByTheClientHarmsNobody(self):
        self.server.stop()
        self.add_rows(20_000)
        self.serve()
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
                sock.sendall(f"GET /v1/keys HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {self.admin}\r\n\r\n".encode())
                self.assertNotEqual(sock.recv(100), b"")
        self.good(200, "GET", "/v1/me")
        self.assertEqual(len(self.raw(b"GET /v1/keys HTTP/1.0\r\nAuthorization: Bearer " + self.admin.encode() + b"\r\n\r\n")
                             .split(b"\r\n\r\n", 1)[1].splitlines()), 20_000)

    def unread_by_server(self, connection):
        """Bytes that this connection's other end, the server, has not taken from the system yet."""
        ends = [f":{self.server.port:04X}", f":{connection.sock.getsockname()[1]:04X}"]
        with open("/proc/net/tcp", encoding="ascii") as table:
            for row in (line.split() for line in table):
                if row[1].endswith(ends[0]) and row[2].endswith(ends[1]):
                    return int(row[4].split(":")[1], 16)
        return None

    def test_whatIsUnderWayIsFinishedAtTheStop(self):
        idle = socket.create_connection(("127.0.0.1", self.server.port), timeout=10)
        feed = self.good(200, "GET", "/v1/changes").json()["next"]
        asking = self.connect()
        self.ask("GET", "/v1/me", connection=asking) # the server has taken the connection
        asking.request("GET", f"/v1/changes?since={feed}&wait=50", headers={"Authorization": f"Bearer {self.admin}"})
        self.wait_until(lambda: self.unread_by_server(asking) == 0)
        for _ in range(2): # what is asked now is answered after it was taken up
            self.good(200, "GET", "/v1/me")
        self.server.process.send_signal(signal.SIGTERM)
        self.assertEqual(idle.recv(1), b"", "an idle connection is closed at once")
        self.assertEqual(asking.getresponse().status, 200)
        self.assertEqual(self.server.process.wait(9), 0)
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.1", self.server.port), timeout=2)

    def test_theLogSaysWhatWasAskedAndNoMore(self):
        secret, info = self.create({"name": "a name for nobody's log"})
        self.ask("GET", f"/v1/keys/{secret}")
        self.ask("GET", f"/v1/keys?search={secret}")
        self.ask("GET", f"/{secret}")
        self.good(204, "DELETE", f"/v1/keys/{info['id']}?reason=leaked")
        self.assertEqual(self.server.stop(), 0)
        log = self.server.log()
        self.assert_no_token(log)
        self.assertNotIn("nobody's log", log)
        self.assertNotIn(info["id"], log)
        requests = [line for line in map(json.loads, log.splitlines()) if line["event"] == "request"]
        allowed = {"time", "event", "request_id", "method", "route", "status", "code", "caller", "address", "bytes",
                   "micros"}
        for line in requests:
            self.assertLessEqual(set(line), allowed)
        self.assertEqual([(line["method"], line["route"], line["status"]) for line in requests][:1],
                         [("POST", "/v1/keys", 201)])
        self.assertEqual(requests[-1]["route"], "/v1/keys/{id}")


class CommandLine(ServerTest):
    def test_whatItCannotDoItSays(self):
        def refused(code, *arguments):
            done = run(SERVER, *arguments, home=self.home)
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertNotEqual(done.stderr, b"")
            return done.stderr.decode()
        self.assertIn("--fly is nothing that keywrightd knows", refused(2, "--fly", "far"))
        self.assertIn("loud not in {none,errors,managing,all}", refused(2, "--log", "loud"))
        refused(1, "--listen", "0.0.0.0:8787")
        refused(1, "--listen", "somewhere")
        refused(3, "--keyring", self.home + "/none.keyring")
        refused(4, "--keyring", self.keyring, "--listen", f"127.0.0.1:{self.server.port}")
        self.assertNotIn(self.admin, refused(1, "--keyring", self.admin))

    def test_aTakenPortEndsEveryStart(self):
        """Whatever threads stood by then: once in some tens of starts one was waited for, for ever."""
        for _ in range(60):
            done = run(SERVER, "--keyring", self.keyring, "--listen", f"127.0.0.1:{self.server.port}", home=self.home)
            self.assertEqual(done.returncode, 4, done.stderr)

    def test_aFileOfOptionsIsRead(self):
        path = self.home + "/keywrightd.toml"
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'keyring = "{self.keyring}"\nthreads = 2\nmax-connections = 50\n')
        self.server.stop()
        from support import Server
        self.server = Server(self.home, "--config", path)
        self.good(200, "GET", "/v1/me")

    def test_anUnknownOptionInTheFileIsRefused(self):
        path = self.home + "/wrong.toml"
        with open(path, "w", encoding="utf-8") as file:
            file.write("flying = true\n")
        done = run(SERVER, "--config", path, home=self.home)
        self.assertEqual(done.returncode, 2)


class TwoThreads(Http):
    options = ("--threads", "2")


if __name__ == "__main__":
    main()
