"""HTTPS: TLS 1.2 and later, a certificate that is read again without a restart, and plain HTTP kept at home."""

import http.client
import json
import os
import signal
import socket
import ssl
import subprocess

from support import SERVER, Server, ServerTest, main, run


class Tls(ServerTest):
    def serve(self):
        self.certificate = os.path.join(self.home, "tls.pem")
        self.key = os.path.join(self.home, "tls.key")
        self.make_certificate("first.example")
        self.server = Server(self.home, "--keyring", self.keyring, "--tls-certificate", self.certificate, "--tls-key",
                             self.key)

    def make_certificate(self, name):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-days", "2", "-keyout",
                        self.key, "-out", self.certificate], check=True, capture_output=True)

    def connect(self):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        connection = http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=30, context=context)
        self.addCleanup(connection.close)
        return connection

    def served_name(self):
        pem = ssl.get_server_certificate(("127.0.0.1", self.server.port))
        with open(self.home + "/served.pem", "w", encoding="utf-8") as file:
            file.write(pem)
        shown = subprocess.run(["openssl", "x509", "-in", self.home + "/served.pem", "-noout", "-subject"], check=True,
                               capture_output=True)
        return shown.stdout.decode().split("CN")[1].strip(" =\n")

    def test_theContractHoldsOverTls(self):
        connection = self.connect()
        made = self.good(201, "POST", "/v1/keys", {"name": "over TLS"}, connection=connection)
        self.assertEqual(self.good(200, "GET", "/v1/keys", connection=connection).json()[0]["id"],
                         made.json()["key_info"]["id"])

    def test_olderTlsIsRefused(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
            with self.assertRaises((ssl.SSLError, ConnectionResetError)):
                context.wrap_socket(sock)
        self.assertEqual(self.raw(b"GET /healthz HTTP/1.0\r\n\r\n").find(b"200 OK"), -1)

    def test_aNewCertificateIsShownWithoutARestart(self):
        standing = self.connect()
        self.good(200, "GET", "/healthz", connection=standing)
        self.assertEqual(self.served_name(), "first.example")
        self.make_certificate("second.example")
        self.server.process.send_signal(signal.SIGHUP)
        self.wait_until(lambda: self.served_name() == "second.example")
        self.good(200, "GET", "/healthz", connection=standing)

    def test_aBrokenCertificateLeavesTheOneBefore(self):
        with open(self.certificate, "w", encoding="utf-8") as file:
            file.write("nonsense")
        self.server.process.send_signal(signal.SIGHUP)
        self.wait_until(lambda: "certificate_refused" in self.server.log())
        self.assertEqual(self.served_name(), "first.example")

    def test_aBrokenCertificateIsNoStart(self):
        done = run(SERVER, "--keyring", self.keyring, "--listen", "127.0.0.1:0", "--tls-certificate", self.key,
                   "--tls-key", self.key, home=self.home)
        self.assertEqual(done.returncode, 4)
        self.assertIn(self.key, done.stderr.decode())

    def test_theLogSaysHttps(self):
        self.assertTrue(json.loads(self.server.lines[0])["text"].startswith("https://"))


if __name__ == "__main__":
    main()
