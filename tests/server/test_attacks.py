"""What clients do that mean harm, or know no better. After each, the server serves on."""

import socket
import time

from support import ServerTest, main

HEAD = b"POST /v1/keys HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"


class Attacks(ServerTest):
    options = ("--header-seconds", "1", "--body-seconds", "1", "--idle-seconds", "2",
               "--max-connections-per-address", "300")

    def tearDown(self):
        self.good(200, "GET", "/v1/me")

    def status_of(self, data):
        answer = self.raw(data)
        return int(answer.split(b" ", 2)[1]) if answer else 0

    def authorized(self, more):
        return HEAD + f"Authorization: Bearer {self.admin}\r\n".encode() + more

    def test_aHeaderThatNeverEndsIsGivenUp(self):
        started = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as sock:
            sock.sendall(b"GET /healthz HTTP/1.1\r\n")
            answer = b""
            sock.settimeout(0.2)
            while b"\r\n\r\n" not in answer and time.monotonic() - started < 15:
                try:
                    sock.sendall(b"X-Slow: 1\r\n")
                    answer += sock.recv(4096)
                except TimeoutError:
                    pass
                except (BrokenPipeError, ConnectionResetError):
                    break
        self.assertIn(b"HTTP/1.1 408", answer)
        self.assertLess(time.monotonic() - started, 10)

    def test_aBodyThatNeverEndsIsGivenUp(self):
        answer = self.raw(self.authorized(b"Content-Length: 100\r\n\r\n{\"name\":"))
        self.assertIn(b"HTTP/1.1 408", answer)

    def test_anIdleConnectionIsClosed(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as sock:
            self.assertEqual(sock.recv(1), b"")

    def test_aClientThatLeavesHalfwayHarmsNobody(self):
        for cut in (b"G", b"GET /v1/keys HTT", HEAD, self.authorized(b"Content-Length: 9\r\n\r\n{"),
                    self.authorized(b"Transfer-Encoding: chunked\r\n\r\n5\r\n{")):
            self.raw(cut, wait=5, end=True)

    def test_aHugeHeaderIsRefused(self):
        self.assertEqual(self.status_of(b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n"), 431)
        self.assertEqual(self.status_of(b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * 50_000 + b"\r\n"), 431)
        self.assertIn(self.status_of(b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n"), (414, 431))

    def test_aHugeBodyIsRefusedUnread(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as sock:
            sock.sendall(self.authorized(b"Content-Length: 200000000\r\n\r\n"))
            piece = b" " * 65536
            sent = 0
            try:
                while sent < 200_000_000:
                    sock.sendall(piece)
                    sent += len(piece)
            except (BrokenPipeError, ConnectionResetError):
                pass
            self.assertLess(sent, 50_000_000, "the server did not read all of it")
        self.assertEqual(self.status_of(self.authorized(b"Content-Length: 200000000\r\n\r\n{}")), 413)
        chunks = b"".join(b"4000\r\n" + b" " * 0x4000 + b"\r\n" for _ in range(5)) + b"0\r\n\r\n"
        self.assertEqual(self.status_of(self.authorized(b"Transfer-Encoding: chunked\r\n\r\n" + chunks)), 413)

    def test_manyIdleConnectionsLeaveRoomForOthers(self):
        held = []
        try:
            for _ in range(290):
                held.append(socket.create_connection(("127.0.0.1", self.server.port), timeout=10))
            self.good(200, "GET", "/healthz")
            for _ in range(20):
                held.append(socket.create_connection(("127.0.0.1", self.server.port), timeout=10))
            self.assertEqual(held[-1].recv(1), b"", "one address has a limit")
        finally:
            for sock in held:
                sock.close()
        self.wait_until(lambda: self.raw(b"GET /healthz HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200"))

    def test_whatCouldBeReadInTwoWaysIsRefused(self):
        for pair in (
            b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}1",
            b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
            b"Content-Length: 2, 2\r\n\r\n{}",
            b"Content-Length: +2\r\n\r\n{}",
            b"Content-Length: 0x2\r\n\r\n{}",
            b"Content-Length: -2\r\n\r\n{}",
            b"Content-Length: 99999999999999999999\r\n\r\n{}",
            b"Content-Length : 2\r\n\r\n{}",
            b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n",
            b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
            b"Transfer-Encoding: chunked\r\n\r\n2;a=\n{}\r\n0\r\n\r\n",
            b"Host: b\r\n\r\n",
            b"X: a\rb\r\n\r\n",
            b"X: a\0b\r\n\r\n",
            b"X\0: a\r\n\r\n",
            b": empty\r\n\r\n",
        ):
            with self.subTest(pair=pair):
                self.assertIn(self.status_of(self.authorized(pair)), (400, 413))
        with self.subTest("HTTP/1.0 has no chunks"):
            self.assertEqual(self.status_of(b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400)

    def test_aSmuggledRequestIsNeverAnswered(self):
        answer = self.raw(self.authorized(b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                          b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"))
        self.assertEqual(answer.count(b"HTTP/1.1"), 2 if b"HTTP/1.1 is" in answer else 1)
        self.assertNotIn(b"200 OK", answer)

    def test_aTrailerIsNoHeader(self):
        answer = self.raw(HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
                          + f"Authorization: Bearer {self.admin}\r\n\r\n".encode())
        self.assertIn(b"HTTP/1.1 401", answer)

    def test_whatIsNoHttpIsRefused(self):
        for garbage in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, b"\r\n\r\n\r\n", b"hello\r\n\r\n",
                        b"GET / HTTP/9.9\r\n\r\n", b"GET  / HTTP/1.1\r\n\r\n", b"GET /\r\n\r\n", b"\0" * 5000,
                        b"GET / HTTP/1.1\nHost: a\n\n", b"GET nopath HTTP/1.1\r\nHost: a\r\n\r\n",
                        b"GET /healthz HTTP/1.1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
            with self.subTest(garbage=garbage[:20]):
                self.assertIn(self.status_of(garbage), (400, 505))
        self.assertEqual(self.status_of(b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"), 501)
        self.assertEqual(self.status_of(self.authorized(b"Expect: magic\r\n\r\n")), 417)

    def test_twoCredentialsAreNone(self):
        token = f"Authorization: Bearer {self.admin}\r\n".encode()
        self.assertEqual(self.status_of(HEAD + token + token + b"Connection: close\r\n\r\n"), 400)

    def test_malformedJsonIsRefused(self):
        deep = b"[" * 17 + b"]" * 17
        for body in (b"{", b"[]", b"null", b"1", b'"text"', b'{"name":"a","name":"b"}', b'{"name":"a","n\\u0061me":"b"}',
                     b'{"scopes":' + deep + b"}", b'{"name":"\xff"}', b'{"name":"\xed\xa0\x80"}', b"\xef\xbb\xbf{}",
                     b'{"name":"a"}{}', b'{"name":"a",}', b"{'name':'a'}", b'{"expires_days":01}', b'{"expires_days":NaN}',
                     b"\x00", b'{"name":\x00"a"}', b"[" * 60000):
            with self.subTest(body=body[:40]):
                answer = self.problem(400, "malformed_json", "POST", "/v1/keys", body)
                self.assertNotIn("Traceback", str(answer.body))
        self.problem(415, "unsupported_media_type", "POST", "/v1/keys", b"{}", Content_Type="text/plain")
        self.assertEqual(self.good(200, "GET", "/v1/keys").json(), [])

    def test_wrongTypesAndHugeNumbersAreRefused(self):
        for body in ({"name": 1}, {"name": ["a"]}, {"name": {}}, {"scopes": "read"}, {"scopes": [1]}, {"scopes": {}},
                     {"expires_days": "30"}, {"expires_days": 1.5}, {"expires_days": True}, {"expires_days": 0},
                     {"expires_days": -1}, {"expires_days": 1e300}, {"daily_spend_limit_usd": "5"},
                     {"daily_spend_limit_usd": -0.01}, {"daily_spend_limit_usd": 1e10},
                     {"daily_spend_limit_usd": 0.0000001}, {"monthly_spend_limit_usd": []}, {"unknown": 1},
                     {"name": "a\u0000b"}, {"name": "a\u202eb"}, {"name": "a\nb"}, {"scopes": ["read"] * 101}):
            with self.subTest(body=body):
                self.problem(422, "invalid", "POST", "/v1/keys", body)
        for number in (b"1e400", b"9" * 400, b"-1e400"):
            answer = self.ask("POST", "/v1/keys", b'{"expires_days":' + number + b"}")
            self.assertIn(answer.status, (400, 422))
        self.assertEqual(self.good(200, "GET", "/v1/keys").json(), [])

    def test_pathTricksLeadNowhere(self):
        token, info = self.create({})
        for path in ("//v1/keys", "/v1//keys", "/v1/keys/", "/v1/./keys", "/v1/x/../keys", "/v1/keys/..", "/V1/KEYS",
                     "/v1/keys;a=b", "/v1/%6beys", "/v1/keys/%2e%2e/keys", "/v1\\keys",
                     f"/v1/keys/{info['id']}/../{info['id']}"):
            with self.subTest(path=path):
                self.problem(404, "not_found", "GET", path)
        for path in ("/v1/keys/%00", "/v1/keys/a%", "/v1/keys/%zz", "/v1/keys/%ff"):
            with self.subTest(path=path):
                self.problem(400, "malformed_request", "GET", path)
        for path in (f"/v1/keys/{token}", f"/v1/keys?search={token}"):
            answer = self.problem(400, "token_in_request", "GET", path)
            self.assert_no_token(answer.body.decode())
        for query in ("limit=0", "limit=x", "limit=99999999999999999999", "limit=1&limit=2", "include_revoked=yes",
                      "unknown=1", "sort=fly", "cursor=AAAA", "expires_before=now", "state=dead"):
            with self.subTest(query=query):
                self.problem(400, "invalid_query", "GET", f"/v1/keys?{query}")
        self.problem(400, "malformed_request", "GET", "/v1/keys?search=%ff")

    def test_tokensAreNotTakenAsNames(self):
        token, info = self.create({})
        for body in ({"name": token}, {"owner": token}, {"note": f"it is {token}"}):
            answer = self.problem(422, "invalid", "POST", "/v1/keys", body)
            self.assert_no_token(answer.body.decode())
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")


if __name__ == "__main__":
    main()
