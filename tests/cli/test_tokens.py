"""A token goes to standard output once, and nowhere else: not to errors, files, the log, or any later answer."""

import os
import subprocess

from support import CLI, CliTest, main


class Tokens(CliTest):
    def test_standardOutputOfCreateIsTheTokenAlone(self):
        made = self.good("create", "--name", "Importer")
        self.assertEqual(len(made.out.splitlines()), 1)
        self.assertNotIn(made.out.strip(), made.err)
        self.assertIn("id ", made.err)

    def test_aTokenAsArgumentIsRefusedUnechoed(self):
        token, info = self.create("--name", "Importer")
        for line in (["show", token], ["revoke", info["id"], token], ["verify", token], ["which", token],
                     ["list", "--search", token], ["create", "--name", token], ["rename", info["id"], f"my {token}"],
                     [token], ["create", f"--note={token}"], ["list", "--nonsense", token]):
            with self.subTest(line=[word.replace(token, "TOKEN") for word in line]):
                refused = self.bad(1, *line)
                self.assert_no_token(refused.out + refused.err)
        self.assertTrue(self.good("list", "--json").json()[0]["is_active"])

    def test_noTokenIsInAnyFileOrLaterAnswer(self):
        token, info = self.create("--name", "Importer")
        self.good("verify", stdin=token)
        rotated = self.good("rotate", info["id"]).out.strip()
        self.good("revoke", info["id"])
        for line in (["list"], ["show", info["id"]], ["export"], ["export", "--format", "json"], ["activity"],
                     ["activity", "export"], ["activity", "--json"], ["check"]):
            answer = self.good(*line)
            self.assert_no_token(answer.out + answer.err)
        for folder, _, files in os.walk(self.home):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                for secret in (token, rotated):
                    self.assertNotIn(secret.encode(), content, name)
                    self.assertNotIn(secret[16:40].encode(), content, f"a part of the secret is in {name}")

    def test_aTokenThatCouldNotBeWrittenIsSaid(self):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([CLI, "create", "--name", "Importer"], stdin=subprocess.DEVNULL, stdout=full,
                                     stderr=subprocess.PIPE, env=self.environment(), timeout=60, check=False)
        self.assertEqual(process.returncode, 4)
        info = self.good("list", "--json").json()[0]
        self.assertIn(info["id"], process.stderr.decode())
        self.assertIsNone(self.good("show", info["id"], "--json").json()["delivered_at"])

    def test_theFileIsForItsOwnerAlone(self):
        self.assertEqual(os.stat(self.keyring_file()).st_mode & 0o777, 0o600)


if __name__ == "__main__":
    main()
