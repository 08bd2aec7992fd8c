"""The log: searched, checked, exported, and verified by somebody who knows nothing of this program."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys

from support import CliTest, main

VERIFIER = os.path.join(os.environ["KEYWRIGHT_SOURCE"], "resources", "verify_activity.py")


class Log(CliTest):
    def fill(self):
        _, info = self.create("--name", "Importer")
        self.good("rename", info["id"], "Schlüssel \"鍵\"")
        self.good("revoke", info["id"], "--reason", "leaked")
        return info

    def tamper(self, statement):
        """What somebody with the file and an editor for databases can do; through a copy, as the file may be in use."""
        with sqlite3.connect(self.keyring_file()) as database:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            database.execute(statement)
        database.close()

    def test_everyChangeIsThere(self):
        self.fill()
        events = [entry["event"] for entry in self.good("activity", "--json").json()]
        self.assertEqual(events, ["API Key Revoked", "API Key Renamed", "API Key Created", "Keyring Created"])

    def test_termsNarrowTheLog(self):
        info = self.fill()
        self.create("--name", "Other")

        def count(*line):
            return len(self.good("activity", "--json", *line).json())

        self.assertEqual(count("--search", "authMethod:local"), 5)
        self.assertEqual(count("--search", "authMethod:api_key"), 0)
        self.assertEqual(count("--search", "event:revoked"), 1)
        self.assertEqual(count("--key", info["id"]), 3)
        self.assertEqual(count("--limit", "2"), 2)

    def test_anUntouchedLogIsIntact(self):
        self.fill()
        report = self.good("activity", "verify", "--json").json()
        self.assertEqual((report["intact"], report["entries"], report["first_broken"]), (True, 4, None))

    def test_aChangedEntryIsFound(self):
        self.fill()
        self.tamper("UPDATE activity SET actor = 'somebody' WHERE seq = 2")
        answer = self.run_cli("activity", "verify", "--json")
        self.assertNotEqual(answer.code, 0)
        if answer.out:
            self.assertEqual(answer.json()["first_broken"], 2)

    def test_aLogCutAtItsEndIsFoundByTheHeadRemembered(self):
        self.fill()
        self.good("activity", "verify")
        before = f"{self.home}/before.keyring"
        self.good("backup", before)
        self.create("--name", "Later")
        self.good("activity", "verify")
        shutil.copy(before, self.keyring_file())
        for more in ("-wal", "-shm"):
            if os.path.exists(self.keyring_file() + more):
                os.remove(self.keyring_file() + more)
        answer = self.bad(1, "activity", "verify", "--json")
        self.assertTrue(answer.json()["known_head_missing"])


class Export(CliTest):
    def exported(self):
        _, info = self.create("--name", "Importer")
        self.good("rename", info["id"], "Schlüssel \"鍵\" \\ 🔑")
        self.good("limits", info["id"], "--daily-limit", "5")
        self.good("revoke", info["id"], "--reason", "leaked")
        return self.good("activity", "export").out

    def verdict(self, log):
        path = f"{self.home}/log.json"
        with open(path, "w", encoding="utf-8") as file:
            file.write(log)
        return subprocess.run([sys.executable, VERIFIER, path], capture_output=True, timeout=60, check=False)

    def test_anIndependentVerifierAgrees(self):
        verdict = self.verdict(self.exported())
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_anIndependentVerifierFindsAChange(self):
        log = json.loads(self.exported())
        log["entries"][1]["actor"] = "somebody"
        self.assertNotEqual(self.verdict(json.dumps(log)).returncode, 0)

    def test_anIndependentVerifierFindsAnEntryTakenOut(self):
        log = json.loads(self.exported())
        for index in range(len(log["entries"])):
            with self.subTest(index=index):
                less = dict(log, entries=log["entries"][:index] + log["entries"][index + 1:])
                self.assertNotEqual(self.verdict(json.dumps(less)).returncode, 0)


if __name__ == "__main__":
    main()
