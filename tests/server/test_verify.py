"""What keywrightd tells APIs of their callers' keys."""

import json
from urllib.parse import urlencode

from support import REFUSAL, SERVER, ServerTest, main, run

FORM = {"Content_Type": "application/x-www-form-urlencoded"}


class Verify(ServerTest):
    def setUp(self):
        super().setUp()
        self.verifier = self.member("contacts-api", "verifier")

    def verify(self, status=200, **body):
        return self.good(status, "POST", "/v1/keys/verify", body, token=self.verifier).json()

    def test_aLivingKeyIsValidAtOnce(self):
        token, info = self.create({"name": "agent", "scopes": ["read"], "expires_days": 30})
        answer = self.verify(token=token, scope="read")
        self.assertIs(answer["valid"], True)
        self.assertEqual(answer["key_id"], info["id"])
        self.assertEqual(answer["name"], "agent")
        self.assertEqual(answer["scopes"], ["read"])
        self.assertEqual(answer["expires_at"], info["expires_at"])
        self.assertIsNone(answer["spend_info"])

    def test_unknownExpiredAndRevokedReadAlike(self):
        token, info = self.create()
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        refused = {"valid": False, "code": "invalid_token", "error": REFUSAL}
        for shown in (token, "nonsense", "", token[:-1]):
            self.assertEqual(self.verify(token=shown), refused)
        lacking, _ = self.create({"scopes": ["read"]})
        answer = self.verify(token=lacking, scope="write")
        self.assertEqual((answer["valid"], answer["code"]), (False, "insufficient_scope"))

    def test_aKeyMayAskForItself(self):
        token, info = self.create({"scopes": ["read"]})
        own = self.good(200, "POST", "/v1/keys/verify", {"scope": "read", "cost_usd": 1}, token=token)
        self.assertEqual(own.json()["key_id"], info["id"])
        self.assertIsNone(own.json()["spend_info"])
        lacking = self.problem(403, "insufficient_scope", "POST", "/v1/keys/verify", {"scope": "write"}, token=token)
        self.assertIn('error="insufficient_scope"', lacking.headers["WWW-Authenticate"])
        refused = self.problem(401, "invalid_token", "POST", "/v1/keys/verify", {}, token="nonsense")
        self.assertEqual(refused.json()["detail"], REFUSAL)
        self.assertIn('error="invalid_token"', refused.headers["WWW-Authenticate"])

    def test_onlyVerifiersAndAdminsMayAskForOthers(self):
        token, _ = self.create()
        auditor = self.member("support", "auditor")
        # Made by another program: known a moment later.
        self.wait_until(lambda: self.ask("POST", "/v1/usage", {}, token=auditor).status == 403, seconds=1)
        for path, body in (("/v1/keys/verify", {"token": token}), ("/v1/usage", {}), ("/v1/activity", {})):
            self.problem(403, "role", "POST", path, body, token=auditor)
            self.problem(401, "invalid_token", "POST", path, body, token=token)
        self.good(200, "POST", "/v1/keys/verify", {"token": token})
        self.problem(403, "role", "GET", "/v1/keys", token=self.verifier)

    def test_aRevokedMemberMayNoLongerAsk(self):
        run(SERVER, "member", "revoke", "--keyring", self.keyring, "contacts-api", home=self.home)
        token, _ = self.create()
        self.wait_until(lambda: self.ask("POST", "/v1/keys/verify", {"token": token},
                                         token=self.verifier).status == 401, seconds=1)

    def test_spendIsReservedAndChargedOnce(self):
        token, info = self.create({"daily_spend_limit_usd": 1.0})
        self.assertEqual(self.verify(token=token, cost_usd=0.25)["spend_info"]["daily_spend_usd"], 0.25)
        charge = {"key_id": info["id"], "cost_usd": 0.5, "id": "job-1"}
        for already in (False, True):
            charged = self.good(200, "POST", "/v1/usage", charge, token=self.verifier).json()
            self.assertIs(charged["already_counted"], already)
        refused = self.verify(token=token, cost_usd=0.26)
        self.assertEqual((refused["valid"], refused["code"]), (False, "spend_limit_exceeded"))
        self.assertGreater(refused["retry_after"], 0)
        self.assertIs(self.verify(token=token, cost_usd=0.25)["valid"], True)
        self.wait_until(lambda: self.info(info["id"])["spend_info"]["daily_spend_usd"] == 1.0)
        limited = self.problem(429, "spend_limit_exceeded", "POST", "/v1/keys/verify", {}, token=token)
        self.assertGreater(int(limited.headers["Retry-After"]), 0)
        self.problem(404, "not_found", "POST", "/v1/usage", charge | {"key_id": "none", "id": "x"},
                     token=self.verifier)
        self.problem(422, "invalid", "POST", "/v1/usage", {"key_id": info["id"]}, token=self.verifier)

    def test_useIsNoted(self):
        token, info = self.create()
        self.verify(token=token, address="192.0.2.7", user_agent="python/3")
        self.verify(token=token, scope="admin", address="192.0.2.8")
        self.wait_until(lambda: self.info(info["id"])["last_address"] == "192.0.2.7")
        noted = self.info(info["id"])
        self.assertEqual(noted["last_agent"], "python/3")
        self.assertIsNotNone(noted["last_used_at"])

    def test_introspectionSaysWhatIsActive(self):
        token, info = self.create({"scopes": ["read", "write"], "expires_days": 1})
        answer = self.good(200, "POST", "/introspect", urlencode({"token": token}), token=self.verifier, **FORM).json()
        self.assertIs(answer["active"], True)
        self.assertEqual((answer["scope"], answer["client_id"]), ("read write", info["id"]))
        gone = self.good(200, "POST", "/introspect", urlencode({"token": "none"}), token=self.verifier, **FORM)
        self.assertEqual(gone.json(), {"active": False})
        self.problem(401, "no_token", "POST", "/introspect", urlencode({"token": token}), token=None, **FORM)

    def test_aTokenIsRevokedByAnAdminOrByItself(self):
        for by in ("admin", None):
            token, _ = self.create({"scopes": ["read"]})
            self.good(200, "POST", "/revoke", urlencode({"token": token}), token=by or token, **FORM)
            self.assertIs(self.verify(token=token)["valid"], False)
        token, _ = self.create()
        self.good(200, "POST", "/revoke", urlencode({"token": "none"}), **FORM)
        self.good(403, "POST", "/revoke", urlencode({"token": token}), token=self.verifier, **FORM)
        self.assertIs(self.verify(token=token)["valid"], True)

    def test_reportedRequestsStandInTheLog(self):
        _, info = self.create()
        self.good(202, "POST", "/v1/activity", {"key_id": info["id"], "method": "DELETE", "path": "/v1/memories/7",
                                                "address": "192.0.2.7"}, token=self.verifier)

        def found():
            return b"/v1/memories/7" in self.good(200, "GET", "/v1/activity?search=authMethod:api_key").body

        self.wait_until(found)

    def test_readinessTellsTheSnapshotsAge(self):
        answer = self.good(200, "GET", "/readyz", token=None).json()
        self.assertEqual(answer["status"], "ready")
        self.assertLessEqual(answer["snapshot_age_seconds"], 1)

    def test_aMembersLastUseIsWrittenDown(self):
        token, _ = self.create()
        self.verify(token=token)

        def used():
            listed = run(SERVER, "member", "list", "--json", "--keyring", self.keyring, home=self.home).stdout
            return all(member["last_used_at"] for member in json.loads(listed))

        self.wait_until(used)

    def test_aKeyThatManagesIsSeenToBeUsed(self):
        token, info = self.create({"scopes": ["admin"]})
        self.good(200, "GET", "/v1/keys", token=token, User_Agent="terraform/1")
        self.wait_until(lambda: self.info(info["id"])["last_agent"] == "terraform/1")
        self.assertEqual(self.info(info["id"])["last_address"], "127.0.0.1")


class Traces(ServerTest):
    options = ("--log", "all", "--activity-requests", "all")

    def test_noTokenStandsAnywhere(self):
        verifier = self.member("gateway", "verifier")
        token, info = self.create({"scopes": ["admin"]})
        heir = self.good(201, "POST", f"/v1/keys/{info['id']}/rotate", {}).json()["key"]
        tokens = [self.admin, verifier, token, heir]
        for shown in tokens:
            self.ask("POST", "/v1/keys/verify", {"token": shown}, token=verifier)
            self.ask("GET", "/auth", token=shown, X_Original_Method="POST", X_Original_URI=f"/api?key={shown}")
            self.ask("GET", "/auth", token=shown, X_Original_Method="POST", X_Original_URI=f"/api/{shown}")
            self.ask("POST", f"/auth/envoy/-/api/{shown}?key={shown}", token=shown)
            self.ask("POST", "/introspect", urlencode({"token": shown}), token=verifier, **FORM)
            self.ask("POST", "/v1/activity", {"key_id": info["id"], "method": "PUT", "path": f"/{shown}"}, token=verifier)
            self.ask("GET", f"/v1/keys/{shown}")
            self.ask("GET", f"/v1/keys?search={shown}")
            self.ask("POST", "/v1/keys", {"name": shown, "owner": shown})
            self.ask("GET", f"/{shown}", User_Agent=f"curl/8 {shown}")
            self.ask("GET", "/auth", token=heir, User_Agent=f"curl/8 {shown}")
            self.ask("GET", "/auth", token=heir, User_Agent=f"curl/8 {'x' * (155 - len(shown))} {shown}")
            self.ask("POST", "/v1/keys/verify", {"token": heir, "address": shown, "user_agent": shown}, token=verifier)
        self.wait_until(lambda: self.info(info["id"])["last_used_at"] is not None)
        self.assert_no_token(self.good(200, "GET", "/metrics", token=None).body.decode())
        self.assert_no_token(self.good(200, "GET", "/v1/activity?limit=1000").body.decode())
        with open(f"/proc/{self.server.process.pid}/cmdline", encoding="utf-8") as file:
            self.assert_no_token(file.read())
        written = self.store.content()
        self.end()
        self.assert_no_token(self.server.log())
        written += self.store.content()
        for shown in tokens:
            for form in (shown.encode(), shown[:-4].encode(), shown.encode("utf-16-le")):
                self.assertFalse(form in written, "a token is in the store")


class Guessing(ServerTest):
    options = ("--failed-per-minute", "5")

    def test_whoGuessesWaitsAndValidKeysDoNot(self):
        token, _ = self.create()
        statuses = [self.ask("GET", "/auth", token=f"guess{i}").status for i in range(20)]
        self.assertIn(429, statuses)
        self.assertEqual(statuses[0], 401)
        self.good(200, "GET", "/auth", token=token)


class AwayStore(ServerTest):
    options = ("--max-stale-seconds", "2")

    def test_verificationGoesOnAndThenFailsClosed(self):
        token, _ = self.create()
        self.store.go_away()
        self.wait_until(lambda: self.ask("GET", "/readyz", token=None).json()["status"] != "ready")
        self.assertEqual(self.ask("GET", "/auth", token=token).status, 200)
        self.wait_until(lambda: self.ask("GET", "/readyz", token=None).status == 503)
        self.assertEqual(self.ask("GET", "/auth", token=token).status, 503)
        self.store.come_back()
        self.wait_until(lambda: self.ask("GET", "/auth", token=token).status == 200)
        self.wait_until(lambda: self.ask("GET", "/readyz", token=None).json()["status"] == "ready")


if __name__ == "__main__":
    main()
