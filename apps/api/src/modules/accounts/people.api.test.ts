import { graphql, type GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeId } from "#platform/ids.js";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { Accounts, ANONYMOUS } from "./accounts.service.js";
import { PeopleResolver } from "./people.resolver.js";
import { createPerson, type TestPerson } from "./testing.js";

const site = {
  name: "Test",
  url: "http://localhost:3000",
  locales: ["en"],
  signUpEnabled: true,
  version: "0",
};
let database: TestDatabase;
let accounts: Accounts;
let schema: GraphQLSchema;
let admin: TestPerson;
let member: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { secret: "0123456789abcdef0123456789abcdef-test", siteUrl: site.url };
  accounts = new Accounts({ database, settings, isSignUpEnabled: true });
  schema = buildSchemaSync({ resolvers: [PeopleResolver], validate: false });
  admin = await createPerson(accounts, { role: "ADMIN" });
  member = await createPerson(accounts);
});
afterAll(() => database.close());

async function ask(
  by: TestPerson | undefined,
  source: string,
  variableValues: Record<string, unknown> = {},
) {
  const viewer = by ? await accounts.loadViewer({ cookie: by.cookie }) : ANONYMOUS;
  const contextValue = { db: database.db, viewer, requestId: "test", site, dataDir: "" };
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  const code = (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  return { data: data as Record<string, Record<string, unknown>> | null, code };
}

const personId = (person: TestPerson) => encodeId("Person", person.personId);

const SET_ROLE = `mutation Test($input: PersonRoleSetInput!) {
  personRoleSet(input: $input) { person { id account { role } } errors { code path } } }`;
const DISABLE = `mutation Test($input: PersonDisableInput!) {
  personDisable(input: $input) { person { account { isDisabled } } errors { code path } } }`;

describe("Query.viewer", () => {
  const query = "{ viewer { isSignedIn isAdmin email person { id name } } }";

  it("is nobody without a session", async () => {
    const { data } = await ask(undefined, query);
    expect(data?.["viewer"]).toEqual({
      isSignedIn: false,
      isAdmin: false,
      email: null,
      person: null,
    });
  });

  it("is the signed-in person, who is told the own e-mail", async () => {
    const { data } = await ask(member, query);
    expect(data?.["viewer"]).toEqual({
      isSignedIn: true,
      isAdmin: false,
      email: member.email,
      person: { id: personId(member), name: member.name },
    });
  });
});

describe("Query.person", () => {
  const query =
    "query Test($id: ID!) { person(id: $id) { name account { email role isDisabled } } }";

  it("tells the account to its owner and to administrators, nobody else", async () => {
    const stranger = await createPerson(accounts);
    const account = { email: member.email, role: "MEMBER", isDisabled: false };
    const id = personId(member);
    for (const [by, expected] of [
      [undefined, null],
      [stranger, null],
      [member, account],
      [admin, account],
    ] as const) {
      const { data } = await ask(by, query, { id });
      expect(data?.["person"]).toEqual({ name: member.name, account: expected });
    }
  });

  it("knows authors without an account, and hides their e-mail from everybody", async () => {
    const uuid = "0196aaaa-0000-7000-8000-000000000002";
    await database.db
      .insertInto("person")
      .values({ id: uuid, name: "Imported", email: "imported@example.org", user_id: null })
      .execute();
    const { data } = await ask(admin, query, { id: encodeId("Person", uuid) });
    expect(data?.["person"]).toEqual({ name: "Imported", account: null });
  });

  it.each([
    "",
    "per_",
    "nonsense",
    "per_00000000000000000000000000",
    "spc_01h455vb4pex5vsknk084sn02q",
  ])("is null for %j", async (id) => {
    const { data, code } = await ask(admin, query, { id });
    expect(code).toBeUndefined();
    expect(data?.["person"]).toBeNull();
  });
});

describe("Mutation.personRoleSet", () => {
  it("takes effect at once", async () => {
    const person = await createPerson(accounts);
    await ask(person, "{ viewer { isAdmin } }");
    const { data } = await ask(admin, SET_ROLE, {
      input: { personId: personId(person), role: "ADMIN" },
    });
    expect(data?.["personRoleSet"]).toEqual({
      person: { id: personId(person), account: { role: "ADMIN" } },
      errors: [],
    });
    expect((await ask(person, "{ viewer { isAdmin } }")).data?.["viewer"]).toEqual({
      isAdmin: true,
    });
    await ask(admin, SET_ROLE, { input: { personId: personId(person), role: "MEMBER" } });
    expect((await ask(person, "{ viewer { isAdmin } }")).data?.["viewer"]).toEqual({
      isAdmin: false,
    });
  });

  it.each(["MEMBER", "ADMIN"])("refuses everybody but administrators to give %s", async (role) => {
    for (const target of [member, admin]) {
      const input = { personId: personId(target), role };
      expect((await ask(undefined, SET_ROLE, { input })).code).toBe("UNAUTHENTICATED");
      expect((await ask(member, SET_ROLE, { input })).code).toBe("FORBIDDEN");
    }
    expect((await ask(admin, "{ viewer { isAdmin } }")).data?.["viewer"]).toEqual({
      isAdmin: true,
    });
  });

  it("is written to the change log", async () => {
    const person = await createPerson(accounts);
    await ask(admin, SET_ROLE, { input: { personId: personId(person), role: "ADMIN" } });
    await ask(admin, SET_ROLE, { input: { personId: personId(person), role: "MEMBER" } });
    const { rows } = await database.pool.query(
      "select type, person_id, data from change where data->>'personId' = $1 order by position",
      [person.personId],
    );
    expect(rows).toEqual(
      ["ADMIN", "MEMBER"].map((role) => ({
        type: "person.role",
        person_id: admin.personId,
        data: { role, personId: person.personId },
      })),
    );
  });

  it("answers NOT_FOUND for who has no account", async () => {
    const input = { personId: "per_01h455vb4pex5vsknk084sn02q", role: "ADMIN" };
    const { data } = await ask(admin, SET_ROLE, { input });
    expect(data?.["personRoleSet"]).toEqual({
      person: null,
      errors: [{ code: "NOT_FOUND", path: ["input", "personId"] }],
    });
  });
});

describe("the last administrator", () => {
  it("stays, also when two demote each other at the same moment", async () => {
    const only = await withAdministrators(2);
    const [first, second] = only.people;
    const demote = (by: TestPerson, target: TestPerson) =>
      only.ask(by, SET_ROLE, { input: { personId: personId(target), role: "MEMBER" } });
    await Promise.all([demote(first!, second!), demote(second!, first!)]);
    expect(await only.count()).toBe(1);
    await only.close();
  });

  it("cannot be demoted or disabled by themselves", async () => {
    const only = await withAdministrators(1);
    const self = only.people[0]!;
    for (const [source, fields] of [
      [SET_ROLE, { role: "MEMBER" }],
      [DISABLE, { isDisabled: true }],
    ] as const) {
      const { data } = await only.ask(self, source, {
        input: { personId: personId(self), ...fields },
      });
      const answer = Object.values(data ?? {})[0];
      expect(answer).toEqual({
        person: null,
        errors: [{ code: "INVALID_INPUT", path: ["input", "personId"] }],
      });
    }
    expect(await only.count()).toBe(1);
    await only.close();
  });
});

describe("Mutation.personDisable", () => {
  it("ends the sessions at once, and only administrators may", async () => {
    const person = await createPerson(accounts);
    const input = { personId: personId(person) };
    expect((await ask(undefined, DISABLE, { input })).code).toBe("UNAUTHENTICATED");
    expect((await ask(member, DISABLE, { input })).code).toBe("FORBIDDEN");
    expect((await accounts.loadViewer(person)).person?.id).toBe(person.personId);
    const { data } = await ask(admin, DISABLE, { input });
    expect(data?.["personDisable"]).toEqual({
      person: { account: { isDisabled: true } },
      errors: [],
    });
    expect((await accounts.loadViewer(person)).person).toBeUndefined();
  });
});

/** A database of its own with so many administrators. */
async function withAdministrators(count: number) {
  const own = await createTestDatabase();
  const theirs = new Accounts({
    database: own,
    settings: accounts.settings,
    isSignUpEnabled: true,
  });
  const people: TestPerson[] = [];
  while (people.length < count) people.push(await createPerson(theirs, { role: "ADMIN" }));
  return {
    people,
    async ask(by: TestPerson, source: string, variableValues: Record<string, unknown>) {
      const viewer = await theirs.loadViewer({ cookie: by.cookie });
      const contextValue = { db: own.db, viewer, requestId: "test", site, dataDir: "" };
      const { data } = await graphql({ schema, source, variableValues, contextValue });
      return { data: data as Record<string, unknown> | null };
    },
    async count() {
      const { rows } = await own.pool.query("select from person where role = 'ADMIN'");
      return rows.length;
    },
    close: () => own.close(),
  };
}
