import { isNonNullType, type GraphQLField } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { encodeId, newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";
import { buildStetSchema } from "./schema.js";

/** Who asks, from nobody to everybody's administrator. */
const roles = [
  "ANONYMOUS",
  "MEMBER",
  "READER",
  "WRITER",
  "REVIEWER",
  "ADMIN",
  "INSTANCE_ADMIN",
] as const;
type Role = (typeof roles)[number];

/** From which role on a rule lets through. */
const lowest: Record<string, Role> = {
  ANYONE: "ANONYMOUS",
  VISIBLE: "ANONYMOUS",
  SIGNED_IN: "MEMBER",
  SPACE_WRITER: "WRITER",
  SPACE_REVIEWER: "REVIEWER",
  SPACE_ADMIN: "ADMIN",
  INSTANCE_ADMIN: "INSTANCE_ADMIN",
};

let server: TestServer;
let people: Partial<Record<Role, TestPerson>>;
let input: Record<string, unknown>;

beforeAll(async () => {
  server = await createTestServer();
  const spaceId = newUuid();
  await server.database.db
    .insertInto("space")
    .values({ id: spaceId, key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" })
    .execute();
  const withRole = (role: "READER" | "WRITER" | "REVIEWER" | "ADMIN") =>
    createPerson(server.accounts, { spaceRoles: { [spaceId]: role } });
  people = {
    MEMBER: await createPerson(server.accounts),
    READER: await withRole("READER"),
    WRITER: await withRole("WRITER"),
    REVIEWER: await withRole("REVIEWER"),
    ADMIN: await withRole("ADMIN"),
    INSTANCE_ADMIN: await createPerson(server.accounts, { role: "ADMIN" }),
  };
  const { data } = await server.query<{
    pageCreate: { page: { id: string }; revision: { id: string } };
  }>(
    `mutation { pageCreate(input: {space: "docs", path: "page", markdown: "x"}) { page { id } revision { id } } }`,
    { cookie: people.WRITER?.cookie ?? "" },
  );
  const { page, revision } = data.pageCreate;
  const target = await createPerson(server.accounts);
  // Every field any input asks for; good enough to reach the policy, not to succeed.
  input = {
    pageId: page.id,
    baseRevisionId: revision.id,
    toRevisionId: revision.id,
    markdown: "x",
    path: "page",
    space: "docs",
    spaceId: encodeId("Space", spaceId),
    personId: encodeId("Person", target.personId),
    key: "-",
    name: "",
    role: "READER",
  };
});
afterAll(() => server.close());

const mutations = Object.values(buildStetSchema().getMutationType()?.getFields() ?? {});

function inputFor(field: GraphQLField<unknown, unknown>): Record<string, unknown> {
  const type = field.args[0]?.type;
  const named = isNonNullType(type) ? type.ofType : type;
  if (!named || !("getFields" in named)) throw new Error(`${field.name} has no input object.`);
  const values = Object.values(named.getFields()).filter(
    (each) => isNonNullType(each.type) && each.defaultValue === undefined,
  );
  const known = values.map((each) => {
    if (!(each.name in input)) throw new Error(`Give ${field.name} a value for ${each.name}.`);
    // Roles of the instance have another name for the lowest.
    const value = String(each.type).startsWith("InstanceRole") ? "MEMBER" : input[each.name];
    return [each.name, value] as const;
  });
  return Object.fromEntries(known);
}

const cases = mutations.flatMap((field) => roles.map((role) => [field.name, role, field] as const));

test.each(cases)(
  "Mutation.%s as %s is let through or refused as declared",
  async (name, role, field) => {
    const rule = String(field.extensions["access"]);
    const from = lowest[rule];
    if (from === undefined) throw new Error(`Nobody said what ${rule} means.`);
    const isAllowed = roles.indexOf(role) >= roles.indexOf(from);
    const person = people[role];
    const { errors } = await server.query(
      `mutation ($input: ${String(field.args[0]?.type)}) { ${name}(input: $input) { errors { code } } }`,
      { variables: { input: inputFor(field) }, ...(person ? { cookie: person.cookie } : {}) },
    );
    const code = errors?.[0]?.extensions?.["code"];
    if (isAllowed) expect(code).toBeUndefined();
    else expect(code).toBe(role === "ANONYMOUS" ? "UNAUTHENTICATED" : "FORBIDDEN");
  },
);
