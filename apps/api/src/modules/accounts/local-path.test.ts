import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.js";

describe("localPath", () => {
  it.each(["/", "/xen/install", "/xen/install?rev=3#top", "/de/xen/größe", "/-/search?q=a%2Fb"])(
    "keeps %s",
    (path) => {
      const url = new URL(path, "http://stet.invalid");
      expect(localPath(path)).toBe(url.pathname + url.search + url.hash);
    },
  );

  it.each([
    undefined,
    "",
    "xen",
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/a\\..\\\\evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "/ok\r\nSet-Cookie: a=b",
    "http:evil.example",
    "/\u0000/evil.example",
    `/${"a".repeat(3000)}`,
  ])("goes home instead of to %j", (next) => {
    expect(localPath(next)).toBe("/");
  });
});
