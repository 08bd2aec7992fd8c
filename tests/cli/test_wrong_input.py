"""Everything that people and scripts get wrong, and the exit code and words that they get for it."""

import os

from support import CliTest, main


class WrongInput(CliTest):
    def test_aLineThatCannotBeParsedIsWrongUsage(self):
        for line in ([], ["lsit"], ["list", "--stat", "all"], ["list", "--state", "sleeping"], ["rename"],
                     ["rename", "only-an-id"], ["create", "--name"], ["flag", "developer-api", "maybe"],
                     ["activity", "--limit", "many"], ["--role", "emperor", "list"], ["list", "unexpected"]):
            with self.subTest(line=line):
                self.bad(2, *line)

    def test_aMistypedCommandSuggestsTheNearest(self):
        self.assertIn("Did you mean list?", self.bad(2, "lsit").err)
        self.assertIn("Did you mean revoke?", self.bad(2, "revok", "abc").err)
        self.assertNotIn("Did you mean", self.bad(2, "frobnicate").err)

    def test_valuesThatBreakARuleAreRefused(self):
        for arguments in (
            ["--name", ""], ["--name", "x" * 101], ["--name", "a\u202eb"], ["--name", "a\x07b"],
            ["--name", "ok", "--scopes", "fly"], ["--name", "ok", "--expires", "2020-01-01"],
            ["--name", "ok", "--expires", "2027-02-29"], ["--name", "ok", "--expires", "soon"],
            ["--name", "ok", "--expires", "2101-01-01"], ["--name", "ok", "--daily-limit", "-1"],
            ["--name", "ok", "--daily-limit", "nan"], ["--name", "ok", "--daily-limit", "0.0000001"],
        ):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.bad(1, "create", *arguments).out, "")
        self.assertEqual(self.good("list", "--json").json(), [])

    def test_aPolicysOwnRulesAreKept(self):
        for policy, arguments in (
            ("remy", ["--name", "Sync"]), ("remy", ["--name", "New API key", "--expires", "30d"]),
            ("memoryrelay", ["--expires", "366d"]), ("memoryrelay", ["--scopes", ""]),
            ("expiration-reminder", ["--name", "Sync", "--expires", "30d"]),
            ("leads-crm", ["--name", "Sync", "--daily-limit", "5"]),
        ):
            with self.subTest(policy=policy, arguments=arguments):
                path = os.path.join(self.home, f"{policy}.keyring")
                if not os.path.exists(path):
                    self.good("--keyring", path, "init", "--policy", policy)
                self.bad(1, "--keyring", path, "create", *arguments)

    def test_whatIsNotThereIsNotFound(self):
        for line in (["show", "nothing"], ["revoke", "nothing"], ["rotate", "nothing"], ["init", "--policy", "nothing"],
                     ["--keyring", f"{self.home}/none.keyring", "list"], ["which", "nothing-like-it"]):
            with self.subTest(line=line):
                self.bad(3, *line)

    def test_nothingIsDoneWhenOneOfSeveralIdsIsWrong(self):
        _, info = self.create("--name", "Importer")
        self.bad(3, "revoke", info["id"], "nothing")
        self.assertTrue(self.good("list", "--json").json()[0]["is_active"])

    def test_aFileThatIsNoKeyringIsAStorageError(self):
        for name, content in (("random", os.urandom(8192)), ("text", b"not a database\n" * 200), ("empty", b"")):
            with self.subTest(name=name):
                path = os.path.join(self.home, f"{name}.keyring")
                with open(path, "wb") as file:
                    file.write(content)
                os.chmod(path, 0o600)
                self.bad(4, "--keyring", path, "list")
                with open(path, "rb") as file:
                    self.assertEqual(file.read(), content, "the file was changed")

    def test_anExistingKeyringIsNotOverwritten(self):
        self.create("--name", "Importer")
        self.assertNotEqual(self.run_cli("init").code, 0)
        self.assertEqual(len(self.good("list", "--json").json()), 1)

    def test_aMalformedPolicyIsRefusedWithItsPlace(self):
        path = os.path.join(self.home, "own.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{\n  "format": 1,\n  "id": \n}')
        refused = self.bad(1, "--keyring", f"{self.home}/own.keyring", "init", "--policy", path)
        self.assertIn("own.json", refused.err)
        self.assertFalse(os.path.exists(f"{self.home}/own.keyring"))

    def test_errorsAreJsonWhereAnswersAre(self):
        import json
        error = json.loads(self.bad(3, "show", "nothing", "--json").err)["error"]
        self.assertEqual(error["kind"], "not_found")
        self.assertIn("nothing", error["message"])


if __name__ == "__main__":
    main()
