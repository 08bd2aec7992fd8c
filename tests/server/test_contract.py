"""The four calls of seed 002, to the letter, and what every other answer shares with them."""

import re
from datetime import datetime, timedelta

from support import FOURTEEN, POLICIES, REFUSAL, ServerTest, main


def instant(text):
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text), text
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


class Contract(ServerTest):
    def test_creatingAnswersTheTokenOnceWithFourteenFields(self):
        answer = self.good(201, "POST", "/v1/keys",
                           {"name": "production-agent", "scopes": ["read", "write"], "expires_days": 365})
        made = answer.json()
        self.assertEqual(list(made), ["key", "key_info"])
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        self.assertRegex(made["key"], "^" + POLICIES["memoryrelay"][1] + "$")
        info = made["key_info"]
        self.assertEqual(list(info), FOURTEEN)
        self.assertEqual(info["name"], "production-agent")
        self.assertEqual(info["key_prefix"], made["key"][:12])
        self.assertEqual(info["scopes"], ["read", "write"])
        self.assertEqual(instant(info["expires_at"]) - instant(info["created_at"]), timedelta(days=365))
        for absent in ("last_used_at", "revoked_at", "deprecated_at", "auto_revoke_at", "daily_spend_limit_usd",
                       "monthly_spend_limit_usd", "spend_info"):
            self.assertIsNone(info[absent], absent)
        self.assertIs(info["is_active"], True)

    def test_everythingHasItsDefault(self):
        for body in ({}, None):
            info = self.good(201, "POST", "/v1/keys", body).json()["key_info"]
            self.assertIsNone(info["name"])
            self.assertEqual(info["scopes"], ["read", "write"])
            self.assertIsNone(info["expires_at"])

    def test_limitsAreNumbersWithTheirSpend(self):
        _, info = self.create({"daily_spend_limit_usd": 5, "monthly_spend_limit_usd": 100.0})
        self.assertEqual(info["daily_spend_limit_usd"], 5.0)
        self.assertEqual(info["spend_info"], {"daily_spend_usd": 0.0, "daily_limit_usd": 5.0,
                                              "monthly_spend_usd": 0.0, "monthly_limit_usd": 100.0})
        _, tiny = self.create({"daily_spend_limit_usd": 0.000001})
        self.assertEqual(tiny["daily_spend_limit_usd"], 0.000001)
        self.assertIsNone(tiny["monthly_spend_limit_usd"])
        self.assertIn(b'"daily_spend_limit_usd":5.0', self.good(200, "GET", "/v1/keys").body)

    def test_theListIsABareArrayWithoutRevokedKeys(self):
        self.assertEqual(self.good(200, "GET", "/v1/keys").json(), [])
        _, first = self.create({"name": "first"})
        _, second = self.create({"name": "second"})
        listed = self.good(200, "GET", "/v1/keys").json()
        self.assertEqual(listed, [first, second])
        self.good(204, "DELETE", f"/v1/keys/{first['id']}")
        for query in ("", "?include_revoked=false"):
            self.assertEqual([key["id"] for key in self.good(200, "GET", "/v1/keys" + query).json()], [second["id"]])
        both = self.good(200, "GET", "/v1/keys?include_revoked=true").json()
        self.assertEqual([key["is_active"] for key in both], [False, True])
        instant(both[0]["revoked_at"])

    def test_revokingIsIdempotentAndHasNoBody(self):
        _, info = self.create({})
        for _ in range(2):
            answer = self.good(204, "DELETE", f"/v1/keys/{info['id']}")
            self.assertEqual(answer.body, b"")
            self.assertIsNone(answer.headers["Content-Type"])
        self.problem(404, "not_found", "DELETE", "/v1/keys/k1a2b3c4-d5e6-7890-abcd-ef1234567890")

    def test_rotatingKeepsTheOldKeyForItsGrace(self):
        _, old = self.create({"name": "agent", "scopes": ["read"], "expires_days": 90, "daily_spend_limit_usd": 1.5})
        made = self.good(201, "POST", f"/v1/keys/{old['id']}/rotate", {"grace_days": 3}).json()
        self.assertEqual(list(made), ["key", "key_info"])
        new = made["key_info"]
        self.assertNotEqual(new["id"], old["id"])
        for kept in ("name", "scopes", "daily_spend_limit_usd"):
            self.assertEqual(new[kept], old[kept])
        before = self.good(200, "GET", f"/v1/keys/{old['id']}").json()
        self.assertEqual(instant(before["auto_revoke_at"]) - instant(before["deprecated_at"]), timedelta(days=3))
        self.assertIs(before["is_active"], True)
        self.assertIsNone(before["revoked_at"])
        self.problem(409, "state", "POST", f"/v1/keys/{old['id']}/rotate", {})

    def test_graceIsSevenDaysUnlessSaidAndOneToThirty(self):
        _, old = self.create({})
        for wrong in (0, 31, -1):
            self.problem(422, "invalid", "POST", f"/v1/keys/{old['id']}/rotate", {"grace_days": wrong})
        self.good(201, "POST", f"/v1/keys/{old['id']}/rotate")
        before = self.good(200, "GET", f"/v1/keys/{old['id']}").json()
        self.assertEqual(instant(before["auto_revoke_at"]) - instant(before["deprecated_at"]), timedelta(days=7))

    def test_valuesThatBreakARuleAreAllTold(self):
        answer = self.problem(422, "invalid", "POST", "/v1/keys",
                              {"name": "x" * 256, "scopes": ["fly"], "expires_days": 366, "daily_spend_limit_usd": -1})
        pointers = {error["pointer"] for error in answer.json()["errors"]}
        self.assertEqual(pointers, {"/name", "/scopes", "/expires_days", "/daily_spend_limit_usd"})
        self.assertEqual(self.good(200, "GET", "/v1/keys").json(), [])

    def test_namesAreCountedInCharacters(self):
        _, info = self.create({"name": "ü😀" * 127})
        self.assertEqual(info["name"], "ü😀" * 127)

    def test_aKeyWithTheManagingScopeManages(self):
        manager, _ = self.create({"scopes": ["admin"]})
        reader, _ = self.create({"scopes": ["read", "write", "delete"]})
        made = self.good(201, "POST", "/v1/keys", {"scopes": ["read", "delete"]}, token=manager).json()
        self.good(200, "GET", "/v1/keys", token=manager)
        for method, path in (("POST", "/v1/keys"), ("GET", "/v1/keys"), ("DELETE", "/v1/keys/" + made["key_info"]["id"]),
                             ("POST", f"/v1/keys/{made['key_info']['id']}/rotate")):
            answer = self.problem(403, "insufficient_scope", method, path, token=reader)
            self.assertIn('error="insufficient_scope"', answer.headers["WWW-Authenticate"])

    def test_whoIsNotKnownIsRefusedAlike(self):
        token, info = self.create({"scopes": ["admin"]})
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        wrong = [token, "mem_prod_" + "0" * 64, "nonsense", "kwm_" + "A" * 40]
        bodies = set()
        for one in wrong:
            answer = self.problem(401, "invalid_token", "GET", "/v1/keys", token=one)
            self.assertIn('Bearer error="invalid_token"', answer.headers["WWW-Authenticate"])
            problem = answer.json()
            self.assertEqual(problem.pop("detail"), REFUSAL)
            problem.pop("request_id")
            bodies.add(str(problem))
        self.assertEqual(len(bodies), 1)
        none = self.problem(401, "no_token", "GET", "/v1/keys", token=None)
        self.assertNotIn("error", none.headers["WWW-Authenticate"])
        self.problem(401, "no_token", "GET", "/v1/keys", token=None, Authorization="Basic YTpi")
        self.assert_no_token(self.server.log())


if __name__ == "__main__":
    main()
