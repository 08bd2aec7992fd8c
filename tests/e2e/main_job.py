#!/usr/bin/python3
"""The main job of each policy in the real window, done as a screen reader does it: create, copy, find, edit, revoke.

  main_job.py PROGRAM CLI POLICY...        runs each policy in a home of its own
"""
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, has_state, pyatspi, until  # noqa: E402

NAME = re.compile("^(Key n|N)ame")
QUESTION = "Are you sure you want to revoke this API key?"
REFUSED = "Invalid, expired, or revoked API key"

# What each product's page promises: the words on its buttons and what becomes of a revoked key.
POLICIES = {
    "standard": dict(open="Create API key", submit="Create", shape=r"^kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$", rename=True, revoked="Revoked", back=True),
    "remy": dict(open="Create API key", submit="Create", shape=r"^rmy_[0-9A-Za-z]{40}$", rename=False, revoked="Revoked", back=False, expiry="30 days"),
    "expiration-reminder": dict(open="Add New", submit="Save", shape=r"^er_[0-9A-Za-z]{40}$", rename=True, revoked=None, back=False, row=True),
    "memoryrelay": dict(open="Create API key", submit="Create", shape=r"^mem_prod_[0-9a-f]{64}$", rename=False, revoked=None, back=False),
    "leads-crm": dict(open="New key", submit="Create key", shape=r"^sk_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}$", rename=True, revoked="Revoked", back=True,
                      scope="leads:read", flag=True),
}


class Cli:
    def __init__(self, program, keyring, home):
        self.command, self.home = [program, "--keyring", keyring], home

    def run(self, *arguments, given="", code=0):
        done = subprocess.run([*self.command, *arguments], input=given, capture_output=True, text=True,
                              env=dict(os.environ, HOME=self.home), timeout=60)
        assert done.returncode == code, f"{arguments[0]}: exit {done.returncode}: {done.stderr}"
        return done


def create(desk, rule, name):
    desk.press(rule["open"])
    desk.write(NAME, name)
    if "expiry" in rule:
        desk.tick(rule["expiry"])
    if "scope" in rule:
        desk.tick(rule["scope"])
    desk.press(rule["submit"])


def copied_token(desk, rule):
    if rule.get("row"):
        desk.press(re.compile("^Copy the key"))
    else:
        desk.find("*", "API key, hidden")
        desk.press("Copy the key")
    token = until("the key on the clipboard", lambda: (t := desk.clipboard()) and re.match(rule["shape"], t) and t)
    if not rule.get("row"):
        desk.press("Done")
        desk.gone("dialog", "Your new API key")
    return token


def rename(desk, old, new):
    desk.keys("ctrl+f")
    until("the search has the focus", lambda: has_state(desk.find("text", "Search keys"), pyatspi.STATE_FOCUSED))
    desk.keys("Down", "Return")
    desk.find("text", NAME)
    desk.write(NAME, new)
    desk.press("Save")
    desk.row_of(new)
    desk.keys("Escape")


def revoke(desk, name):
    desk.choose_row(name)
    desk.press(re.compile("^Revoke " + re.escape(name)), role=("push button",))
    desk.find("dialog", "Revoke API key")
    assert desk.shows("label", QUESTION), "the seed's question is not asked"
    cancel = desk.find("push button", "Cancel")
    until("Cancel has the focus", lambda: has_state(cancel, pyatspi.STATE_FOCUSED))
    desk.press("Revoke", role=("push button",))
    desk.gone("dialog", "Revoke API key")


def turn_on(desk):
    """The operator's act: no key can be made before, and the window offers it."""
    desk.press("Turn it on…")
    desk.press("Turn on")
    desk.gone("dialog", "Developer API")


def main_job(program, cli_program, policy):
    rule = POLICIES[policy]
    name = "Zapier — production"
    with tempfile.TemporaryDirectory(prefix="keywright-e2e-") as home:
        keyring = os.path.join(home, "team.keyring")
        cli = Cli(cli_program, keyring, home)
        cli.run("init", "--policy", policy, "--name", "Team")
        desk = Desk(program, keyring, home=home)
        try:
            if rule.get("flag"):
                turn_on(desk)
            create(desk, rule, name)
            token = copied_token(desk, rule)
            cli.run("verify", given=token)
            desk.row_of(name)
            if not rule.get("row"):
                assert token not in desk.texts(), "the key can still be read after its page has closed"
            if rule["rename"]:
                rename(desk, name, "Zapier — staging")
                name = "Zapier — staging"
            cli.run("verify", given=token)

            revoke(desk, name)
            assert cli.run("verify", given=token, code=1).stderr.strip().endswith(REFUSED)
            if rule["revoked"]:
                until("the row says Revoked", lambda: rule["revoked"] in " ".join(desk.row_of(name)[1]))
            else:
                until("the row has left the list", lambda: not any(name in cell for row in desk.rows() for cell in row))
            if rule["back"]:
                key = json.loads(cli.run("list", "--state", "all", "--json").stdout)[0]["id"]
                cli.run("reactivate", key)
                cli.run("verify", given=token)
                until("the row says Active", lambda: "Active" in " ".join(desk.row_of(name)[1]))

            desk.press("Activity")
            desk.row_of("API Key Created")
            desk.row_of("API Key Revoked")
            texts = desk.texts()
            assert token not in texts, "the key can be read in the window"
        except Exception:
            subprocess.run(["import", "-window", "root", os.path.join(tempfile.gettempdir(), f"keywright-{policy}.png")], check=False)
            raise
        finally:
            desk.close()
        with open(os.path.join(home, "window.log"), "rb") as log:
            assert token.encode() not in log.read(), "the key is in the window's log"
        for file in os.listdir(home):
            if file.startswith("team.keyring"):
                with open(os.path.join(home, file), "rb") as data:
                    assert token.encode() not in data.read(), f"the key is in {file}"
    print(f"{policy}: done")


if __name__ == "__main__":
    for wanted in sys.argv[3:] or POLICIES:
        main_job(sys.argv[1], sys.argv[2], wanted)
