"""What a window does through the server, beyond the four calls: by role, and by each policy's rules."""

import hashlib
import json
import threading
import unittest

from store import TEST_SERVER
from support import ALL_FIELDS, FOURTEEN, POLICIES, ServerTest, main


class Managing(ServerTest):
    policy = "standard"

    def test_oneKeyHasItsETagAndAllFieldsForWhoAsks(self):
        _, info = self.create()
        plain = self.good(200, "GET", f"/v1/keys/{info['id']}")
        self.assertEqual(list(plain.json()), FOURTEEN)
        self.assertEqual(plain.headers["ETag"], '"1"')
        full = self.info(info["id"])
        self.assertEqual(list(full)[:14], FOURTEEN)
        for field in ("owner", "note", "last4", "kind", "state", "revision", "lineage_id", "replaced_by", "issued_by",
                      "last_address", "last_agent", "refused"):
            self.assertIn(field, full)
        self.assertEqual((full["owner"], full["state"], full["revision"]), ("admin", "active", 1))

    def test_whatAnEditLeavesOutStays(self):
        _, info = self.create({"name": "Zapier sync", "daily_spend_limit_usd": 5.0, "rate_per_minute": 60})
        path = f"/v1/keys/{info['id']}"
        edited = self.good(200, "PATCH", path, {"owner": "ops"}, If_Match="*", **ALL_FIELDS).json()
        self.assertEqual((edited["daily_spend_limit_usd"], edited["rate_per_minute"]), (5.0, 60))
        edited = self.good(200, "PATCH", path, {"rate_per_minute": None}, If_Match="*", **ALL_FIELDS).json()
        self.assertEqual((edited["daily_spend_limit_usd"], edited["rate_per_minute"]), (5.0, None))

    def test_anEditNamesTheRevisionItSaw(self):
        _, info = self.create()
        path = f"/v1/keys/{info['id']}"
        self.problem(428, "precondition_required", "PATCH", path, {"name": "New"})
        edited = self.good(200, "PATCH", path, {"name": "New", "scopes": ["write", "read"]}, If_Match='"1"')
        self.assertEqual((edited.json()["name"], edited.json()["scopes"]), ("New", ["read", "write"]))
        self.assertEqual(edited.headers["ETag"], '"2"')
        late = self.problem(412, "changed_meanwhile", "PATCH", path, {"name": "Late"}, If_Match='"1"')
        self.assertEqual(late.headers["ETag"], '"2"')
        self.problem(412, "changed_meanwhile", "PATCH", path, {"name": "Late"}, If_Match='W/"2"')
        self.good(200, "PATCH", path, {"note": "for all"}, If_Match="*")
        self.assertEqual(self.info(info["id"])["note"], "for all")
        self.good(200, "PATCH", path, {"note": None}, If_Match="*")
        self.assertIsNone(self.info(info["id"])["note"])

    def test_aRevokedKeyComesBackWhereThePolicyLetsIt(self):
        _, info = self.create()
        path = f"/v1/keys/{info['id']}"
        self.problem(409, "state", "POST", path + "/reactivate")
        self.good(204, "DELETE", path + "?reason=mistake")
        self.assertEqual(self.info(info["id"])["revoke_reason"], "mistake")
        self.assertIsNone(self.good(200, "POST", path + "/reactivate").json()["revoked_at"])

    def test_deletingIsForGoodAndOnlyOnceRevoked(self):
        _, info = self.create()
        path = f"/v1/keys/{info['id']}"
        self.problem(409, "state", "DELETE", path + "?permanent=true")
        self.good(204, "DELETE", path)
        self.good(204, "DELETE", path + "?permanent=true")
        self.problem(404, "not_found", "GET", path)
        self.good(204, "DELETE", path + "?permanent=true")
        events = [entry["event"] for entry in self.good(200, "GET", f"/v1/activity?key={info['id']}").json()]
        self.assertEqual(events, ["API Key Deleted", "API Key Revoked", "API Key Created"])

    def test_aTestKeyLivesAnHour(self):
        info = self.good(201, "POST", "/v1/keys/test", **ALL_FIELDS).json()["key_info"]
        self.assertEqual((info["name"], info["kind"], info["scopes"]), ("Test key (temp)", "test", ["read"]))

    def test_manyAreRevokedWithAnOutcomeForEach(self):
        ids = [self.create()[1]["id"] for _ in range(3)]
        self.good(204, "DELETE", f"/v1/keys/{ids[0]}")
        asked = {"ids": [*ids, "nobody"], "reason": "left", "dry_run": True}
        tried = self.good(200, "POST", "/v1/keys/revoke", asked).json()
        self.assertEqual([one["outcome"] for one in tried["outcomes"]],
                         ["already_revoked", "would_revoke", "would_revoke", "not_found"])
        self.assertEqual(self.info(ids[1])["state"], "active")
        done = self.good(200, "POST", "/v1/keys/revoke", asked | {"dry_run": False}).json()
        self.assertEqual([one["outcome"] for one in done["outcomes"]],
                         ["already_revoked", "revoked", "revoked", "not_found"])
        self.assertEqual(self.info(ids[1])["revoke_reason"], "left")
        batch = {entry["detail"].get("batch") for entry in self.good(200, "GET", "/v1/activity?limit=2").json()}
        self.assertEqual(len(batch), 1)
        for wrong in ({}, {"ids": []}, {"ids": "all"}, {"ids": ["a"] * 1001}):
            self.problem(422, "invalid", "POST", "/v1/keys/revoke", wrong)

    def test_keysAreFoundByTheirDigests(self):
        token, info = self.create()
        digest = hashlib.sha256(token.encode()).hexdigest()
        found = self.good(200, "POST", "/v1/keys/identify", {"digests": [digest, "0" * 64]}).json()["matches"]
        self.assertEqual([(one["digest"], one["key_info"]["id"]) for one in found], [(digest, info["id"])])
        self.problem(422, "invalid", "POST", "/v1/keys/identify", {"digests": [token]})

    def test_useIsShown(self):
        _, info = self.create()
        usage = self.good(200, "GET", f"/v1/keys/{info['id']}/usage").json()
        self.assertEqual((usage["requests"], usage["days"], usage["clients"]), (0, [], []))

    def test_listsAreFilteredSortedAndPaged(self):
        names = ["Delta", "alpha", "Charlie", "bravo", "100% pure_"]
        ids = {name: self.create({"name": name, "expires_days": 10 * (i + 1), "owner": f"team {i % 2}"})[1]["id"]
               for i, name in enumerate(names)}
        self.good(204, "DELETE", f"/v1/keys/{ids['Delta']}")
        def listed(query):
            return [key["name"] for key in self.good(200, "GET", f"/v1/keys?{query}").json()]
        self.assertEqual(listed("sort=name"), ["100% pure_", "alpha", "bravo", "Charlie", "Delta"])
        self.assertEqual(listed("sort=-name&include_revoked=false"), ["Charlie", "bravo", "alpha", "100% pure_"])
        self.assertEqual(listed("state=revoked"), ["Delta"])
        self.assertEqual(listed("state=expiring"), [])
        self.assertEqual(listed("search=CHAR"), ["Charlie"])
        self.assertEqual(listed("search=team%201%20bravo"), ["bravo"])
        self.assertEqual(listed("search=%25"), ["100% pure_"])
        self.assertEqual(listed("search=pure_"), ["100% pure_"])
        self.assertEqual(listed("sort=-created_at&limit=2"), ["100% pure_", "bravo"])
        self.assertEqual(listed("expires_before=2020-01-01T00:00:00Z"), [])
        self.assertEqual(len(listed("last_used_before=2099-01-01T00:00:00Z")), 5)

    def test_pagesLeadToEachOtherAndMissNothing(self):
        made = [self.create({"name": f"k{i % 3}"})[1]["id"] for i in range(11)]
        for query in ("limit=4", "limit=4&sort=name", "limit=4&sort=-expires_at", "limit=1&sort=-created_at",
                      "limit=3&sort=last_used_at&search=k&include_revoked=true"):
            with self.subTest(query=query):
                seen, path = [], f"/v1/keys?{query}"
                while path:
                    page = self.good(200, "GET", path)
                    self.assertLessEqual(len(page.json()), 4)
                    seen += [key["id"] for key in page.json()]
                    link = page.headers["Link"]
                    self.assertTrue(not link or link.endswith('; rel="next"'))
                    path = link and link[1:link.index(">")]
                self.assertEqual(sorted(seen), sorted(made))
                self.assertEqual(len(set(seen)), len(made))
        first = self.good(200, "GET", "/v1/keys?limit=4&sort=name").headers["Link"]
        cursor = first[first.index("cursor="):first.index(">")]
        self.problem(400, "invalid_query", "GET", f"/v1/keys?sort=-name&{cursor}")

    def test_changesAreWaitedFor(self):
        feed = self.good(200, "GET", "/v1/changes").json()["next"]
        self.assertEqual(int(self.good(200, "GET", "/v1/keys").headers["X-Keywright-Feed"]), feed)
        nothing = self.good(200, "GET", f"/v1/changes?since={feed}").json()
        self.assertEqual(nothing, {"next": feed, "uses_next": 0, "reload": False, "upserts": [], "removals": []})
        answers = []
        thread = threading.Thread(target=lambda: answers.append(
            self.ask("GET", f"/v1/changes?since={feed}&wait=25").json()))
        thread.start()
        self.cli("create", "--name", "made by another program")
        thread.join(20)
        self.assertEqual([key["name"] for key in answers[0]["upserts"]], ["made by another program"])
        self.assertGreater(answers[0]["next"], feed)

    def test_usesAreToldToThoseWhoAskForThem(self):
        token, info = self.create({"name": "Zapier sync"})
        now = self.good(200, "GET", "/v1/changes").json()
        self.good(200, "POST", "/v1/keys/verify", {}, token=token)
        asked = f"/v1/changes?since={now['next']}&uses_since={now['uses_next']}"
        self.wait_until(lambda: self.good(200, "GET", asked).json()["upserts"])
        used = self.good(200, "GET", asked).json()
        self.assertEqual([one["id"] for one in used["upserts"]], [info["id"]])
        self.assertGreater(used["uses_next"], now["uses_next"])
        self.assertEqual(used["next"], now["next"])
        self.assertEqual(self.good(200, "GET", f"/v1/changes?since={now['next']}").json()["upserts"], [])

    def test_detailsHoldUseAndTheKeysThatAreLinked(self):
        _, info = self.create({"name": "Zapier sync"})
        successor = self.good(201, "POST", f"/v1/keys/{info['id']}/rotate", {}).json()["key_info"]
        details = self.good(200, "GET", f"/v1/keys/{info['id']}/details", **ALL_FIELDS).json()
        self.assertEqual(details["key_info"]["replaced_by"], successor["id"])
        self.assertEqual([one["id"] for one in details["lineage"]], [info["id"], successor["id"]])
        self.assertEqual(details["days"] + details["clients"] + details["issued"], [])
        self.problem(404, "not_found", "GET", "/v1/keys/none/details")

    def test_aDeliveryIsNoted(self):
        _, info = self.create()
        self.assertIsNone(self.info(info["id"])["delivered_at"])
        noted = self.good(200, "POST", f"/v1/keys/{info['id']}/delivered", **ALL_FIELDS).json()
        self.assertIsNotNone(noted["delivered_at"])
        auditor = self.member("Ada", "auditor")
        self.problem(403, "role", "POST", f"/v1/keys/{info['id']}/delivered", token=auditor)

    def test_theFirstPageTellsHowManyThereAre(self):
        self.create()
        self.create()
        page = self.good(200, "GET", "/v1/keys?limit=1")
        self.assertEqual(page.headers["X-Keywright-Total"], "2")

    def test_theLogIsSearchedAndCanBeChecked(self):
        _, info = self.create({"name": "Watched"})
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        found = self.good(200, "GET", "/v1/activity?search=event:revoked%20actor:admin").json()
        self.assertEqual([(entry["event"], entry["actor"], entry["authMethod"], entry["address"]) for entry in found],
                         [("API Key Revoked", "admin", "member", "127.0.0.1")])
        page = self.good(200, "GET", "/v1/activity?limit=2")
        rest = self.good(200, "GET", page.headers["Link"].split(">")[0][1:]).json()
        entries = page.json() + rest
        self.assertEqual([entry["seq"] for entry in entries], list(range(len(entries), 0, -1)))
        head = self.good(200, "GET", "/v1/activity/head").json()
        self.assertEqual((head["seq"], head["hash"]), (entries[0]["seq"], entries[0]["hash"]))
        for newer, older in zip(entries, entries[1:]):
            self.assertEqual(newer["prev"], older["hash"])

    def test_whoAmISaysWhatMayBeDone(self):
        me = self.good(200, "GET", "/v1/me").json()
        self.assertEqual((me["caller"]["kind"], me["caller"]["role"], me["caller"]["name"]), ("member", "admin", "admin"))
        self.assertEqual(me["permits"]["create"]["verdict"], "allowed")
        self.assertEqual(self.good(200, "GET", "/v1/policy").json()["id"], "standard")

    def test_aRetryNeverMintsASecondKey(self):
        body = {"name": "Once"}
        first = self.good(201, "POST", "/v1/keys", body, Idempotency_Key="abc")
        again = self.good(200, "POST", "/v1/keys", body, Idempotency_Key="abc")
        self.assertEqual(again.headers["Idempotency-Replayed"], "true")
        self.assertIsNone(again.json()["key"])
        self.assertEqual(again.json()["key_info"]["id"], first.json()["key_info"]["id"])
        self.problem(422, "idempotency_key_reused", "POST", "/v1/keys", {"name": "Other"}, Idempotency_Key="abc")
        path = f"/v1/keys/{first.json()['key_info']['id']}/rotate"
        rotated = self.good(201, "POST", path, {"grace_days": 2}, Idempotency_Key="abc")
        same = self.good(200, "POST", path, {"grace_days": 2}, Idempotency_Key="abc")
        self.assertEqual(same.json()["key_info"]["id"], rotated.json()["key_info"]["id"])
        other = self.member("Other admin", "admin")
        self.good(201, "POST", "/v1/keys", body, Idempotency_Key="abc", token=other)
        self.assertEqual(len(self.good(200, "GET", "/v1/keys").json()), 3)
        self.problem(400, "malformed_request", "POST", "/v1/keys", body, Idempotency_Key="a b")

    def test_manyRetriesAtOnceMintOneKey(self):
        answers = []
        def once():
            answers.append(self.ask("POST", "/v1/keys", {"name": "Once"}, Idempotency_Key="same"))
        threads = [threading.Thread(target=once) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = sorted(answer.status for answer in answers)
        self.assertEqual(statuses.count(201), 1, statuses)
        self.assertLessEqual(set(statuses), {200, 201, 409})
        self.assertEqual(len(self.good(200, "GET", "/v1/keys").json()), 1)

    def test_anAuditorReadsAndChangesNothing(self):
        _, info = self.create()
        auditor = self.member("Ann", "auditor")
        path = f"/v1/keys/{info['id']}"
        for read in ("/v1/keys", path, path + "/usage", "/v1/activity", "/v1/activity/head", "/v1/changes", "/v1/me"):
            self.good(200, "GET", read, token=auditor)
        self.good(204, "DELETE", path)
        for method, where, body in (("POST", "/v1/keys", {"name": "x"}), ("DELETE", path, None),
                                    ("DELETE", path + "?permanent=true", None), ("POST", path + "/rotate", {}),
                                    ("PATCH", path, {"name": "x"}), ("POST", path + "/reactivate", None),
                                    ("POST", "/v1/keys/revoke", {"ids": [info["id"]]}), ("POST", "/v1/keys/test", {})):
            answer = self.problem(403, "role", method, where, body, token=auditor, If_Match="*")
            self.assertIn("role", answer.json()["detail"])

    def test_aVerifierManagesAndReadsNothing(self):
        _, info = self.create()
        verifier = self.member("API", "verifier")
        for method, path in (("GET", "/v1/keys"), ("GET", "/v1/activity"), ("POST", "/v1/keys"),
                             ("DELETE", f"/v1/keys/{info['id']}"), ("GET", f"/v1/keys/{info['id']}")):
            self.problem(403, "role", method, path, token=verifier)

    def test_aDeveloperManagesTheirOwn(self):
        _, others = self.create()
        developer = self.member("Dev", "developer")
        mine = self.good(201, "POST", "/v1/keys", {"name": "Mine"}, token=developer).json()["key_info"]
        self.assertEqual(self.info(mine["id"])["owner"], "Dev")
        self.good(204, "DELETE", f"/v1/keys/{mine['id']}", token=developer)
        self.problem(403, "role", "DELETE", f"/v1/keys/{others['id']}", token=developer)
        self.assertEqual(self.info(others["id"])["state"], "active")

    def test_aRevokedMemberIsRefused(self):
        ann = self.member("Ann", "auditor")
        self.good(200, "GET", "/v1/keys", token=ann)
        from support import SERVER, run
        self.assertEqual(run(SERVER, "member", "revoke", "Ann", "--keyring", self.keyring, home=self.home).returncode, 0)
        self.problem(401, "invalid_token", "GET", "/v1/keys", token=ann)
        rotated = run(SERVER, "member", "rotate", "admin", "--keyring", self.keyring, home=self.home)
        self.problem(401, "invalid_token", "GET", "/v1/keys")
        self.good(200, "GET", "/v1/keys", token=rotated.stdout.decode().strip())
        listed = json.loads(run(SERVER, "member", "list", "--json", "--keyring", self.keyring, home=self.home).stdout)
        self.assertEqual({(one["name"], one["state"]) for one in listed}, {("admin", "active"), ("Ann", "revoked")})

    @unittest.skipIf(TEST_SERVER, "a database is no file")
    def test_aBackupOverALostFileBringsNoMemberBack(self):
        backup = self.home + "/backup.keyring"
        self.cli("backup", backup)
        self.server.stop()
        with open(self.keyring, "wb") as file:
            file.write(b"lost" * 1000)
        self.cli("restore", backup, "--yes")
        self.serve()
        self.problem(401, "invalid_token", "GET", "/v1/keys")
        self.good(200, "GET", "/v1/keys", token=self.member("New admin", "admin"))

    def test_aKeyIssuesNoMoreThanItHas(self):
        manager, info = self.create({"name": "Manager", "scopes": ["read", "admin"], "owner": "Ann"})
        made = self.good(201, "POST", "/v1/keys", {"name": "Less", "scopes": ["read"]}, token=manager).json()["key_info"]
        full = self.info(made["id"])
        self.assertEqual((full["issued_by"], full["owner"]), (info["id"], "Ann"))
        self.problem(422, "invalid", "POST", "/v1/keys", {"name": "More", "scopes": ["write"]}, token=manager)
        entry = self.good(200, "GET", f"/v1/activity?key={made['id']}").json()[0]
        self.assertEqual(entry["authMethod"], "api_key")
        self.assertTrue(entry["actor"].startswith("Manager ("))


class Remy(ServerTest):
    policy = "remy"

    def test_aDayIsMeantInItsZone(self):
        made = self.good(201, "POST", "/v1/keys", {"name": "Zapier sync", "expires_at": "2030-01-31 Europe/Berlin"},
                         **ALL_FIELDS).json()["key_info"]
        self.assertEqual(made["expires_at"], "2030-01-31T23:00:00Z")
        self.assertEqual(made["expires_on"], "2030-01-31 Europe/Berlin")
        self.problem(422, "invalid", "POST", "/v1/keys", {"name": "Zapier sync", "expires_at": "2030-01-31 Nowhere"})

    def test_theSameRoutesObeyThePolicy(self):
        self.problem(422, "invalid", "POST", "/v1/keys", {"name": "No expiry"})
        self.problem(422, "invalid", "POST", "/v1/keys", {"name": "New API key", "expires_days": 30})
        token, info = self.create()
        self.assertRegex(token, "^" + POLICIES["remy"][1] + "$")
        self.assertEqual(info["key_prefix"], "••••••••" + token[-4:])
        self.assertEqual(info["scopes"], ["full"])
        path = f"/v1/keys/{info['id']}"
        self.problem(403, "policy", "PATCH", path, {"name": "Other"}, If_Match="*")
        self.problem(422, "invalid", "POST", path + "/rotate", {"grace_days": 3})
        self.good(201, "POST", path + "/rotate")
        self.assertIsNotNone(self.good(200, "GET", path).json()["revoked_at"])
        self.problem(403, "policy", "DELETE", path + "?permanent=true")
        self.assertEqual(len(self.good(200, "GET", "/v1/keys").json()), 2, "revoked keys stay in the list")


class ExpirationReminder(ServerTest):
    policy = "expiration-reminder"

    def test_revokedKeysLeaveTheList(self):
        _, info = self.create()
        self.problem(422, "invalid", "POST", "/v1/keys", {"name": "x", "expires_days": 3})
        self.good(200, "PATCH", f"/v1/keys/{info['id']}", {"name": "Renamed"}, If_Match='"1"')
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")
        for query in ("", "?include_revoked=true"):
            self.assertEqual(self.good(200, "GET", "/v1/keys" + query).json(), [])


class LeadsCrm(ServerTest):
    policy = "leads-crm"

    def test_theFlagStopsManagingAlone(self):
        token, info = self.create()
        self.cli("flag", "developer-api", "off")
        self.wait_until(lambda: not self.good(200, "GET", "/v1/me").json()["keyring"]["developer_api"])
        answer = self.problem(403, "developer_api_off", "POST", "/v1/keys", POLICIES[self.policy][0])
        self.assertIn("Developer API", answer.json()["detail"])
        self.problem(403, "developer_api_off", "POST", f"/v1/keys/{info['id']}/rotate")
        self.assertEqual(len(self.good(200, "GET", "/v1/keys").json()), 1)
        self.good(204, "DELETE", f"/v1/keys/{info['id']}")

    def test_theRefusalShowsThePrefixAsItCame(self):
        for token in ("sk_abcdefgh_" + "Z" * 32, self.create()[0]):
            answer = self.ask("GET", "/v1/keys", token=token)
            if answer.status == 401:
                self.assertEqual(answer.json()["key_prefix"], token[:14])
        self.assertNotIn("key_prefix", self.ask("GET", "/v1/keys", token="sk_short").json())

    def test_theTestKeyHasTheFourScopes(self):
        info = self.good(201, "POST", "/v1/keys/test").json()["key_info"]
        self.assertEqual((info["name"], len(info["scopes"])), ("Docs playground (temp)", 4))


if __name__ == "__main__":
    main()
