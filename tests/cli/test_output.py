"""The shapes of what is written: JSON, tables, exports, standard output and standard error."""

import csv
import io
import os
import sqlite3

from support import CliTest, FOURTEEN, main


class Output(CliTest):
    def test_createAnswersTheContractInJson(self):
        made = self.good("create", "--name", "Importer", "--expires", "30d", "--daily-limit", "5", "--json").json()
        self.assertEqual(list(made), ["key", "key_info"])
        info = made["key_info"]
        self.assertEqual(list(info), FOURTEEN)
        self.assertEqual(info["name"], "Importer")
        self.assertEqual(info["key_prefix"], made["key"][:12])
        self.assertEqual(info["scopes"], ["read"])
        self.assertIs(info["is_active"], True)
        self.assertIsNone(info["revoked_at"])
        self.assertRegex(info["created_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(info["spend_info"]["daily_limit_usd"], 5.0)
        self.assertIsNone(info["spend_info"]["monthly_limit_usd"])

    def test_moneyHasAtLeastOneDecimal(self):
        made = self.good("create", "--name", "Importer", "--daily-limit", "5", "--json")
        self.assertIn('"daily_spend_limit_usd":5.0,', made.out)

    def test_everyCommandAnswersInJson(self):
        _, info = self.create("--name", "Importer")
        lines = (["list"], ["show", info["id"]], ["rename", info["id"], "Other"], ["scopes", info["id"], "read"],
                 ["set-owner", info["id"], "ops"], ["limits", info["id"], "--daily-limit", "1"], ["policies"],
                 ["export"], ["activity"], ["activity", "verify"], ["check"], ["where"], ["flag", "developer-api", "on"],
                 ["test-key"], ["rotate", info["id"]], ["revoke", info["id"]], ["reactivate", info["id"]],
                 ["backup", f"{self.home}/b.keyring"], ["restore", f"{self.home}/b.keyring", "--dry-run"])
        for line in lines:
            with self.subTest(line=line):
                answer = self.run_cli("--json", *line)
                if answer.code == 0:
                    answer.json()
                self.assertEqual(self.run_cli(*line, "--json").code in (0, 1, 4), True)

    def test_namesOfAnyScriptAreWhole(self):
        self.create("--name", "Schlüssel 鍵 🔑")
        self.assertEqual(self.good("list", "--json").json()[0]["name"], "Schlüssel 鍵 🔑")
        self.assertIn("Schlüssel 鍵 🔑", self.good("list", LC_ALL="C").out)
        self.assertEqual(self.good("list", LC_ALL="C").err, "")

    def test_tablesStandInColumns(self):
        self.create("--name", "鍵鍵")
        self.create("--name", "ab")
        header, first, second = self.good("list", "--sort", "name").out.splitlines()
        self.assertEqual(header.split()[:4], ["ID", "NAME", "KEY", "STATUS"])
        self.assertEqual(first.index("kw_"), header.index("KEY"))
        self.assertEqual(second.index("kw_"), header.index("KEY") - 2, "two wide characters take four columns")

    def test_idsAreAsLongAsTellsThemApart(self):
        for name in ("a", "b", "c"):
            self.create("--name", name)

        def shown():
            return [line.split()[0] for line in self.good("list", "--sort", "name").out.splitlines()[1:]]

        self.assertEqual([len(id) for id in shown()], [8, 8, 8])
        ids = ("0d9b8e1c-5f3a-4c11-8000-000000000001", "0d9b8e1c-5f3a-4c12-8000-000000000002",
               "ffffffff-0000-4000-8000-000000000003")
        with sqlite3.connect(self.keyring_file()) as database:
            for name, id in zip("abc", ids):
                database.execute("UPDATE keys SET id = ? WHERE name = ?", (id, name))
        self.assertEqual(shown(), [id[:18] for id in ids])
        # One alone is told by as many, being one of the three.
        self.assertEqual(len(self.good("list", "--search", "c").out.splitlines()[1].split()[0]), 18)

    def test_statesAndSearchNarrowTheList(self):
        token, dead = self.create("--name", "Old importer")
        self.create("--name", "New exporter")
        self.good("verify", stdin=token)
        self.good("revoke", dead["id"])

        def names(*line):
            return sorted(key["name"] for key in self.good("list", "--json", *line).json())

        self.assertEqual(names(), ["New exporter", "Old importer"])
        self.assertEqual(names("--state", "active"), ["New exporter"])
        self.assertEqual(names("--state", "revoked"), ["Old importer"])
        self.assertEqual(names("--state", "expired"), [])
        self.assertEqual(names("--search", "OLD"), ["Old importer"])
        self.assertEqual(names("--search", "nobody"), [])

    def test_revokedKeysAreListedAsThePolicySays(self):
        for policy, asked in (("memoryrelay", 1), ("expiration-reminder", 0)):
            path = f"{self.home}/{policy}.keyring"
            self.good("--keyring", path, "init", "--policy", policy)
            made = self.good("--keyring", path, "create", "--name", "Importer", "--json").json()
            self.good("--keyring", path, "revoke", made["key_info"]["id"])
            self.assertEqual(self.good("--keyring", path, "list", "--json").json(), [])
            listed = self.good("--keyring", path, "list", "--json", "--state", "revoked").json()
            self.assertEqual(len(listed), asked)

    def test_csvIsSafeForSpreadsheets(self):
        self.create("--name", '=HYPERLINK("x")')
        rows = list(csv.DictReader(io.StringIO(self.good("export").out)))
        self.assertEqual(rows[0]["name"], "'=HYPERLINK(\"x\")")

    def test_anExportIsAFileOfOnesOwn(self):
        self.create("--name", "Importer")
        path = f"{self.home}/keys.json"
        self.good("export", "--format", "json", "--output", path)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        self.assertNotEqual(self.run_cli("export", "--output", f"{self.home}/no/such/folder/x.csv").code, 0)

    def test_anEmptyListIsEmptyOnStandardOutput(self):
        answer = self.good("list")
        self.assertEqual(answer.out, "")
        self.assertIn("No keys", answer.err)
        self.assertEqual(self.good("list", "--json").json(), [])


if __name__ == "__main__":
    main()
