"""test_bill_of_materials.py BUILD NODE: the bill of materials is valid CycloneDX, and its facts are those of the build."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.realpath(__file__))
HOUSE = os.path.dirname(os.path.dirname(HERE))
BUILD, NODE = sys.argv[1:3]


class BillOfMaterials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        for name in ("keywright_1.2.3_amd64.deb", "keywright-cli_1.2.3_amd64.deb"):
            with open(os.path.join(cls.folder, name), "w", encoding="utf-8") as file:
                file.write(name)
        cls.made = os.path.join(cls.folder, "keywright.cdx.json")
        cls.write(cls.made)
        with open(cls.made, encoding="utf-8") as file:
            cls.bill = json.load(file)
        cls.uses = {entry["ref"]: entry["dependsOn"] for entry in cls.bill["dependencies"]}

    @classmethod
    def write(cls, to):
        subprocess.run([os.path.join(HOUSE, "packaging/release/bill_of_materials.py"), cls.folder, to, BUILD], check=True,
                       capture_output=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"})

    def accepted(self, path):
        checked = subprocess.run([NODE, os.path.join(HERE, "cyclonedx/check.mjs"), os.path.join(BUILD, "cyclonedx"), path],
                                 check=False, capture_output=True, text=True)
        return checked.returncode == 0, checked.stdout + checked.stderr

    def test_its_form_is_what_the_schema_says(self):
        accepted, why = self.accepted(self.made)
        self.assertTrue(accepted, why)

    def test_another_form_is_not_accepted(self):
        wrong = os.path.join(self.folder, "wrong.json")
        with open(wrong, "w", encoding="utf-8") as file:
            json.dump(self.bill | {"components": [{"type": "programme"}]}, file)
        self.assertFalse(self.accepted(wrong)[0])

    def test_a_library_stands_with_the_version_that_is_installed(self):
        version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libsqlite3-0"], check=True, capture_output=True,
                                 text=True).stdout
        sqlite = [component for component in self.bill["components"] if component["name"] == "libsqlite3-0"]
        self.assertEqual([component["version"] for component in sqlite], [version])

    def test_each_program_names_every_library_that_it_asks_for(self):
        for name, place in (("keywright", "app/desktop/keywright"), ("keywright-cli", "app/cli/keywright-cli")):
            asked = subprocess.run(["readelf", "-d", os.path.join(BUILD, place)], check=True, capture_output=True, text=True).stdout
            needed = set(re.findall(r"\(NEEDED\).*\[lib(Qt6\w+|crypto|sqlite3)\.so", asked))
            named = "\n".join(self.uses[f"program/{name}"])
            for library in needed:
                package = {"crypto": "libssl3", "sqlite3": "libsqlite3-0"}.get(library, library.lower().replace("qt6", "libqt6") + "6")
                self.assertIn(package, named)

    def test_a_file_has_the_sum_of_what_lies_there_and_its_own_program(self):
        ref = "file/keywright-cli_1.2.3_amd64.deb"
        file = next(component for component in self.bill["components"] if component["bom-ref"] == ref)
        self.assertEqual(file["hashes"][0]["content"], hashlib.sha256(b"keywright-cli_1.2.3_amd64.deb").hexdigest())
        self.assertEqual(self.uses[ref], ["program/keywright-cli"])

    def test_the_same_build_gives_the_same_bill(self):
        again = os.path.join(self.folder, "again.cdx.json")
        self.write(again)
        with open(again, encoding="utf-8") as file, open(self.made, encoding="utf-8") as first:
            self.assertEqual(file.read(), first.read())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
