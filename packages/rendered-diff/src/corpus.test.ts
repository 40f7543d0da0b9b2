import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diff } from "@stet/history";
import { rendered } from "../test/index.js";
import { glyphsOf } from "./glyphs.js";
import { paint, type PaintedBlock, type Painting } from "./index.js";
import { classesOf, parse, write } from "./tree.js";

const bundle = process.env["STET_CORPUS"] ?? "/work/shared/corpus/xcp-ng-docs.bundle";
/** Every so many edits of the history. */
const STEP = Number(process.env["STET_CORPUS_STEP"] ?? 12);
const MAX_PAIRS = 150;

let folder = "";
beforeAll(() => {
  if (!existsSync(bundle)) return;
  folder = mkdtempSync(join(tmpdir(), "stet-painting-"));
  execFileSync("git", ["clone", "-q", "--no-checkout", bundle, folder]);
});
afterAll(() => folder !== "" && rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  return execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
}

function* pairs(): Generator<{ name: string; before: string; after: string }> {
  const log = git("log", "--format=", "--raw", "--no-abbrev", "--diff-filter=M", "--", "*.md");
  const lines = log.split("\n").filter((line) => line.startsWith(":"));
  for (let at = 0, count = 0; at < lines.length && count < MAX_PAIRS; at += STEP, count += 1) {
    const [, , before = "", after = "", rest = ""] = (lines[at] ?? "").split(" ");
    yield {
      name: `${before.slice(0, 8)}..${after.slice(0, 8)} ${rest}`,
      before: git("cat-file", "blob", before),
      after: git("cat-file", "blob", after),
    };
  }
}

/** All HTML of a painting, moved blocks put where they are asked for. */
function htmlOf(painting: Painting, side: "before" | "after"): string {
  const own = (block: PaintedBlock): string => {
    if (block.kind === "moved-away") return "";
    return block.kind === "replaced" ? block[side] : block.html;
  };
  return painting.blocks
    .map((block) => {
      if (side === "after") return own(block);
      if (block.kind === "moved-away") {
        const { move } = block;
        return painting.blocks
          .filter((each) => each.kind !== "moved-away" && moveOf(each) === move)
          .map(own)
          .join("\n");
      }
      return moveOf(block) === undefined ? own(block) : "";
    })
    .join("\n");
}

function moveOf(block: PaintedBlock): number | undefined {
  return "move" in block ? block.move : undefined;
}

function wordsOf(html: string, isLeftOut: "ins" | "del" | undefined): string {
  const isSkipped = (element: Element) =>
    classesOf(element).includes("callout-title") ||
    (element.tagName === isLeftOut && classesOf(element).includes("painted"));
  return glyphsOf(parse(html).children, isSkipped).characters;
}

/** Footnotes end a page wherever their source stands, and more than one block may move at once. */
function letters(text: string): string {
  return Array.from(text).toSorted().join("");
}

test.skipIf(!existsSync(bundle))(
  "every painting is well-formed; without its insertions it reads as before, without its deletions as after",
  () => {
    const kinds: Record<string, number> = {};
    let slowest = 0;
    let total = 0;
    let ordered = 0;
    let count = 0;
    for (const { name, before, after } of pairs()) {
      const [a, b] = [rendered(before), rendered(after)];
      const changes = diff(before, after);
      const start = performance.now();
      const painting = paint(a, b, changes);
      const spent = performance.now() - start;
      slowest = Math.max(slowest, spent);
      total += spent;
      count += 1;
      for (const block of painting.blocks) {
        kinds[block.kind] = (kinds[block.kind] ?? 0) + 1;
        const parts =
          block.kind === "replaced"
            ? [block.before, block.after]
            : block.kind === "moved-away"
              ? []
              : [block.html];
        for (const html of parts) {
          const problems: string[] = [];
          const tree = fromHtml(html, {
            fragment: true,
            onerror: (problem) => void problems.push(problem.ruleId ?? problem.message),
          });
          expect(problems, name).toEqual([]);
          expect(write(tree.children) === html, name).toBe(true);
        }
      }
      const is = wordsOf(htmlOf(painting, "after"), "del");
      expect(is === wordsOf(b.html, undefined), name).toBe(true);
      const was = wordsOf(htmlOf(painting, "before"), "ins");
      const expected = wordsOf(a.html, undefined);
      if (was === expected) ordered += 1;
      expect(letters(was) === letters(expected), name).toBe(true);
    }
    if (process.env["STET_CORPUS_REPORT"] !== undefined)
      process.stderr.write(
        `${JSON.stringify({ count, ordered, kinds, slowest, mean: total / count })}\n`,
      );
    // In order too, but for the few where a footnote or several moves cross.
    expect(ordered / count).toBeGreaterThan(0.95);
    // Most of what changes is shown word by word.
    expect(kinds["replaced"] ?? 0).toBeLessThan((kinds["changed"] ?? 0) * 0.1);
  },
);
