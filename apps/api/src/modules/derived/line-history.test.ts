import { blameRuns } from "@stet/history";
import { expect, test } from "vitest";
import { LineHistory } from "./line-history.js";

function replay(history: readonly (readonly [id: string, parents: string, markdown: string])[]) {
  const lines = new LineHistory(
    history.map(([id, parents, markdown]) => ({
      id,
      parentIds: parents === "" ? [] : parents.split(" "),
      textHash: markdown,
    })),
  );
  return new Map(
    history.map(([id, , markdown]) => [
      id,
      blameRuns(lines.advance({ id, markdown }))
        .map(({ lines: count, revision }) => `${revision}×${count}`)
        .join(" "),
    ]),
  );
}

const base = "# Title\n\nthe first paragraph stays\n\nthe second paragraph stays\n";
const left = base.replace("the first paragraph stays", "one branch wrote this instead");
const right = base.replace(
  "the second paragraph stays",
  "quite another sentence by the other side",
);
const both = left.replace("the second paragraph stays", "quite another sentence by the other side");

test("each line of a merge comes from the side that wrote it", () => {
  const owners = replay([
    ["a", "", base],
    ["b", "a", left],
    ["c", "a", right],
    ["m", "b c", both],
  ]);
  expect(owners.get("c")).toBe("a×4 c×1");
  expect(owners.get("m")).toBe("a×2 b×1 a×1 c×1");
});

test("a save that was merged owns what it brought, though its base is a second parent", () => {
  const owners = replay([
    ["a", "", base],
    ["b", "a", left],
    ["m", "b a", both],
  ]);
  expect(owners.get("m")).toBe("a×2 b×1 a×1 m×1");
});

test("a text that comes back has its authors back, and what follows builds on them", () => {
  const owners = replay([
    ["a", "", base],
    ["b", "a", "gone\n"],
    ["c", "b", base],
    ["d", "c", `${base}more\n`],
  ]);
  expect(owners.get("c")).toBe("a×5");
  expect(owners.get("d")).toBe("a×5 d×1");
});

test("a page added on two branches begins twice", () => {
  const owners = replay([
    ["a", "", "one\n"],
    ["b", "", "two\n"],
    ["m", "a b", "one\ntwo\n"],
  ]);
  expect(owners.get("m")).toBe("a×1 b×1");
});
