import { diff } from "@stet/history";
import { expect, test } from "vitest";
import { lineCounts } from "./line-counts.js";

test("lineCounts counts as the diff of the whole texts does", () => {
  const random = seeded(7);
  const lines = ["a\n", "b\n", "\n", "a b\n", "ab", "b", "\r\n", "c\r\n"];
  const text = () => Array.from({ length: random(9) }, () => lines[random(lines.length)]).join("");
  for (let round = 0; round < 4_000; round += 1) {
    const [start, end] = [text(), text()];
    const [before, after] = [start + text() + end, start + text() + end];
    const whole = { added: 0, removed: 0 };
    for (const op of diff(before, after, { moves: false, words: false }).ops) {
      if (op.kind === "equal") continue;
      whole.added += op.b.lines;
      whole.removed += op.a.lines;
    }
    expect(lineCounts(before, after), JSON.stringify([before, after])).toEqual(whole);
  }
});

/** Whole numbers below a limit, the same in each run. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
