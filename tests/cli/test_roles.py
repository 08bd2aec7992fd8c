"""Roles are a safety catch: an auditor sees everything and changes nothing."""

from support import CliTest, main


class Roles(CliTest):
    def test_anAuditorChangesNothing(self):
        _, info = self.create("--name", "Importer")
        for line in (["create", "--name", "Other"], ["rename", info["id"], "Other"], ["scopes", info["id"], "write"],
                     ["set-owner", info["id"], "me"], ["limits", info["id"], "--daily-limit", "1"],
                     ["revoke", info["id"]], ["rotate", info["id"]], ["test-key"], ["delete", info["id"]],
                     ["flag", "developer-api", "off"]):
            with self.subTest(line=line):
                self.bad(1, "--role", "auditor", *line)
        keys = self.good("list", "--json").json()
        self.assertEqual([(key["name"], key["is_active"]) for key in keys], [("Importer", True)])

    def test_anAuditorSeesEverything(self):
        _, info = self.create("--name", "Importer")
        for line in (["list"], ["show", info["id"]], ["activity"], ["activity", "verify"], ["export"], ["check"]):
            with self.subTest(line=line):
                self.good("--role", "auditor", *line)

    def test_aRefusedRoleSaysWhomToAsk(self):
        self.assertIn("Your role isn't admin", self.bad(1, "--role", "auditor", "create", "--name", "Other").err)

    def test_aDeveloperManagesAsThePolicySays(self):
        path = f"{self.home}/crm.keyring"
        self.good("--keyring", path, "init", "--policy", "leads-crm")
        self.good("--keyring", path, "flag", "developer-api", "on")
        self.good("--keyring", path, "--role", "developer", "create", "--name", "Other")
        path = f"{self.home}/remy.keyring"
        self.good("--keyring", path, "init", "--policy", "remy")
        self.bad(1, "--keyring", path, "--role", "developer", "create", "--name", "Other", "--expires", "30d")


if __name__ == "__main__":
    main()
