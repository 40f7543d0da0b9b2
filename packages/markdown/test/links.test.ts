import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mediaUrl, pagePathOf, pageUrl, resolveLink, resolveMedia } from "../src/index.js";
import { context } from "./context.js";

describe("pagePathOf", () => {
  it.each([
    ["guides/Foo Bar.md", "guides/foo-bar"],
    ["guides/index.md", "guides"],
    ["guides/README.mdx", "guides"],
    ["index.md", "index"],
    ["README.markdown", "index"],
    ["Übersicht/Größe.md", "übersicht/größe"],
    ["日本語/導入.md", "日本語/導入"],
    ["releases/release-8.3.md", "releases/release-8.3"],
    ["a/-/history.md", "a/history"],
    ["../../etc/passwd.md", "etc/passwd"],
    ["a\\b.md", "a/b"],
    ["What? (really).md", "what-really"],
    ["e\u0301.md", "é"],
  ])("%s → %s", (file, path) => {
    expect(pagePathOf(file)).toBe(path);
  });

  it("gives a path that names itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (file) => {
        const path = pagePathOf(file);
        expect(path).not.toBe("");
        expect(path.split("/").some((segment) => ["", ".", "..", "-"].includes(segment))).toBe(
          false,
        );
        if (path !== "index")
          expect(pagePathOf(`${path}.md`).replace(/\/?(?:index|readme)$/, "")).toBe(
            path.replace(/\/?(?:index|readme)$/, ""),
          );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("pageUrl", () => {
  it("has the locale first, unless it is the default", () => {
    expect(pageUrl({ space: "docs", locale: "en", path: "a/b" }, context)).toBe("/docs/a/b");
    expect(pageUrl({ space: "docs", locale: "de", path: "a/ü" }, context)).toBe(
      "/de/docs/a/%C3%BC",
    );
    expect(pageUrl({ space: "docs", locale: "en", path: "index" }, context)).toBe("/docs");
    expect(mediaUrl({ space: "docs", path: "img/a b.png" })).toBe("/docs/-/media/img/a%20b.png");
  });
});

const paths = (destination: string, filePath = "guides/install.md") => {
  const found = resolveLink(destination, { ...context, filePath });
  if (found.kind !== "page") return found.kind;
  return found.candidates.map(({ space, locale, path }) =>
    space === "docs" && locale === "en" ? path : `${locale}:${space}:${path}`,
  );
};

describe("resolveLink", () => {
  it.each([
    ["x.md", "guides/x"],
    ["./x.md#y", "guides/x"],
    ["../vms/x.mdx?q=1#y", "vms/x"],
    ["../../../x.md", "x"],
    ["/vms/x", "vms/x"],
    ["index.md", "guides"],
    ["../README.md", "index"],
    ["x%20y.md", "guides/x-y"],
    ["..\\vms\\x.md", "vms/x"],
    ["100%.md", "guides/100"],
    ["[[Xen Guide/Two]]", "xen-guide/two"],
    ["[[Note: this]]", "note-this"],
  ])("%s → %s", (destination, path) => {
    expect(paths(destination)[0]).toBe(path);
  });

  it("reads an address without extension as a file, and as a URL with and without slash", () => {
    expect(paths("../../storage", "vms/windows.md")).toContain("storage");
    expect(paths("../../management/updates", "vms/windows.md")).toContain("management/updates");
    expect(paths("../vms", "guides/install.md")).toEqual(
      expect.arrayContaining(["vms", "guides/vms"]),
    );
    // A folder's own file is the folder.
    expect(paths("../../vms", "vms/vms.md")).toEqual(expect.arrayContaining(["vms", "vms/vms"]));
  });

  it("prefers a space's page where the first segment is a space", () => {
    expect(paths("/xen/intro")).toEqual([
      "en:xen:intro",
      "en:xen:intro/intro",
      "xen/intro",
      "xen/intro/intro",
    ]);
    expect(paths("/de/docs/a")[0]).toBe("de:docs:a");
    expect(paths("[[xen:Guide#Two Words]]")[0]).toBe("en:xen:guide");
  });

  it("tries the page's own locale before the default one", () => {
    const found = resolveLink("x.md", { ...context, locale: "ja" });
    expect(found).toMatchObject({
      candidates: [
        { locale: "ja" },
        { locale: "ja" },
        { locale: "en", path: "guides/x" },
        { locale: "en" },
      ],
    });
  });

  it("tells fragments, files, the outside and the unsafe apart", () => {
    expect(resolveLink("#Fr%C3%BCh", context)).toEqual({ kind: "anchor", fragment: "Früh" });
    expect(resolveLink("[[#My Section]]", context)).toEqual({
      kind: "anchor",
      fragment: "my-section",
    });
    expect(resolveLink("../files/a.PDF", context)).toMatchObject({
      kind: "media",
      candidates: [{ space: "docs", path: "files/a.PDF" }, {}],
    });
    expect(resolveLink("HTTPS://x.org/a", context)).toEqual({
      kind: "external",
      url: "HTTPS://x.org/a",
    });
    expect(resolveLink("//x.org", context)).toEqual({ kind: "external", url: "https://x.org" });
    expect(resolveLink("/\\x.org", context)).toMatchObject({ kind: "external" });
    for (const destination of [
      "javascript:1",
      " java\nscript:1",
      "\u0001javascript:1",
      "data:x",
      "file:///x",
      "a:b",
      "JAVASCRIPT:1",
    ]) {
      expect(resolveLink(destination, context), destination).toEqual({ kind: "unsafe" });
    }
  });

  it("finds images beside the page, at the root and in Docusaurus' static folder", () => {
    expect(resolveMedia("/img/a.png", context)).toMatchObject({
      candidates: [{ path: "img/a.png" }, { path: "static/img/a.png" }],
    });
    expect(resolveMedia("@site/static/img/a.png", context)).toMatchObject({ kind: "media" });
    expect(resolveMedia("../img/A b.png", context)).toMatchObject({
      candidates: [{ path: "img/A b.png" }, {}],
    });
  });

  it("never leaves the wiki, whatever is written", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc
            .array(
              fc.constantFrom(
                "..",
                "/",
                "a",
                ".md",
                "#",
                "?",
                "%",
                "[[",
                "]]",
                "|",
                ":",
                "xen",
                "\\",
              ),
            )
            .map((parts) => parts.join("")),
        ),
        (destination) => {
          const found = resolveLink(destination, context);
          if (found.kind !== "page") return;
          for (const target of found.candidates) {
            expect(context.spaces).toContain(target.space);
            expect(
              target.path.split("/").some((segment) => ["", ".", "..", "-"].includes(segment)),
            ).toBe(false);
            expect(pageUrl(target, context)).toMatch(/^\/[^/\\]/);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
