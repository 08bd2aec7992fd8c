"""keywright-cli --server: the same verbs and exit codes over a server, with the key from a file or standard input."""

import json
import os

import subprocess

from support import CLI, ServerTest, environment, main


class CommandLine(ServerTest):
    policy = "standard"

    def setUp(self):
        super().setUp()
        self.key_file = self.write_key("admin.token", self.admin)
        self.url = f"http://127.0.0.1:{self.server.port}"

    def write_key(self, name, token):
        path = os.path.join(self.home, name)
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
            file.write(token + "\n")
        return path

    def remote(self, *arguments, code=0, key_file=None, given=None):
        done = subprocess.run([CLI, "--server", self.url, "--key-file", key_file or self.key_file, *arguments],
                              capture_output=True, env=environment(self.home), timeout=60, check=False, input=given)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout.decode(), done.stderr.decode()

    def test_theMainJobIsDoneOverTheServer(self):
        token, _ = self.remote("create", "--name", "Zapier, production", "--scopes", "read")
        self.assertRegex(token.strip(), r"^kw_[0-9A-Za-z_]+$")
        listed = json.loads(self.remote("list", "--json")[0])
        self.assertEqual([one["name"] for one in listed], ["Zapier, production"])
        key_id = listed[0]["id"]
        self.remote("rename", key_id, "Zapier")
        rotated, _ = self.remote("rotate", key_id)
        self.assertNotEqual(rotated, token)
        self.remote("revoke", key_id, "--yes")
        self.assertIsNotNone(self.info(key_id)["revoked_at"])
        self.assertIn("API Key Renamed", self.remote("activity")[0])
        self.assert_no_token(self.remote("list")[0])

    def test_theKeyComesFromStandardInputToo(self):
        self.remote("list", key_file="-", given=self.admin.encode() + b"\n")

    def test_refusalsHaveTheirExitCodes(self):
        self.assertIn("refuses the management key",
                      self.remote("list", code=1, key_file=self.write_key("wrong", "kwm_" + "x" * 40))[1])
        self.remote("show", "no-such-key", code=3)
        auditor = self.write_key("auditor", self.member("Ann", "auditor"))
        self.remote("list", key_file=auditor)
        self.assertIn("role", self.remote("create", "--name", "Mine", code=1, key_file=auditor)[1])
        for file_alone in (["check"], ["where"], ["flag", "developer-api", "on"], ["backup", self.home + "/b"]):
            self.remote(*file_alone, code=1)
        self.server.stop()
        self.assertIn("Nobody answers", self.remote("list", code=4)[1])
        self.serve()

    def test_aKeyFileThatOthersCanReadIsRefused(self):
        os.chmod(self.key_file, 0o644)
        self.assertIn("chmod 600", self.remote("list", code=1)[1])


if __name__ == "__main__":
    main()
