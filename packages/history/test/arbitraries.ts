import * as fc from "fast-check";

/** Pieces that break naive text tools: terminators, NUL, right-to-left, joined emoji, lone surrogates, marks, fences. */
const PIECES = [
  "alpha",
  "beta",
  "gamma delta",
  "The quick brown fox.",
  " ",
  "  ",
  "\t",
  "- item",
  "1. ",
  "## ",
  "|",
  "`code`",
  "[x](y)",
  "**",
  "65",
  "8.3.0",
  "it's",
  "\u0000",
  "\r",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\u05e9\u05dc\u05d5\u05dd",
  "\u0645\u0631\u062d\u0628\u0627",
  "\u202e",
  "\u200f",
  "\u{1f469}\u200d\u{1f4bb}",
  "\u{1f1e9}\u{1f1ea}",
  "\u{1f1e9}",
  "\u{1f44d}\u{1f3fd}",
  "1\ufe0f\u20e3",
  "\u200d",
  "\ufe0f",
  "e\u0301",
  "\u0301",
  "n\u0303o",
  "\u1112\u1161\u11ab",
  "\u11ab",
  "\u0915\u094d\u200d\u0937",
  "\u0e01\u0e33\u0e25\u0e31\u0e07",
  "\u7ef4\u57fa\u767e\u79d1",
  "\u6771\u4eac\u90fd\u3067\u3059\u3002",
  "\ud83d",
  "\udc69",
];
const WELL_FORMED = PIECES.filter((piece) => piece.isWellFormed());
const LINES = [
  "",
  "```",
  "~~~",
  "````md",
  "> ```",
  "---",
  ":::note",
  "| a | b |",
  "| --- | --- |",
  "The same line of words every time.",
  "# Heading",
];

const terminator = fc.oneof(
  { arbitrary: fc.constant("\n"), weight: 8 },
  { arbitrary: fc.constant("\r\n"), weight: 2 },
);

function lineOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...LINES),
    fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join("")),
  );
}

function linesOf(pieces: readonly string[]): fc.Arbitrary<string[]> {
  return fc.array(
    fc.tuple(lineOf(pieces), terminator).map(([line, end]) => line + end),
    { maxLength: 25 },
  );
}

type Step = {
  readonly at: number;
  readonly take: number;
  readonly put: string[];
  readonly to: number;
};

function stepsOf(pieces: readonly string[]): fc.Arbitrary<Step[]> {
  return fc.array(
    fc.record({
      at: fc.nat(30),
      take: fc.nat(4),
      put: fc.array(
        fc.tuple(lineOf(pieces), terminator).map((two) => two.join("")),
        { maxLength: 3 },
      ),
      to: fc.integer({ min: -1, max: 30 }),
    }),
    { maxLength: 4 },
  );
}

/** Replaces lines and moves what was taken out to another place. */
function edit(lines: readonly string[], steps: readonly Step[]): string[] {
  const edited = lines.slice();
  for (const { at, take, put, to } of steps) {
    const taken = edited.splice(at % (edited.length + 1), take, ...put);
    if (to >= 0) edited.splice(to % (edited.length + 1), 0, ...taken);
  }
  return edited;
}

function cutEnd(text: string, isCut: boolean): string {
  return isCut ? text.replace(/\r?\n$/, "") : text;
}

function pagesOf(pieces: readonly string[], count: number): fc.Arbitrary<string[]> {
  return fc
    .tuple(
      linesOf(pieces),
      fc.array(fc.tuple(stepsOf(pieces), fc.boolean()), { minLength: count, maxLength: count }),
    )
    .map(([lines, edits]) => [
      lines.join(""),
      ...edits.map(([steps, isCut]) => cutEnd(edit(lines, steps).join(""), isCut)),
    ]);
}

/** Two texts: related by edits and moves, or unrelated. */
export const textPair: fc.Arbitrary<[string, string]> = fc.oneof(
  { arbitrary: pagesOf(PIECES, 1).map(([a, b]): [string, string] => [a!, b!]), weight: 4 },
  {
    arbitrary: fc
      .tuple(linesOf(PIECES), linesOf(PIECES))
      .map(([a, b]): [string, string] => [a.join(""), b.join("")]),
    weight: 1,
  },
  { arbitrary: fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), weight: 1 },
);

/** The same, but every text survives UTF-8: for tools that read files. */
export const filePair: fc.Arbitrary<[string, string]> = pagesOf(WELL_FORMED, 1).map(
  ([a, b]): [string, string] => [a!, b!],
);

/** A base and two texts made from it. */
export const textTriple: fc.Arbitrary<[string, string, string]> = pagesOf(WELL_FORMED, 2).map(
  ([o, a, b]): [string, string, string] => [o!, a!, b!],
);

/** A history of one page. */
export const textHistory: fc.Arbitrary<string[]> = fc
  .tuple(
    linesOf(WELL_FORMED),
    fc.array(fc.oneof(stepsOf(WELL_FORMED), fc.nat(5)), { minLength: 1, maxLength: 8 }),
  )
  .map(([first, steps]) => {
    const history = [first];
    // A number goes back to an earlier text: a revert.
    for (const step of steps)
      history.push(
        typeof step === "number" ? history[step % history.length]! : edit(history.at(-1)!, step),
      );
    return history.map((lines) => lines.join(""));
  });
