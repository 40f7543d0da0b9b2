import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { Pool } from "pg";

/**
 * The baselines, in a process of their own: `/bytes` sends the file $BASELINE_BYTES with the headers in
 * $BASELINE_HEADERS; `/statements` runs $BASELINE_STATEMENTS, one after the other as the server under measurement does,
 * and sends the rows as JSON. Bare `node:http` and `pg`, nothing else.
 */
const env = process.env;
const bytes = readFileSync(env["BASELINE_BYTES"] ?? "");
const headers = JSON.parse(env["BASELINE_HEADERS"] ?? "{}") as Record<string, string>;
const statements = JSON.parse(readFileSync(env["BASELINE_STATEMENTS"] ?? "", "utf8")) as {
  text: string;
  values: unknown[];
  /** Prepared under this name, where the server under measurement prepares. */
  name?: string;
}[];
const pool = new Pool({
  connectionString: env["BASELINE_DATABASE_URL"],
  max: Number(env["BASELINE_POOL"]),
});

async function rows(): Promise<string> {
  const results: unknown[][] = [];
  for (const statement of statements) results.push((await pool.query(statement)).rows as unknown[]);
  return JSON.stringify({ data: results });
}

async function answerRows(response: ServerResponse): Promise<void> {
  try {
    const body = await rows();
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500);
    response.end(String(error));
  }
}

const server = createServer((request, response) => {
  if (request.url === "/bytes") {
    response.writeHead(200, headers);
    response.end(bytes);
    return;
  }
  request.resume();
  void answerRows(response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === "object" && address ? address.port : 0}\n`);
});
