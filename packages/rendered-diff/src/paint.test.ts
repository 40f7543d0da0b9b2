import { expect, test } from "vitest";
import { painted, said } from "../test/index.js";

test("words that changed are painted, the rest of the page is shown once", () => {
  expect(
    said(
      "# Install\n\nTake the image from the old site.\n\nThe end.\n",
      "# Install\n\nTake the signed image from the site.\n\nThe end.\n",
    ),
  ).toEqual([
    "same Install",
    "changed Take the {+signed+} image from the {-old -}site.",
    "same The end.",
  ]);
});

test("a replaced word stands struck out before the new one, in its own letters", () => {
  const { blocks } = painted(
    "Run `xl list` on **every** host.\n",
    "Run `xl info` on **each** host.\n",
  );
  const [block] = blocks;
  expect(block?.kind).toBe("changed");
  const html = block?.kind === "changed" ? block.html : "";
  expect(html).toContain('<del class="painted"><code>');
  expect(html).toContain('<del class="painted"><strong>every</strong></del>');
});

test("items and rows that are gone come back whole, and in their place", () => {
  expect(said("- one\n- two\n- three\n", "- one\n- three\n- four\n")).toEqual([
    "changed one {-two -} three {+four+}",
  ]);
  const { blocks } = painted("- one\n- two\n- three\n", "- one\n- three\n");
  expect(blocks[0]?.kind === "changed" && blocks[0].html).toContain('<li><del class="painted">two');
  const before = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n";
  const [row] = painted(before, before.replace("| 3 | 4 |\n", "")).blocks;
  expect(row?.kind === "changed" && row.html.match(/<tr>/g)).toHaveLength(4);
});

test("a block that went elsewhere is shown once, with its edits, and says where it was", () => {
  const paragraph = "The toolstack has to be told about every disk that is attached to a guest.";
  const before = `# A\n\n${paragraph}\n\nfirst other paragraph\n\nsecond other paragraph\n\nthird one\n`;
  const after = `# A\n\nfirst other paragraph\n\nsecond other paragraph\n\nthird one\n\n${paragraph.replace("disk", "volume")}\n`;
  expect(said(before, after)).toEqual([
    "same A",
    "moved-away 0",
    "same first other paragraph",
    "same second other paragraph",
    "same third one",
    "moved The toolstack has to be told about every {-disk -}{+volume+} that is attached to a guest.",
  ]);
});

test.each([
  ["a heading's level", "## Install\n", "### Install\n", "[heading: level 2 → level 3]"],
  [
    "where a link leads",
    "See [it](http://a.example).\n",
    "See [it](http://b.example).\n",
    "[link: http://a.example → http://b.example]",
  ],
  [
    "an image",
    "![x](a.png)\n",
    "![x](b.png)\n",
    "[image: /docs/-/media/a.png → /docs/-/media/b.png]",
  ],
  ["a description", "text ![old](a.png)\n", "text ![new](a.png)\n", "[image: old → new]"],
  ["the language of code", "```sh\nls -l\n```\n", "```bash\nls -l\n```\n", "[language: sh → bash]"],
  [
    "the kind of a callout",
    ":::note\nMind it.\n:::\n",
    ":::warning\nMind it.\n:::\n",
    "[callout: note → warning]",
  ],
  ["the marker of a list", "- one\n- two\n", "1. one\n2. two\n", "[list: bullets → numbered]"],
  ["a task", "- [ ] one\n- [ ] two\n", "- [ ] one\n- [x] two\n", "[task: none done → done: 2]"],
  ["how words look", "Mind the gap.\n", "Mind **the gap**.\n", "[formatting: null → bold]"],
  ["nothing but the source", "one\ntwo\n", "one two\n", "[markup: null → null]"],
])("%s is badged, its words are not painted", (_, before, after, badge) => {
  const [line = "", ...rest] = said(before, after);
  expect(rest).toEqual([]);
  expect(line).toContain(badge);
  if (!line.includes("image")) expect(line).not.toMatch(/\{[+-]/);
});

test("a link's target is badged where its definition changed far away", () => {
  expect(
    said(
      "See [it].\n\nEnd.\n\n[it]: http://a.example\n",
      "See [it].\n\nEnd.\n\n[it]: http://b.example\n",
    ),
  ).toEqual(["changed See it. [link: http://a.example → http://b.example]", "same End."]);
});

test("a paragraph split in two says so, and only new words are painted", () => {
  const first = "The host boots the hypervisor and then starts the control domain at once.";
  const second = "Guests are started afterwards, one after the other, as their order says.";
  expect(said(`${first} ${second}\n`, `${first}\n\n${second}\n`)).toEqual([
    `changed ${first}${second} [split: 1 → 2]`,
  ]);
  expect(said(`${first}\n\n${second}\n`, `${first} ${second}\n`)).toEqual([
    `changed ${first} ${second} [joined: 2 → 1]`,
  ]);
});

test("where words cannot be traced, the block before and the block after are shown whole", () => {
  const said1 = said("A&copy;&reg;&trade; B &copy;\n", "A&copy;&reg;&trade; C &copy;\n");
  expect(said1).toEqual(["replaced {-A©®™ B ©-} | {+A©®™ C ©+}"]);
});

test("texts with nothing in common are removed and added", () => {
  expect(said("alpha beta\n", "")).toEqual(["removed {-alpha beta-}"]);
  expect(said("", "alpha beta\n")).toEqual(["added {+alpha beta+}"]);
  expect(said("", "")).toEqual([]);
});

test("what is gone brings no id along: links lead to what is there", () => {
  const { blocks } = painted("# Old name\n\nalpha\n", "beta gamma\n");
  expect(JSON.stringify(blocks)).not.toContain("id=");
});
