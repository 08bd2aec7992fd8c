"""Other gateways: the requests that Envoy and Traefik send, and a real Caddy in front of a real API."""

import os
import re
import shutil
import unittest

from gateway import GatewayTest
from support import ServerTest, main

CADDY = shutil.which("caddy")
SNIPPETS = os.path.join(os.environ["KEYWRIGHT_SOURCE"], "packaging", "gateways")


class Shapes(ServerTest):
    policy = "leads-crm"
    options = ("--trusted-gateways", "127.0.0.1")

    def logged(self, text):
        return text in self.good(200, "GET", "/v1/activity?search=authMethod:api_key").body

    def test_envoyAsksBehindThePathWithTheMethod(self):
        token, info = self.create({"name": "Zapier", "scopes": ["leads:read"]})
        prefix = "/auth/envoy/leads:read"
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
            answer = self.good(200, method, prefix + "/api/v1/leads/7?x=/y&z=%00", token=token,
                               X_Forwarded_For="203.0.113.9")
            self.assertEqual(answer.headers["X-Key-Id"], info["id"])
        self.wait_until(lambda: self.logged(b"/api/v1/leads/7"))
        self.assertTrue(self.logged(b"203.0.113.9"))
        self.assertFalse(self.logged(b"z=%00"))
        for path in ("/", "//", "/../../v1/keys", "/%2e%2e/", "/auth", ""):
            self.good(200, "GET", prefix + path, token=token)
            self.good(401, "OPTIONS", prefix + path, token=None)
        self.good(403, "GET", "/auth/envoy/leads:delete/api", token=token)
        self.good(403, "GET", "/auth/envoy/leads:delete/api", token=token, X_Required_Scope="leads:read")
        self.good(200, "GET", "/auth/envoy/-/api", token=token)
        self.good(400, "GET", "/auth/envoy/%zz/api", token=token)
        self.assertNotEqual(self.ask("GET", "/auth/envoy//api", token=token).status, 200)
        self.assertNotEqual(self.ask("GET", "/auth/envoy", token=token).status, 200)
        self.assertNotEqual(self.raw(f"PROPFIND {prefix}/api HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"
                                     "Connection: close\r\n\r\n".encode())[9:12], b"200")

    def test_traefikAsksWithForwardedHeaders(self):
        token, info = self.create({"name": "Zapier", "scopes": ["leads:read"]})
        headers = {"X_Forwarded_Method": "POST", "X_Forwarded_Proto": "https", "X_Forwarded_Host": "example.com",
                   "X_Forwarded_Uri": "/api/v1/leads?limit=1", "X_Forwarded_For": "203.0.113.9"}
        answer = self.good(200, "GET", "/auth/scope/leads:read", token=token, **headers)
        self.assertEqual(answer.headers["X-Key-Id"], info["id"])
        self.wait_until(lambda: self.logged(b"/api/v1/leads"))
        self.assertFalse(self.logged(b"limit=1"))
        refused = self.good(401, "GET", "/auth/scope/leads:read", token="none", **headers)
        self.assertIn("WWW-Authenticate", refused.headers)

    def test_theSnippetsAskWhereTheServerAnswers(self):
        for name, path in (("envoy.yaml", "/auth/envoy/leads:read"), ("traefik.yaml", "/auth/scope/leads:read"),
                           ("Caddyfile", "/auth/scope/leads:read")):
            with open(os.path.join(SNIPPETS, name), encoding="utf-8") as file:
                self.assertIn(path, file.read(), name)


@unittest.skipUnless(CADDY, "caddy is not installed")
class Caddy(GatewayTest):
    def gateway(self, port):
        with open(os.path.join(SNIPPETS, "Caddyfile"), encoding="utf-8") as file:
            shipped = file.read()
        site = shipped.replace("127.0.0.1:8787", f"127.0.0.1:{self.server.port}")
        site = site.replace("127.0.0.1:3000", f"127.0.0.1:{self.api.port}")
        site = site.replace("example.com", f"http://127.0.0.1:{port}")
        configuration = os.path.join(self.folder, "Caddyfile")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write("{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n" +
                       re.sub(r"^#.*\n", "", site, flags=re.MULTILINE))
        return [CADDY, "run", "--adapter", "caddyfile", "--config", configuration]

    def test_aLivingKeyIsAdmittedAndNoOther(self):
        token, info = self.create({"name": "Zapier", "scopes": ["leads:read"]})
        poor, _ = self.create({"name": "Poor", "scopes": ["leads:create"]})
        status, _, _ = self.through("GET", "/api/v1/contacts?limit=1", token, X_Key_Id="spoofed", X_Key_Scopes="all",
                                 X_Required_Scope="none")
        self.assertEqual(status, 200)
        _, _, seen = self.api.seen[-1]
        self.assertEqual(seen["X-Key-Id"], info["id"])
        self.assertEqual(seen["X-Key-Scopes"], "leads:read")
        self.assertNotIn("Authorization", seen)
        count = len(self.api.seen)
        status, _, body = self.through("GET", "/api/v1/contacts", "none")
        self.assertEqual(status, 401)
        self.assertIn(b"Invalid, expired, or revoked API key", body)
        self.assertEqual(self.through("GET", "/api/v1/contacts")[0], 401)
        self.assertEqual(self.through("GET", "/api/v1/contacts", poor)[0], 403)
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        self.assertEqual(self.through("GET", "/api/v1/contacts", token)[0], 401)
        self.assertEqual(len(self.api.seen), count, "a refused request reached the API")


if __name__ == "__main__":
    main()
