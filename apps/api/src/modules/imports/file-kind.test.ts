import { expect, test } from "vitest";
import { unsafePathReason } from "./file-kind.js";

test.each([
  "../secret.md",
  "/etc/passwd",
  "a//b.md",
  "a/./b.md",
  "a\\..\\b.md",
  "a\nb.md",
  "docs/-/edit.md",
  ".git/hooks/post-checkout",
  "docs/.GIT/config.md",
  "docs/.g\u200cit/config.md",
  "GIT~1/config",
  ".git. /config",
  "x".repeat(501),
])("%j has no place in a space", (file) => {
  expect(unsafePathReason(file)).toBeTypeOf("string");
});

test.each([".gitignore", ".github/readme.md", "git/intro.md", "a b/ü.md", "-x/y-.md", "..a/b..md"])(
  "%j has one",
  (file) => {
    expect(unsafePathReason(file)).toBeUndefined();
  },
);
