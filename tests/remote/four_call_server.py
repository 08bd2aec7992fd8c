"""A server for API keys that has the four calls of the MemoryRelay page and nothing else. Written from that page alone.

Prints its port and the first key (scope admin) as one line of JSON, then serves. Lines on standard input steer it:
    lose          the next change is done, and its answer never sent
    forbid        changes are refused with 403 from now on
    many N        N more keys
    away          hangs up on everybody, until "back"
    valid TOKEN   prints whether a service would let this key in
    count         prints how many requests of each kind there were, as one line of JSON
"""

import hashlib
import json
import secrets
import ssl
import sys
import threading
import uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

SCOPES = ["read", "write", "delete", "admin"]


def rfc3339(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when else None


def now():
    return datetime.now(timezone.utc).replace(microsecond=0)


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Key:
    def __init__(self, body):
        self.token = "mem_prod_" + secrets.token_hex(32)
        self.digest = hashlib.sha256(self.token.encode()).digest()
        self.id = str(uuid.uuid4())
        self.name = body.get("name")
        self.scopes = body.get("scopes") or ["read", "write"]
        self.created = now()
        days = body.get("expires_days")
        self.expires = self.created + timedelta(days=days) if days else None
        self.revoked = self.deprecated = self.auto_revoke = None
        self.daily = body.get("daily_spend_limit_usd")
        self.monthly = body.get("monthly_spend_limit_usd")

    def settle(self):
        if self.auto_revoke and not self.revoked and now() >= self.auto_revoke:
            self.revoked = self.auto_revoke

    def active(self):
        return not self.revoked and not (self.expires and now() >= self.expires)

    def info(self):
        spend = None
        if self.daily is not None or self.monthly is not None:
            spend = {"daily_spend_usd": 0.0, "daily_limit_usd": self.daily, "monthly_spend_usd": 0.0,
                     "monthly_limit_usd": self.monthly}
        return {"id": self.id, "name": self.name, "key_prefix": self.token[:12], "scopes": self.scopes,
                "created_at": rfc3339(self.created), "last_used_at": None, "expires_at": rfc3339(self.expires),
                "revoked_at": rfc3339(self.revoked), "deprecated_at": rfc3339(self.deprecated),
                "auto_revoke_at": rfc3339(self.auto_revoke), "is_active": self.active(),
                "daily_spend_limit_usd": self.daily, "monthly_spend_limit_usd": self.monthly, "spend_info": spend}


def check(body, fields):
    for name in body:
        if name not in fields:
            raise Refused(422, f"unknown field: {name}")
    name = body.get("name")
    if name is not None and (not isinstance(name, str) or len(name) > 255):
        raise Refused(422, "name: max 255 characters")
    scopes = body.get("scopes")
    if scopes is not None and (not isinstance(scopes, list) or any(one not in SCOPES for one in scopes)):
        raise Refused(422, "scopes: read, write, delete, admin")
    for name, most in (("expires_days", 365), ("grace_days", 30)):
        days = body.get(name)
        if days is not None and (type(days) is not int or not 1 <= days <= most):
            raise Refused(422, f"{name}: 1-{most}")
    for name in ("daily_spend_limit_usd", "monthly_spend_limit_usd"):
        limit = body.get(name)
        if limit is not None and (type(limit) not in (int, float) or limit < 0):
            raise Refused(422, f"{name}: not a number")


class Service:
    def __init__(self):
        self.lock = threading.Lock()
        self.keys = {}
        self.lose = False
        self.forbid = False
        self.away = False
        self.counts = {}

    def add(self, body):
        key = Key(body)
        self.keys[key.id] = key
        return key

    def authenticate(self, header):
        digest = hashlib.sha256((header or "").removeprefix("Bearer ").encode()).digest()
        for key in self.keys.values():
            if key.digest == digest and key.active() and "admin" in key.scopes:
                return
        raise Refused(401, "Invalid, expired, or revoked API key")

    def find(self, key_id):
        if key_id not in self.keys:
            raise Refused(404, "API key not found")
        return self.keys[key_id]

    def answer(self, method, target, body):
        url = urlsplit(target)
        parts = url.path.strip("/").split("/")
        if parts[:2] != ["v1", "keys"]:
            raise Refused(404, "Not Found")
        rest = parts[2:]
        for key in self.keys.values():
            key.settle()
        if method == "GET" and not rest:
            return 200, self.list(parse_qs(url.query))
        if method in ("POST", "DELETE") and self.forbid:
            raise Refused(403, "Insufficient permissions")
        if method == "POST" and not rest:
            check(body, ["name", "scopes", "expires_days", "daily_spend_limit_usd", "monthly_spend_limit_usd"])
            key = self.add(body)
            return 201, {"key": key.token, "key_info": key.info()}
        if method == "DELETE" and len(rest) == 1:
            key = self.find(rest[0])
            key.revoked = key.revoked or now()
            return 204, None
        if method == "POST" and len(rest) == 2 and rest[1] == "rotate":
            return 201, self.rotate(self.find(rest[0]), body)
        raise Refused(405 if not rest else 404, "Not Found")

    def list(self, query):
        for name in query:
            if name != "include_revoked":
                raise Refused(422, f"unknown parameter: {name}")
        everything = query.get("include_revoked", ["false"]) == ["true"]
        return [key.info() for key in self.keys.values() if everything or not key.revoked]

    def rotate(self, old, body):
        check(body, ["grace_days"])
        if old.revoked or old.deprecated:
            raise Refused(409, "Key is revoked or was rotated")
        key = self.add({"name": old.name, "scopes": old.scopes, "daily_spend_limit_usd": old.daily,
                        "monthly_spend_limit_usd": old.monthly})
        if old.expires:
            key.expires = key.created + (old.expires - old.created)
        old.deprecated = now()
        old.auto_revoke = old.deprecated + timedelta(days=body.get("grace_days", 7))
        return {"key": key.token, "key_info": key.info()}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service = None

    def log_message(self, *_):
        pass

    def handle_one(self):
        service = self.service
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        if service.away:
            self.close_connection = True
            return
        with service.lock:
            service.counts[self.command] = service.counts.get(self.command, 0) + 1
            try:
                service.authenticate(self.headers.get("Authorization"))
                body = json.loads(raw) if raw else {}
                status, answer = service.answer(self.command, self.path, body)
                if self.command != "GET" and service.lose:
                    service.lose = False
                    self.close_connection = True
                    return
            except Refused as refused:
                status, answer = refused.status, {"error": str(refused)}
            except ValueError:
                status, answer = 400, {"error": "malformed JSON"}
        body = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_DELETE = do_PATCH = do_PUT = handle_one


def steer(service):
    for line in sys.stdin:
        words = line.split()
        with service.lock:
            if words[:1] == ["lose"]:
                service.lose = True
            elif words[:1] == ["forbid"]:
                service.forbid = True
            elif words[:1] in (["away"], ["back"]):
                service.away = words == ["away"]
            elif words[:1] == ["valid"]:
                digest = hashlib.sha256(words[1].encode()).digest()
                good = any(key.digest == digest and key.active() for key in service.keys.values())
                print(json.dumps({"valid": good}), flush=True)
            elif words[:1] == ["many"]:
                for i in range(int(words[1])):
                    service.add({"name": f"Key number {i}"})
            elif words[:1] == ["count"]:
                print(json.dumps(service.counts), flush=True)
        if words[:1] not in (["count"], ["valid"]):
            print("{}", flush=True)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # a client that went away


def main():
    service = Service()
    first = service.add({"name": "first", "scopes": SCOPES})
    Handler.service = service
    server = Server(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 1:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(sys.argv[1])
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    print(json.dumps({"port": server.server_address[1], "key": first.token}), flush=True)
    threading.Thread(target=steer, args=(service,), daemon=True).start()
    server.serve_forever()


if __name__ == "__main__":
    main()
