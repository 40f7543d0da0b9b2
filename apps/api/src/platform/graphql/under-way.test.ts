import { expect, test } from "vitest";
import { UnderWay } from "./under-way.js";

test("slow operations of one address are bounded, others are not in the way", () => {
  let now = 0;
  const underWay = new UnderWay(() => now);
  const leave = Array.from({ length: 30 }, () => underWay.enter("a"));
  expect(leave.every((each) => each !== undefined)).toBe(true);
  now = 999;
  expect(underWay.enter("a")).toBeDefined();
  now = 1_000;
  expect(underWay.enter("a")).toBeUndefined();
  expect(underWay.enter("b")).toBeDefined();
  for (const each of leave.slice(0, 11)) each?.();
  expect(underWay.enter("a")).toBeDefined();
});

test("no address has any number of operations under way", () => {
  const underWay = new UnderWay(() => 0);
  const leave = Array.from({ length: 300 }, () => underWay.enter("a")).filter((each) => each);
  expect(leave).toHaveLength(256);
});

test("an address is forgotten when nothing of it is under way", () => {
  const underWay = new UnderWay();
  const leave = [underWay.enter("a"), underWay.enter("a"), underWay.enter("b")];
  expect(underWay.size).toBe(2);
  for (const each of leave) each?.();
  expect(underWay.size).toBe(0);
});
