"""A server that misbehaves as it is told: between a client and a real keywrightd, or alone.

    hostile_server.py [--to PORT] [--tls CERT]

Prints its port as one line of JSON. Lines on standard input set what happens to requests from then on, each answered
with the number of requests seen since the last line:
    pass                  hand everything on
    few N                 hand everything on, and ask for pages of N at the most
    status N [HEADERS]    answer N with a JSON problem; HEADERS as JSON
    reset | hang | half | html | huge | endless | garbage | redirect URL
    lose N                hand N changes on, and close without their answers
    body JSON             answer 200 with this JSON
"""

import argparse
import http.client
import json
import re
import socket
import ssl
import struct
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class State:
    def __init__(self):
        self.lock = threading.Lock()
        self.mode = ["pass"]
        self.seen = 0
        self.authorized = 0
        self.lose = 0


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state = None
    upstream = None

    def log_message(self, *_):
        pass

    def reply(self, status, body, content_type="application/json", headers=None, length=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def hand_on(self, raw, most=None):
        path = re.sub(r"\blimit=\d+", f"limit={most}", self.path) if most else self.path
        upstream = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=90)
        kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        upstream.request(self.command, path, body=raw or None, headers=kept)
        answer = upstream.getresponse()
        body = answer.read()
        upstream.close()
        return answer, body

    def abort(self):
        """RST instead of FIN."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def handle_one(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.state.lock:
            self.state.seen += 1
            self.state.authorized += "Authorization" in self.headers
            mode = list(self.state.mode)
            lose = mode[0] == "lose" and self.command != "GET" and self.state.lose > 0
            self.state.lose -= lose
        if mode[0] in ("pass", "few", "lose"):
            answer, body = self.hand_on(raw, mode[1] if mode[0] == "few" else None)
            if lose:
                self.close_connection = True
                return
            headers = {name: value for name, value in answer.getheaders()
                       if name.lower() not in ("content-length", "content-type", "connection", "transfer-encoding",
                                               "date", "server")}
            if answer.status == 204:
                self.send_response(204)
                self.end_headers()
                return
            self.reply(answer.status, body, answer.getheader("Content-Type"), headers)
        else:
            getattr(self, "do_" + mode[0])(*mode[1:])

    def do_status(self, status, headers="{}"):
        problem = {"type": "about:blank", "title": "As told", "status": int(status), "detail": "As told.",
                   "code": "told", "request_id": "1"}
        self.reply(int(status), json.dumps(problem).encode(), "application/problem+json", json.loads(headers))

    def do_body(self, *words):
        self.reply(200, " ".join(words).encode())

    def do_reset(self):
        self.abort()

    def do_hang(self):
        threading.Event().wait(120)

    def do_half(self):
        self.reply(200, b'{"caller": {"kind"', length=5000)
        self.close_connection = True

    def do_html(self):
        self.reply(200, b"<html><body>Please sign in to the airport's network</body></html>", "text/html")

    def do_huge(self):
        self.reply(200, b"[", length=2 * 1024 ** 3)

    def do_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
        for _ in range(32768):
            self.wfile.write(piece)

    def do_garbage(self):
        self.wfile.write(b"\x00\xff\x13no http at all\r\n\r\n")
        self.close_connection = True

    def do_redirect(self, url):
        self.reply(302, b"", headers={"Location": url + self.path})

    do_GET = do_POST = do_DELETE = do_PATCH = handle_one


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # a client that went away


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--to", type=int)
    options.add_argument("--tls")
    told = options.parse_args()
    state = State()
    Handler.state, Handler.upstream = state, told.to
    server = Server(("127.0.0.1", 0), Handler)
    if told.tls:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(told.tls)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_address[1]}), flush=True)
    for line in sys.stdin:
        words = line.split()
        with state.lock:
            print(json.dumps({"seen": state.seen, "authorized": state.authorized}), flush=True)
            state.seen = state.authorized = 0
            state.mode = words
            if words[0] == "lose":
                state.lose = int(words[1])


if __name__ == "__main__":
    main()
