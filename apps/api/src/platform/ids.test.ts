import { randomUUID } from "node:crypto";
import { TypeID } from "typeid-js";
import { expect, test } from "vitest";
import { decodeAnyId, decodeId, encodeId, newUuid } from "./ids.js";

test("ids are what the TypeID library makes of the UUID", () => {
  const samples = Array.from({ length: 1_000 }, (_, index) =>
    index % 2 ? randomUUID() : newUuid(),
  );
  samples.push("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff");
  for (const uuid of samples) {
    expect(encodeId("Page", uuid)).toBe(TypeID.fromUUID("pag", uuid).toString());
    expect(decodeId("Page", encodeId("Page", uuid))).toBe(uuid);
  }
});

test("UUIDs in capitals are the same", () => {
  const uuid = newUuid();
  expect(encodeId("Person", uuid.toUpperCase())).toBe(encodeId("Person", uuid));
});

test("what is none of ours is nothing", () => {
  const id = encodeId("Page", newUuid());
  expect(decodeId("Space", id)).toBeUndefined();
  for (const other of [
    "",
    "pag_",
    "pag_8zzzzzzzzzzzzzzzzzzzzzzzzz",
    `${id}0`,
    id.toUpperCase(),
    "xyz" + id.slice(3),
  ]) {
    expect(decodeAnyId(other), other).toBeUndefined();
  }
});

test("what has the form of an id is one, though no UUID was ever like it", () => {
  for (const id of ["pag_00000000000000000000000abc", "per_7abcdefghjkmnpqrstvwxyz012"]) {
    const decoded = decodeAnyId(id);
    expect(decoded?.uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(encodeId(decoded?.type ?? "Space", decoded?.uuid ?? "")).toBe(id);
  }
});

test("new UUIDs sort by time", () => {
  const made = Array.from({ length: 100 }, newUuid);
  expect(made.toSorted()).toEqual(made);
});
