import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editWords, makeBlock, Random } from "../test/index.js";
import {
  align,
  normaliseBlock,
  textHash,
  type AlignBlock,
  type Alignment,
  type KnownBlock,
} from "./index.js";

/** Paragraphs, headings and code, as the Markdown package would cut them. */
function blocksOf(text: string): AlignBlock[] {
  const path: string[] = [];
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const heading = /^#+ (.*)/.exec(part);
      const block = {
        kind: heading ? "heading" : part.startsWith("```") ? "code" : "paragraph",
        text: part,
        headingPath: [...path],
      };
      if (heading) path.splice(0, path.length, heading[1]!);
      return block;
    });
}

function known(blocks: readonly AlignBlock[], alignment: Alignment): KnownBlock[] {
  return blocks.map((block, at) => ({ ...block, id: alignment.blocks[at]!.id }));
}

function start(text: string): KnownBlock[] {
  const blocks = blocksOf(text);
  return known(blocks, align([], blocks, { revision: "r1" }));
}

const page =
  "# Install\n\nDownload the image and write it to a stick.\n\n```\nreboot\n```\n\n# Update\n\nRun the updater on every host. Then restart the toolstack of the pool.\n\n```\nreboot\n```\n\nAsk on the forum when something does not work.";

function changes(
  before: readonly KnownBlock[],
  text: string,
  past?: ReadonlyMap<string, readonly string[]>,
): string[] {
  const { blocks } = align(before, blocksOf(text), { revision: "r2", ...(past ? { past } : {}) });
  return blocks.map(({ id, change, origins }) => [id, change, ...origins].join(" "));
}

test("A1 the same page has the same ids", () => {
  expect(changes(start(page), page)).toEqual([
    "r1.0 same",
    "r1.1 same",
    "r1.2 same",
    "r1.3 same",
    "r1.4 same",
    "r1.5 same",
    "r1.6 same",
  ]);
});

test("A1 of two equal blocks the headings tell which is which", () => {
  const without = page.replace(
    "# Install\n\nDownload the image and write it to a stick.\n\n```\nreboot\n```\n\n",
    "",
  );
  expect(changes(start(page), without)).toEqual([
    "r1.3 same",
    "r1.4 same",
    "r1.5 same",
    "r1.6 same",
  ]);
});

test("A1 a moved block keeps its id", () => {
  const parts = page.split("\n\n");
  const moved = [parts[6]!, ...parts.slice(0, 6)].join("\n\n");
  expect(changes(start(page), moved)[0]).toBe("r1.6 moved");
});

test("A2 an edited block keeps its id, a rewritten one does not", () => {
  const edited = page
    .replace(
      "Download the image and write it to a stick.",
      "Download the newest image and write it to a stick.",
    )
    .replace("Ask on the forum when something does not work.", "Nobody answers questions here.");
  const result = changes(start(page), edited);
  expect(result[1]).toBe("r1.1 edited");
  expect(result[6]).toBe("r2.6 new");
});

test("A2 a heading keeps its id through a small change and another level", () => {
  const result = changes(
    start(page),
    page.replace("# Install", "## Installing").replace("# Update", "### Update"),
  );
  expect([result[0], result[3]]).toEqual(["r1.0 edited", "r1.3 same"]);
});

test("A2 a block that moved and was edited keeps its id", () => {
  const parts = page.split("\n\n");
  const moved = [parts[6]!.replace("Ask", "Please ask"), ...parts.slice(0, 6)].join("\n\n");
  expect(changes(start(page), moved)[0]).toBe("r1.6 moved-edited");
});

test("A3 of a split block the first part keeps the id, the second names it", () => {
  expect(changes(start(page), page.replace("host. Then", "host.\n\nThen")).slice(4, 6)).toEqual([
    "r1.4 edited",
    "r2.5 new r1.4",
  ]);
});

test("A3 of joined blocks the first id stays and the result names the other", () => {
  const two = page.replace("host. Then", "host.\n\nThen");
  const joined = align(start(two), blocksOf(page), { revision: "r2" });
  expect(joined.blocks[4]).toMatchObject({ id: "r1.4", change: "edited", origins: ["r1.5"] });
  expect(joined.removed.map(({ id }) => id)).toEqual(["r1.5"]);
});

test("A4 a text that comes back gets its id back", () => {
  const before = start(page);
  const gone = page.replace("\n\nAsk on the forum when something does not work.", "");
  const without = align(before, blocksOf(gone), { revision: "r2" });
  const past = new Map(without.removed.map(({ id, textHash: hash }) => [hash, [id]]));
  expect(changes(known(blocksOf(gone), without), page, past)[6]).toBe("r1.6 restored");
});

describe("random pages", () => {
  const randomPage = (random: Random, count: number): string[] =>
    Array.from({ length: count }, () => makeBlock(random).join("\n"));

  test("A1 every block whose text is on both sides keeps an id that text had", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed);
        const parts = randomPage(random, random.between(3, 40));
        const after = parts.flatMap((part) => {
          const draw = random.next();
          return draw < 0.7
            ? [part]
            : draw < 0.8
              ? []
              : draw < 0.9
                ? [editWords(random, part, 0.2)]
                : [part, random.pick(parts)];
        });
        for (let swaps = random.below(4); swaps > 0 && after.length > 0; swaps--) {
          const [moved] = after.splice(random.below(after.length), 1);
          after.splice(random.below(after.length + 1), 0, moved!);
        }
        const before = start(parts.join("\n\n"));
        const blocks = blocksOf(after.join("\n\n"));
        const result = align(before, blocks, { revision: "r2" });
        const ids = result.blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const hashesOf = (list: readonly AlignBlock[]): string[] =>
          list.map(({ text, kind }) => textHash(text, kind));
        const [aHashes, bHashes] = [hashesOf(before), hashesOf(blocks)];
        for (const hash of new Set(bHashes)) {
          const shared = Math.min(
            aHashes.filter((one) => one === hash).length,
            bHashes.filter((one) => one === hash).length,
          );
          const kept = result.blocks.filter(
            ({ from }, at) => bHashes[at] === hash && from !== null && aHashes[from] === hash,
          );
          expect(kept).toHaveLength(shared);
          expect(kept.every(({ change }) => change === "same" || change === "moved")).toBe(true);
        }
        expect(align(before, blocks, { revision: "r2" })).toEqual(result);
      }),
      { numRuns: 300 },
    );
  });

  test("A4 reverting any edit restores every id", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed);
        const parts = [...new Set(randomPage(random, random.between(3, 30)))];
        const edited = parts.flatMap((part) =>
          random.chance(0.75) ? [part] : random.chance(0.4) ? [] : [editWords(random, part, 0.9)],
        );
        const first = start(parts.join("\n\n"));
        const second = align(first, blocksOf(edited.join("\n\n")), { revision: "r2" });
        const past = new Map(first.map((block) => [textHash(block.text, block.kind), [block.id]]));
        const third = align(
          known(blocksOf(edited.join("\n\n")), second),
          blocksOf(parts.join("\n\n")),
          { revision: "r3", past },
        );
        expect(third.blocks.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
      }),
      { numRuns: 300 },
    );
  });
});

describe("text hash", () => {
  test("A6 is the first half of SHA-256 of the normalised text", () => {
    for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const text = "é".repeat(size);
      expect(textHash(text, "paragraph")).toBe(
        createHash("sha256").update(text).digest("hex").slice(0, 32),
      );
    }
  });

  test("A6 ignores composition, white space, marker and level", () => {
    expect(textHash("e\u0301te\u0301  au\nsoir", "paragraph")).toBe(
      textHash("été au soir", "paragraph"),
    );
    expect(normaliseBlock("1. [x] Install   it", "item")).toBe("Install it");
    expect(normaliseBlock("### Title ##", "heading")).toBe("Title");
    expect(normaliseBlock("Title\n=====\n", "heading")).toBe("Title");
  });

  test("A6 in code white space counts", () => {
    expect(textHash("if x:\n  y", "code")).not.toBe(textHash("if x:\n    y", "code"));
    expect(textHash("ls  \r\n", "code")).toBe(textHash("ls\n", "code"));
  });
});
