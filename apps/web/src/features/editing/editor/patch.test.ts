import { describe, expect, it } from "vitest";
import { patchBlocks, splitBlocks } from "./patch.js";

describe("patchBlocks", () => {
  const apply = (before: string[], { from, remove, insert }: ReturnType<typeof patchBlocks>) =>
    before.toSpliced(from, remove, ...insert);

  it.each([
    [[], []],
    [[], ["a"]],
    [["a"], []],
    [
      ["a", "b", "c"],
      ["a", "x", "c"],
    ],
    [
      ["a", "a"],
      ["a", "a", "a"],
    ],
    [["a", "a", "a"], ["a"]],
    [
      ["a", "b"],
      ["b", "a"],
    ],
  ])("turns %j into %j", (before, after) => {
    expect(apply(before, patchBlocks(before, after))).toEqual(after);
  });

  it("touches one block of many", () => {
    const before = Array.from({ length: 1000 }, (_, index) => `block ${index}`);
    const after = before.with(500, "edited");
    expect(patchBlocks(before, after)).toEqual({ from: 500, remove: 1, insert: ["edited"] });
  });
});

describe("splitBlocks", () => {
  it("cuts before each numbered element and takes the number off", () => {
    const html =
      '<h2 id="a" data-b="0">A</h2>\n<p data-b="1">one <em>two</em></p>\n<hr data-b="3">\n';
    expect(splitBlocks(html)).toEqual([
      { html: '<h2 id="a">A</h2>\n', block: 0 },
      { html: "<p>one <em>two</em></p>\n", block: 1 },
      { html: "<hr>\n", block: 3 },
    ]);
  });

  it("keeps a list of footnotes whole", () => {
    const html =
      '<p data-b="0">a</p><section class="footnotes"><ol><li id="fn-a" data-b="3"><p>b</p></li></ol></section>';
    expect(splitBlocks(html)).toEqual([
      {
        html: '<p>a</p><section class="footnotes"><ol><li id="fn-a"><p>b</p></li></ol></section>',
        block: 0,
      },
    ]);
  });

  it("leaves text alone that looks like a number", () => {
    const html = '<p data-b="0">write data-b="1" so</p>';
    expect(splitBlocks(html)).toEqual([{ html: '<p>write data-b="1" so</p>', block: 0 }]);
  });

  it("loses nothing of what has no number", () => {
    const parts = splitBlocks('<p data-b="0">a</p><section class="footnotes"><ol></ol></section>');
    expect(parts.map((part) => part.html).join("")).toBe(
      '<p>a</p><section class="footnotes"><ol></ol></section>',
    );
  });
});
