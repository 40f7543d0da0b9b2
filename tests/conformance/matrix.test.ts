import { buildSchema, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inputs, readings, table } from "./testing/matrix.js";
import {
  MatrixWorld,
  personas,
  type Persona,
  type State,
  type Target,
} from "./testing/matrix-world.js";

/** Every root field × whoever asks × the state of what is asked for, against the table. */
let world: MatrixWorld;
let schema: GraphQLSchema;

beforeAll(async () => {
  world = await MatrixWorld.open();
  schema = buildSchema((await world.server.app.inject("/graphql/schema.graphql")).body);
});
afterAll(() => world.server.close());

const rows = (kind: "Query" | "Mutation") =>
  Object.entries(table)
    .filter(([coordinate]) => coordinate.startsWith(`${kind}.`))
    .flatMap(([coordinate, states]) =>
      Object.entries(states).map(
        ([state, outcomes]) => [coordinate, state as State, outcomes] as const,
      ),
    );

/** The expected outcome beside its persona, as the outcomes are reported. */
const expected = (outcomes: string) =>
  Object.fromEntries(personas.map((persona, index) => [persona, outcomes.split(" ")[index]]));

test("every root field has its row", () => {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
  );
  expect(fields.toSorted()).toEqual(Object.keys(table).toSorted());
});

describe("reading", () => {
  test.each(rows("Query"))("%s of what is %s", async (coordinate, state, outcomes) => {
    const target = await world.target(state);
    const found: Record<string, string> = {};
    for (const persona of personas) found[persona] = await read(persona, coordinate, target);
    expect(found).toEqual(expected(outcomes));
  });
});

/** What is not shown must look exactly like what does not exist. */
async function read(persona: Persona, coordinate: string, target: Target): Promise<string> {
  const reading = readings[coordinate.split(".")[1] ?? ""];
  if (!reading) throw new Error(`Say how to read ${coordinate}.`);
  const ask = (of: Target) =>
    world.ask<Record<string, never>>(persona, reading.query, reading.variables(of));
  const answer = await ask(target);
  expect(answer.errors).toBeUndefined();
  if (reading.shows(answer.data, target)) return "yes";
  const nothing = await ask(world.nowhere(target));
  expect(JSON.stringify(answer), `${persona} can tell it from nothing`).toBe(
    JSON.stringify(nothing),
  );
  return "none";
}

const words: Record<string, string> = {
  UNAUTHENTICATED: "sign-in",
  FORBIDDEN: "no",
  NOT_FOUND: "none",
  DELETED: "gone",
  NOT_DELETED: "there",
  PATH_TAKEN: "taken",
};

describe("writing", () => {
  test.each(rows("Mutation"))("%s of what is %s", async (coordinate, state, outcomes) => {
    const found: Record<string, string> = {};
    let target = await world.target(state);
    for (const persona of personas) {
      found[persona] = await write(persona, coordinate, state, target);
      // Only what was done needs another page for the next one to try it on.
      if (found[persona] === "yes") target = await world.target(state);
    }
    expect(found).toEqual(expected(outcomes));
  });
});

interface Written {
  errors: { code: string }[];
}

async function write(
  persona: Persona,
  coordinate: string,
  state: State,
  target: Target,
): Promise<string> {
  const name = coordinate.split(".")[1] ?? "";
  const input = inputs[name]?.(target);
  if (!input) throw new Error(`Say what to write with ${coordinate}.`);
  // A new page goes where none was, unless the point is that one was deleted there.
  if (name === "pageCreate" && state !== "deleted") input["path"] = `${target.path}-${persona}`;
  if (name === "spaceRoleRemove") await giveRole(target);
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await world.ask<Record<string, Written> | null>(
    persona,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input },
  );
  const code = errors?.[0]?.extensions?.["code"] ?? data?.[name]?.errors[0]?.code;
  if (typeof code !== "string") return "yes";
  return words[code] ?? code;
}

async function giveRole({ spaceId, personId }: Target): Promise<void> {
  const input = { spaceId, personId, role: "READER" };
  const mutation = `mutation ($input: SpaceRoleSetInput!) { spaceRoleSet(input: $input) { errors { code } } }`;
  await world.ask("instance", mutation, { input });
}

test("a page is moved only into a space where its mover writes, and only out of one", async () => {
  const move = (persona: Persona, target: Target, space: string) =>
    world.ask<{ pageMove: Written } | null>(
      persona,
      `mutation ($input: PageMoveInput!) { pageMove(input: $input) { errors { code path } } }`,
      { input: { pageId: target.pageId, path: target.path, space } },
    );
  const open = await world.target("public");
  const closed = await world.target("members");
  expect((await move("writer", open, "elsewhere")).data?.pageMove.errors).toEqual([
    { code: "NOT_FOUND", path: ["input", "space"] },
  ]);
  expect((await move("other", open, "elsewhere")).errors?.[0]?.extensions?.["code"]).toBe(
    "FORBIDDEN",
  );
  expect((await move("other", closed, "elsewhere")).data?.pageMove.errors).toEqual([
    { code: "NOT_FOUND", path: ["input", "pageId"] },
  ]);
  expect((await move("reader", closed, "docs")).errors?.[0]?.extensions?.["code"]).toBe(
    "FORBIDDEN",
  );
  expect((await move("writer", open, "vault")).data?.pageMove.errors).toEqual([]);
  // Moved away, it is gone for everybody else, its old address included.
  const { shows, query, variables } = readings["address"] ?? {};
  const { data } = await world.ask<Record<string, never>>(
    "anonymous",
    query ?? "",
    variables?.(open),
  );
  expect(shows?.(data, open)).toBe(false);
});

test("a page leaves a members' space for a public one only by somebody who reviews there", async () => {
  const publish = async (persona: Persona) => {
    const { pageId, path } = await world.target("members");
    const { data, errors } = await world.ask<{ pageMove: Written } | null>(
      persona,
      `mutation ($input: PageMoveInput!) { pageMove(input: $input) { errors { code } } }`,
      { input: { pageId, path, space: "docs" } },
    );
    return errors?.[0] ?? data?.pageMove.errors;
  };
  expect(await publish("writer")).toMatchObject({
    message: expect.stringContaining("its whole history") as unknown,
    extensions: { code: "FORBIDDEN", requiredRole: "REVIEWER" },
  });
  for (const persona of ["reviewer", "admin", "instance"] as const)
    expect(await publish(persona), persona).toEqual([]);
});
