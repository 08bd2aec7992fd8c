"""A gateway of somebody else's (nginx, Caddy) as the tests start it: in front of the server, on a port of its own."""

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time

from sample_api import SampleApi
from support import ServerTest

PATIENCE = 60  # seconds for it to start on a busy machine


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class GatewayTest(ServerTest):
    """In front of the server and of a real API stands the gateway that gateway() starts."""

    policy = "leads-crm"
    options = ("--trusted-gateways", "127.0.0.1")

    def setUp(self):
        super().setUp()
        self.api = SampleApi()
        self.addCleanup(self.api.stop)
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.start()

    def gateway(self, port):
        """The command that serves 127.0.0.1:port, its files written to self.folder."""
        raise NotImplementedError

    def start(self):
        """Somebody else may take a port between our finding it free and the gateway's listening: then another one."""
        for _ in range(5):
            self.port = free_port()
            log = os.path.join(self.folder, "log")
            with open(log, "wb") as file:
                process = subprocess.Popen(self.gateway(self.port), stdout=file, stderr=file,
                                           env=os.environ | {"HOME": self.folder})
            if self.came_to_listen(process):
                self.addCleanup(self.stop, process)
                return
            with open(log, encoding="utf-8", errors="replace") as file:
                said = file.read()
            code = self.stop(process)
            if "in use" not in said:
                break
        self.fail(f"the gateway does not listen on port {self.port} (exit code {code}):\n{said}")

    def came_to_listen(self, process):
        until = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < until:
            with socket.socket() as sock:
                if sock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return True
            time.sleep(0.02)
        return False

    @staticmethod
    def stop(process):
        process.terminate()
        return process.wait(timeout=20)

    def through(self, method, path, token=None, body=None, **headers):
        """Status, headers and body of what the gateway answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        connection.request(method, path, body=body, headers=sent)
        response = connection.getresponse()
        answer = response.status, response.headers, response.read()
        connection.close()
        return answer
