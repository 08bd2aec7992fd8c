"""An ID may be the id, the prefix, or a unique beginning of either."""

from support import CliTest, main


class References(CliTest):
    def test_idPrefixAndBeginningsNameTheKey(self):
        _, info = self.create("--name", "Importer")
        for reference in (info["id"], info["id"][:6], info["key_prefix"], info["key_prefix"][:7]):
            with self.subTest(reference=reference):
                self.assertEqual(self.good("show", reference, "--json").json()["id"], info["id"])

    def test_anAmbiguousBeginningNamesTheCandidates(self):
        made = [self.create("--name", f"Key {number}")[1] for number in range(3)]
        refused = self.bad(1, "revoke", "kw_")
        for info in made:
            self.assertIn(info["id"], refused.err)
        self.assertTrue(all(key["is_active"] for key in self.good("list", "--json").json()))

    def test_manyCandidatesAreCounted(self):
        for number in range(10):
            self.create("--name", f"Key {number}")
        self.assertIn("and 2 more", self.bad(1, "show", "kw_").err)

    def test_anEmptyReferenceNamesNothing(self):
        self.create("--name", "Importer")
        self.bad(1, "revoke", "")

    def test_theSameKeyTwiceCountsOnce(self):
        _, info = self.create("--name", "Importer")
        outcomes = self.good("revoke", info["id"], info["key_prefix"], "--json").json()
        self.assertEqual(len(outcomes), 1)

    def test_severalKeysAreRevokedTogether(self):
        ids = [self.create("--name", f"Key {number}")[1]["id"] for number in range(3)]
        outcomes = self.good("revoke", *ids, "--json").json()
        self.assertEqual([outcome["done"] for outcome in outcomes], [True, True, True])
        again = self.good("revoke", ids[0], "--json").json()
        self.assertTrue(again[0]["already"])


if __name__ == "__main__":
    main()
