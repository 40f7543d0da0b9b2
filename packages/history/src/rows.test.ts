import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textPair } from "../test/index.js";
import { diff, toRows, type Cell, type Segment } from "./index.js";

/** Lines as a reader sees them: without terminators, and no line after the last terminator. */
function shownLines(text: string): string[] {
  const lines = text
    .split("\n")
    .map((line, at, all) =>
      at < all.length - 1 && line.endsWith("\r") ? line.slice(0, -1) : line,
    );
  if (text === "" || text.endsWith("\n")) lines.pop();
  return lines;
}

const spell = (segments: readonly Segment[], without: Segment["change"]): string =>
  segments
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join("");

describe("side by side", () => {
  test("R1, R2 every line of both sides is there once, in order, and spelled right", () => {
    fc.assert(
      fc.property(textPair, fc.nat(4), ([a, b], context) => {
        const [aShown, bShown] = [shownLines(a), shownLines(b)];
        let [i, j] = [0, 0];
        for (const row of toRows(a, b, diff(a, b), { view: "split", context })) {
          if (row.kind === "fold") {
            expect([row.aLine, row.bLine]).toEqual([i + 1, j + 1]);
            expect(row.lines).toBeGreaterThanOrEqual(2);
            i += row.lines;
            j += row.lines;
            continue;
          }
          const check = (cell: Cell | null, shown: readonly string[], at: number): number => {
            if (cell === null) return at;
            expect(cell.line).toBe(at + 1);
            // A final \r without \n is text, not a terminator.
            expect(
              spell(cell.segments, "inserted").length + spell(cell.segments, "deleted").length,
            ).toBeGreaterThanOrEqual(0);
            expect(cell.segments.map(({ text }) => text).join("")).toBe(shown[at]);
            return at + 1;
          };
          i = check(row.left, aShown, i);
          j = check(row.right, bShown, j);
        }
        expect([i, j]).toEqual([aShown.length, bShown.length]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("inline", () => {
  test("R1, R2 the flow without insertions spells A, without deletions B", () => {
    fc.assert(
      fc.property(textPair, ([a, b]) => {
        const rows = toRows(a, b, diff(a, b), {
          view: "inline",
          context: Number.POSITIVE_INFINITY,
        });
        let [i, j] = [0, 0];
        let [aText, bText] = ["", ""];
        for (const row of rows) {
          if (row.kind === "fold") throw new Error("nothing is folded with infinite context");
          if (row.aLine !== null) expect(row.aLine).toBe(++i);
          if (row.bLine !== null) expect(row.bLine).toBe(++j);
          if (row.kind !== "insert" && row.kind !== "moved-to")
            aText += spell(row.segments, "inserted");
          if (row.kind !== "delete" && row.kind !== "moved-from")
            bText += spell(row.segments, "deleted");
        }
        expect([i, j]).toEqual([shownLines(a).length, shownLines(b).length]);
        expect(aText).toBe(shownLines(a).join(""));
        expect(bText).toBe(shownLines(b).join(""));
      }),
      { numRuns: 1000 },
    );
  });

  test("R2 an edited line is one row with its words", () => {
    const [a, b] = ["Start the old host now.\n", "Start the new host now.\n"];
    expect(toRows(a, b, diff(a, b), { view: "inline" })).toEqual([
      {
        kind: "replace",
        op: 0,
        aLine: 1,
        bLine: 1,
        segments: [
          { change: "kept", text: "Start the " },
          { change: "deleted", text: "old" },
          { change: "inserted", text: "new" },
          { change: "kept", text: " host now." },
        ],
      },
    ]);
  });
});

test("R3 both ends of a moved block link to each other", () => {
  const block =
    "The block that wanders off to another place.\nWith a second line of words in it.\n";
  const rest = Array.from(
    { length: 8 },
    (_, at) => `Line number ${at} stays right where it was.\n`,
  );
  const a = block + rest.join("");
  const b = rest.join("") + block.replace("wanders off", "goes");
  const rows = toRows(a, b, diff(a, b), { view: "split" });
  const links = rows.flatMap((row) =>
    row.kind !== "fold" && row.move ? [{ kind: row.kind, ...row.move }] : [],
  );
  expect(links).toEqual([
    {
      kind: "moved-from",
      id: 0,
      end: "from",
      otherLine: 9,
      otherLastLine: 10,
      first: true,
      exact: false,
    },
    {
      kind: "moved-from",
      id: 0,
      end: "from",
      otherLine: 9,
      otherLastLine: 10,
      first: false,
      exact: false,
    },
    {
      kind: "moved-to",
      id: 0,
      end: "to",
      otherLine: 1,
      otherLastLine: 2,
      first: true,
      exact: false,
    },
    {
      kind: "moved-to",
      id: 0,
      end: "to",
      otherLine: 1,
      otherLastLine: 2,
      first: false,
      exact: false,
    },
  ]);
});

test("R4 unchanged runs are folded, a single line is not", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `line ${at}\n`);
  const b = lines.with(10, "changed here\n").with(18, "changed there\n");
  const rows = toRows(lines.join(""), b.join(""), diff(lines.join(""), b.join("")), {
    view: "split",
    context: 3,
  });
  expect(rows.filter((row) => row.kind === "fold")).toEqual([
    { kind: "fold", aLine: 1, bLine: 1, lines: 7 },
    { kind: "fold", aLine: 23, bLine: 23, lines: 8 },
  ]);
});

test("R1 a changed line end is said, since no text shows it", () => {
  const rows = toRows("one\r\ntwo", "one\ntwo\n", diff("one\r\ntwo", "one\ntwo\n"), {
    view: "split",
  });
  const terminators = rows.map((row) =>
    row.kind === "fold" ? [] : [row.left?.terminator, row.right?.terminator],
  );
  expect(
    terminators
      .flat()
      .filter(Boolean)
      .toSorted((x, y) => x!.localeCompare(y!)),
  ).toEqual(["crlf", "none"]);
});
