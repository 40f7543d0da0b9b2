import { Client } from "pg";
import { OperatorError } from "#platform/errors.js";

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  "28P01": "The user or password in DATABASE_URL is wrong.",
  "28000": "The server does not let this user in; look into its pg_hba.conf.",
  "3D000": "Create the database first: create database stet encoding 'UTF8' template template0",
  ENOTFOUND: "There is no host of that name; check DATABASE_URL.",
  ECONNREFUSED: "Nothing listens there; start the server or check host and port in DATABASE_URL.",
};

/** @throws OperatorError that says where Stet tried to connect and what went wrong, never with the password. */
export async function checkReachable(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "stet",
  });
  // The failure arrives with `connect`; this keeps a later break from ending the process.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { code = "" } = error as { code?: string };
    const { host, pathname } = new URL(url);
    throw new OperatorError(
      `The database ${pathname.slice(1)} at ${host} cannot be reached: ${messageOf(error)}`,
      WHAT_TO_DO[code] ?? "Check DATABASE_URL; without it Stet runs its own PostgreSQL.",
    );
  } finally {
    await client.end();
  }
}

/** Node tries several addresses and wraps what each of them said. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError)
    return error.errors.map((each: Error) => each.message).join("; ");
  return (error as Error).message;
}
