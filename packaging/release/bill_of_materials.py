#!/usr/bin/env python3
"""bill_of_materials.py DIST OUT.cdx.json [BUILD]: what the packages of DIST are made of, in CycloneDX 1.6.

Every fact is read from what was built: the libraries that the programs of BUILD (build/package) ask the loader for, with
the Debian package that each came from; those that lie in the portable archive; the libraries beside the programs of
build/windows, by the headers they were built with; headers that were compiled in. Wants SOURCE_DATE_EPOCH.
"""
import datetime
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import uuid

HOUSE = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
BUILD = sys.argv[3] if len(sys.argv) > 3 else os.path.join(HOUSE, "build/package")
WINDOWS_BUILD = os.path.join(HOUSE, "build/windows")
PROGRAMS = {"keywright": "app/desktop/keywright", "keywright-cli": "app/cli/keywright-cli", "keywrightd": "app/server/keywrightd"}
# Compiled in as headers: the package of Debian, and who uses it.
HEADERS = {"libcli11-dev": ["keywright-cli", "keywrightd"], "libboost1.81-dev": ["keywrightd"], "libboost-dev": ["keywrightd"]}


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def sha256(path):
    with open(path, "rb") as file:
        return {"alg": "SHA-256", "content": hashlib.sha256(file.read()).hexdigest()}


def cache(build, name):
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as file:
        return re.search(rf"^{name}:\w+=(.*)$", file.read(), re.M).group(1)


class Bill:
    def __init__(self):
        self.components = {}
        self.uses = {}

    def add(self, ref, **facts):
        self.components.setdefault(ref, {"bom-ref": ref, **facts})
        return ref

    def use(self, user, used):
        self.uses.setdefault(user, set()).add(used)


def license_of(package):
    """As Debian's machine-readable copyright file says it of most of the files; nothing where there is none."""
    try:
        with open(f"/usr/share/doc/{package}/copyright", encoding="utf-8", errors="replace") as file:
            found = re.search(r"^Files: *\*\s*\n(?:.+\n)*?License: *(\S.*)$", file.read(), re.M)
    except OSError:
        return {}
    return {"licenses": [{"license": {"name": found.group(1).strip()}}]} if found else {}


def debian(bill, package):
    """A package of this system, as a component."""
    name, version, source = said("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}", package).split("\t")
    arch = said("dpkg", "--print-architecture").strip()
    return bill.add(f"pkg:deb/debian/{name}@{version}?arch={arch}", type="library", name=name, version=version,
                    purl=f"pkg:deb/debian/{name}@{version.replace('+', '%2B')}?arch={arch}", **license_of(name),
                    properties=[{"name": "debian:source", "value": source}])


def package_of(path):
    """The Debian package that a file came from; its real place is asked for, too, since /lib is a link to /usr/lib."""
    for place in dict.fromkeys([path, os.path.realpath(path), path.removeprefix("/usr")]):
        asked = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    raise SystemExit(f"{path} came from no package")


def loaded(program):
    """What a program asks for itself, and where the loader finds it."""
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", said("readelf", "-d", program))
    found = dict(re.findall(r"^\t(\S+) => (\S+) ", said("ldd", program), re.M))
    return [found[name] for name in needed if name in found]


def add_programs(bill, version):
    for name, place in PROGRAMS.items():
        program = os.path.join(BUILD, place)
        if not os.path.exists(program):
            continue
        user = bill.add(f"program/{name}", type="application", name=name, version=version)
        for path in loaded(program):
            bill.use(user, debian(bill, package_of(path)))
        for package, users in HEADERS.items():
            known = subprocess.run(["dpkg-query", "-W", package], capture_output=True, check=False).returncode == 0
            if name in users and known:
                bill.use(user, debian(bill, package))


def add_portable(bill, user, archive):
    """The libraries and plugins inside the archive: those of the same name on this system."""
    places = dict(re.findall(r"^\t(\S+) \(.*\) => (\S+)$", said("/sbin/ldconfig", "-p"), re.M))
    plugins = said("qmake6", "-query", "QT_INSTALL_PLUGINS").strip()
    with tarfile.open(archive) as file:
        for member in file.getmembers():
            inside = member.name.partition("/")[2]
            if member.isfile() and inside.startswith("lib/"):
                bill.use(user, debian(bill, package_of(places[os.path.basename(inside)])))
            elif member.isfile() and inside.startswith("plugins/"):
                bill.use(user, debian(bill, package_of(os.path.join(plugins, inside.removeprefix("plugins/")))))


def windows_versions():
    folder = cache(WINDOWS_BUILD, "KEYWRIGHT_WINDOWS_SET")

    def defined(header, pattern):
        with open(os.path.join(folder, header), encoding="utf-8") as file:
            return re.search(pattern, file.read(), re.M).group(1)
    gcc = said("x86_64-w64-mingw32-g++-posix", "-dumpfullversion").strip()
    threads = said("dpkg-query", "-W", "-f", "${Version}", "mingw-w64-x86-64-dev").strip()
    qt = defined("lib/cmake/Qt6/Qt6ConfigVersionImpl.cmake", r'set\(PACKAGE_VERSION "([^"]*)"')
    return [("Qt6", "Qt", qt, "LGPL-3.0-only"), ("q", "Qt", qt, "LGPL-3.0-only"),
            ("libcrypto", "OpenSSL", defined("include/openssl/opensslv.h", r'OPENSSL_VERSION_STR "([^"]*)"'), "Apache-2.0"),
            ("libsqlite3", "SQLite", defined("include/sqlite3.h", r'#define SQLITE_VERSION\s+"([^"]*)"'), "blessing"),
            ("libwinpthread", "winpthreads", threads, "MIT AND BSD-3-Clause-Clear"),
            ("lib", "GCC run-time libraries", gcc, "GPL-3.0-or-later WITH GCC-exception-3.1")]


def add_windows(bill, user):
    files = os.path.join(WINDOWS_BUILD, "packaging/windows/files")
    versions = windows_versions()
    for path in sorted(glob.glob(os.path.join(files, "**/*.dll"), recursive=True)):
        inside = os.path.relpath(path, files)
        name, version, terms = next((n, v, t) for start, n, v, t in versions if os.path.basename(path).startswith(start))
        bill.use(user, bill.add(f"windows/{inside}", type="library", name=os.path.basename(path), version=version,
                                group=name, hashes=[sha256(path)], licenses=[{"expression": terms}]))


def add_files(bill, dist, version):
    for path in sorted(glob.glob(os.path.join(dist, "keywright*"))):
        name = os.path.basename(path)
        if name.endswith(".cdx.json"):
            continue
        file = bill.add(f"file/{name}", type="file", name=name, version=version, hashes=[sha256(path)])
        programs = [re.match(r"[a-z-]*[a-z]", name).group(0)] if name.endswith((".deb", ".rpm")) else list(PROGRAMS)
        if name.endswith(".exe"):
            add_windows(bill, file)
        else:
            for program in programs:
                if f"program/{program}" in bill.components:
                    bill.use(file, f"program/{program}")
        if name.endswith(".tar.xz"):
            add_portable(bill, file, path)


def document(bill, version):
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    compiler = cache(BUILD, "CMAKE_CXX_COMPILER")
    tools = [("GCC", said(compiler, "-dumpfullversion").strip()), ("CMake", said("cmake", "--version").split()[2])]
    terms = [{"expression": "GPL-3.0-or-later"}]
    components = [bill.components[ref] for ref in sorted(bill.components)]
    for component in components:
        if component["type"] in ("application", "file"):
            component["licenses"] = terms
    body = json.dumps(components, sort_keys=True)
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'keywright ' + version + body)}",
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tools": {"components": [{"type": "application", "name": name, "version": number} for name, number in tools]},
            "component": {"bom-ref": "keywright", "type": "application", "name": "Keywright", "version": version, "licenses": terms},
        },
        "components": components,
        "dependencies": [{"ref": "keywright", "dependsOn": sorted(ref for ref in bill.components if ref.startswith("file/"))}]
        + [{"ref": ref, "dependsOn": sorted(bill.uses.get(ref, []))} for ref in sorted(bill.components)],
    }


def main():
    dist, out = sys.argv[1:3]
    version = cache(BUILD, "CMAKE_PROJECT_VERSION")
    bill = Bill()
    add_programs(bill, version)
    add_files(bill, dist, version)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(document(bill, version), file, indent=1, ensure_ascii=False)
        file.write("\n")
    print(f"{out}: {len(bill.components)} components")


main()
