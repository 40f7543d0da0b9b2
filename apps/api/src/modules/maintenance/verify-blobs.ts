import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Finding, VerifyOptions } from "./verify.js";

/** Reads every stored file and compares it with the hash it is named by. */
export async function verifyBlobs({
  db,
  files,
  signal,
}: VerifyOptions): Promise<{ checked: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let checked = 0;
  for (let last: { hash: Buffer } = { hash: Buffer.alloc(0) }; ;) {
    signal?.throwIfAborted();
    const { rows } = await sql<{ hash: Buffer }>`
      select hash from blob where hash > ${last.hash} order by hash limit 200
    `.execute(db);
    for (const { hash } of rows) {
      const problem = await files.read(hash).then(
        (bytes) =>
          createHash("sha256").update(bytes).digest().equals(hash) ? undefined : "is damaged",
        (error: NodeJS.ErrnoException) => `cannot be read (${error.code ?? error.message})`,
      );
      if (problem)
        findings.push({ check: "blob", message: `The file ${hash.toString("hex")} ${problem}` });
      checked += 1;
      last = { hash };
    }
    if (rows.length < 200) return { checked, findings };
  }
}
