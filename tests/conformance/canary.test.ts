import { buildSchema, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CanaryWorld } from "./testing/canary-world.js";
import {
  crawlHtml,
  inParallel,
  operate,
  visit,
  walkQueries,
  type Answer,
  type Visitor,
} from "./testing/crawl.js";
import type { Known } from "./testing/schema-walk.js";

/**
 * Every private thing holds a word that stands nowhere else. Everything there is to ask is asked as each of those who
 * may not know, and no answer may contain a byte of it.
 */
let world: CanaryWorld;
let schema: GraphQLSchema;
let publicBefore: Answer[];
let known: Known;
let addresses: string[];

const LIMIT = 120;
const publicStarts = [
  "/", "/open", "/de/open", "/open/guide/install", "/open/guide/install.md", "/open/gone", "/open/old-place", "/-/recent",
  "/-/search?q=zqx", "/-/search?q=install", "/sitemap.xml", "/robots.txt", "/graphql/schema.graphql", "/-/sign-in", "/open/nothing",
]; // prettier-ignore

beforeAll(async () => {
  world = await CanaryWorld.open();
  const sdl = await visit({ origin: world.origin }, "/graphql/schema.graphql");
  schema = buildSchema(sdl.text.slice(sdl.text.indexOf("\n") + 1));
  const ids = [...world.spaceIds, ...world.pageIds, ...world.revisionIds, ...world.personIds];
  const asked: Known = {
    ids,
    spaces: ["open"],
    paths: ["index", "guide/install", "gone", "old-place"].map((path) => ({ space: "open", path })),
    words: ["install", "zqx", "tools"],
  };
  // Everything public, before there is anything private beside it …
  publicBefore = await everythingPublic(asked);
  await world.writePrivate();
  publicKnown = asked;
  known = everythingKnown(world);
  addresses = privateAddresses(world);
  // … and the pages of administrators, before anybody else asks for the same addresses.
  await inParallel(addresses, (address) => visit(as("admin"), address));
});
let publicKnown: Known;
afterAll(() => world.server.close());

const as = (name?: keyof CanaryWorld["people"]): Visitor => ({
  origin: world.origin,
  cookie: name && world.people[name].cookie,
});

async function everythingPublic(asked: Known): Promise<Answer[]> {
  const visitor = { origin: world.origin };
  return [
    ...(await crawlHtml(visitor, publicStarts, LIMIT)),
    ...(await walkQueries(visitor, schema, asked)),
  ];
}

function everythingKnown({ secrets, ...ids }: CanaryWorld): Known {
  const {
    folder = "",
    path = "",
    oldPath = "",
    germanPath = "",
    deletedPath = "",
  } = Object.fromEntries(secrets);
  return {
    ids: [...ids.spaceIds, ...ids.pageIds, ...ids.revisionIds, ...world.personIds],
    spaces: ["open", "vault", "elsewhere"],
    paths: [
      { space: "open", path: "guide/install" },
      { space: "open", path: "gone" },
      { space: "vault", path: `${folder}/${path}` },
      { space: "vault", path: oldPath },
      { space: "vault", path: germanPath, locale: "de" },
      { space: "vault", path: deletedPath },
      // Close to something private: what is suggested?
      { space: "vault", path: `${folder}/${path}x` },
      { space: "open", path: path.slice(0, -1) },
      { space: "open", path: oldPath },
    ],
    words: [
      "zqx",
      "install",
      ...[
        "tagNew",
        "tagOld",
        "titleNew",
        "textNew",
        "germanText",
        "vaultDeletedTagNew",
        "openDeletedTextNew",
      ].map((place) => secrets.get(place) ?? ""),
    ],
  };
}

function privateAddresses({ secrets, revisionIds, personIds }: CanaryWorld): string[] {
  const word = Object.fromEntries(secrets);
  const pages = [
    `/vault/${word["folder"]}/${word["path"]}`,
    `/vault/${word["oldPath"]}`,
    `/de/vault/${word["germanPath"]}`,
    `/vault/${word["deletedPath"]}`,
    "/open/gone",
  ];
  const suffixes = [
    "", ".md", ".md?rev=1", "?rev=1", "/-/history", "/-/compare/1...2", "/-/compare?base=1&head=2", "/-/compare/1...2?view=inline",
    "/-/edit", "/-/raw", "/-/raw?rev=1", "/-/move", "/-/delete", "/-/revert?to=1", "/", "x",
  ]; // prettier-ignore
  const [first = "", ...rest] = revisionIds;
  return [
    ...pages.flatMap((page) => suffixes.map((suffix) => page + suffix)),
    ...rest.map((id) => `/open/index/-/compare/${first}...${id}`),
    "/vault",
    "/de/vault",
    "/vault/-/new",
    `/vault/-/new?path=${word["oldPath"]}`,
    `/vault/${word["folder"]}`,
    "/-/recent?space=vault",
    `/vault/-/media/${word["mediaPath"]}.txt`,
    `/vault/-/media/${word["mediaPath"]}.txt?x`,
    ...personIds.map((id) => `/-/people/${id}`),
    ...["zqx", "install", word["textNew"] ?? "", word["titleOld"] ?? ""].flatMap((q) => [
      `/-/search?q=${q}`,
      `/-/search?q=${q}&space=vault`,
    ]),
  ];
}

/** Of an answer, the private words in it that its asker did not bring along, and had no right to. */
function leaksIn(answers: readonly Answer[], mayKnow: (place: string) => boolean): string[] {
  const secrets = [...world.secrets].filter(([place]) => !mayKnow(place));
  return answers.flatMap(({ asked, status, text }) => {
    const isAddress = asked.startsWith("GET ") || asked.startsWith("HEAD ");
    return secrets
      .filter(([, word]) => text.includes(word) && !(isAddress && asked.includes(word)))
      .map(([place]) => `${place} in ${status} ${asked.slice(0, 300)}`);
  });
}

const failuresIn = (answers: readonly Answer[]) =>
  answers
    .filter(
      ({ status, text }) =>
        status >= 500 ||
        /INTERNAL_SERVER_ERROR|GRAPHQL_VALIDATION_FAILED|LIMIT_EXCEEDED/.test(text),
    )
    .map(({ asked, status, text }) => `${status} ${asked.slice(0, 400)} ${text.slice(0, 400)}`);

/** That there was a page, and its title, is told at its address until it is restored. */
const isToldOfDeletedPages = (place: string) => place === "openDeletedTitleNew";
const isOfMembers = (place: string) =>
  !/Deleted|^emailOf /.test(place) || place === "deletedPath" || place === "vaultDeletedTitleNew";

async function everything(visitor: Visitor, name?: string): Promise<Answer[]> {
  // To the API, people whose account is disabled are anonymous: the matrix shows it for every field.
  const queries = name === "disabled" ? [] : await walkQueries(visitor, schema, known);
  return [
    ...queries,
    ...(await crawlHtml(visitor, [...publicStarts, ...addresses], addresses.length + LIMIT)),
    ...(await inParallel(addresses, (address) => visit(visitor, address, { method: "HEAD" }))),
  ];
}

describe("private words", () => {
  test.each([
    ["anonymous readers", undefined, isToldOfDeletedPages],
    [
      "administrators of another space",
      "outsider",
      (place: string) => isToldOfDeletedPages(place) || place === "emailOf outsider",
    ],
    ["people whose account is disabled", "disabled", isToldOfDeletedPages],
    [
      "readers of the space",
      "reader",
      (place: string) =>
        isToldOfDeletedPages(place) || isOfMembers(place) || place === "emailOf reader",
    ],
  ] as const)("reach no %s", async (_, name, mayKnow) => {
    const answers = await everything(as(name), name);
    expect(failuresIn(answers)).toEqual([]);
    expect(leaksIn(answers, mayKnow)).toEqual([]);
  });

  test("are all found by an administrator who asks the same", async () => {
    const answers = await everything(as("admin"));
    const found = new Set(leaksIn(answers, () => false).map((leak) => leak.split(" in ")[0]));
    // Why a page was deleted is kept in the change log, which has no screen yet.
    const unread = [...world.secrets.keys()].filter(
      (place) => !found.has(place) && !place.endsWith("WhyDeleted"),
    );
    expect(unread).toEqual([]);
    expect(failuresIn(answers)).toEqual([]);
  });
});

/** Refusals come in the order they were met, which is nobody's promise. */
const inOrder = (text: string) =>
  text.replace(/"errors":\[(.*?\}\})\],"data"/, (_, errors: string) =>
    errors
      .split(/(?<=\}\}),/)
      .toSorted()
      .join(),
  );

test("what is public is the same, to the byte, with and without something private beside it", async () => {
  const after = await everythingPublic(publicKnown);
  const byAsked = new Map(publicBefore.map((answer) => [answer.asked, answer]));
  for (const answer of after) {
    const before = byAsked.get(answer.asked);
    expect(answer.status, answer.asked).toBe(before?.status);
    expect(inOrder(answer.text), answer.asked).toBe(inOrder(before?.text ?? ""));
  }
  expect(after).toHaveLength(publicBefore.length);
});

test("knowing the hash of a private text or file does not get an answer about it", async () => {
  const media = `/vault/-/media/${world.secrets.get("mediaPath")}.txt`;
  for (const address of [media, ...addresses.filter((each) => each.includes(".md"))]) {
    const asked = await fetch(world.origin + address, {
      headers: { cookie: world.people.admin.cookie },
      redirect: "manual",
    });
    const etag = asked.headers.get("etag");
    if (etag === null) continue;
    const { status } = await visit(as(), address, { headers: { "if-none-match": etag } });
    expect([404, 410], address).toContain(status);
  }
});

test("an address beside a private page is as empty as one beside nothing", async () => {
  const word = Object.fromEntries(world.secrets);
  const real = `vault/${word["folder"]}/${word["path"]}`;
  const shapes = ["", ".md", "?rev=1", "/-/history", "/-/compare/1...2", "/-/raw", "/-/move"];
  for (const shape of shapes) {
    const denied = await visit(as("outsider"), `/${real}${shape}`);
    const empty = await visit(as("outsider"), `/vould/${word["folder"]}/${word["path"]}${shape}`);
    expect(
      denied.text.replaceAll("vault", "vould").replace(/"content-length","\d+"/, ""),
      shape,
    ).toBe(empty.text.replace(/"content-length","\d+"/, ""));
    expect(denied.status, shape).toBe(empty.status);
  }
});

test("writes of those who may not write tell nothing", async () => {
  const inputs: Record<string, Record<string, unknown>[]> = {
    PageCreateInput: known.paths.flatMap(({ space, path }) => [
      { space, path, markdown: "x" },
      ...world.pageIds.map((id) => ({
        space,
        path,
        markdown: "x",
        translationOf: id,
        locale: "de",
      })),
    ]),
    PageSaveInput: world.pageIds.flatMap((pageId) =>
      world.revisionIds.slice(-4).map((id) => ({ pageId, baseRevisionId: id, markdown: "x" })),
    ),
    PageMoveInput: world.pageIds.flatMap((pageId) =>
      known.paths.slice(0, 4).map(({ space, path }) => ({ pageId, space, path })),
    ),
    PageDeleteInput: world.pageIds.map((pageId) => ({ pageId })),
    PageRestoreInput: world.pageIds.map((pageId) => ({
      pageId,
      path: world.secrets.get("oldPath"),
    })),
    PageRevertInput: world.pageIds.flatMap((pageId) =>
      world.revisionIds.slice(-4).map((id) => ({ pageId, toRevisionId: id, baseRevisionId: id })),
    ),
    SpaceCreateInput: [{ key: "vault", name: "x" }],
    SpaceRoleSetInput: world.spaceIds.flatMap((spaceId) =>
      world.personIds.map((personId) => ({ spaceId, personId, role: "ADMIN" })),
    ),
    SpaceRoleRemoveInput: world.spaceIds.flatMap((spaceId) =>
      world.personIds.map((personId) => ({ spaceId, personId })),
    ),
    PersonRoleSetInput: world.personIds.map((personId) => ({ personId, role: "ADMIN" })),
    PersonDisableInput: world.personIds.map((personId) => ({ personId, isDisabled: true })),
  };
  const attempts: (() => Promise<Answer>)[] = [];
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const type = String(field.args[0]?.type).replace("!", "");
    expect(inputs, `Say what to try with ${field.name}.`).toHaveProperty(type);
    for (const name of [undefined, "outsider", "disabled"] as const) {
      for (const input of inputs[type] ?? []) {
        const query = `mutation ($input: ${type}!) { ${field.name}(input: $input) { errors { code message path ... on InputError { suggestion } } } }`;
        attempts.push(() => operate(as(name), query, { input }));
      }
    }
  }
  const answers = await inParallel(attempts, (attempt) => attempt());
  expect(failuresIn(answers)).toEqual([]);
  expect(leaksIn(answers, (place) => place === "oldPath")).toEqual([]);
});
