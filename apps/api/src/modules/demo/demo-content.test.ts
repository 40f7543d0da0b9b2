import { beforeAll, describe, expect, it } from "vitest";
import { readDemoContent, type DemoContent } from "./demo-content.js";

let content: DemoContent;
beforeAll(async () => {
  content = await readDemoContent();
});

describe("the demo content", () => {
  it("has pages in every space, by people and in spaces that exist", () => {
    const spaces = new Set(content.spaces.map((space) => space.key));
    const people = new Set(content.people.map((person) => person.key));
    expect(new Set(content.pages.map((page) => page.space))).toEqual(spaces);
    const authors = new Set(
      content.pages.flatMap((page) => page.revisions.map((each) => each.author)),
    );
    expect([...authors].filter((author) => !people.has(author))).toEqual([]);
    const places = content.people.flatMap(({ role }) =>
      role === "admin" ? [] : Object.keys(role),
    );
    expect(places.filter((space) => !spaces.has(space))).toEqual([]);
  });

  it("has one page at an address", () => {
    const addresses = content.pages.map(({ space, locale, path, revisions }) => {
      const last = revisions.findLast((each) => each.path !== undefined)?.path ?? path;
      return `${space} ${locale} ${last}`;
    });
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it("goes forward in time", () => {
    const backwards = content.pages.filter(({ revisions }) =>
      revisions.some(
        (each, index) => index > 0 && each.at <= (revisions[index - 1]?.at ?? each.at),
      ),
    );
    expect(backwards.map((page) => page.key)).toEqual([]);
  });

  it("reverts to texts that were there", () => {
    for (const { revisions } of content.pages) {
      for (const { kind, revertsTo, markdown } of revisions) {
        if (kind !== "REVERT") continue;
        expect(markdown).toBe(revisions[(revertsTo ?? 0) - 1]?.markdown);
      }
    }
  });

  it("shows what it is for", () => {
    const longest = Math.max(...content.pages.map((page) => page.revisions.length));
    expect(longest).toBeGreaterThanOrEqual(20);
    const translated = content.pages.filter((page) => page.translationOf !== undefined);
    expect(new Set(translated.map((page) => page.locale)).size).toBeGreaterThanOrEqual(2);
    const kinds = content.pages.flatMap((page) => page.revisions.map((each) => each.kind));
    expect(kinds).toEqual(expect.arrayContaining(["MOVE", "REVERT"]));
    expect(content.people.filter((person) => person.demoAccount).length).toBeGreaterThanOrEqual(4);
  });
});
