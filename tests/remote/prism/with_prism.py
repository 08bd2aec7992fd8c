"""Runs a command beside Prism, an independent reader of resources/openapi.yaml.

  with_prism.py WORK_FOLDER mock|proxy COMMAND...

mock: Prism answers in the server's place, at KEYWRIGHT_PRISM, with what the description promises. proxy: what is asked of
KEYWRIGHT_PRISM goes on to whatever listens on the port KEYWRIGHT_PRISM_UPSTREAM, and every request and every answer that
is not as described fails the run. Prism is installed by npm into WORK_FOLDER, once. Exit code 77: skipped, it can't be.
"""

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
DESCRIPTION = os.path.join(HERE, "../../../resources/openapi.yaml")
PATIENCE = 90  # seconds for Prism to start on a busy machine


def skip(why):
    print(f"Skipped: {why}", file=sys.stderr)
    sys.exit(77)


def installed(work):
    """Prism's program, installed if need be."""
    program = os.path.join(work, "node_modules/@stoplight/prism-cli/dist/index.js")
    if not shutil.which("npm") or not shutil.which("node"):
        skip("npm is not installed.")
    os.makedirs(work, exist_ok=True)
    with open(os.path.join(work, "lock"), "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        same = all(os.path.exists(os.path.join(work, name)) and
                   open(os.path.join(work, name), "rb").read() == open(os.path.join(HERE, name), "rb").read()
                   for name in ("package.json", "package-lock.json"))
        if same and os.path.exists(program) and os.path.exists(os.path.join(work, "whole")):
            return program
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(os.path.join(HERE, name), os.path.join(work, name))
        try:
            done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, timeout=200,
                                  capture_output=True, check=False)
        except subprocess.TimeoutExpired:
            skip("npm took too long to install Prism.")
        if done.returncode != 0:
            skip(f"npm could not install Prism; is a registry in reach?\n{done.stderr.decode(errors='replace')}")
        open(os.path.join(work, "whole"), "w", encoding="ascii").close()
    return program


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def for_mock(work):
    """The description without the answer to a repeated request, which a mock would always give, being the lowest."""
    with open(DESCRIPTION, encoding="utf-8") as file:
        document = yaml.safe_load(file)
    for operations in document["paths"].values():
        for operation in operations.values():
            responses = operation.get("responses", {}) if isinstance(operation, dict) else {}
            if responses.get("200", {}).get("$ref", "").endswith("/Replayed"):
                del responses["200"]
    path = os.path.join(work, f"mock-{os.getpid()}.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


def main():
    work, mode, command = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    program = installed(work)
    port, upstream = free_port(), free_port()
    log_path = os.path.join(work, f"{mode}-{os.getpid()}.log")
    arguments = ["proxy", DESCRIPTION, f"http://127.0.0.1:{upstream}"] if mode == "proxy" else ["mock", for_mock(work)]
    with open(log_path, "wb") as log:
        prism = subprocess.Popen(["node", program, *arguments, "-p", str(port), "-h", "127.0.0.1"], stdout=log,
                                 stderr=log)
    try:
        until = time.monotonic() + PATIENCE
        while b"is listening" not in open(log_path, "rb").read():
            if prism.poll() is not None or time.monotonic() > until:
                sys.exit("Prism did not start:\n" + open(log_path, encoding="utf-8").read())
            time.sleep(0.1)
        environment = dict(os.environ, KEYWRIGHT_PRISM=f"http://127.0.0.1:{port}")
        if mode == "proxy":
            environment["KEYWRIGHT_PRISM_UPSTREAM"] = str(upstream)
        code = subprocess.run(command, env=environment, check=False).returncode
    finally:
        prism.send_signal(signal.SIGTERM)
        prism.wait()
    lines = open(log_path, encoding="utf-8", errors="replace").read().splitlines()
    violations = [number for number, line in enumerate(lines) if "Violation" in line or "ROUTE_NOT_FOUND" in line]
    for number in violations[:40]:
        about = "has returned" if mode == "proxy" else "Request received"
        request = next((line for line in reversed(lines[:number]) if about in line), "")
        print(f"{request}\n    {lines[number]}", file=sys.stderr)
    print(f"{sum('Request received' in line for line in lines)} requests, {len(violations)} violations")
    if not violations and code == 0:
        for path in (log_path, os.path.join(work, f"mock-{os.getpid()}.json")):
            if os.path.exists(path):
                os.unlink(path)
    sys.exit(code or (1 if violations else 0))


if __name__ == "__main__":
    main()
