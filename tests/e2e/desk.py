"""A person at the window, as a screen reader knows it: starts Keywright in a home of its own and works in it over AT-SPI.

Needs an X server with a window manager and a session bus (tests/support/with_x11.sh gives both), python3-pyatspi and xdotool.
"""
import os
import re
import signal
import subprocess
import time

os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
import pyatspi  # noqa: E402  (needs the session bus that the environment names)

BUTTONS = ("push button", "toggle button", "check box", "button menu")
PRESSES = ("Press", "Trigger", "Toggle", "click", "ShowMenu")


class NotThere(AssertionError):
    pass


def until(what, condition, seconds=10):
    """Waits for a condition and returns what it gave; never for a time alone."""
    end = time.monotonic() + seconds
    while True:
        try:
            got = condition()
        except Exception as error:  # an accessible may vanish while it is read
            got, reason = None, error
        else:
            reason = None
        if got:
            return got
        if time.monotonic() > end:
            raise NotThere(f"not within {seconds} s: {what}" + (f" ({reason})" if reason else ""))
        time.sleep(0.04)


def walk(accessible, rows=60):
    """Every accessible below, depth first; of a long table or list only its first cells."""
    yield accessible
    try:
        count = accessible.childCount
        if accessible.getRoleName() in ("table", "tree table"):
            count = min(count, rows)
    except Exception:
        return
    for index in range(count):
        try:
            child = accessible.getChildAtIndex(index)
        except Exception:
            continue
        if child is not None:
            yield from walk(child, rows)


def has_state(accessible, state):
    return accessible.getState().contains(state)


def names_match(name, wanted):
    return wanted.search(name or "") is not None if isinstance(wanted, re.Pattern) else (name or "") == wanted


class Desk:
    """One running window."""

    def __init__(self, program, *arguments, home):
        environment = dict(os.environ, HOME=home, LANG="C.UTF-8", LC_ALL="C.UTF-8")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            environment.pop(name, None)
        self.log = open(os.path.join(home, "window.log"), "ab")
        self.process = subprocess.Popen([program, *arguments], env=environment, stdout=self.log, stderr=self.log)
        self.application = until("the window on the accessibility bus", self._find_application, 20)

    def _find_application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid and application.childCount:
                return application
        return None

    # finding -------------------------------------------------------------------------------------
    def find_all(self, role, name, within=None):
        self.application.clear_cache()
        roles = (role,) if isinstance(role, str) else role
        for accessible in walk(within or self.application):
            try:
                if (role == "*" or accessible.getRoleName() in roles) and names_match(accessible.name, name) \
                        and has_state(accessible, pyatspi.STATE_SHOWING):
                    yield accessible
            except Exception:
                continue

    def find(self, role, name, seconds=10):
        return until(f"{role} {name!r}", lambda: next(self.find_all(role, name), None), seconds)

    def shows(self, role, name):
        return next(self.find_all(role, name), None) is not None

    def gone(self, role, name, seconds=10):
        until(f"{role} {name!r} gone", lambda: not self.shows(role, name), seconds)

    def says(self, pattern, seconds=10):
        """A label, alert or status text that matches."""
        return self.find("*", re.compile(pattern), seconds)

    # acting --------------------------------------------------------------------------------------
    def press(self, name, role=BUTTONS, seconds=10):
        """Presses a button of the active window: what lies behind a dialog can't be pressed."""
        def look():
            window = self.active()
            return next((b for b in self.find_all(role, name, window) if has_state(b, pyatspi.STATE_ENABLED)), None)
        button = until(f"{role} {name!r} enabled", look, seconds)
        self.act(button)
        return button

    def active(self):
        return next((w for w in self.application if w is not None and has_state(w, pyatspi.STATE_ACTIVE)), None)

    @staticmethod
    def act(accessible):
        action = accessible.queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        for wanted in PRESSES:
            for index, name in enumerate(names):
                if name.lower() == wanted.lower():
                    action.doAction(index)
                    return
        raise NotThere(f"{accessible.name!r} has nothing to press; it has {names}")

    def write(self, name, text, role=("text", "password text", "entry")):
        field = self.find(role, name)
        assert field.queryEditableText().setTextContents(text), f"{name!r} took no text"

    def tick(self, name, on=True):
        box = self.find(("check box", "radio button"), name)
        if has_state(box, pyatspi.STATE_CHECKED) != on:
            self.act(box)
        until(f"{name!r} {'on' if on else 'off'}", lambda: has_state(self.find(("check box", "radio button"), name),
                                                                     pyatspi.STATE_CHECKED) == on)

    @staticmethod
    def keys(*names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

    # the list ------------------------------------------------------------------------------------
    def table(self, name=re.compile(".")):
        return self.find(("table", "tree table"), name).queryTable()

    def rows(self, name=re.compile(".")):
        """The cells of the table on the screen; none where a page stands in its place that says why it is empty."""
        if not self.shows(("table", "tree table"), name):
            return []
        table = self.table(name)
        cells = lambda row: [getattr(table.getAccessibleAt(row, column), "name", "") for column in range(table.nColumns)]
        return [cells(row) for row in range(min(table.nRows, 60))]

    def row_of(self, text, seconds=10):
        """The row whose cells hold the text, as (number, cells)."""
        def look():
            return next(((i, cells) for i, cells in enumerate(self.rows()) if any(text in cell for cell in cells)), None)
        return until(f"a row with {text!r}", look, seconds)

    def choose_row(self, text):
        number, _ = self.row_of(text)
        assert self.table().addRowSelection(number), f"row {number} was not selected"
        return number

    # the end -------------------------------------------------------------------------------------
    @staticmethod
    def clipboard():
        got = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, timeout=10)
        return got.stdout.decode() if got.returncode == 0 else ""

    def texts(self):
        """All that a screen reader could read now, in one string."""
        self.application.clear_cache()
        parts = []
        for accessible in walk(self.application):
            try:
                parts += [accessible.name or "", accessible.description or ""]
                text = accessible.queryText()
                parts.append(text.getText(0, text.characterCount))
            except Exception:
                continue
        return "\n".join(parts)

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
