import {
  buildSchema,
  getIntrospectionQuery,
  parse,
  validate,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, test } from "vitest";
import { costOf } from "./cost.js";
import { LIMITS, limitsRule } from "./limits.js";

const schema = buildSchema(`
  type Query { me: Person  people(first: Int = 25, last: Int): People!  nodes(ids: [ID!]!): [Person]!  tags: [Tag!]! }
  type People { nodes: [Person!]! edges: [Edge!]! }
  type Edge { node: Person! }
  type Person { name: String friend: Person friends(first: Int = 25, last: Int): People! }
  type Tag { name: String books(first: Int, last: Int): People! }
`);

const problems = (query: string) =>
  validate(schema, parse(query), [limitsRule]).map(({ message }) => message);

const nested = (depth: number) =>
  `${"{ friend ".repeat(depth - 2)}{ name }${" }".repeat(depth - 2)}`;

describe("limits of a document", () => {
  test("introspection as tools send it passes", () => {
    expect(
      problems(
        getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true }),
      ),
    ).toEqual([]);
  });

  test("depth, through fragments too", () => {
    expect(problems(`{ me ${nested(LIMITS.depth)} }`)).toEqual([]);
    expect(problems(`{ me ${nested(LIMITS.depth + 1)} }`)).toEqual([
      expect.stringContaining("too deep: 16"),
    ]);
    const hidden = `{ me { ...A } } fragment A on Person { friend ${nested(LIMITS.depth)} }`;
    expect(problems(hidden)).toEqual([expect.stringContaining("too deep")]);
  });

  test("aliases count wherever they stand, and as often as a fragment is used", () => {
    const aliases = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}: name`).join(" ");
    expect(problems(`{ me { ${aliases(LIMITS.aliases)} } }`)).toEqual([]);
    expect(problems(`{ me { ${aliases(LIMITS.aliases + 1)} } }`)).toEqual([
      expect.stringContaining("too many aliases"),
    ]);
    const twice = `{ me { ...A friend { ...A } } } fragment A on Person { ${aliases(16)} }`;
    expect(problems(twice)).toEqual([expect.stringContaining("too many aliases: 32")]);
  });

  test("root fields and directives", () => {
    expect(problems(`{ ${"me { name } ".repeat(21)} }`)).toEqual([
      expect.stringContaining("too many root fields: 21"),
    ]);
    expect(problems(`{ me { name ${"@skip(if: true) ".repeat(51)} } }`)).toEqual([
      expect.stringContaining("too many directives: 51"),
    ]);
  });

  test("fragments that multiply are measured in no time", () => {
    const bomb = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} a: name }`,
    );
    const started = performance.now();
    const found = problems(`{ me { ...F0 } } ${bomb.join(" ")} fragment F60 on Person { name }`);
    expect(found).toEqual([expect.stringContaining("too many aliases")]);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("fragments in a circle end", () => {
    expect(
      problems("{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }"),
    ).toEqual([]);
  });
});

describe("cost", () => {
  const cost = (query: string, variables = {}) => {
    const document = parse(query);
    return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
  };

  test("an object costs one, a scalar nothing", () => {
    expect(cost("{ me { name friend { name } } }")).toBe(2);
  });

  test("a page multiplies what is in it, by its size however given", () => {
    const inner = "nodes { name }";
    expect(cost(`{ people(first: 10) { ${inner} } }`)).toBe(20);
    expect(cost(`{ people { ${inner} } }`)).toBe(50);
    expect(cost(`query ($n: Int) { people(first: $n) { ${inner} } }`, { n: 7 })).toBe(14);
    expect(cost(`query ($n: Int = 4) { people(first: $n) { ${inner} } }`)).toBe(8);
    expect(cost(`query ($n: Int) { people(last: $n, first: 1) { ${inner} } }`, { n: 9 })).toBe(18);
  });

  test("a page of no size given counts as large as the API gives it", () => {
    const tag = (books: string, variables = {}) =>
      cost(`query ($n: Int) { tags { ${books} { nodes { name } } } }`, variables);
    expect(tag("books")).toBe(10 * (1 + 25 * 2));
    expect(tag("books(first: null)")).toBe(10 * (1 + 25 * 2));
    expect(tag("books(first: $n)", { n: null })).toBe(10 * (1 + 25 * 2));
    expect(tag("books(last: $n)", { n: 3 })).toBe(10 * (1 + 3 * 2));
  });

  test("pages in pages multiply, through fragments", () => {
    const query =
      "query { people(first: 100) { nodes { ...F } } } fragment F on Person { friends(first: 5) { edges { node { name } } } }";
    expect(cost(query)).toBe(100 * (1 + 1 + 5 * (1 + 1 + 1)));
    expect(cost(query)).toBeLessThan(LIMITS.cost);
    expect(cost(query.replace("first: 5", "first: 100"))).toBeGreaterThan(LIMITS.cost);
  });

  test("ids count one by one, plain lists as ten", () => {
    expect(
      cost("query ($ids: [ID!]!) { nodes(ids: $ids) { name } }", { ids: ["a", "b", "c"] }),
    ).toBe(3);
    expect(cost("{ nodes(ids: [1, 2]) { name } }")).toBe(2);
    expect(cost("query ($ids: [ID!]! = [1, 2, 3]) { nodes(ids: $ids) { name } }")).toBe(3);
    expect(cost("{ tags { name } }")).toBe(10);
  });

  test("each request is counted with its own variables", () => {
    const document = parse("query ($n: Int) { people(first: $n) { nodes { name } } }");
    const operation = document.definitions[0] as OperationDefinitionNode;
    expect([1, 2, 3].map((n) => costOf(schema, document, operation, { n }))).toEqual([2, 4, 6]);
  });
});
