import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import type { Signature } from "./git/commit-object.js";
import type { ImportRows } from "./import-rows.js";

/** Finds or makes the person behind a commit's author. Nobody who has an account is ever taken for an author. */
export class People {
  readonly #known: Map<string, string>;

  private constructor(known: Map<string, string>) {
    this.#known = known;
  }

  static async load(db: Db): Promise<People> {
    const { rows } = await sql<{ id: string; name: string; email: string | null }>`
      select id, name, email from person where user_id is null
    `.execute(db);
    return new People(new Map(rows.map((row) => [keyOf(row.name, row.email ?? ""), row.id])));
  }

  idOf(signature: Pick<Signature, "name" | "email">, rows: ImportRows): string {
    const email = signature.email.toLowerCase().slice(0, 320);
    const name = (signature.name || email.split("@")[0] || "Unknown").slice(0, 200).toWellFormed();
    const key = keyOf(name, email);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = newUuid();
    this.#known.set(key, id);
    rows.people.push({ id, name, email: email === "" ? null : email });
    return id;
  }
}

function keyOf(name: string, email: string): string {
  return email === "" ? `name ${name}` : `email ${email.toLowerCase()}`;
}
