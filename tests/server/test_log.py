"""The server's log: lines of JSON, whoever speaks, and nobody who serves waits for it."""

import http.client
import json
import signal
import subprocess
import unittest

from store import TEST_SERVER
from support import SERVER, ServerTest, environment, main

MUCH = 4_000  # requests, far more lines than a pipe holds


class Log(ServerTest):
    def serve(self):
        """Its log is read as far as where it listens, and no further."""
        self.process = subprocess.Popen([SERVER, "--keyring", self.keyring, "--listen", "127.0.0.1:0", "--log", "all"],
                                        stderr=subprocess.PIPE, env=environment(self.home, QT_DEBUG_PLUGINS="1"))
        self.before = []
        while not self.before or self.before[-1]["event"] != "listening":
            self.before.append(json.loads(self.process.stderr.readline()))
        port = int(self.before[-1]["text"].rsplit(":", 1)[1].strip("/"))
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.addCleanup(self.connection.close)

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()

    def ask_much(self):
        for _ in range(MUCH):
            self.connection.request("GET", "/healthz")
            response = self.connection.getresponse()
            response.read()
            self.assertEqual(response.status, 200)

    def test_aServerWhoseLogIsNotReadServesOnAndStops(self):
        self.ask_much()
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(timeout=20), 0)

    def test_whatWaitsIsWrittenWhole(self):
        self.ask_much()
        self.process.send_signal(signal.SIGTERM)
        lines = [line for line in map(json.loads, self.process.stderr) if line["event"] != "qt_notice"]
        self.assertEqual(self.process.wait(timeout=20), 0)
        self.assertEqual(sum(line["event"] == "request" for line in lines), MUCH)
        self.assertEqual(lines[-1]["event"], "stopped")

    @unittest.skipUnless(TEST_SERVER, "a keyring in a file makes Qt say nothing")
    def test_whatQtSaysIsALineToo(self):
        self.assertTrue(any(line["event"] == "qt_notice" for line in self.before), self.before)


if __name__ == "__main__":
    main()
