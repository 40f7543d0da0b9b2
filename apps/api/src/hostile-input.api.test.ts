import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "#modules/accounts/testing.js";
import { encodeId, newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";
import { buildStetSchema } from "./schema.js";

const hostile = [
  "",
  "\0",
  "a\0b",
  "\ud800",
  "%_\\",
  "' or 1=1 --",
  "../..",
  "x".repeat(10_000),
  "pag_00000000000000000000000000",
  "🙃\u202e",
];

let server: TestServer;
let cookie: string;
let good: Record<string, unknown>;

beforeAll(async () => {
  server = await createTestServer();
  ({ cookie } = await createPerson(server.accounts, { role: "ADMIN" }));
  const spaceId = newUuid();
  await server.database.db
    .insertInto("space")
    .values({ id: spaceId, key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" })
    .execute();
  const { data } = await server.query<{
    pageCreate: { page: { id: string }; revision: { id: string } };
  }>(
    `mutation { pageCreate(input: {space: "docs", path: "page", markdown: "x"}) { page { id } revision { id } } }`,
    { cookie },
  );
  const { page, revision } = data.pageCreate;
  const person = await createPerson(server.accounts);
  good = {
    pageId: page.id,
    baseRevisionId: revision.id,
    toRevisionId: revision.id,
    base: revision.id,
    head: revision.id,
    spaceId: encodeId("Space", spaceId),
    personId: encodeId("Person", person.personId),
    space: "docs",
    path: "page",
    markdown: "x",
    name: "Name",
    key: "other",
  };
});
afterAll(() => server.close());

type Slot = Pick<GraphQLArgument | GraphQLInputField, "name" | "type" | "defaultValue">;

/** Every argument with one string of it replaced by something hostile, all others good or left out. */
function* variants(slots: readonly Slot[]): Generator<Record<string, unknown>> {
  for (const slot of slots) {
    for (const value of valuesFor(slot.type, slot.name))
      yield { ...required(slots), [slot.name]: value };
  }
}

function* valuesFor(type: GraphQLInputType, name: string): Generator {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    if (!named.isOneOf) yield* variants(fields);
    else
      for (const field of fields)
        for (const value of valuesFor(field.type, field.name)) yield { [field.name]: value };
  } else if (isScalarType(named) && (named.name === "String" || named.name === "ID")) {
    for (const text of hostile) yield String(type).startsWith("[") ? [text] : text;
  }
  // Something good as well, so that a field without strings is called at least once.
  if (good[name] !== undefined) yield good[name];
}

function required(slots: readonly Slot[]): Record<string, unknown> {
  const needed = slots.filter(
    (slot) => isNonNullType(slot.type) && slot.defaultValue === undefined,
  );
  return Object.fromEntries(needed.map((slot) => [slot.name, valueOf(slot)]));
}

function valueOf({ type, name }: Slot): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    return named.isOneOf ? { id: "none" } : required(fields);
  }
  if (good[name] !== undefined) return good[name];
  if (String(type).startsWith("[")) return [];
  return "getValues" in named ? named.getValues()[0]?.name : "x";
}

const schema = buildStetSchema();
const fields = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(
    (field) => ["query", field] as const,
  ),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    (field) => ["mutation", field] as const,
  ),
].filter(([, field]) => field.args.length > 0);

test.each(fields.map(([kind, field]) => [`${kind} ${field.name}`, kind, field] as const))(
  "%s answers hostile strings with a result or a named refusal",
  async (_title, kind, field) => {
    const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
    const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
    const selection =
      "getFields" in getNamedType(field.type) || "getTypes" in getNamedType(field.type)
        ? "{ __typename }"
        : "";
    const problems: unknown[] = [];
    for (const variables of variants(field.args)) {
      const { errors } = await server.query(
        `${kind} (${declared}) { ${field.name}(${passed}) ${selection} }`,
        { variables, cookie },
      );
      const codes = (errors ?? []).map((error) => error.extensions?.["code"]);
      if (codes.includes("INTERNAL_SERVER_ERROR")) problems.push(variables);
    }
    expect(problems).toEqual([]);
  },
);
