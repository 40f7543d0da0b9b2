import { expect, test } from "vitest";
import { EpochMemory } from "./epoch-memory.js";

test("what was remembered is gone after a change", () => {
  const feed = { epoch: 1, isLive: true };
  const memory = new EpochMemory(feed);
  memory.mapOf("links")?.set("a", 1);
  expect(memory.mapOf("links")?.get("a")).toBe(1);
  feed.epoch = 2;
  expect(memory.mapOf("links")?.get("a")).toBeUndefined();
});

test("what was read before a change and written after it is not given to anybody", () => {
  const feed = { epoch: 1, isLive: true };
  const memory = new EpochMemory(feed);
  const held = memory.mapOf("links");
  feed.epoch = 2;
  held?.set("a", "stale");
  expect(memory.mapOf("links")?.get("a")).toBeUndefined();
});

test("names do not meet, and nothing is remembered while changes may go unheard", () => {
  const feed = { epoch: 1, isLive: true };
  const memory = new EpochMemory(feed);
  memory.mapOf("links anonymous")?.set("a", 1);
  expect(memory.mapOf("links somebody")?.get("a")).toBeUndefined();
  feed.isLive = false;
  expect(memory.mapOf("links anonymous")).toBeUndefined();
});

test("it does not grow without bound", () => {
  const memory = new EpochMemory({ epoch: 1, isLive: true });
  for (let index = 0; index <= 10_001; index += 1) memory.mapOf("links")?.set(String(index), index);
  expect(memory.mapOf("links")?.size).toBeLessThan(10_000);
  memory.mapOf("first")?.set("a", 1);
  for (let index = 0; index <= 101; index += 1) memory.mapOf(`name ${index}`);
  expect(memory.mapOf("first")?.get("a")).toBeUndefined();
});
