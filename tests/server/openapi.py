"""Holds an answer of the running server to what resources/openapi.yaml says of it."""

import os
import re

import jsonschema
import yaml

# What HTTP itself answers, whatever the path.
ANYWHERE = {405, 408, 413, 414, 417, 431, 500, 501, 505}


class OpenApi:
    def __init__(self):
        with open(os.path.join(os.environ["KEYWRIGHT_SOURCE"], "resources/openapi.yaml"), encoding="utf-8") as file:
            self.document = yaml.safe_load(file)
        self.paths = [(path, re.compile("^" + re.sub(r"\{[^}]*\}", "[^/]+", path) + "$")) for path in
                      sorted(self.document["paths"], key=lambda path: "{" in path)]

    def resolved(self, node):
        if "$ref" not in node:
            return node
        found = self.document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return found

    def operation(self, method, path):
        for template, form in self.paths:
            if form.match(path):
                return self.document["paths"][template].get("get" if method == "HEAD" else method.lower())
        return None

    def check(self, test, method, path, answer):
        """Fails `test` where the answer is not as documented. Paths that nothing is said of are left alone."""
        operation = self.operation(method, path.split("?")[0])
        if operation is None or answer.status in ANYWHERE:
            return
        where = f"{method} {path} {answer.status}"
        test.assertIn(str(answer.status), operation["responses"], where)
        response = self.resolved(operation["responses"][str(answer.status)])
        content = response.get("content", {})
        media = (answer.headers["Content-Type"] or "").split(";")[0]
        if not content:
            test.assertEqual((media, answer.body), ("", b""), where)
            return
        if answer.status < 300:
            for name in response.get("headers", {}):
                if name != "Link":
                    test.assertIn(name, answer.headers, where)
        test.assertIn(media, content, where)
        if method == "HEAD" or media == "text/plain":
            return
        schema = dict(content[media]["schema"]) | {"components": self.document["components"]}
        validator = jsonschema.Draft202012Validator(schema)
        wrong = [f"{list(error.absolute_path)}: {error.message[:300]}" for error in validator.iter_errors(answer.json())]
        test.assertEqual(wrong, [], where)
