import { createTestServer, type TestServer } from "@stet/api/testing";
import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";

/** https://graphql.github.io/graphql-over-http: every audit of the reference suite, against a real port. */
let server: TestServer;
let url: string;

beforeAll(async () => {
  server = await createTestServer();
  url = `http://127.0.0.1:${(await server.listen({ port: 0 })).port}/graphql`;
});
afterAll(() => server.close());

test("61 of 61 server audits are ok", async () => {
  const results = await auditServer({ url });
  const notOk = results
    .filter(({ status }) => status !== "ok")
    .map(
      ({ id, name, status, ...rest }) =>
        `${status} ${id} ${name}: ${"reason" in rest ? rest.reason : ""}`,
    );
  expect(notOk).toEqual([]);
  expect(results).toHaveLength(61);
});
