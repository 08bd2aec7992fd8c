"""release.sh refuses what does not agree, on a clone that is thrown away."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

HOUSE = os.path.realpath(os.path.join(os.path.dirname(__file__), "../.."))
METAINFO = "packaging/linux/org.keywright.Keywright.metainfo.xml"
WHO = {"GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org", "GIT_COMMITTER_NAME": "Ann",
       "GIT_COMMITTER_EMAIL": "ann@example.org", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}


class Refusals(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("CMakeLists.txt", "CHANGELOG.md"):
            shutil.copy(os.path.join(HOUSE, name), self.folder)
        shutil.copytree(os.path.join(HOUSE, "packaging"), os.path.join(self.folder, "packaging"))
        self.version = re.search(r"project\(Keywright VERSION (\S+)", self.read("CMakeLists.txt")).group(1)
        # A release as it should be: everything says this version, on one day.
        self.edit("CHANGELOG.md", r"^## \[.*$", f"## [{self.version}] - 2026-12-01")
        self.edit(METAINFO, r"<release [^>]*/>", f'<release version="{self.version}" date="2026-12-01"/>')
        self.git("init", "-q")
        self.commit()
        self.tag()

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def edit(self, name, pattern, text):
        before = self.read(name)
        after = re.sub(pattern, text, before, count=1, flags=re.M)
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(after)

    def git(self, *command):
        subprocess.run(["git", *command], cwd=self.folder, env=os.environ | WHO, check=True, capture_output=True)

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A release")

    def tag(self):
        self.git("tag", "-f", f"v{self.version}")

    def asked(self):
        return subprocess.run(["packaging/release.sh", "--check"], cwd=self.folder, env=os.environ | WHO, text=True,
                              capture_output=True, check=False)

    def refused(self, *because):
        """Refused for these reasons, one of each pattern, and for no other."""
        asked = self.asked()
        self.assertEqual(asked.returncode, 1, asked.stdout + asked.stderr)
        for reason in because:
            self.assertRegex(asked.stderr, reason)
        self.assertEqual(len(re.findall(r"[.:]$", asked.stderr, re.M)), len(because) + 1, asked.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "dist")))

    def test_what_agrees_may_be_released(self):
        asked = self.asked()
        self.assertEqual(asked.returncode, 0, asked.stderr)
        self.assertIn(f"Keywright {self.version} may be released.", asked.stdout)

    def test_another_version_in_the_build_is_refused(self):
        self.edit("CMakeLists.txt", r"VERSION [0-9.]+ ", "VERSION 9.8.7 ")
        self.commit()
        self.refused(r"CHANGELOG.md begins with .*, CMakeLists.txt says 9\.8\.7", "no tag v9.8.7")

    def test_a_changelog_without_a_date_is_refused(self):
        self.edit("CHANGELOG.md", r"^## \[.*$", f"## [{self.version}] - unreleased")
        self.edit(METAINFO, r'date="[^"]*"', 'date="unreleased"')
        self.commit()
        self.tag()
        self.refused("gives .* no date")

    def test_a_changelog_of_another_version_is_refused(self):
        self.edit("CHANGELOG.md", r"^## \[.*$", "## [9.8.7] - 2026-12-01")
        self.edit(METAINFO, r'version="[0-9][^"]*" date', 'version="9.8.7" date')
        self.commit()
        self.tag()
        self.refused(r"CHANGELOG.md begins with 9\.8\.7")

    def test_metainfo_of_another_version_is_refused(self):
        self.edit(METAINFO, r'version="[0-9][^"]*" date', 'version="0.0.1" date')
        self.commit()
        self.tag()
        self.refused('metainfo\'s newest release is "0.0.1 2026-12-01"')

    def test_metainfo_of_another_day_is_refused(self):
        self.edit(METAINFO, r'date="[^"]*"', 'date="2026-12-02"')
        self.commit()
        self.tag()
        self.refused("metainfo's newest release is .* 2026-12-02")

    def test_a_missing_tag_is_refused(self):
        self.git("tag", "-d", f"v{self.version}")
        self.refused(f"no tag v{self.version}")

    def test_a_tag_of_another_commit_is_refused(self):
        self.commit()
        self.refused("another commit than the one checked out")

    def test_a_changed_file_is_refused(self):
        self.edit("CHANGELOG.md", "Added", "Brought")
        self.refused("The tree is not clean:")

    def test_a_file_that_git_does_not_know_is_refused(self):
        with open(os.path.join(self.folder, "packaging", "new.sh"), "w", encoding="utf-8") as file:
            file.write("true\n")
        self.refused("The tree is not clean:")

    def test_a_folder_without_git_is_refused(self):
        shutil.rmtree(os.path.join(self.folder, ".git"))
        asked = subprocess.run(["packaging/release.sh", "--check"], cwd=self.folder, text=True, capture_output=True, check=False,
                               env=os.environ | WHO | {"GIT_CEILING_DIRECTORIES": os.path.dirname(self.folder)})
        self.assertEqual(asked.returncode, 1)
        self.assertIn("This is no git checkout.", asked.stderr)

    def test_notes_are_what_the_changelog_says_of_that_version(self):
        def notes(version):
            return subprocess.run(["packaging/release/notes.sh", version], cwd=self.folder, text=True, capture_output=True, check=False)
        self.edit("CHANGELOG.md", r"\Z", "\n## [0.0.1] - 2026-01-01\n\n### Added\n- The beginning.\n")
        self.assertNotIn("The beginning.", notes(self.version).stdout)
        self.assertTrue(notes(self.version).stdout.startswith("### Added\n"))
        self.assertEqual(notes("0.0.1").stdout, "### Added\n- The beginning.\n")
        self.assertEqual(notes("7.7.7").returncode, 1)


if __name__ == "__main__":
    unittest.main()
