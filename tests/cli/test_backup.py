"""Backups, restores that bring no dead key to life, and checks of the file."""

import os

from support import CliTest, main


class Backup(CliTest):
    def test_aBackupIsAKeyringOfItsOwn(self):
        _, info = self.create("--name", "Importer")
        copy = f"{self.home}/copy.keyring"
        self.good("backup", copy)
        self.assertEqual(os.stat(copy).st_mode & 0o777, 0o600)
        self.assertEqual(self.good("--keyring", copy, "list", "--json").json()[0]["id"], info["id"])

    def test_anExistingBackupIsReplacedOnlyWhenAsked(self):
        copy = f"{self.home}/copy.keyring"
        self.good("backup", copy)
        self.assertNotEqual(self.run_cli("backup", copy).code, 0)
        self.good("backup", copy, "--replace")

    def test_aRestoreRevivesNoRevokedKey(self):
        token, info = self.create("--name", "Importer")
        other, _ = self.create("--name", "Exporter")
        copy = f"{self.home}/copy.keyring"
        self.good("backup", copy)
        self.good("revoke", info["id"])
        self.good("restore", copy, "--yes")
        self.bad(1, "verify", stdin=token)
        self.good("verify", stdin=other)
        self.assertIn("Keyring Restored", self.good("activity").out)
        self.good("activity", "verify")

    def test_aDryRunChangesNothing(self):
        copy = f"{self.home}/copy.keyring"
        self.good("backup", copy)
        self.create("--name", "Made since")
        plan = self.good("restore", copy, "--dry-run", "--json").json()
        self.assertEqual((plan["restored"], plan["go_away"]), (False, 1))
        self.assertEqual(len(self.good("list", "--json").json()), 1)

    def test_whatIsNoBackupIsRefused(self):
        other = f"{self.home}/other.keyring"
        self.good("--keyring", other, "init")
        self.assertNotEqual(self.run_cli("restore", other, "--yes").code, 0)
        self.assertNotEqual(self.run_cli("restore", f"{self.home}/none", "--yes").code, 0)
        self.assertNotEqual(self.run_cli("backup", f"{self.home}/no/such/folder/copy.keyring").code, 0)

    def test_oneIsSaidInTheSingular(self):
        self.assertIn("(1 entry)", self.good("check").out)
        self.create("--name", "Importer")
        self.assertIn("(2 entries)", self.good("check").out)

    def test_aSoundFileIsSound(self):
        self.create("--name", "Importer")
        self.assertTrue(self.good("check", "--json").json()["sound"])

    def test_aTruncatedFileIsNot(self):
        for number in range(40):
            self.create("--name", f"Key {number}")
        self.good("backup", f"{self.home}/copy.keyring")
        with open(f"{self.home}/copy.keyring", "r+b") as file:
            file.truncate(os.path.getsize(file.name) // 2 // 4096 * 4096)
        self.bad(4, "--keyring", f"{self.home}/copy.keyring", "check")


if __name__ == "__main__":
    main()
