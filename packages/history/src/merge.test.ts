import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { editPage, makePage, openGitMerge, Random, textOf, textTriple } from "../test/index.js";
import { merge, type MergeResult, ResolutionMismatch, resolveMerge } from "./index.js";

const fixtures = join(import.meta.dirname, "../fixtures/merge");
const cases = readdirSync(fixtures);
const read = (name: string, file: string): string =>
  readFileSync(join(fixtures, name, file), "utf8");

/** The same result as the other side would see it. */
function swapped(result: MergeResult): unknown {
  const chunks = result.chunks.map((chunk) => {
    const at = { base: chunk.at.base, mine: chunk.at.theirs, theirs: chunk.at.mine };
    if (chunk.kind === "conflict") return { ...chunk, at, mine: chunk.theirs, theirs: chunk.mine };
    return {
      ...chunk,
      at,
      kind: chunk.kind === "mine" ? "theirs" : chunk.kind === "theirs" ? "mine" : chunk.kind,
    };
  });
  return { clean: result.clean, chunks, text: result.clean ? result.text : null };
}

function seen(result: MergeResult): unknown {
  return { clean: result.clean, chunks: result.chunks, text: result.clean ? result.text : null };
}

describe("hazards", () => {
  test("M5 there are at least forty, none of them merged silently", () => {
    const hazards = cases.filter((name) => !name.startsWith("clean-"));
    expect(hazards.length).toBeGreaterThanOrEqual(40);
    expect(
      hazards.filter(
        (name) =>
          merge(read(name, "base.md"), read(name, "mine.md"), read(name, "theirs.md")).clean,
      ),
    ).toEqual([]);
  });

  test.each(cases)("M5 to M13 %s", (name) => {
    const result = merge(read(name, "base.md"), read(name, "mine.md"), read(name, "theirs.md"));
    const expected: unknown = JSON.parse(read(name, "expected.json"));
    expect(
      result.clean
        ? { clean: true, text: result.text }
        : {
            clean: false,
            conflicts: result.conflicts.map(({ reason, mine, theirs, proposal }) => ({
              reason,
              mine,
              theirs,
              proposal,
            })),
          },
    ).toEqual(expected);
  });

  test.each(cases)("M2 %s is the same for both sides", (name) => {
    const [base, mine, theirs] = [
      read(name, "base.md"),
      read(name, "mine.md"),
      read(name, "theirs.md"),
    ];
    expect(seen(merge(base, theirs, mine))).toEqual(swapped(merge(base, mine, theirs)));
  });
});

describe("properties", () => {
  test("M1 a side that did nothing does not matter", () => {
    fc.assert(
      fc.property(textTriple, ([base, mine]) => {
        for (const [m, t] of [
          [mine, base],
          [base, mine],
          [mine, mine],
        ] as const) {
          const result = merge(base, m, t);
          expect(result.clean && result.text).toBe(mine);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("M2 swapping the sides swaps the result", () => {
    fc.assert(
      fc.property(textTriple, ([base, mine, theirs]) => {
        expect(seen(merge(base, theirs, mine))).toEqual(swapped(merge(base, mine, theirs)));
      }),
      { numRuns: 2000 },
    );
  });

  test("M3 chunks tile all three texts, and resolving puts them together", () => {
    fc.assert(
      fc.property(textTriple, ([base, mine, theirs]) => {
        const result = merge(base, mine, theirs);
        const sides = { base, mine, theirs };
        for (const side of ["base", "mine", "theirs"] as const) {
          expect(
            result.chunks.map(({ at }) => sides[side].slice(at[side].start, at[side].end)).join(""),
          ).toBe(sides[side]);
          let place = 0;
          for (const { at } of result.chunks) {
            expect(at[side].start).toBe(place);
            place = at[side].end;
          }
        }
        const conflicts = result.clean ? [] : result.conflicts;
        const resolved = resolveMerge(
          result,
          conflicts.map(() => "<resolved>"),
        );
        expect(resolved.split("<resolved>").length).toBe(conflicts.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});

test("M3 a wrong number of resolutions is refused", () => {
  const result = merge("a\n", "b\n", "c\n");
  expect(() => resolveMerge(result, [])).toThrow(ResolutionMismatch);
});

describe("against git merge-file", () => {
  const git = openGitMerge();
  afterAll(() => git.close());

  test("M4 clean on both means equal bytes; most of what git merges is merged", () => {
    let [clean, merged] = [0, 0];
    for (let seed = 0; seed < 80; seed++) {
      const random = new Random(4000 + seed);
      const page = makePage(random, 120);
      const [mine, theirs] = [editPage(random, page, 0.03), editPage(random, page, 0.03)].map(
        textOf,
      );
      const gits = git.merge(textOf(page), mine!, theirs!);
      const ours = merge(textOf(page), mine!, theirs!);
      if (gits === undefined) continue;
      clean++;
      if (!ours.clean) continue;
      merged++;
      expect(ours.text).toBe(gits);
    }
    expect(clean).toBeGreaterThan(30);
    expect(merged / clean).toBeGreaterThanOrEqual(0.9);
  });

  test("M4 on awkward texts too", () => {
    fc.assert(
      fc.property(textTriple, ([base, mine, theirs]) => {
        const ours = merge(base, mine, theirs);
        if (!ours.clean || ours.chunks.some((chunk) => chunk.kind === "keys")) return;
        const gits = git.merge(base, mine, theirs);
        if (gits !== undefined) expect(ours.text).toBe(gits);
      }),
      { numRuns: 400 },
    );
  });
});
