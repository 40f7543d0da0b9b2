import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Finding, VerifyOptions } from "./verify.js";

/** Imported commits are named by the hash of their bytes, as git names them. */
export async function verifyCommits({
  db,
  signal,
}: VerifyOptions): Promise<{ checked: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let checked = 0;
  for (let last = { source: "00000000-0000-0000-0000-000000000000", position: -1 }; ;) {
    signal?.throwIfAborted();
    const { rows } = await sql<{ source: string; position: number; sha: string; raw: Buffer }>`
      select source_id as source, position, sha, raw from import_commit
      where (source_id, position) > (${last.source}::uuid, ${last.position}::int)
      order by source_id, position limit 1000
    `.execute(db);
    for (const { source, position, sha, raw } of rows) {
      const algorithm = sha.length === 64 ? "sha256" : "sha1";
      const hash = createHash(algorithm).update(`commit ${raw.length}\0`).update(raw).digest("hex");
      if (hash !== sha)
        findings.push({
          check: "commit",
          message: `The commit ${sha} has other bytes than its name says`,
        });
      checked += 1;
      last = { source, position };
    }
    if (rows.length < 1000) return { checked, findings };
  }
}
