"""Ten thousand clients that want nothing: memory stays bounded, and who wants something is served."""

import resource
import socket

from support import ServerTest, main

CONNECTIONS = 10_000  # as many as the server takes at a time
SOURCES = 20          # each address may have a thousand
ROOM = 200            # descriptors that the test itself needs


class IdleCrowd(ServerTest):
    def setUp(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and hard < CONNECTIONS + ROOM:
            self.skipTest(f"this system grants only {hard} descriptors")
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, CONNECTIONS + ROOM), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        super().setUp()

    def connect_from(self, source):
        sock = socket.create_connection(("127.0.0.1", self.server.port), timeout=30, source_address=(source, 0))
        sock.settimeout(30)
        return sock

    def is_closed(self, sock):
        sock.settimeout(0.05)
        try:
            return sock.recv(1) == b""
        except TimeoutError:
            return False
        except ConnectionResetError:
            return True

    def open_connections(self):
        metrics = self.good(200, "GET", "/metrics", token=None).body.decode()
        return int(next(line for line in metrics.splitlines() if line.startswith("keywright_http_connections ")).split()[1])

    def test_theLongestIdleMakeRoomForNewClients(self):
        token, _ = self.create()
        before = self.peak_memory()
        held = []
        try:
            for number in range(CONNECTIONS):
                held.append(self.connect_from(f"127.0.1.{number % SOURCES + 1}"))
            # Each further client is served, and another one that has been idle longest goes.
            for _ in range(50):
                self.good(200, "GET", "/auth", token=token)
            self.wait_until(lambda: self.open_connections() <= CONNECTIONS)
            self.assertGreater(self.open_connections(), CONNECTIONS - 200)
            self.assertTrue(self.is_closed(held[0]), "the first was idle longest")
            self.assertFalse(self.is_closed(held[-1]), "the last was idle shortest")
            held[-1].settimeout(30)
            held[-1].sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            self.assertTrue(held[-1].recv(100).startswith(b"HTTP/1.1 200"))
            self.assertLess(self.peak_memory() - before, 120 * 1024 * 1024)
        finally:
            for sock in held:
                sock.close()
        self.wait_until(lambda: self.open_connections() < 10)


if __name__ == "__main__":
    main()
