import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textHistory } from "../test/index.js";
import { attributeWords, blame, blameRuns, extendBlame, startBlame, type Blame } from "./index.js";

const named = (texts: readonly string[]): { id: string; text: string }[] =>
  texts.map((text, at) => ({ id: `r${at}`, text }));
const owners = (state: Blame): string[] =>
  blameRuns(state).flatMap(({ lines, revision }) => new Array<string>(lines).fill(revision));

test("B1 changed lines belong to the revision that changed them", () => {
  expect(
    owners(blame(named(["one\ntwo\nthree\n", "one\n2\nthree\n", "zero\none\n2\nthree\n"]))),
  ).toEqual(["r2", "r0", "r1", "r0"]);
});

test("B1 a moved block keeps its owner, its edited line does not", () => {
  const block = [
    "The block that wanders off to another place.\n",
    "With a second line of words in it.\n",
    "And a third one for good measure.\n",
  ];
  const rest = Array.from(
    { length: 8 },
    (_, at) => `Line number ${at} stays right where it was.\n`,
  );
  const edited = block.with(1, "With a second line of other words in it.\n");
  const revisions = named([[...block, ...rest].join(""), [...rest, ...edited].join("")]);
  expect(owners(blame(revisions))).toEqual([...rest.map(() => "r0"), "r0", "r1", "r0"]);
  expect(owners(blame(revisions, { moves: false })).slice(-3)).toEqual(["r1", "r1", "r1"]);
});

test("B2 a revert gives the old owners back", () => {
  const texts = ["a word\nb word\n", "a word\nb word\nc word\n", "", "a word\nb word\nc word\n"];
  expect(owners(blame(named(texts)))).toEqual(["r0", "r0", "r1"]);
});

test("B3 extending gives the same as from scratch, byte by byte", () => {
  fc.assert(
    fc.property(textHistory, (texts) => {
      const revisions = named(texts);
      let state = startBlame(revisions[0]!);
      for (let at = 1; at < revisions.length; at++) {
        const twin = revisions.findIndex((revision) => revision.text === revisions[at]!.text);
        // As the database would: an earlier revision with the same hash, and its stored blame.
        const stored =
          twin < at
            ? (JSON.parse(JSON.stringify(blame(revisions.slice(0, twin + 1)))) as Blame)
            : undefined;
        state = extendBlame(
          state,
          revisions[at - 1]!.text,
          revisions[at]!,
          stored === undefined ? {} : { earlier: stored },
        );
      }
      expect(JSON.stringify(state)).toBe(JSON.stringify(blame(revisions)));
    }),
    { numRuns: 500 },
  );
});

test("B1 there is an owner for every line", () => {
  fc.assert(
    fc.property(textHistory, (texts) => {
      const last = texts.at(-1)!;
      const count = last === "" ? 0 : last.split("\n").length - (last.endsWith("\n") ? 1 : 0);
      expect(owners(blame(named(texts)))).toHaveLength(count);
    }),
    { numRuns: 500 },
  );
});

test("B1 no revisions is a mistake of the caller", () => {
  expect(() => blame([])).toThrow(RangeError);
});

describe("words", () => {
  const words = (texts: readonly string[]): string[] => {
    const last = texts.at(-1)!;
    return attributeWords(named(texts), { start: 0, end: last.length }).map(
      ({ start, end, revision }) => `${revision}:${last.slice(start, end)}`,
    );
  };

  test("B5 each word belongs to the revision that wrote it", () => {
    expect(
      words(["Start the host.\n", "Start the new host.\n", "Start the new host today.\n"]),
    ).toEqual(["r0:Start the ", "r1:new ", "r0:host", "r2: today", "r0:.\n"]);
  });

  test("B5 a moved sentence and a revert keep their authors", () => {
    const block = "The block that wanders off to another place.\n";
    const rest = Array.from(
      { length: 6 },
      (_, at) => `Line number ${at} stays right where it was.\n`,
    ).join("");
    expect(words([block + rest, rest + block.replace("wanders", "goes")])).toEqual([
      `r0:${rest}The block that `,
      "r1:goes",
      "r0: off to another place.\n",
    ]);
    expect(words(["Old words.\n", "New ones.\n", "Old words.\n"])).toEqual(["r0:Old words.\n"]);
  });

  test("B5 the stretches tile the selection", () => {
    fc.assert(
      fc.property(textHistory, fc.nat(200), fc.nat(200), (texts, from, size) => {
        const { length } = texts.at(-1)!;
        const start = Math.min(from, length);
        const end = Math.min(from + size, length);
        const found = attributeWords(named(texts), { start: from, end: from + size });
        let at = start;
        for (const owner of found) {
          expect(owner.start).toBe(at);
          expect(owner.end).toBeGreaterThan(owner.start);
          at = owner.end;
        }
        expect(at).toBe(end);
      }),
      { numRuns: 500 },
    );
  });
});
