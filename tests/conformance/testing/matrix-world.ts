import {
  createPerson,
  createTestServer,
  encodeId,
  type TestPerson,
  type TestServer,
} from "@stet/api/testing";

/** In this order in the table; roles are the same in the public and in the private space. */
export const personas = [
  "anonymous",
  "disabled",
  "other",
  "reader",
  "writer",
  "reviewer",
  "admin",
  "instance",
] as const;
export type Persona = (typeof personas)[number];

/** Of the thing asked for: in a public space, in a private one, or deleted from the public one. */
export type State = "public" | "members" | "deleted";

export interface Target {
  space: string;
  spaceId: string;
  path: string;
  pageId: string;
  revisionId: string;
  /** Somebody without any role. */
  personId: string;
}

interface Created {
  pageCreate: { page: { id: string } | null; revision: { id: string } | null; errors: unknown[] };
}

/** One public space, one private, and somebody of each kind. */
export class MatrixWorld {
  readonly #spaceIds = new Map<string, string>();
  readonly #cookies = new Map<Persona, string>();
  #nobody = "";
  #made = 0;

  private constructor(readonly server: TestServer) {}

  static async open(): Promise<MatrixWorld> {
    const world = new MatrixWorld(await createTestServer());
    await world.#people();
    return world;
  }

  async ask<T>(
    persona: Persona,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ data: T; errors?: readonly { extensions?: Record<string, string> }[] }> {
    const cookie = this.#cookies.get(persona);
    return this.server.query<T>(query, {
      variables,
      ...(cookie !== undefined && { cookie }),
    }) as never;
  }

  /** A fresh page in this state, so that no attempt meets what another one did. */
  async target(state: State): Promise<Target> {
    const space = state === "members" ? "vault" : "docs";
    const path = `pages/page-${(this.#made += 1)}`;
    const { data } = await this.ask<Created>(
      "instance",
      `mutation ($input: PageCreateInput!) { pageCreate(input: $input) { page { id } revision { id } errors { message } } }`,
      { input: { space, path, markdown: `# Findable\n\nnumber${this.#made}\n` } },
    );
    const { page, revision, errors } = data.pageCreate;
    if (!page || !revision) throw new Error(`No page: ${JSON.stringify(errors)}`);
    if (state === "deleted") {
      const input = { pageId: page.id };
      await this.ask(
        "instance",
        `mutation ($input: PageDeleteInput!) { pageDelete(input: $input) { errors { message } } }`,
        { input },
      );
    }
    return {
      space,
      spaceId: this.#spaceIds.get(space) ?? "",
      path,
      pageId: page.id,
      revisionId: revision.id,
      personId: this.#nobody,
    };
  }

  /** Named like the real one, and nowhere to be found. */
  nowhere(target: Target): Target {
    const other = (id: string) => `${id.slice(0, 4)}${"0".repeat(22)}${id.slice(26)}`;
    return {
      space: "nowhere",
      spaceId: other(target.spaceId),
      path: target.path,
      pageId: other(target.pageId),
      revisionId: other(target.revisionId),
      personId: other(target.personId),
    };
  }

  async #people(): Promise<void> {
    const { accounts } = this.server;
    const cookieOf = (persona: Persona, person: TestPerson) =>
      this.#cookies.set(persona, person.cookie);
    cookieOf("instance", await createPerson(accounts, { role: "ADMIN" }));
    const [docs, vault, elsewhere] = [
      await this.#space("docs", "PUBLIC"),
      await this.#space("vault", "MEMBERS"),
      await this.#space("elsewhere", "MEMBERS"),
    ];
    const inBoth = async (role: "READER" | "WRITER" | "REVIEWER" | "ADMIN") =>
      createPerson(accounts, { spaceRoles: { [docs]: role, [vault]: role } });
    cookieOf("other", await createPerson(accounts, { spaceRoles: { [elsewhere]: "ADMIN" } }));
    cookieOf("reader", await inBoth("READER"));
    cookieOf("writer", await inBoth("WRITER"));
    cookieOf("reviewer", await inBoth("REVIEWER"));
    cookieOf("admin", await inBoth("ADMIN"));
    const disabled = await inBoth("ADMIN");
    cookieOf("disabled", disabled);
    await this.ask(
      "instance",
      `mutation ($input: PersonDisableInput!) { personDisable(input: $input) { errors { message } } }`,
      { input: { personId: encodeId("Person", disabled.personId), isDisabled: true } },
    );
    this.#nobody = encodeId("Person", (await createPerson(accounts)).personId);
  }

  /** Its UUID. */
  async #space(key: string, visibility: string): Promise<string> {
    const { data } = await this.ask<{ spaceCreate: { space: { id: string } } }>(
      "instance",
      `mutation ($input: SpaceCreateInput!) { spaceCreate(input: $input) { space { id } errors { message } } }`,
      { input: { key, name: key, visibility } },
    );
    this.#spaceIds.set(key, data.spaceCreate.space.id);
    const { db } = this.server.database;
    const row = await db
      .selectFrom("space")
      .select("id")
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    return row.id;
  }
}
