import * as fc from "fast-check";
import { expect, test } from "vitest";
import { textPair } from "../test/index.js";
import { diff, mapPosition } from "./index.js";

const rest = Array.from(
  { length: 6 },
  (_, at) => `Line number ${at} stays right where it was.\n`,
).join("");

function map(a: string, b: string, quote: string): { verdict: string; text: string; kept: number } {
  const start = a.indexOf(quote);
  const { verdict, span, kept } = mapPosition({ start, end: start + quote.length }, diff(a, b));
  return { verdict, text: b.slice(span.start, span.end), kept };
}

test("P1 words beside a change keep their place", () => {
  expect(
    map("Start the old host now.\n", "Now start it.\nStart the new host now.\n", "host now"),
  ).toEqual({ verdict: "kept", text: "host now", kept: 1 });
});

test("P1 characters outside changes map to themselves", () => {
  fc.assert(
    fc.property(textPair, fc.nat(400), fc.nat(40), ([a, b], from, size) => {
      const range = { start: Math.min(from, a.length), end: Math.min(from + size, a.length) };
      const { verdict, span } = mapPosition(range, diff(a, b));
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(b.length);
      if (verdict === "kept" || verdict === "moved")
        expect(b.slice(span.start, span.end)).toBe(a.slice(range.start, range.end));
      if (verdict === "gone") expect(span.end).toBe(span.start);
    }),
    { numRuns: 2000 },
  );
});

test("P2 words of a moved block go with it", () => {
  const block = "The block that wanders off to another place.\n";
  expect(map(block + rest, rest + block, "wanders off")).toEqual({
    verdict: "moved",
    text: "wanders off",
    kept: 1,
  });
});

test("P2 and are edited where the block was edited on the way", () => {
  const block = "The block that wanders off to another place.\n";
  expect(
    map(block + rest, rest + block.replace("wanders off", "strays"), "that wanders off to"),
  ).toMatchObject({ verdict: "edited", text: "that strays to" });
});

test("P3 a quote whose middle changed maps from its first to its last survivor", () => {
  expect(
    map("Start the old host now.\n", "Start the brand new host now.\n", "the old host"),
  ).toMatchObject({ verdict: "edited", text: "the brand new host" });
});

test("P3 a replaced word maps to what replaced it", () => {
  expect(map("Start the old host now.\n", "Start the new host now.\n", "old")).toEqual({
    verdict: "edited",
    text: "new",
    kept: 0,
  });
});

test("P4 a deleted line leaves its place", () => {
  const a = `${rest}Gone is this line of words.\nThe end of it all.\n`;
  const b = `${rest}The end of it all.\n`;
  const start = a.indexOf("Gone");
  expect(mapPosition({ start, end: start + 4 }, diff(a, b))).toEqual({
    verdict: "gone",
    span: { start: rest.length, end: rest.length },
    kept: 0,
  });
});

test("P1 a caret stays beside its character", () => {
  const d = diff("Start the host.\n", "Now start the host.\n");
  expect(mapPosition({ start: 14, end: 14 }, d)).toEqual({
    verdict: "kept",
    span: { start: 18, end: 18 },
    kept: 1,
  });
});
