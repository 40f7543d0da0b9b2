import { describe, expect, it } from "vitest";
import { splitTitle } from "./split-title.js";

describe("splitTitle", () => {
  it("takes the heading that starts the text, without its link to itself", () => {
    const html =
      '<h1 id="a" data-b="0"><a class="anchor" href="#a">The <em>title</em></a></h1>\n<p>Text</p>';
    expect(splitTitle(html, "The title")).toEqual({
      title: "The <em>title</em>",
      body: "\n<p>Text</p>",
    });
  });

  it("keeps a link that the heading holds", () => {
    const html =
      '<h1 id="a"><a href="/x">Xen</a> <a class="anchor" href="#a" aria-label="Xen">#</a></h1>';
    expect(splitTitle(html, "Xen").title).toBe('<a href="/x">Xen</a>');
  });

  it("uses the page's title when the text starts with something else", () => {
    const html = "<p>Text</p><h1>Later</h1>";
    expect(splitTitle(html, "A < B & C")).toEqual({ title: "A &lt; B &amp; C", body: html });
  });
});
