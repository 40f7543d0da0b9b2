import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@stet/api";

const EMAIL = "bench@example.org";
const PASSWORD = "a-long-enough-password";

/** The built server on an empty data folder, with one signed-in administrator. */
export interface Instance {
  url: string;
  cookie: string;
  pid: number;
  dataDir: string;
  statementsFile: string;
  /** Sends one operation, signed in. @throws when the answer has errors. */
  graphql<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  close(): Promise<void>;
}

export async function startInstance(): Promise<Instance> {
  const dataDir = mkdtempSync(join(tmpdir(), "stet-bench-"));
  const port = await freePort();
  const statementsFile = join(dataDir, "statements.json");
  const child = spawn(
    process.execPath,
    [
      "--import",
      join(projectRoot, "tests/bench/capture-statements.mjs"),
      join(projectRoot, "apps/api/dist/main.js"),
    ],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        PORT: String(port),
        STET_DATA_DIR: dataDir,
        STET_DEMO: "0",
        STET_ADMIN_EMAIL: EMAIL,
        STET_ADMIN_PASSWORD: PASSWORD,
        STET_LOG_LEVEL: "warn",
        BENCH_STATEMENTS: statementsFile,
      },
    },
  );
  await ready(child);
  const url = `http://localhost:${port}`;
  const cookie = await signIn(url);
  return {
    url,
    cookie,
    pid: child.pid ?? 0,
    dataDir,
    statementsFile,
    async graphql<T>(query: string, variables: Record<string, unknown> = {}) {
      const answer = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
      if (errors) throw new Error(`GraphQL refused the bench: ${JSON.stringify(errors)}`);
      return data;
    },
    async close() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Stet is ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/-/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((value) => value.split(";", 1)[0])
    .join("; ");
  if (answer.status !== 303 || cookie === "")
    throw new Error(`Signing in answered ${answer.status}.`);
  return cookie;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A space with one page of `markdown` that has seven revisions; ids of page and head. */
export async function createPage(
  instance: Instance,
  versions: readonly string[],
): Promise<{ pageId: string; headId: string }> {
  await instance.graphql(
    `mutation { spaceCreate(input: { key: "bench", name: "Bench" }) { errors { message } } }`,
  );
  const { pageCreate } = await instance.graphql<{
    pageCreate: { page: { id: string } | null; revision: { id: string } | null; errors: unknown[] };
  }>(
    `mutation ($markdown: String!) {
      pageCreate(input: { space: "bench", path: "storage", markdown: $markdown }) {
        page { id } revision { id } errors { message }
      }
    }`,
    { markdown: versions[0] },
  );
  const pageId = pageCreate.page?.id;
  let headId = pageCreate.revision?.id;
  if (!pageId || !headId) throw new Error(`No page: ${JSON.stringify(pageCreate.errors)}`);
  for (const markdown of versions.slice(1))
    headId = await savePage(instance, { pageId, headId, markdown });
  return { pageId, headId };
}

const SAVE = `mutation ($pageId: ID!, $base: ID!, $markdown: String!) {
  pageSave(input: { pageId: $pageId, baseRevisionId: $base, markdown: $markdown, message: "Reword" }) {
    revision { id number } errors { message }
  }
}`;

/** The id of the new head. */
export async function savePage(
  instance: Instance,
  save: { pageId: string; headId: string; markdown: string },
): Promise<string> {
  const { pageSave } = await instance.graphql<{
    pageSave: { revision: { id: string } | null; errors: unknown[] };
  }>(SAVE, { pageId: save.pageId, base: save.headId, markdown: save.markdown });
  if (!pageSave.revision) throw new Error(`Not saved: ${JSON.stringify(pageSave.errors)}`);
  return pageSave.revision.id;
}
