import { expect, test } from "vitest";
import { splitTitle } from "./split-title.js";

test("the first heading becomes the title, without its permalink", () => {
  const html =
    '<h1 id="a-b"><a class="anchor" href="#a-b">A <code>b</code></a></h1>\n<p>text</p><h1>x</h1>';
  expect(splitTitle(html, "T")).toEqual({
    title: "A <code>b</code>",
    body: "\n<p>text</p><h1>x</h1>",
  });
  const linked =
    '<h1><a href="/x">A</a> b <a class="anchor" href="#a" aria-label="A > b">#</a></h1>';
  expect(splitTitle(linked, "T").title).toBe('<a href="/x">A</a> b');
});

test("a text without one is called by the page's title, escaped", () => {
  expect(splitTitle("<p>text</p>", "<b>")).toEqual({
    title: "&lt;b&gt;",
    body: "<p>text</p>",
  });
});

test.each([
  ['<h1 title="><img src=x>">t</h1>rest', "t", "rest"],
  [
    '<h1>a <a href="/x" title="></h1><img src=x>">l</a></h1>rest',
    'a <a href="/x" title="></h1><img src=x>">l</a>',
    "rest",
  ],
  ["<h1><div><h1>in</h1>out</div></h1>rest", "<div><h1>in</h1>out</div>", "rest"],
])("a heading ends where it ends, whatever stands in its attributes: %s", (html, title, body) => {
  expect(splitTitle(html, "T")).toEqual({ title, body });
});
