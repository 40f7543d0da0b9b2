import { randomBytes } from "node:crypto";
import {
  createPerson,
  createTestServer,
  encodeId,
  loadWebBuild,
  storeMedia,
  type TestPerson,
  type TestServer,
} from "@stet/api/testing";
import { inTransaction, projectRoot } from "@stet/api";
import { join } from "node:path";

const suffix = randomBytes(3).toString("hex");
/** A word that stands in exactly one place of the world. */
const canary = (place: string) => `zqx${place.toLowerCase()}${suffix}`;

interface Written {
  page: { id: string };
  revision: { id: string };
}

/** A public space and a private one beside it, whose every text, name and number of things is somebody's secret. */
export class CanaryWorld {
  /** By what holds them. */
  readonly secrets = new Map<string, string>();
  readonly pageIds: string[] = [];
  readonly revisionIds: string[] = [];
  readonly spaceIds: string[] = [];
  readonly people: Record<"admin" | "vera" | "reader" | "outsider" | "disabled", TestPerson>;
  origin = "";

  private constructor(
    readonly server: TestServer,
    people: CanaryWorld["people"],
  ) {
    this.people = people;
  }

  static async open(): Promise<CanaryWorld> {
    const web = await loadWebBuild(join(projectRoot, "apps/web"));
    const server = await createTestServer({ web });
    const person = (name: string, role?: "ADMIN") =>
      createPerson(server.accounts, { name, ...(role && { role }) });
    const world = new CanaryWorld(server, {
      admin: await person("Ada Admin", "ADMIN"),
      vera: await person("Vera Vault"),
      reader: await person("Rea Reader"),
      outsider: await person("Otto Outside"),
      disabled: await person("Dirk Disabled"),
    });
    world.origin = `http://127.0.0.1:${(await server.listen({ port: 0 })).port}`;
    await world.#writePublic();
    return world;
  }

  secret(place: string): string {
    const word = canary(place);
    this.secrets.set(place, word);
    return word;
  }

  get personIds(): string[] {
    return Object.values(this.people).map(({ personId }) => encodeId("Person", personId));
  }

  async mutate<T = Written>(
    field: string,
    input: Record<string, unknown>,
    selection: string,
    cookie = this.people.admin.cookie,
  ): Promise<T> {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const { data, errors } = await this.server.query<Record<string, T & { errors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} errors { code message } } }`,
      { variables: { input }, cookie },
    );
    const answer = data?.[field];
    if (errors || !answer || answer.errors.length > 0)
      throw new Error(`${field}: ${JSON.stringify(errors ?? answer?.errors)}`);
    return answer;
  }

  async #space(input: Record<string, unknown>): Promise<string> {
    const { space } = await this.mutate<{ space: { id: string } }>(
      "spaceCreate",
      input,
      "space { id }",
    );
    this.spaceIds.push(space.id);
    return space.id;
  }

  async page(input: Record<string, unknown>, cookie?: string): Promise<Written> {
    const written = await this.mutate("pageCreate", input, "page { id } revision { id }", cookie);
    this.pageIds.push(written.page.id);
    this.revisionIds.push(written.revision.id);
    return written;
  }

  async save(on: Written, markdown: string, message: string, cookie?: string): Promise<Written> {
    const input = { pageId: on.page.id, baseRevisionId: on.revision.id, markdown, message };
    const saved = await this.mutate("pageSave", input, "page { id } revision { id }", cookie);
    this.revisionIds.push(saved.revision.id);
    return saved;
  }

  async role(spaceId: string, person: TestPerson, role: string): Promise<void> {
    const personId = encodeId("Person", person.personId);
    await this.mutate("spaceRoleSet", { spaceId, personId, role }, "space { id }");
  }

  async #writePublic(): Promise<void> {
    const { vera } = this.people;
    const openId = await this.#space({ key: "open", name: "Open documentation" });
    await this.role(openId, vera, "WRITER");
    await this.page({
      space: "open",
      path: "index",
      markdown: "# Welcome\n\nSee [install](guide/install).\n",
    });
    const install = await this.page(
      {
        space: "open",
        path: "guide/install",
        markdown: "---\ntags: [tools]\n---\n# Install\n\nFirst.\n",
      },
      vera.cookie,
    );
    await this.save(install, "# Install\n\nSecond.\n", "Reword", vera.cookie);
    await this.page({
      space: "open",
      path: "guide/installation",
      locale: "de",
      translationOf: install.page.id,
      markdown: "# Aufbau\n",
    });
    const moved = await this.page({ space: "open", path: "old-place", markdown: "# Moved\n" });
    await this.mutate("pageMove", { pageId: moved.page.id, path: "new-place" }, "page { id }");
    await this.#deletedPage("open", "gone");
  }

  /** Of a page that was deleted, only its title is told, and only at its address. */
  async #deletedPage(space: string, path: string): Promise<void> {
    const text = (place: string) =>
      `---\ntags: [${this.secret(`${space}DeletedTag${place}`)}]\n---\n# ${this.secret(`${space}DeletedTitle${place}`)}\n\n${this.secret(`${space}DeletedText${place}`)}\n`;
    const message = this.secret(`${space}DeletedMessage`);
    const first = await this.page({ space, path, markdown: text("Old"), message });
    await this.save(first, text("New"), this.secret(`${space}DeletedSaveMessage`));
    await this.mutate(
      "pageDelete",
      { pageId: first.page.id, message: this.secret(`${space}WhyDeleted`) },
      "deletedPage { id }",
    );
  }

  /** Everything private; nothing of what is public may change by it. */
  async writePrivate(): Promise<void> {
    const { vera, reader, outsider, disabled } = this.people;
    for (const [name, { email }] of Object.entries(this.people))
      this.secrets.set(`emailOf ${name}`, email);
    const vaultId = await this.#space({
      key: "vault",
      name: this.secret("spaceName"),
      description: this.secret("spaceDescription"),
      visibility: "MEMBERS",
    });
    const elsewhereId = await this.#space({
      key: "elsewhere",
      name: "Elsewhere",
      visibility: "MEMBERS",
    });
    await this.role(vaultId, vera, "ADMIN");
    await this.role(vaultId, reader, "READER");
    await this.role(vaultId, disabled, "ADMIN");
    await this.role(elsewhereId, outsider, "ADMIN");
    const { db } = this.server.database;
    const vault = await db
      .selectFrom("space")
      .select("id")
      .where("key", "=", "vault")
      .executeTakeFirstOrThrow();
    await inTransaction(db, (tx) =>
      storeMedia(tx, {
        dataDir: this.server.dataDir,
        spaceId: vault.id,
        path: `${this.secret("mediaPath")}.txt`,
        bytes: Buffer.from(this.secret("mediaBytes")),
        authorId: vera.personId,
        createdAt: new Date(),
      }),
    );
    await this.#plan(vera);
    await this.#deletedPage("vault", this.secret("deletedPath"));
    const personId = encodeId("Person", disabled.personId);
    await this.mutate("personDisable", { personId, isDisabled: true }, "person { id }");
  }

  async #plan(vera: TestPerson): Promise<void> {
    const text = (revision: string) => `---
title: ${this.secret(`title${revision}`)}
description: ${this.secret(`description${revision}`)}
tags: [${this.secret(`tag${revision}`)}]
owner: ${this.secret(`frontMatter${revision}`)}
---

## ${this.secret(`heading${revision}`)}

${this.secret(`text${revision}`)}. See [install](/open/guide/install) and [[open:guide/install]],
![${this.secret(`alt${revision}`)}](${this.secrets.get("mediaPath")}.txt), and [nothing](${this.secret(`link${revision}`)}).
`;
    const path = this.secret("oldPath");
    const message = this.secret("messageOld");
    const first = await this.page(
      { space: "vault", path, markdown: text("Old"), message },
      vera.cookie,
    );
    await this.save(first, text("New"), this.secret("messageNew"), vera.cookie);
    const folder = this.secret("folder");
    const to = {
      pageId: first.page.id,
      path: `${folder}/${this.secret("path")}`,
      message: this.secret("messageMove"),
    };
    await this.mutate("pageMove", to, "page { id }", vera.cookie);
    await this.page(
      {
        space: "vault",
        path: this.secret("germanPath"),
        locale: "de",
        translationOf: first.page.id,
        markdown: `# ${this.secret("germanTitle")}\n\n${this.secret("germanText")}\n`,
      },
      vera.cookie,
    );
  }
}
