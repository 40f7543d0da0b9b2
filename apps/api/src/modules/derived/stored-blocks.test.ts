import { expect, test } from "vitest";
import { deriveBlocks, type BlockState } from "./derive-blocks.js";
import { fromStoredBlocks, toStoredBlocks } from "./stored-blocks.js";

const texts = [
  "---\ntitle: x\n---\n\n# A\n\none\n\n# B\n\ntwo\n\n- l\n",
  "---\ntitle: x\n---\n\n# A\n\none\n\n# B\n\ntwo, edited a little\n\n- l\n",
  "\n\n# B\n\ntwo, edited a little\n\n# A\n\none\n",
  "",
  "# A\n\none\n",
];

test("blocks survive being stored", () => {
  let state: BlockState | undefined;
  for (const [number, markdown] of texts.entries()) {
    const next = deriveBlocks({ id: `r${number}`, markdown }, state, new Map());
    expect(fromStoredBlocks(JSON.parse(JSON.stringify(toStoredBlocks(next.blocks))))).toEqual(
      next.blocks,
    );
    state = next;
  }
});

test("blocks before and after an edit keep their identity, and new ids name their place", () => {
  const first = deriveBlocks({ id: "r1", markdown: "a\n\nb\n\nc\n" }, undefined, new Map());
  expect(first.blocks.map((block) => block.id)).toEqual(["r1.0", "r1.1", "r1.2"]);
  const second = deriveBlocks(
    { id: "r2", markdown: "a\n\nnothing alike, wholly new\n\nx y z\n\nb\n\nc\n" },
    first,
    new Map(),
  );
  expect(second.blocks.map(({ id, from, change }) => [id, from, change])).toEqual([
    ["r1.0", 0, "same"],
    ["r2.1", null, "new"],
    ["r2.2", null, "new"],
    ["r1.1", 1, "same"],
    ["r1.2", 2, "same"],
  ]);
  const third = deriveBlocks({ id: "r3", markdown: "a\n\nc\n" }, second, new Map());
  expect(third.blocks.map((block) => block.id)).toEqual(["r1.0", "r1.2"]);
  expect(third.removed.map((block) => block.id).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "r1.1",
    "r2.1",
    "r2.2",
  ]);
});
