#!/usr/bin/env python3
"""Verification over HTTP beside a bare Beast server and nginx, in one run: keep-alive, 32 connections, one server thread,
a million keys. Needs wrk and nginx (Debian: apt install wrk nginx-light); run it in the folder of a Release build:

    ../../tests/bench/http/verify_over_http.py [--seconds 5] [--rounds 3] [--keyring FILE]

FILE is a keyring that tests/bench/make_million made; without it one is made. All three get the same requests and answer as
many bytes. In each round all are asked, one after another; the figures are medians of the rounds.
"""

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = "app/server/keywrightd"
ANSWER = 300  # bytes: what keywrightd says of such a key
NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off; keepalive_requests 1000000000; default_type application/json;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; location / {{ return 200 "{body}"; }} }}
}}
"""


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def wait_for(port, seconds=120):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as sock:
            if sock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("a server does not listen")


def wrk(port, mode, active, verifier, seconds):
    environment = os.environ | {"MODE": mode, "ACTIVE": str(active), "VERIFIER": verifier}
    done = subprocess.run(["wrk", "-t1", "-c32", f"-d{seconds}s", "-s", os.path.join(HERE, "verify.lua"),
                           f"http://127.0.0.1:{port}"], capture_output=True, text=True, env=environment, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT"))
    requests, rate, median, p99, wrong = map(float, line.split()[1:])
    if wrong:
        sys.exit(f"{wrong:.0f} answers were no success:\n{done.stdout}")
    return rate, median, p99, requests


def processor_seconds(pid):
    """What the process and its children have used of the processors so far."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    ticks = 0
    for one in [str(pid), *children]:
        with open(f"/proc/{one}/stat", encoding="utf-8") as stat:
            ticks += sum(map(int, stat.read().rsplit(")", 1)[1].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def measured(server, port, *how):
    """Requests a second, median and 99th percentile in ms, and microseconds of processor time a request."""
    before = processor_seconds(server.pid)
    rate, median, p99, requests = wrk(port, *how)
    return rate, median, p99, (processor_seconds(server.pid) - before) / requests * 1e6


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=int, default=5)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--keyring")
    arguments.add_argument("--modes", default="own,body,auth")
    arguments.add_argument("--active", default="10000,1000000")
    given = arguments.parse_args()
    for program in ("wrk", "nginx"):
        if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
            sys.exit(f"{program} is not installed")
    folder = tempfile.mkdtemp()
    keyring = os.path.join(folder, "million.keyring")
    if given.keyring:
        shutil.copy(given.keyring, keyring)
    else:
        subprocess.run(["tests/bench/make_million", keyring], check=True)
    verifier = subprocess.run([PROGRAM, "member", "add", "--keyring", keyring, "--name", "bench", "--role", "verifier"],
                              capture_output=True, text=True, check=True).stdout.strip()
    ours, beast, nginx = free_port(), free_port(), free_port()
    with open(f"{folder}/nginx.conf", "w", encoding="utf-8") as file:
        file.write(NGINX.format(folder=folder, port=nginx, body="x" * ANSWER))
    started = time.monotonic()
    servers = [
        subprocess.Popen([PROGRAM, "--keyring", keyring, "--listen", f"127.0.0.1:{ours}", "--threads", "1"],
                         stderr=subprocess.DEVNULL),
        subprocess.Popen(["tests/bench/bare_beast", str(beast), str(ANSWER)]),
        subprocess.Popen([shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin"), "-c", f"{folder}/nginx.conf",
                          "-p", folder], stderr=subprocess.DEVNULL),
    ]
    try:
        wait_for(ours)
        print(f"ready after {time.monotonic() - started:.1f} s")
        wait_for(beast)
        wait_for(nginx)
        print(f"{'':24}{'req/s':>9}{'p50 ms':>8}{'p99 ms':>8}{'CPU us':>8}{'x Beast':>9}{'x nginx':>9}")
        for active in map(int, given.active.split(",")):
            for mode in given.modes.split(","):
                table = {"keywrightd": [], "bare Beast": [], "nginx": []}
                for _ in range(given.rounds):
                    for (name, rows), server, port in zip(table.items(), servers, (ours, beast, nginx)):
                        rows.append(measured(server, port, mode, active, verifier, given.seconds))
                rates = {name: statistics.median(one[0] for one in rows) for name, rows in table.items()}
                print(f"{mode}, {active} keys in use")
                for name, rows in table.items():
                    median, p99, used = (statistics.median(one[i] for one in rows) for i in (1, 2, 3))
                    print(f"  {name:22}{rates[name]:9.0f}{median:8.2f}{p99:8.2f}{used:8.1f}"
                          f"{rates[name] / rates['bare Beast']:9.2f}{rates[name] / rates['nginx']:9.2f}")
    finally:
        for server in servers:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
