import { expect, test } from "vitest";
import { describeDuration, describeStep, Progress } from "./progress.js";

function screen(isTTY: boolean) {
  let written = "";
  let time = 0;
  const stream = { isTTY, columns: 80, write: (text: string) => ((written += text), true) };
  const progress = new Progress(stream, () => time);
  return {
    at(ms: number, done: number) {
      time = ms;
      progress.show({
        label: "Importing commit",
        done,
        total: 100,
        counted: done * 2,
        unit: "revisions",
      });
    },
    clear: () => progress.clear(),
    take() {
      const text = written;
      written = "";
      return text;
    },
  };
}

test("on a terminal the bar redraws itself in its line and leaves no trace", () => {
  const { at, clear, take } = screen(true);
  at(0, 0);
  at(50, 1);
  expect(take().split("\r")).toHaveLength(2);
  at(1000, 50);
  expect(take()).toBe(
    "\r\u001b[2K[████████░░░░░░░░] Importing commit 50 of 100, 100 revisions/s, 1 s left",
  );
  clear();
  expect(take()).toBe("\r\u001b[2K");
});

test("elsewhere there is a line every two seconds and one at the end", () => {
  const { at, take } = screen(false);
  for (let ms = 0; ms <= 5000; ms += 100) at(ms, ms / 50);
  at(5001, 100);
  expect(take()).toBe(
    "Importing commit 0 of 100\nImporting commit 40 of 100, 40 revisions/s, 3 s left\n" +
      "Importing commit 80 of 100, 40 revisions/s, 1 s left\nImporting commit 100 of 100, 40 revisions/s\n",
  );
});

test("rate and time left wait until they mean something", () => {
  const step = { label: "X", done: 1, total: 1000, counted: 1, unit: "y" };
  expect(describeStep(step, 0.01)).toBe("X 1 of 1000");
  expect(describeStep(step, 10)).toBe("X 1 of 1000, 0 y/s, 2 h 46 min left");
});

test.each([
  [0.2, "1 s"],
  [59.4, "59 s"],
  [200, "3 min 20 s"],
  [7500, "2 h 5 min"],
])("%d seconds are %s", (seconds, text) => {
  expect(describeDuration(seconds)).toBe(text);
});
