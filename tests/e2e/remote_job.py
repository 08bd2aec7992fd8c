#!/usr/bin/python3
"""The main job in the real window on a server: connect, create, reveal, copy, edit, rotate,
revoke, look at the activity. The server dies without a word in the middle, twice, and comes back; nothing is lost.

  remote_job.py PROGRAM SERVER CLI          on keywrightd
  remote_job.py PROGRAM four_call_server.py on a server that knows only create, list, revoke and rotate
"""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, has_state, pyatspi, until  # noqa: E402

NAME = re.compile("^(Key n|N)ame")


class Keywrightd:
    """The server over a file of its own; comes back on its port."""

    title, activity, editable = "team", True, True
    shape = r"^kw_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$"

    def __init__(self, program, cli, home):
        self.program, self.cli, self.keyring, self.port = program, cli, os.path.join(home, "team.keyring"), 0
        self.key = subprocess.run([program, "init", "--keyring", self.keyring, "--policy", "standard"], check=True,
                                  capture_output=True, text=True).stdout.strip()
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.program, "--keyring", self.keyring, "--listen", f"127.0.0.1:{self.port}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            said = json.loads(line)
            if said.get("event") == "listening":
                self.port = int(re.search(r":(\d+)", said["text"].removeprefix("http://")).group(1))
                break
        else:
            raise AssertionError("keywrightd does not listen")
        self.process.stderr.close()  # nobody reads on: it must not wait for a reader

    def die(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def is_valid(self, token):
        done = subprocess.run([self.cli, "--keyring", self.keyring, "verify"], input=token, capture_output=True,
                              text=True, check=False)
        return done.returncode == 0


class FourCalls:
    """A service of the contract alone. It would forget all if it ended, so it hangs up on everybody for a while."""

    title, activity, editable = "127.0.0.1", False, False
    shape = r"^mem_prod_[0-9a-f]{64}$"

    def __init__(self, script):
        self.process = subprocess.Popen([sys.executable, "-B", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        said = json.loads(self.process.stdout.readline())
        self.port, self.key = said["port"], said["key"]

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def die(self):
        self.tell("away")

    def start(self):
        self.tell("back")

    def is_valid(self, token):
        return self.tell("valid " + token)["valid"]


def connect(desk, server):
    desk.press("Connect to a server…")
    desk.find("dialog", "Connect to a server")
    desk.write(re.compile("^Address"), f"http://127.0.0.1:{server.port}")
    desk.write(re.compile("^Management key"), server.key)
    desk.tick(re.compile("^Remember the key"), False)  # the keychain of this session is locked, and would ask
    desk.press("Connect")
    if not server.editable:
        desk.says("four calls")
        desk.press("Connect")
    desk.gone("dialog", "Connect to a server", 20)
    desk.find("text", "Search keys")
    assert server.key not in desk.texts(), "the management key can be read in the window"


def revealed(desk, server, earlier=""):
    """The new key, hidden, shown, hidden again, copied; the clipboard may still hold an earlier one."""
    desk.find("*", "API key, hidden")
    desk.press("Show the key")
    desk.press("Hide the key")
    desk.press("Copy the key")
    token = until("the key on the clipboard",
                  lambda: (t := desk.clipboard()) and t != earlier and re.match(server.shape, t) and t)
    desk.press("Done")
    desk.gone("dialog", "Your new API key")
    assert server.is_valid(token), "the key that was copied is not valid"
    return token


def create(desk, server, name):
    desk.press("Create API key")
    desk.write(NAME, name)
    desk.press("Create")
    return revealed(desk, server)


def outage(desk, server, meanwhile=None):
    """The server dies; what is on the screen stays, and is marked as old; it comes back by itself."""
    server.die()
    desk.says("^Offline", 30)
    rows = desk.rows()
    assert rows, "the list is gone with the server"
    if meanwhile:
        meanwhile()
    server.start()
    until("the window is live again", lambda: not desk.shows("*", re.compile("^Offline")), 40)
    return rows


def focus_search(desk):
    desk.keys("ctrl+f")
    until("the search has the focus", lambda: has_state(desk.find("text", "Search keys"), pyatspi.STATE_FOCUSED))


def open_key(desk, name):
    """The key at the right, as the keyboard opens it."""
    focus_search(desk)
    desk.write("Search keys", name)
    until("one row", lambda: len(desk.rows()) == 1)
    desk.keys("Down", "Return")
    desk.find("text", NAME)


def rename(desk, server, new):
    """Typed while the server is away, saved when it is back: what was typed is still there."""
    outage(desk, server, lambda: desk.write(NAME, new))
    assert desk.find("text", NAME).queryText().getText(0, -1) == new, "what was typed is lost"
    desk.press("Save")
    desk.write("Search keys", "")
    desk.row_of(new)


def rotate(desk, server, name, old):
    open_key(desk, name)
    desk.press("Rotate…")
    desk.find("dialog", "Rotate API key")
    desk.press("Rotate")
    token = revealed(desk, server, old)
    desk.keys("Escape")
    desk.write("Search keys", "")
    until("old and new key", lambda: sum(name in " ".join(row) for row in desk.rows()) == 2)
    until("the old key is in its grace", lambda: any("In grace" in " ".join(row) for row in desk.rows()))
    return token


def revoke(desk, name, stays):
    """The living successor, which is the newest and stands first, by the keyboard."""
    assert name in " ".join(desk.rows()[0]) and "Active" in " ".join(desk.rows()[0])
    focus_search(desk)
    desk.keys("Down", "Home", "Delete")
    desk.find("dialog", "Revoke API key")
    desk.press("Revoke", role=("push button",))
    desk.gone("dialog", "Revoke API key")
    if stays:
        until("its row says Revoked", lambda: "Revoked" in " ".join(desk.rows()[0]))
    else:
        until("it has left the list", lambda: len([row for row in desk.rows() if name in " ".join(row)]) == 1)


def remote_job(program, server, home):
    name = "Zapier — production"
    desk = Desk(program, home=home)
    tokens = []
    try:
        connect(desk, server)
        tokens.append(create(desk, server, name))
        desk.row_of(name)
        outage(desk, server)
        desk.row_of(name)
        assert server.is_valid(tokens[0])
        open_key(desk, name)
        if server.editable:
            rename(desk, server, "Zapier — staging")
            name = "Zapier — staging"
        else:
            desk.says("^Names are fixed")
            assert not desk.shows("push button", "Save"), "a change is offered"
            desk.write("Search keys", "")
        assert server.is_valid(tokens[0])
        tokens.append(rotate(desk, server, name, tokens[0]))
        assert server.is_valid(tokens[0]), "the old key ended before its grace"
        revoke(desk, name, server.editable)
        assert not server.is_valid(tokens[1]) and server.is_valid(tokens[0])
        desk.press("Activity")
        if server.activity:
            for event in ("API Key Created", "API Key Renamed", "API Key Rotated", "API Key Revoked"):
                desk.row_of(event)
        else:
            desk.says("server")
        texts = desk.texts()
        assert not any(token in texts for token in tokens), "a key can be read in the window"
    except Exception:
        subprocess.run(["import", "-window", "root", os.path.join(tempfile.gettempdir(), "keywright-remote.png")], check=False)
        raise
    finally:
        desk.close()
    for folder, _, files in os.walk(home):
        for file in files:
            with open(os.path.join(folder, file), "rb") as data:
                content = data.read()
            for secret in [*tokens, server.key]:
                assert secret.encode() not in content, f"a key is in {file}"


def main():
    program, backend = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="keywright-e2e-") as home, \
            tempfile.TemporaryDirectory(prefix="keywright-e2e-") as place:
        server = FourCalls(backend) if backend.endswith(".py") else Keywrightd(backend, sys.argv[3], place)
        try:
            remote_job(program, server, home)
        finally:
            server.process.kill()
            server.process.wait()
    print("done")


if __name__ == "__main__":
    main()
