"""What the tests of the command line share: a home folder of their own, and the program run in it."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["KEYWRIGHT_CLI"]

# What a policy needs to make a key at all, its token's form, and what it lets people see afterwards.
POLICIES = {
    "standard": (["--name", "Zapier sync"], r"kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}"),
    "remy": (["--name", "Zapier sync", "--expires", "30d"], r"rmy_[0-9A-Za-z]{40}"),
    "expiration-reminder": (["--name", "Zapier sync"], r"er_[0-9A-Za-z]{40}"),
    "memoryrelay": ([], r"mem_prod_[0-9a-f]{64}"),
    "leads-crm": (["--name", "Zapier sync", "--scopes", "leads:read"], r"sk_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}"),
}

FOURTEEN = [
    "id", "name", "key_prefix", "scopes", "created_at", "last_used_at", "expires_at", "revoked_at", "deprecated_at",
    "auto_revoke_at", "is_active", "daily_spend_limit_usd", "monthly_spend_limit_usd", "spend_info",
]


class Answer:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()

    def json(self):
        return json.loads(self.out)


class CliTest(unittest.TestCase):
    policy = "standard"

    def setUp(self):
        self.home = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.home)
        if self.policy:
            self.good("init", "--policy", self.policy)

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "KEYWRIGHT_"))}
        return kept | {"HOME": self.home}

    def run_cli(self, *arguments, stdin="", **more):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        process = subprocess.run([CLI, *arguments], input=data, capture_output=True, env=self.environment() | more,
                                 timeout=60, check=False)
        return Answer(process)

    def good(self, *arguments, **more):
        answer = self.run_cli(*arguments, **more)
        self.assertEqual(answer.code, 0, answer.err)
        return answer

    def bad(self, code, *arguments, **more):
        answer = self.run_cli(*arguments, **more)
        self.assertEqual(answer.code, code, f"{arguments}: {answer.out} {answer.err}")
        self.assertNotEqual(answer.err.strip(), "", "a failure says why")
        return answer

    def create(self, *arguments):
        """A new key: its token and its info."""
        needed = POLICIES[self.policy][0]
        made = self.good("create", "--json", *(arguments or needed)).json()
        return made["key"], made["key_info"]

    def keyring_file(self):
        return os.path.join(self.home, ".local/share/keywright/default.keyring")

    def assert_no_token(self, text):
        for _, form in POLICIES.values():
            self.assertIsNone(re.search(form, text), "a token is in the output")


def main():
    unittest.main(verbosity=1)
