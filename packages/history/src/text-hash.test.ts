import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { normaliseBlock, textHash } from "./text-hash.js";

const sha = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

test("textHash is half of SHA-256 of the normalised text, asked again or not", () => {
  const kinds = ["paragraph", "heading", "code", "list"];
  // More than is remembered, so that some is forgotten and asked for again.
  const texts = Array.from({ length: 500 }, (_, n) => `# ${n}  *text* ${"x y ".repeat(n)}\n`);
  for (let round = 0; round < 2; round += 1)
    for (const text of texts)
      for (const kind of kinds)
        if (textHash(text, kind) !== sha(normaliseBlock(text, kind)))
          expect(textHash(text, kind), `${kind} ${text}`).toBe(sha(normaliseBlock(text, kind)));
  expect(textHash("# a", "heading")).not.toBe(textHash("# a", "code"));
});
