import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asJoins,
  editPage,
  editWords,
  expectTiles,
  graphemeCuts,
  makePage,
  plantMoves,
  plantSplits,
  Random,
  sentence,
  textOf,
  textPair,
} from "../test/index.js";
import { apply, diff, DiffMismatch, invert } from "./index.js";

const runs = { numRuns: 2000 };

describe("properties", () => {
  test("D1 apply gives B, for any two texts", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        expect(apply(a, diff(a, b))).toBe(b);
      }),
      runs,
    );
  });

  test("D2 the inverse gives A, and its inverse is the diff again", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const d = diff(a, b);
        expect(apply(b, invert(d))).toBe(a);
        expect(invert(invert(d))).toEqual(d);
      }),
      runs,
    );
  });

  test("D3 a text has no difference to itself", () => {
    fc.assert(
      fc.property(textPair, ([a]) => {
        const d = diff(a, a);
        expect(d.ops.every((op) => op.kind === "equal")).toBe(true);
        expect(d.moves).toEqual([]);
        expect(d.removed + d.added).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  test("D4 ranges tile both texts", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const d = diff(a, b);
        expectTiles(a, b, d);
        expectTiles(b, a, invert(d));
      }),
      runs,
    );
  });

  test("D5 no range cuts a grapheme", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const d = diff(a, b);
        const [aCuts, bCuts] = [graphemeCuts(a), graphemeCuts(b)];
        for (const op of [...d.ops, ...d.moves.flatMap((move) => move.ops)]) {
          if (op.kind !== "replace") continue;
          for (const word of op.words) {
            expect(aCuts.has(word.a.start) && aCuts.has(word.a.end)).toBe(true);
            expect(bCuts.has(word.b.start) && bCuts.has(word.b.end)).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test("D6 the result is JSON and the same again", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const d = diff(a, b);
        expect(JSON.parse(JSON.stringify(d))).toEqual(d);
        expect(diff(a, b)).toEqual(d);
      }),
      { numRuns: 500 },
    );
  });

  test("D7 without any budget it is coarse, says so, and is still right", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const d = diff(a, b, { budget: { lines: 0, pairs: 0, words: 0, moves: 0 } });
        expect(apply(a, d)).toBe(b);
        expectTiles(a, b, d);
      }),
      { numRuns: 500 },
    );
    const random = new Random(1);
    const page = makePage(random, 60);
    const edited = textOf(editPage(random, page, 0.4));
    const starved = diff(textOf(page), edited, {
      budget: { lines: 0, pairs: 0, words: 0, moves: 0 },
    });
    expect(starved.degraded.map(({ what }) => what)).toContain("lines");
    expect(diff(textOf(page), edited).degraded).toEqual([]);
  });
});

describe("a megabyte", () => {
  const random = new Random(2);
  const letters = (size: number, alphabet: string): string =>
    Array.from({ length: size }, () => alphabet[random.below(alphabet.length)]!).join("");
  const long = Array.from({ length: 9000 }, () => sentence(random));

  test.each([
    [
      "one line of sentences",
      long.join(" "),
      long.map((s) => (random.chance(0.1) ? editWords(random, s, 0.2) : s)).join(" "),
    ],
    ["one line without a space", letters(1_000_000, "abc"), letters(1_000_000, "abc")],
    [
      "one line of Han",
      letters(300_000, "维基百科是一个的東京"),
      letters(300_000, "维基百科是一个的東京"),
    ],
    [
      "two letters on half a million lines",
      letters(400_000, "ab").replaceAll(/./g, "$&\n"),
      letters(400_000, "ab").replaceAll(/./g, "$&\n"),
    ],
    ["nothing but line ends", "\n".repeat(1_000_000), "\n".repeat(900_000)],
    ["one stack of marks", `a${"\u0301".repeat(500_000)}`, `b${"\u0301".repeat(499_999)}`],
  ])("D7 %s is compared within the budget", (_, a, b) => {
    const d = diff(a, b);
    expect(apply(a, d)).toBe(b);
    expectTiles(a, b, d);
  });
});

test("D1 another text is refused with the place", () => {
  const d = diff("one\ntwo\n", "one\nthree\n");
  expect(() => apply("one\nTWO\n", d)).toThrow(DiffMismatch);
  expect(() => apply("one\n", d)).toThrow(/8/);
});

describe("planted changes", () => {
  test("D10 planted moves are found, and nothing else is called a move", () => {
    let [planted, found, reported, right] = [0, 0, 0, 0];
    for (let seed = 0; seed < 45; seed++) {
      const random = new Random(9000 + seed);
      const page = makePage(random, random.between(60, 500));
      const { before, after, moves } = plantMoves(
        random,
        page,
        random.between(1, 4),
        [3, 12],
        (seed % 3) / 10,
      );
      const d = diff(before, after);
      const overlaps = (
        line: number,
        lines: number,
        [from, to]: readonly [number, number],
      ): boolean => line < to && from < line + lines;
      const same = (move: (typeof d.moves)[number], plant: (typeof moves)[number]): boolean =>
        overlaps(move.from.line, move.from.lines, plant.from) &&
        overlaps(move.to.line, move.to.lines, plant.to);
      planted += moves.length;
      reported += d.moves.length;
      found += moves.filter((plant) => d.moves.some((move) => same(move, plant))).length;
      right += d.moves.filter((move) => moves.some((plant) => same(move, plant))).length;
    }
    expect(planted).toBeGreaterThan(80);
    expect(found / planted).toBeGreaterThanOrEqual(0.95);
    expect(right / reported).toBeGreaterThanOrEqual(0.97);
  });

  test.each(["split", "join"] as const)("D9 planted %ss are found", (shape) => {
    let [planted, found] = [0, 0];
    for (let seed = 0; seed < 30; seed++) {
      const random = new Random(700 + seed);
      const splits = plantSplits(random, 250, 6, seed % 2 === 0 ? 0 : 0.1);
      const { before, after, parts } = shape === "split" ? splits : asJoins(splits);
      const { ops } = diff(before, after);
      planted += parts.length;
      found += parts.filter(({ from, to }) =>
        ops.some(
          (op) =>
            op.kind === "replace" &&
            op.shape === shape &&
            op.a.line === from[0] &&
            op.a.line + op.a.lines === from[1] &&
            op.b.line === to[0] &&
            op.b.line + op.b.lines === to[1],
        ),
      ).length;
    }
    expect(planted).toBeGreaterThan(120);
    expect(found / planted).toBeGreaterThanOrEqual(0.95);
  });
});
