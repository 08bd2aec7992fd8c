"""`verify` is strict and says one thing; `which` is lenient and says everything."""

from support import CliTest, main

REFUSAL = "Invalid, expired, or revoked API key"


class Verify(CliTest):
    def test_aUseIsRecordedUnlessAskedNotTo(self):
        token, info = self.create("--name", "Importer")
        self.good("verify", "--no-record", stdin=token)
        self.assertIsNone(self.good("show", info["id"], "--json").json()["last_used_at"])
        self.good("verify", stdin=token)
        shown = self.good("show", info["id"], "--json").json()
        self.assertIsNotNone(shown["last_used_at"])
        self.assertEqual(shown["last_address"], "local")
        self.assertEqual(shown["requests"], 1)

    def test_aRefusedUseOfAKnownKeyIsCounted(self):
        token, info = self.create("--name", "Importer")
        self.good("revoke", info["id"])
        self.bad(1, "verify", stdin=token)
        shown = self.good("show", info["id"], "--json").json()
        self.assertEqual(shown["refused"], 1)
        self.assertIsNone(shown["last_used_at"])

    def test_aMissingScopeIsNamed(self):
        token, _ = self.create("--name", "Importer")
        self.good("verify", "--scope", "read", stdin=token)
        self.assertEqual(self.bad(1, "verify", "--scope", "admin", stdin=token).err.strip(),
                         "Insufficient scope: needs admin")

    def test_aScopeThatSatisfiesAllDoes(self):
        path = f"{self.home}/remy.keyring"
        self.good("--keyring", path, "init", "--policy", "remy")
        token = self.good("--keyring", path, "create", "--name", "Sync", "--expires", "30d").out
        self.good("--keyring", path, "verify", "--scope", "anything", stdin=token)

    def test_onlyOneTrailingNewlineIsForgiven(self):
        token, _ = self.create("--name", "Importer")
        self.good("verify", stdin=f"{token}\n")
        for wrong in (f"{token}\n\n", f" {token}", f"{token} ", f'"{token}"', f"Bearer {token}", f"\u200b{token}",
                      token[:-1], f"{token}x", "", "\n", "nonsense", token[:-1] + ("0" if token[-1] != "0" else "1")):
            with self.subTest(wrong=wrong.replace(token, "TOKEN")):
                refused = self.bad(1, "verify", stdin=wrong)
                self.assertIn(REFUSAL, refused.err)
                self.assertGreater(len(refused.err.splitlines()), 1, "what is wrong is said, too")
                self.assert_no_token(refused.out + refused.err)

    def test_bytesThatAreNoTextAreRefused(self):
        for wrong in (b"\xff\xfe\x00", b"\x00" * 100, b"kw_" + b"\x80" * 48, b"A" * 100_000):
            self.bad(1, "verify", stdin=wrong)

    def test_anUnknownKeyOfTheRightFormIsRefusedAlike(self):
        path = f"{self.home}/other.keyring"
        self.good("--keyring", path, "init")
        foreign = self.good("--keyring", path, "create", "--name", "Foreign").out
        self.assertEqual(self.bad(1, "verify", stdin=foreign).err.strip(), REFUSAL)

    def test_theVerdictIsJsonToo(self):
        token, info = self.create("--name", "Importer")
        valid = self.good("verify", "--json", stdin=token).json()
        self.assertEqual((valid["valid"], valid["key_info"]["id"]), (True, info["id"]))
        self.good("revoke", info["id"])
        refused = self.bad(1, "verify", "--json", stdin=token).json()
        self.assertEqual((refused["valid"], refused["error"], refused["key_info"]), (False, REFUSAL, None))


class Which(CliTest):
    def test_aPastedKeyIsKnownWithWhatIsWrongWithIt(self):
        token, info = self.create("--name", "Importer")
        for pasted in (f' "{token}" \n', f"Bearer {token}", f"\u200b{token}"):
            found = self.good("which", "--json", stdin=pasted).json()
            self.assertEqual(found["keys"][0]["id"], info["id"])
            self.assertNotEqual(found["faults"], [])
        self.assertEqual(self.good("which", "--json", stdin=token).json()["faults"], [])

    def test_aFragmentNamesTheKey(self):
        _, info = self.create("--name", "Importer")
        last = self.good("show", info["id"], "--json").json()["last4"]
        for fragment in (info["key_prefix"], info["key_prefix"][:8], last, f"••••{last}"):
            with self.subTest(fragment=fragment):
                self.assertIn(info["id"], self.good("which", fragment).out)

    def test_whatIsWrongWithTheKeyItselfIsSaid(self):
        token, info = self.create("--name", "Importer")
        self.good("revoke", info["id"], "--reason", "leaked")
        self.assertIn("revoked", self.good("which", stdin=token).out)

    def test_aStrangersKeyIsNotFound(self):
        self.bad(3, "which", stdin="kw_" + "A" * 46)
        self.bad(3, "which", "kw_zzzzzzzz")
        self.bad(1, "which", "kw_")


if __name__ == "__main__":
    main()
