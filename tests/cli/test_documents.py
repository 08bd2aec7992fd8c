"""Help, manual and completions exist, and leave no command out."""

import os
import re
import shutil
import subprocess
import unittest

from support import CliTest, main

DOCS = os.environ["KEYWRIGHT_CLI_DOCS"]


def text(name):
    with open(os.path.join(DOCS, name), encoding="utf-8") as file:
        return file.read()


class Documents(CliTest):
    policy = None

    def commands(self):
        listed = self.good("--help").out.split("Subcommands:")[1]
        names = re.findall(r"^  ([a-z][a-z-]+) ", listed, re.MULTILINE)
        self.assertGreater(len(names), 20)
        return names

    def test_everyCommandExplainsItself(self):
        for name in self.commands():
            answer = self.good(name, "--help")
            self.assertIn("--json", answer.out, name)
        self.assertIn("verify", self.good("activity", "--help").out)

    def test_everyCommandIsInManualAndCompletions(self):
        manual = text("keywright-cli.1").replace("\\-", "-")
        for name in self.commands():
            with self.subTest(name=name):
                self.assertRegex(manual, rf'\.SS "{name}[ "]')
                for file in ("keywright-cli.bash", "_keywright-cli", "keywright-cli.fish"):
                    self.assertIn(name, text(file), file)

    def test_bashCompletesCommandsOptionsAndValues(self):
        def complete(*words):
            script = (f'source "{DOCS}/keywright-cli.bash"; COMP_WORDS=({" ".join(words)}); '
                      f'COMP_CWORD={len(words) - 1}; _keywright_cli; printf "%s\\n" "${{COMPREPLY[@]}}"')
            return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout.split()

        self.assertEqual(complete("keywright-cli", "reac"), ["reactivate"])
        self.assertIn("--state", complete("keywright-cli", "list", "--"))
        self.assertEqual(complete("keywright-cli", "list", "--state", "exp"), ["expiring", "expired"])
        self.assertEqual(complete("keywright-cli", "activity", "ver"), ["verify"])

    def test_shellsReadTheirCompletions(self):
        for shell, file in (("bash", "keywright-cli.bash"), ("zsh", "_keywright-cli"), ("fish", "keywright-cli.fish")):
            if shutil.which(shell):
                with self.subTest(shell=shell):
                    subprocess.run([shell, "-n", os.path.join(DOCS, file)], check=True, capture_output=True)

    @unittest.skipUnless(shutil.which("man"), "no man here")
    def test_theManualHasNoMistakes(self):
        shown = subprocess.run(["man", "--warnings", "-l", os.path.join(DOCS, "keywright-cli.1")], capture_output=True,
                               text=True, check=True)
        self.assertEqual(shown.stderr, "")
        self.assertIn("EXIT STATUS", shown.stdout)

    def test_theVersionIsSaid(self):
        self.assertRegex(self.good("--version").out, r"^keywright-cli \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    main()
