import { expect, test } from "vitest";
import { overlayLinks } from "./link-overlay.js";

const link = (href: string, path?: string) => ({
  href,
  text: "",
  line: 1,
  target:
    path === undefined ? undefined : { space: "docs", locale: "en", path, defaultLocale: "en" },
});

test("a link leads to the first meaning that exists, its fragment kept", () => {
  const html = '<p><a href="/docs/a?x=1&amp;y#b" title="t">a</a> <a href="/docs/c">c</a></p>';
  expect(overlayLinks(html, [link("/docs/a?x=1&y#b", "x/a")])).toBe(
    '<p><a href="/docs/x/a#b" title="t">a</a> <a href="/docs/c">c</a></p>',
  );
});

test("a link without any meaning is marked, beside the classes it has", () => {
  const html = '<a href="/docs/a">a</a> <a class="wiki" href="/docs/b">b</a>';
  expect(overlayLinks(html, [link("/docs/a"), link("/docs/b")])).toBe(
    '<a href="/docs/a" class="missing">a</a> <a class="missing wiki" href="/docs/b">b</a>',
  );
});

test("nothing else changes, dollar signs included", () => {
  const html = '<a href="/docs/$1">$&amp;</a><abbr title="/docs/a">x</abbr>';
  expect(overlayLinks(html, [link("/docs/$1", "$&"), link("/docs/a")])).toBe(
    '<a href="/docs/%24%26">$&amp;</a><abbr title="/docs/a">x</abbr>',
  );
});

test("a tag ends where its attributes end, whatever their values contain", () => {
  const html = '<a href="/docs/a" title="a><img src=x> class=">a</a>';
  expect(overlayLinks(html, [link("/docs/a")])).toBe(
    '<a href="/docs/a" title="a><img src=x> class=" class="missing">a</a>',
  );
  expect(overlayLinks(html, [link("/docs/a", "b")])).toBe(html.replace("/docs/a", "/docs/b"));
});
