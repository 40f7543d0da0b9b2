import { setTimeout as sleep } from "node:timers/promises";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { createLog } from "#platform/log/index.js";
import { withTestDatabase } from "#testing/index.js";
import type { Context } from "../../context.js";
import { createGraphql, type GraphqlHttpRequest } from "./index.js";

const ADDRESS = "192.0.2.1";

async function world(options: { deadlineMs: number }) {
  const database = await withTestDatabase();
  let ended: (() => void) | undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const twoStatements = async (_: unknown, __: unknown, ctx: Context) => {
    try {
      await sql`select pg_sleep(0.2)`.execute(ctx.db);
      await sql`select 'the second'`.execute(ctx.db);
      return "done";
    } finally {
      ended?.();
    }
  };
  const slow = { type: GraphQLString, resolve: twoStatements };
  const graphql = await createGraphql({
    schema: new GraphQLSchema({
      query: new GraphQLObjectType({ name: "Query", fields: { slow } }),
      mutation: new GraphQLObjectType({ name: "Mutation", fields: { slow } }),
    }),
    log: createLog({ level: "silent" }),
    ...options,
  });
  const context: Context = {
    db: database.db,
    viewer: { spaceRoles: new Map(), class: "anonymous" },
    requestId: "r1",
    site: { name: "", url: "", locales: ["en"], signUpEnabled: false, version: "" },
    dataDir: "",
  };
  const ask = (query: string) => {
    const request: GraphqlHttpRequest = {
      method: "POST",
      headers: [["content-type", "application/json"]],
      search: "",
      body: { query },
      bodyBytes: 10,
      address: ADDRESS,
    };
    return graphql.http(request, context);
  };
  return { database, ask, end };
}

test("an operation that was given up sends no further statement", async () => {
  const { database, ask, end } = await world({ deadlineMs: 100 });
  const { status, body } = await ask("{ slow }");
  expect(status).toBe(503);
  expect(body).toContain("DEADLINE_EXCEEDED");
  await end;
  expect(database.statementCount()).toBe(1);
});

test("a write that was given up is finished all the same", async () => {
  const { database, ask, end } = await world({ deadlineMs: 100 });
  expect((await ask("mutation { slow }")).status).toBe(503);
  await end;
  expect(database.statementCount()).toBe(2);
});

test("an operation in time sends all of them", async () => {
  const { database, ask } = await world({ deadlineMs: 5_000 });
  expect((await ask("{ slow }")).body).toContain("done");
  expect(database.statementCount()).toBe(2);
});

test("an address with many slow operations under way waits, also for those given up", async () => {
  const { ask } = await world({ deadlineMs: 20 });
  // Five connections: the last of them wait for more than a second.
  const under = Array.from({ length: 60 }, () => ask("mutation { slow }"));
  expect((await Promise.all(under)).every(({ status }) => status === 503)).toBe(true);
  await sleep(1_050);
  const { status, headers, body } = await ask("{ slow }");
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("1");
  expect(body).toContain("RATE_LIMITED");
  await expect.poll(async () => (await ask("{ slow }")).status, { timeout: 10_000 }).toBe(503);
  // What still runs must end before its database does.
  await sleep(1_500);
});
