"""A real nginx in front of a real API: keys admit and refuse, and nothing can be smuggled past."""

import json
import os
import shutil
import unittest
from urllib.parse import unquote

from gateway import GatewayTest
from support import REFUSAL, main

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SNIPPETS = os.path.join(os.environ["KEYWRIGHT_SOURCE"], "packaging", "gateways", "nginx")

CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log warn;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    upstream keywright {{ server 127.0.0.1:{keywright}; keepalive 16; }}
    server {{
        listen 127.0.0.1:{port};
        include {snippets}/keywright_auth.conf;
        location /api/v1/contacts {{
            set $keywright_scope "";
            include {snippets}/keywright_protect.conf;
            proxy_pass http://127.0.0.1:{api};
        }}
        location /api/v1/leads {{
            set $keywright_scope "{scope}";
            include {snippets}/keywright_protect.conf;
            proxy_pass http://127.0.0.1:{api};
        }}
    }}
}}
"""


@unittest.skipUnless(NGINX, "nginx is not installed")
class Nginx(GatewayTest):
    scope = "leads:read"

    def gateway(self, port):
        configuration = os.path.join(self.folder, "nginx.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(folder=self.folder, keywright=self.server.port, port=port,
                                            snippets=SNIPPETS, api=self.api.port, scope=self.scope))
        return [NGINX, "-c", configuration, "-p", self.folder]


class Gate(Nginx):
    def test_aLivingKeyIsAdmitted(self):
        token, info = self.create({"name": "Zapier, Büro", "scopes": ["leads:read"], "owner": "ada@example.com"})
        status, _, body = self.through("GET", "/api/v1/contacts?limit=1", token)
        self.assertEqual(status, 200, body)
        self.assertEqual(json.loads(body), {"data": [{"id": "1", "name": "Ada"}], "total": 2})
        _, _, seen = self.api.seen[-1]
        self.assertEqual(seen["X-Key-Id"], info["id"])
        self.assertEqual(unquote(seen["X-Key-Name"]), "Zapier, Büro")
        self.assertEqual(unquote(seen["X-Key-Owner"]), "ada@example.com")
        self.assertEqual(seen["X-Key-Scopes"], "leads:read")
        self.assertIsNone(seen["Authorization"])

    def test_whatIsNoLivingKeyIsRefusedWithTheText(self):
        dead, info = self.create()
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        for token in (None, "nonsense", dead, dead[:14]):
            status, headers, body = self.through("GET", "/api/v1/contacts?limit=1", token)
            self.assertEqual(status, 401, token)
            self.assertEqual(json.loads(body)["detail"], REFUSAL)
            self.assertTrue(headers["WWW-Authenticate"].startswith("Bearer"))
        self.assertEqual(self.api.seen, [])

    def test_theNextRequestAfterARevocationIsRefused(self):
        token, info = self.create()
        self.assertEqual(self.through("GET", "/api/v1/contacts", token)[0], 200)
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        self.assertEqual(self.through("GET", "/api/v1/contacts", token)[0], 401)

    def test_aRevocationOnTheCommandLineIsSeen(self):
        token, info = self.create()
        self.assertEqual(self.through("GET", "/api/v1/contacts", token)[0], 200)
        self.cli("revoke", info["id"], "--yes")
        self.wait_until(lambda: self.through("GET", "/api/v1/contacts", token)[0] == 401, seconds=1)

    def test_aMissingScopeIsForbidden(self):
        token, _ = self.create({"name": "Writes alone", "scopes": ["leads:create"]})
        status, _, body = self.through("GET", "/api/v1/leads", token)
        self.assertEqual((status, json.loads(body)["code"]), (403, "insufficient_scope"))
        self.assertEqual(self.api.seen, [])

    def test_spoofedHeadersChangeNothing(self):
        token, info = self.create({"name": "Reads nothing", "scopes": []})
        spoofed = {"X_Key_Id": "admin", "X_Key_Name": "root", "X_Key_Owner": "root", "X_Key_Scopes": "leads:read",
                   "X_Forwarded_For": "203.0.113.9", "X_Required_Scope": "", "X_Denied_Status": "200",
                   "X_Original_Method": "GET", "X_Original_URI": "/elsewhere", "X_Forwarded_Method": "DELETE"}
        self.assertEqual(self.through("GET", "/api/v1/leads", token, **spoofed)[0], 403)
        self.assertEqual(self.through("GET", "/api/v1/contacts", token, **spoofed)[0], 200)
        _, _, seen = self.api.seen[-1]
        self.assertEqual(seen.get_all("X-Key-Id"), [info["id"]])
        self.assertEqual(seen["X-Key-Name"], "Reads%20nothing")
        self.assertIsNone(seen["X-Key-Scopes"])
        self.assertEqual(self.through("GET", "/api/v1/contacts", "nonsense", **spoofed)[0], 401)
        self.assertEqual(self.through("GET", "/_keywright", token, **spoofed)[0], 404)
        self.wait_until(lambda: self.info(info["id"])["last_address"] == "127.0.0.1")

    def test_changesMadeWithAKeyStandInTheLog(self):
        token, info = self.create({"name": "Zapier", "scopes": ["leads:read", "leads:create"]})
        status, _, body = self.through("POST", "/api/v1/leads?token=x", token, '{"name": "Ada"}')
        self.assertEqual(status, 201, body)
        self.assertEqual(self.through("GET", "/api/v1/leads", token)[0], 200)

        def entries():
            log = self.good(200, "GET", "/v1/activity?search=authMethod:api_key").json()
            return log["entries"] if isinstance(log, dict) else log

        self.wait_until(lambda: len(entries()) == 1)
        entry = entries()[0]
        self.assertEqual(entry["event"], "API Request")
        self.assertEqual(entry["authMethod"], "api_key")
        self.assertEqual(entry["key_id"], info["id"])
        self.assertEqual(entry["detail"], {"method": "POST", "path": "/api/v1/leads"})
        self.assertNotIn(token, self.server.log())

    def test_leadsAreMadeReadChangedAndDeletedThroughIt(self):
        token, _ = self.create({"name": "All", "scopes": ["leads:read", "leads:create", "leads:update",
                                                          "leads:delete"]})
        self.assertEqual(self.through("POST", "/api/v1/leads", token, '{"name": "Ada"}')[0], 201)
        self.assertEqual(json.loads(self.through("GET", "/api/v1/leads", token)[2])["total"], 1)
        self.assertEqual(self.through("PATCH", "/api/v1/leads/1", token, '{"name": "Grace"}')[0], 200)
        self.assertEqual(self.through("DELETE", "/api/v1/leads/1", token)[0], 204)


class Limits(Nginx):
    policy = "standard"
    scope = "read"

    def test_aUsedUpRateIsToldAs429(self):
        token, _ = self.create({"name": "Slow", "rate_per_minute": 3})
        answers = [self.through("GET", "/api/v1/contacts", token) for _ in range(8)]
        statuses = [answer[0] for answer in answers]
        self.assertIn(429, statuses)
        self.assertEqual(set(statuses), {200, 429})
        _, headers, body = next(answer for answer in answers if answer[0] == 429)
        self.assertLessEqual(int(headers["Retry-After"]), 60)
        self.assertEqual(json.loads(body)["status"], 429)


if __name__ == "__main__":
    main()
