import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../src/index.js";

const page = (yaml: string) => `---\n${yaml}\n---\n# Body\n`;
const codes = (yaml: string) => parseFrontMatter(page(yaml)).problems.map(({ code }) => code);

describe("parseFrontMatter", () => {
  it("reads what the wiki understands and keeps the rest", () => {
    const source = page(
      "title: Install\ndescription: How\nkind: how-to\ntags: [a, b, a]\nsidebar_position: 3\nid: x\nvars: { A: { ask: Q } }",
    );
    const { data, problems, bodyStart } = parseFrontMatter(source);
    expect(problems).toEqual([]);
    expect(source.slice(bodyStart)).toBe("# Body\n");
    expect(data).toMatchObject({
      title: "Install",
      description: "How",
      kind: "GUIDE",
      tags: ["a", "b"],
      order: 3,
    });
    expect(data.raw).toMatchObject({ id: "x", vars: { A: { ask: "Q" } } });
  });

  it("leaves a text alone that has none", () => {
    for (const source of [
      "# x\n",
      "---\ntitle: x\n",
      " ---\ntitle: x\n---\n",
      "----\nx\n----\n",
      "",
      "---",
    ]) {
      expect(parseFrontMatter(source)).toEqual({ data: { raw: {} }, problems: [], bodyStart: 0 });
    }
  });

  it("accepts a byte order mark, other line ends and an empty block", () => {
    expect(parseFrontMatter("\uFEFF---\r\ntitle: x\r\n---\r\nb")).toMatchObject({
      data: { title: "x" },
      bodyStart: 21,
    });
    expect(parseFrontMatter("---\n---\n")).toMatchObject({ problems: [], bodyStart: 8 });
  });

  it("says where", () => {
    expect(parseFrontMatter(page("title: a\nslug: b\n  title: c")).problems[0]).toMatchObject({
      line: 3,
    });
    expect(parseFrontMatter(page("title: a\ntitle: b")).problems).toEqual([
      expect.objectContaining({ code: "front-matter-duplicate-key", line: 3, column: 1 }),
    ]);
    expect(parseFrontMatter(page("a: 1\ntags: 7")).problems).toEqual([
      expect.objectContaining({ code: "front-matter-value", line: 3, column: 1 }),
    ]);
  });

  it.each([
    ["an alias", "a: &x 1\nb: *x"],
    ["an anchor", "a: &x 1"],
    ["a tag", "a: !!set {b}"],
    ["a custom tag", "a: !ruby/object {b: 1}"],
    ["a merge key", "<<: {a: 1}"],
    ["infinity", "a: .inf"],
  ])("refuses %s", (_what, yaml) => {
    expect(codes(yaml)).toContain("front-matter-not-allowed");
    expect(parseFrontMatter(page(yaml)).data.raw).toEqual({});
  });

  it.each(["__proto__: {x: 1}", "constructor: {prototype: {x: 1}}"])(
    "treats %s as a word",
    (yaml) => {
      const { data } = parseFrontMatter(page(yaml));
      expect(Object.keys(data.raw)).toHaveLength(1);
      expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    },
  );

  it("stops bombs in milliseconds", () => {
    const laughs = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefghi"
        .split("")
        .map((name, index) => `${name}: &${name} [${`*${"abcdefgh"[index]},`.repeat(9)}]`),
    ].join("\n");
    const bombs = [
      laughs,
      `a: ${"[".repeat(8000)}`,
      `a: ${"[".repeat(5000)}${"]".repeat(5000)}`,
      `a: ${"{a: ".repeat(2000)}1${"}".repeat(2000)}`,
      "- ".repeat(8000),
      Array.from({ length: 120 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
      "? ".repeat(5000),
      `a: ${"x".repeat(20_000)}`,
      `a: "${"\\u0041".repeat(2500)}"`,
      "a: |\n" + " x\n".repeat(5000),
      Array.from({ length: 2500 }, (_, index) => `k${index}: 1`).join("\n"),
      "&a ".repeat(3000),
      "!".repeat(16_000),
    ];
    for (const bomb of bombs) {
      const start = performance.now();
      const { problems, bodyStart } = parseFrontMatter(page(bomb));
      expect(performance.now() - start, bomb.slice(0, 40)).toBeLessThan(500);
      expect(bodyStart).toBe(page(bomb).length - "# Body\n".length);
      if (!bomb.startsWith("a: |") && !bomb.startsWith('a: "'))
        expect(problems, bomb.slice(0, 40)).not.toEqual([]);
    }
  });

  it("limits depth to eight levels", () => {
    const nested = (levels: number) => `a: ${"[".repeat(levels - 1)}1${"]".repeat(levels - 1)}`;
    expect(codes(nested(8))).toEqual([]);
    expect(codes(nested(10))).toContain("front-matter-too-deep");
  });

  it("never throws", () => {
    const word = fc.constantFrom(
      "a: ",
      "- ",
      "? ",
      ": ",
      "{",
      "}",
      "[",
      "]",
      "'",
      '"',
      "|",
      ">",
      "&a ",
      "*a ",
      "!x ",
      "<<: ",
      "\n",
      "  ",
      "#",
      "%YAML 1.1\n",
      "--- ",
      "\t",
      "1",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
          fc.string({ unit: "binary" }),
        ),
        (yaml) => {
          const { data, problems } = parseFrontMatter(page(yaml));
          expect(JSON.parse(JSON.stringify(data))).toBeTypeOf("object");
          for (const problem of problems) {
            expect(problem.line).toBeGreaterThan(1);
            expect(problem.column).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("gives the same for the same YAML, wherever the body starts, and nobody can change it", () => {
    const first = parseFrontMatter("---\ntags: [a, {b: c}]\nkind: WRONG\n---\none");
    const second = parseFrontMatter("\uFEFF---  \ntags: [a, {b: c}]\nkind: WRONG\n---\ntwo");
    expect(second.data).toEqual(first.data);
    expect(second.problems).toEqual(first.problems);
    expect(second.bodyStart).toBe(first.bodyStart + 3);
    expect(() => Object.assign(first.data.raw, { tags: [] })).toThrow(TypeError);
    expect(() => first.problems.pop()).toThrow(TypeError);
  });
});
