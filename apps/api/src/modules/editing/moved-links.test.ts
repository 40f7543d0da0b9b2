import type { LinkContext } from "@stet/markdown";
import { expect, test } from "vitest";
import { movedFilePath, relink, type LinkWorld, type PagePlace } from "./moved-links.js";

const place = (path: string, filePath = `${path}.md`, space = "docs"): PagePlace => ({
  space,
  locale: "en",
  defaultLocale: "en",
  path,
  filePath,
});

const context = (filePath: string, space = "docs"): LinkContext => ({
  space,
  locale: "en",
  defaultLocale: "en",
  filePath,
  spaces: ["docs", "lab"],
});

/** Pages by id: where they were, and where they are when that is elsewhere. */
function world(pages: Record<string, [PagePlace, PagePlace?]>, media: string[] = []): LinkWorld {
  return {
    pageAt: (target) =>
      Object.keys(pages).find((id) => {
        const before = pages[id]?.[0];
        return (
          before?.path === target.path &&
          before.space === target.space &&
          before.locale === target.locale
        );
      }),
    placeAfter: (id) => pages[id]?.[1] ?? pages[id]?.[0],
    hasMedia: (target) => media.includes(`${target.space}/${target.path}`),
  };
}

test("relative links of a moved page lead where they led", () => {
  const before = context("guides/install.md");
  const after = context("setup/host/install.md");
  const pages = world({ a: [place("guides/network")], b: [place("storage/disks")] }, [
    "docs/guides/x.png",
  ]);
  const source =
    "[n](network.md#top) [d](../storage/disks.md 'title') ![x](x.png) [out](https://example.org) [[Network]]";
  expect(relink(source, before, after, pages)).toBe(
    "[n](../../guides/network.md#top) [d](../../storage/disks.md 'title') ![x](../../guides/x.png) [out](https://example.org) [[guides/network]]",
  );
});

test("links to a moved page lead to its new place, in the same style", () => {
  const at = context("index.md");
  const pages = world({ a: [place("install"), place("setup/install")] });
  expect(
    relink(
      "[a](install.md) [b](./install) [c](/docs/install#x) [[install|Install]]",
      at,
      at,
      pages,
    ),
  ).toBe(
    "[a](setup/install.md) [b](./setup/install) [c](/docs/setup/install#x) [[setup/install|Install]]",
  );
});

test("pages that move together keep their links as they are", () => {
  const pages = world({
    a: [place("guides/a"), place("howto/a")],
    b: [place("guides/b"), place("howto/b")],
  });
  const source = "[b](b.md) [up](../top.md)";
  expect(relink(source, context("guides/a.md"), context("howto/a.md"), pages)).toBe(source);
});

test("a page that moved to another space is linked by its address", () => {
  const pages = world({ a: [place("install"), place("install", "install.md", "lab")] });
  const at = context("index.md");
  expect(relink("[a](install.md#x) [[install]]", at, at, pages)).toBe(
    "[a](/lab/install#x) [[lab:install]]",
  );
});

test("links to nothing stay as they are", () => {
  const source = "[a](nowhere.md) [b](#here) ![c](no.png)";
  expect(relink(source, context("a/b.md"), context("c.md"), world({}))).toBe(source);
});

test.each([
  ["guides/install", "guides/install.md", "setup/install", "setup/install.md"],
  ["guides", "guides/index.md", "setup", "setup/index.md"],
  ["guides", "guides/README.md", "setup/all", "setup/all/README.md"],
  ["index", "index.md", "welcome", "welcome.md"],
  ["a", "a.mdx", "b", "b.mdx"],
])("the file of %s (%s) moved to %s is %s", (path, filePath, to, expected) => {
  expect(movedFilePath({ path, filePath }, to)).toBe(expected);
});
