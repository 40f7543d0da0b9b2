import { expect, test } from "vitest";
import { parseCommit, parseSignature } from "./commit-object.js";

test("an ordinary commit with two parents and a signature header", () => {
  const commit = parseCommit(
    Buffer.from(
      [
        "tree aaaa",
        "parent bbbb",
        "parent cccc",
        "author Ada Lovelace <ada@example.org> 1700000000 +0100",
        "committer Carl <carl@example.org> 1700000001 +0000",
        "gpgsig -----BEGIN PGP SIGNATURE-----",
        " author Eve <eve@example.org> 1 +0000",
        " -----END PGP SIGNATURE-----",
        "",
        "Subject\n\nBody: é\n",
      ].join("\n"),
    ),
  );
  expect(commit).toMatchObject({
    tree: "aaaa",
    parents: ["bbbb", "cccc"],
    author: { name: "Ada Lovelace", email: "ada@example.org", at: new Date(1_700_000_000_000) },
    message: "Subject\n\nBody: é\n",
  });
});

test("a commit in the encoding it names", () => {
  const raw = Buffer.from(
    "tree a\nauthor Jos\xe9 <j@e> 1 +0\ncommitter J <j@e> 1 +0\nencoding ISO-8859-1\n\nCaf\xe9\n",
    "latin1",
  );
  expect(parseCommit(raw)).toMatchObject({ author: { name: "José" }, message: "Café\n" });
});

test("bytes in no declared encoding are still readable", () => {
  const raw = Buffer.from(
    "tree a\nauthor J\xf6rg <j@e> 1 +0\ncommitter J <j@e> 1 +0\n\nx\xfc\n",
    "latin1",
  );
  expect(parseCommit(raw)).toMatchObject({ author: { name: "Jörg" }, message: "xü\n" });
});

test.each([
  ["<> 1 +0000", { name: "", email: "" }],
  ["No Mail", { name: "No Mail", email: "" }],
  ["A <a@b> -5 +0000", { at: new Date(0) }],
  ["A <a@b> 99999999999999999 +0000", { at: new Date(Date.UTC(9999, 11, 31)) }],
  ["A\u0007 B <a@b>", { name: "A B", at: new Date(0) }],
])("the signature %j", (line, expected) => {
  expect(parseSignature(line)).toMatchObject(expected);
});
