"""The main job under each of the five policies: make a key, find it, change it, see it refused once revoked."""

import re

from support import CliTest, FOURTEEN, POLICIES, main


class MainJob(CliTest):
    policy = None

    def begin(self, policy):
        self.policy = policy
        self.good("--keyring", self.path(), "init", "--policy", policy)
        self.good("flag", "developer-api", "on")

    def path(self):
        return f"{self.home}/{self.policy}.keyring"

    def run_cli(self, *arguments, **more):
        return super().run_cli(*arguments, KEYWRIGHT_KEYRING=self.path(), **more)

    def test_aKeyIsMadeFoundAndVerifiedUnderEveryPolicy(self):
        for policy, (needed, form) in POLICIES.items():
            with self.subTest(policy=policy):
                self.begin(policy)
                made = self.good("create", *needed)
                self.assertRegex(made.out, f"^{form}\n$")
                keys = self.good("list", "--json").json()
                self.assertEqual([list(key) for key in keys], [FOURTEEN])
                self.assertIn(keys[0]["id"][:8], self.good("list").out)
                self.good("verify", stdin=made.out)
                found = self.good("which", "--json", stdin=made.out).json()
                self.assertEqual(found["keys"][0]["id"], keys[0]["id"])

    def test_aRevokedKeyIsRefusedUnderEveryPolicy(self):
        for policy, (needed, _) in POLICIES.items():
            with self.subTest(policy=policy):
                self.begin(policy)
                token, info = self.create(*needed)
                self.good("revoke", info["id"], "--reason", "lost device")
                refused = self.bad(1, "verify", stdin=token)
                self.assertEqual(refused.err.strip(), "Invalid, expired, or revoked API key")
                shown = self.good("list", "--json").json()
                listed = {"standard", "remy", "leads-crm"}
                self.assertEqual(len(shown), 1 if policy in listed else 0)

    def test_whatAPolicyForbidsIsRefusedWithItsReason(self):
        for policy, forbidden in {
            "remy": (["rename"], ["scopes"], ["reactivate"], ["delete"]),
            "expiration-reminder": (["scopes"], ["reactivate"], ["delete"]),
            "memoryrelay": (["rename"], ["scopes"], ["reactivate"], ["delete"]),
        }.items():
            self.begin(policy)
            _, info = self.create(*POLICIES[policy][0])
            for command in forbidden:
                value = {"rename": ["Other"], "scopes": ["read"]}.get(command[0], [])
                with self.subTest(policy=policy, command=command):
                    if command == ["reactivate"]:
                        self.good("revoke", info["id"])
                    self.bad(1, *command, info["id"], *value)

    def test_aReversibleKeyComesBack(self):
        for policy in ("standard", "leads-crm"):
            with self.subTest(policy=policy):
                self.begin(policy)
                token, info = self.create(*POLICIES[policy][0])
                self.good("revoke", info["id"])
                self.good("reactivate", info["id"])
                self.good("verify", stdin=token)

    def test_aDeletedKeyIsGoneAndItsActivityStays(self):
        self.begin("standard")
        token, info = self.create("--name", "Old importer")
        self.bad(1, "delete", info["id"])
        self.good("revoke", info["id"])
        self.good("delete", info["id"], "--yes")
        self.bad(3, "show", info["id"])
        self.bad(1, "verify", stdin=token)
        self.assertIn("API Key Deleted", self.good("activity", "--search", "Old importer").out)

    def test_rotationKeepsTheOldKeyAliveForItsGrace(self):
        for policy in ("standard", "memoryrelay"):
            with self.subTest(policy=policy):
                self.begin(policy)
                old, info = self.create(*POLICIES[policy][0])
                rotated = self.good("rotate", info["id"], "--grace", "3d", "--json").json()
                self.assertNotEqual(rotated["key"], old)
                self.good("verify", stdin=old)
                self.good("verify", stdin=rotated["key"])
                before = self.good("show", info["id"], "--json").json()
                self.assertEqual(before["state"], "in_grace")
                self.assertEqual(before["replaced_by"], rotated["key_info"]["id"])
                self.bad(1, "rotate", info["id"])

    def test_replacementEndsTheOldKeyAtOnce(self):
        for policy in ("remy", "expiration-reminder", "leads-crm"):
            with self.subTest(policy=policy):
                self.begin(policy)
                old, info = self.create(*POLICIES[policy][0])
                new = self.good("rotate", info["id"], "--revoke-old", "now").out
                self.bad(1, "verify", stdin=old)
                self.good("verify", stdin=new)

    def test_testKeysLiveForAnHourWhereThereAreAny(self):
        for policy in ("standard", "leads-crm"):
            with self.subTest(policy=policy):
                self.begin(policy)
                made = self.good("test-key", "--json").json()["key_info"]
                self.assertRegex(made["name"], re.escape("(temp)"))
                self.assertIsNotNone(made["expires_at"])
        for policy in ("remy", "expiration-reminder", "memoryrelay"):
            with self.subTest(policy=policy):
                self.begin(policy)
                self.bad(1, "test-key")

    def test_editsShowInTheKey(self):
        self.begin("standard")
        _, info = self.create("--name", "Importer")
        self.good("rename", info["id"], "Nightly importer")
        self.good("scopes", info["id"], "write,read")
        self.good("set-owner", info["id"], "ops@example.org")
        self.good("note", info["id"], "runs on the old server")
        self.good("limits", info["id"], "--daily-limit", "5", "--monthly-limit", "100")
        shown = self.good("show", info["id"], "--json").json()
        self.assertEqual(shown["name"], "Nightly importer")
        self.assertEqual(shown["scopes"], ["read", "write"])
        self.assertEqual(shown["owner"], "ops@example.org")
        self.assertEqual(shown["note"], "runs on the old server")
        self.assertEqual(shown["daily_spend_limit_usd"], 5.0)
        self.assertEqual(shown["spend_info"]["monthly_limit_usd"], 100.0)
        self.good("limits", info["id"], "--daily-limit", "none")
        self.assertIsNone(self.good("show", info["id"], "--json").json()["daily_spend_limit_usd"])

    def test_theDeveloperApiFlagLocksManagingAlone(self):
        self.begin("leads-crm")
        token, info = self.create(*POLICIES["leads-crm"][0])
        self.good("flag", "developer-api", "off")
        self.bad(1, "create", "--name", "Another")
        self.good("verify", stdin=token)
        self.good("revoke", info["id"])
        self.good("flag", "developer-api", "on")
        self.good("create", "--name", "Another")


if __name__ == "__main__":
    main()
