"""The description of the interface: served, and true. Every answer in every other test is held to it, too."""

from support import ServerTest, main


class Description(ServerTest):
    def test_itIsServedAsItIsWritten(self):
        self.assertEqual(self.good(200, "GET", "/openapi.json", token=None).json(), self.openapi.document)

    def test_everyPathHasItsMethodsAndNoOthers(self):
        for path, operations in self.openapi.document["paths"].items():
            if "options" in operations:
                continue  # answers OPTIONS itself
            allowed = self.good(204, "OPTIONS", path.replace("{id}", "x"), token=None).headers["Allow"]
            documented = {method.upper() for method in operations if method != "parameters"}
            with self.subTest(path=path):
                self.assertEqual(set(allowed.split(", ")) - {"HEAD", "OPTIONS"}, documented)

    def test_everyManagingRouteWantsToKnowWho(self):
        for path, operations in self.openapi.document["paths"].items():
            for method, operation in operations.items():
                if method != "parameters" and operation.get("security") != []:
                    with self.subTest(path=path, method=method):
                        self.problem(401, "no_token", method.upper(), path.replace("{id}", "x"), token=None)

    def test_referencesLeadSomewhere(self):
        def walk(node):
            if isinstance(node, dict):
                if "$ref" in node:
                    self.openapi.resolved(node)
                for value in node.values():
                    walk(value)
            elif isinstance(node, list):
                for value in node:
                    walk(value)
        walk(self.openapi.document)
        self.assertEqual(self.openapi.document["openapi"], "3.1.0")


class Host(ServerTest):
    def test_itIsThereAndReadyAndCounts(self):
        self.create({})
        self.good(200, "GET", "/healthz", token=None)
        self.assertEqual(self.good(200, "GET", "/readyz", token=None).json()["status"], "ready")
        text = self.good(200, "GET", "/metrics", token=None).body.decode()
        self.assertIn('keywright_http_requests_total{kind="managing",status="2xx"} 1', text)
        self.assert_no_token(text)

    def test_countersAreForTheHostAlone(self):
        self.problem(403, "host_only", "GET", "/metrics", token=None, X_Forwarded_For="192.0.2.1")


if __name__ == "__main__":
    main()
