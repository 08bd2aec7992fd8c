"""A small real API as it might stand behind a gateway: contacts and leads, no idea of keys. It tells back what it was
told of the caller."""

import http.server
import json
import threading
from urllib.parse import parse_qs, urlsplit


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, value=None):
        body = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_request(self):
        api = self.server.api
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        api.seen.append((self.command, self.path, self.headers))
        url = urlsplit(self.path)
        limit = int(parse_qs(url.query).get("limit", ["100"])[0])
        lead = url.path.removeprefix("/api/v1/leads/")
        if url.path == "/api/v1/contacts" and self.command == "GET":
            return self.answer(200, {"data": api.contacts[:limit], "total": len(api.contacts)})
        if url.path == "/api/v1/leads" and self.command == "GET":
            return self.answer(200, {"data": list(api.leads.values())[:limit], "total": len(api.leads)})
        if url.path == "/api/v1/leads" and self.command == "POST":
            made = body | {"id": str(len(api.leads) + 1)}
            api.leads[made["id"]] = made
            return self.answer(201, made)
        if lead in api.leads and self.command == "PATCH":
            api.leads[lead] |= body
            return self.answer(200, api.leads[lead])
        if lead in api.leads and self.command == "DELETE":
            del api.leads[lead]
            return self.answer(204)
        return self.answer(404, {"error": "no such thing"})

    do_GET = do_POST = do_PATCH = do_DELETE = handle_request


class SampleApi:
    def __init__(self):
        self.contacts = [{"id": "1", "name": "Ada"}, {"id": "2", "name": "Grace"}]
        self.leads = {}
        self.seen = []
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.api = self
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def stop(self):
        self.http.shutdown()
        self.http.server_close()
