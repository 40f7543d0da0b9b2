import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import type { SpaceRole } from "#platform/database/index.js";
import { encodeId, newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

const ROLES: SpaceRole[] = ["READER", "WRITER", "REVIEWER", "ADMIN"];

const SET = `mutation Test($input: SpaceRoleSetInput!) {
  spaceRoleSet(input: $input) {
    space { key } membership { role person { id } } errors { code path } } }`;
const REMOVE = `mutation Test($input: SpaceRoleRemoveInput!) {
  spaceRoleRemove(input: $input) { space { key } membership { role } errors { code path } } }`;
const MEMBERS = `query Test($id: ID!, $first: Int, $after: String) {
  space(by: { id: $id }) { members(first: $first, after: $after) {
    nodes { role person { name account { email } } } pageInfo { hasNextPage endCursor } } } }`;

let server: TestServer;
let instanceAdmin: TestPerson;

beforeAll(async () => {
  server = await createTestServer();
  instanceAdmin = await createPerson(server.accounts, { role: "ADMIN" });
});
afterAll(() => server.close());

async function createSpace(visibility: "PUBLIC" | "MEMBERS" = "MEMBERS"): Promise<string> {
  const id = newUuid();
  const key = `s-${id.slice(-12)}`;
  await server.database.db
    .insertInto("space")
    .values({ id, key, name: key, visibility, default_locale: "en" })
    .execute();
  return id;
}

const member = (spaceId: string, role: SpaceRole) =>
  createPerson(server.accounts, { spaceRoles: { [spaceId]: role } });

async function setRole(
  by: TestPerson | undefined,
  spaceId: string,
  person: TestPerson,
  role: string,
) {
  return server.query<{ spaceRoleSet: { errors: { code: string }[] } } | null>(SET, {
    variables: {
      input: {
        spaceId: encodeId("Space", spaceId),
        personId: encodeId("Person", person.personId),
        role,
      },
    },
    ...(by && { cookie: by.cookie }),
  });
}

async function removeRole(by: TestPerson | undefined, spaceId: string, person: TestPerson) {
  return server.query<{ spaceRoleRemove: { errors: { code: string }[] } } | null>(REMOVE, {
    variables: {
      input: { spaceId: encodeId("Space", spaceId), personId: encodeId("Person", person.personId) },
    },
    ...(by && { cookie: by.cookie }),
  });
}

async function roleOf(person: TestPerson, spaceId: string): Promise<SpaceRole | undefined> {
  const viewer = await server.accounts.loadViewer({ cookie: person.cookie });
  return viewer.spaceRoles.get(spaceId);
}

describe("Mutation.spaceRoleSet", () => {
  it("gives a role that counts at once, and another one instead", async () => {
    const spaceId = await createSpace();
    const admin = await member(spaceId, "ADMIN");
    const person = await createPerson(server.accounts);
    expect(await roleOf(person, spaceId)).toBeUndefined();
    for (const role of ROLES) {
      const { data } = await setRole(admin, spaceId, person, role);
      expect(data?.spaceRoleSet).toMatchObject({ membership: { role }, errors: [] });
      expect(await roleOf(person, spaceId)).toBe(role);
    }
  });

  // The lattice: whatever one holds, only administrators of that very space change anything in it.
  it("is refused to every role below, for every role, for others and oneself, and changes nothing", async () => {
    const spaceId = await createSpace();
    const elsewhere = await createSpace();
    const target = await member(spaceId, "READER");
    const below = [
      await createPerson(server.accounts),
      await member(spaceId, "READER"),
      await member(spaceId, "WRITER"),
      await member(spaceId, "REVIEWER"),
      await member(elsewhere, "ADMIN"),
    ];
    for (const by of below) {
      const before = await roleOf(by, spaceId);
      for (const person of [by, target]) {
        for (const role of ROLES) {
          const { data, errors } = await setRole(by, spaceId, person, role);
          const code = errors?.[0]?.extensions?.["code"] ?? data?.spaceRoleSet.errors[0]?.code;
          // Who may not even see the space is not told that it is there.
          expect(code).toBe(before ? "FORBIDDEN" : "NOT_FOUND");
        }
        await removeRole(by, spaceId, person);
      }
      expect(await roleOf(by, spaceId)).toBe(before);
      expect(await roleOf(target, spaceId)).toBe("READER");
    }
  });

  it("is refused to anonymous readers, also of a public space", async () => {
    const target = await createPerson(server.accounts);
    const hidden = await setRole(undefined, await createSpace(), target, "READER");
    expect(hidden.data?.spaceRoleSet.errors).toMatchObject([{ code: "NOT_FOUND" }]);
    const { errors } = await setRole(undefined, await createSpace("PUBLIC"), target, "ADMIN");
    expect(errors?.[0]?.extensions?.["code"]).toBe("UNAUTHENTICATED");
  });

  it("is allowed to administrators of the instance", async () => {
    const spaceId = await createSpace();
    const person = await createPerson(server.accounts);
    await setRole(instanceAdmin, spaceId, person, "ADMIN");
    expect(await roleOf(person, spaceId)).toBe("ADMIN");
  });

  it("gives nothing in another space and no role in the instance", async () => {
    const spaceId = await createSpace();
    const other = await createSpace();
    const admin = await member(spaceId, "ADMIN");
    const person = await createPerson(server.accounts);
    await setRole(admin, spaceId, person, "ADMIN");
    const viewer = await server.accounts.loadViewer({ cookie: person.cookie });
    expect(viewer.person?.role).toBe("MEMBER");
    expect([...viewer.spaceRoles]).toEqual([[spaceId, "ADMIN"]]);
    expect(await roleOf(person, other)).toBeUndefined();
  });

  it("gives no role to an author without an account, nor to nobody", async () => {
    const spaceId = await createSpace();
    const id = newUuid();
    await server.database.db
      .insertInto("person")
      .values({ id, name: "Imported", email: null, user_id: null })
      .execute();
    for (const personId of [id, newUuid()]) {
      const { data } = await setRole(
        instanceAdmin,
        spaceId,
        { ...instanceAdmin, personId },
        "READER",
      );
      expect(data?.spaceRoleSet).toEqual({
        space: null,
        membership: null,
        errors: [{ code: "NOT_FOUND", path: ["input", "personId"] }],
      });
    }
  });

  it("refuses roles and fields that do not exist", async () => {
    const spaceId = await createSpace();
    expect((await setRole(instanceAdmin, spaceId, instanceAdmin, "OWNER")).status).toBe(400);
    const input = {
      spaceId: encodeId("Space", spaceId),
      personId: encodeId("Person", instanceAdmin.personId),
      role: "READER",
      instanceRole: "ADMIN",
    };
    expect(
      (await server.query(SET, { variables: { input }, cookie: instanceAdmin.cookie })).status,
    ).toBe(400);
  });
});

describe("Mutation.spaceRoleRemove", () => {
  it("ends the role at once, and says when there is none", async () => {
    const spaceId = await createSpace();
    const admin = await member(spaceId, "ADMIN");
    const person = await member(spaceId, "WRITER");
    expect(await roleOf(person, spaceId)).toBe("WRITER");
    expect((await removeRole(admin, spaceId, person)).data?.spaceRoleRemove.errors).toEqual([]);
    expect(await roleOf(person, spaceId)).toBeUndefined();
    const again = await removeRole(admin, spaceId, person);
    expect(again.data?.spaceRoleRemove.errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("closes a members' space to who lost the role", async () => {
    const spaceId = await createSpace();
    const person = await member(spaceId, "READER");
    const query = "query Test($id: ID!) { space(by: { id: $id }) { key } }";
    const options = { variables: { id: encodeId("Space", spaceId) }, cookie: person.cookie };
    expect((await server.query<{ space: unknown }>(query, options)).data.space).not.toBeNull();
    await removeRole(instanceAdmin, spaceId, person);
    expect((await server.query<{ space: unknown }>(query, options)).data.space).toBeNull();
  });
});

describe("Space.members", () => {
  it("lists by name, in slices, without e-mails of others", async () => {
    const spaceId = await createSpace();
    const admin = await createPerson(server.accounts, {
      name: "Ada",
      spaceRoles: { [spaceId]: "ADMIN" },
    });
    for (const name of ["Carol", "Bob", "Bob"]) {
      await createPerson(server.accounts, { name, spaceRoles: { [spaceId]: "WRITER" } });
    }
    const names: string[] = [];
    const emails: unknown[] = [];
    let after: string | null = null;
    for (let slice = 0; slice < 4; slice += 1) {
      const answer: { data: MembersAnswer } = await server.query<MembersAnswer>(MEMBERS, {
        variables: { id: encodeId("Space", spaceId), first: 1, after },
        cookie: admin.cookie,
      });
      const { nodes, pageInfo } = answer.data.space.members;
      names.push(...nodes.map((node) => node.person.name));
      emails.push(...nodes.map((node) => node.person.account?.email ?? null));
      expect(pageInfo.hasNextPage).toBe(slice < 3);
      after = pageInfo.endCursor;
    }
    expect(names).toEqual(["Ada", "Bob", "Bob", "Carol"]);
    expect(emails).toEqual([admin.email, null, null, null]);
  });

  it.each(["READER", "WRITER", "REVIEWER"] as const)("is refused to a %s", async (role) => {
    const spaceId = await createSpace();
    const person = await member(spaceId, role);
    const { errors } = await server.query(MEMBERS, {
      variables: { id: encodeId("Space", spaceId) },
      cookie: person.cookie,
    });
    expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  });
});

describe("Viewer.canCreateSpaces", () => {
  it("is true for administrators of the instance only", async () => {
    const query = "{ viewer { canCreateSpaces } }";
    const person = await createPerson(server.accounts);
    expect((await server.query(query)).data).toEqual({ viewer: { canCreateSpaces: false } });
    expect((await server.query(query, { cookie: person.cookie })).data).toEqual({
      viewer: { canCreateSpaces: false },
    });
    expect((await server.query(query, { cookie: instanceAdmin.cookie })).data).toEqual({
      viewer: { canCreateSpaces: true },
    });
  });
});

interface MembersAnswer {
  space: {
    members: {
      nodes: { role: SpaceRole; person: { name: string; account: { email: string } | null } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}
