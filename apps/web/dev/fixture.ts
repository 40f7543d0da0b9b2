/** A hand-made API over the demo texts, to look at screens before the real one runs. Never shipped. */
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, graphql } from "graphql";
import { renderMarkdown } from "@stet/markdown";
import { diff } from "@stet/history";

const slug = (t: string) =>
  t
    .toLowerCase()
    .replaceAll(/<.*?>/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
const root = join(import.meta.dirname, "../../..");
const content = join(root, "apps/api/src/modules/demo/content/pages/xen");
const sdl = readFileSync(join(root, "packages/schema/schema.graphql"), "utf8");
const schema = buildSchema(sdl.replaceAll(/^scalar .*$/gm, (line) => line));

interface Meta {
  revisions?: {
    author?: string;
    message?: string;
    createdAt?: string;
    at?: string;
    minor?: boolean;
  }[];
}
type Obj = Record<string, unknown>;
const person = (name: string) => ({
  __typename: "Person",
  id: `per_${name}`,
  name,
  revisions: () =>
    connection(all.flatMap((p) => p.all).filter((r) => (r["author"] as Obj)["name"] === name)),
});
const connection = (nodes: unknown[], first = 50) => ({
  nodes: nodes.slice(0, first),
  edges: [],
  pageInfo: {
    hasNextPage: nodes.length > first,
    hasPreviousPage: false,
    startCursor: "a",
    endCursor: "b",
  },
  count: { value: nodes.length, precision: "EXACT" },
});
const names = ["Ines Moreau", "Tomasz Wierzbicki", "Priya Raman", "Mei Tanaka"];

function walk(dir: string, path = ""): { path: string; dir: string }[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    if (!e.isDirectory()) return [];
    const here = join(dir, e.name);
    const at = path ? `${path}/${e.name}` : e.name;
    return [
      ...(existsSync(join(here, "page.json")) ? [{ path: at, dir: here }] : []),
      ...walk(here, at),
    ];
  });
}
const space: Obj = {
  __typename: "Space",
  id: "spc_1",
  key: "xen",
  name: "Xen Project documentation",
  description:
    "How to install, run and mend Xen hosts, written and tested by the people who run them.",
  visibility: "PUBLIC",
  defaultLocale: "en",
  url: "/xen",
  viewerCanWrite: true,
  viewerCanAdminister: true,
};
const all = walk(content).map(({ path, dir }, index) => {
  const meta = JSON.parse(readFileSync(join(dir, "page.json"), "utf8")) as Meta;
  const files = readdirSync(dir)
    .filter((f) => f.endsWith(".md"))
    .sort();
  const page: Obj = {};
  const revisions: Obj[] = files.map((file, i) => {
    const text = readFileSync(join(dir, file), "utf8");
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, "");
    const m = meta.revisions?.[i];
    const rendered = renderMarkdown(text, {
      space: "xen",
      locale: "en",
      defaultLocale: "en",
      filePath: `${path}.md`,
      spaces: ["xen"],
    });
    const html = rendered.html;
    const at = new Date(Date.UTC(2026, 9, 1 + index + i * 2, 9 + i, 12 + i)).toISOString();
    return {
      __typename: "Revision",
      id: `rev_${index}_${i + 1}`,
      number: i + 1,
      page,
      parents: [],
      kind: i === 0 ? "CREATE" : "EDIT",
      author: person(names[(index + i) % 4] ?? "Mei"),
      createdAt: at,
      message: m?.message ?? "",
      isMinor: m?.minor ?? false,
      title: /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? path,
      path,
      markdown: text,
      html,
      toc: rendered.toc,
      contentHash: `h${i}`,
      size: text.length,
      linesAdded: 1,
      linesRemoved: 1,
      isHead: i === files.length - 1,
      url: `/xen/${path}?rev=${i + 1}`,
      sizeChange: 0,
    };
  });
  revisions.forEach((r, i) => {
    r["previous"] = revisions[i - 1] ?? null;
    r["next"] = revisions[i + 1] ?? null;
    r["sizeChange"] = (r["size"] as number) - ((revisions[i - 1]?.["size"] as number) ?? 0);
    r["parents"] = i ? [revisions[i - 1]] : [];
  });
  const head = revisions.at(-1)!;
  Object.assign(page, {
    __typename: "Page",
    id: `pag_${index}`,
    space,
    path,
    url: `/xen/${path}`,
    kind: /^kind: (\w+)/m.exec(head["markdown"] as string)?.[1] ?? "PAGE",
    locale: "en",
    title: head["title"],
    description: "A description.",
    tags: (/^tags: \[(.*)\]/m.exec(head["markdown"] as string)?.[1] ?? "")
      .split(", ")
      .filter(Boolean),
    markdown: head["markdown"],
    html: head["html"],
    toc: head["toc"],
    head,
    createdAt: revisions[0]!["createdAt"],
    updatedAt: head["createdAt"],
    revisions: () => connection([...revisions].reverse()),
    revisionByNumber: ({ number }: { number: number }) => revisions[number - 1] ?? null,
    contributors: () =>
      [...new Set(revisions.map((r) => (r["author"] as Obj)["name"] as string))].map((n) => ({
        person: person(n),
        revisionCount: 2,
        lastAt: head["createdAt"],
      })),
    contributorCount: 4,
    translations: [],
    breadcrumbs: [],
    previous: null,
    next: null,
    viewerCanEdit: true,
    viewerCanMove: true,
    viewerCanDelete: true,
  });
  return { page, all: revisions, path };
});

const navigation = () =>
  all.map(({ page, path }) => ({
    path,
    depth: path.split("/").length - 1,
    title: page["title"],
    url: page["url"],
    pageId: page["id"],
    kind: "PAGE",
  }));
all.forEach(({ page }, i) => {
  const e = navigation();
  page["previous"] = e[i - 1] ?? null;
  page["next"] = e[i + 1] ?? null;
});
space["navigation"] = navigation;
space["pageCount"] = all.length;
const recent = () =>
  connection(
    all
      .flatMap((p) => p.all)
      .sort((a, b) => String(b["createdAt"]).localeCompare(String(a["createdAt"]))),
    25,
  );
space["recentChanges"] = recent;
const find = (path?: string) => all.find((p) => p.path === path)?.page ?? null;
const rootValue = {
  viewer: {
    isSignedIn: true,
    isAdmin: true,
    canCreateSpaces: true,
    person: person("Ines Moreau"),
    email: "admin@example.org",
  },
  site: {
    name: "Xen Docs",
    url: "http://localhost/",
    locales: ["en"],
    signUpEnabled: true,
    version: "0.1.0",
  },
  space: ({ by }: { by: { key: string } }) => (by.key === "xen" ? space : null),
  spaces: () =>
    connection([
      space,
      {
        ...space,
        id: "spc_2",
        key: "lab",
        name: "Test lab",
        description: "Notes of the people who look after the community test machines.",
        visibility: "MEMBERS",
        url: "/lab",
        pageCount: 3,
      },
    ]),
  page: ({ by }: { by: { path?: { path: string }; id?: string } }) =>
    (by.id ? all.find((p) => p.page["id"] === by.id)?.page : find(by.path?.path)) ?? null,
  pages: () => connection(all.map((p) => p.page)),
  address: ({ path }: { path: { path: string } }) => ({
    page: find(path.path),
    redirectTo: null,
    deletedPage: path.path.startsWith("deleted")
      ? {
          id: "pag_9",
          title: "Configuring the old bridge",
          deletedAt: "2026-10-02T10:00:00Z",
          viewerCanRestore: true,
        }
      : null,
    suggestions: all.slice(0, 3).map((p) => p.page),
    viewerCanCreate: true,
  }),
  recentChanges: recent,
  person: ({ id }: { id: string }) => person(id.slice(4)),
  search: ({ query }: { query: string }) =>
    connection(
      all
        .filter((p) => String(p.page["markdown"]).includes(query))
        .map((p) => ({
          page: p.page,
          title: p.page["title"],
          snippet: `… the <mark>${query}</mark> of the host &amp; its bridge …`,
          rank: 1,
        })),
    ),
  revision: ({ id }: { id: string }) =>
    all.flatMap((p) => p.all).find((r) => r["id"] === id) ?? null,
  compare: async ({ base, head }: { base: string; head: string }) => {
    const a = rootValue.revision({ id: base }) as Obj,
      b = rootValue.revision({ id: head }) as Obj;
    return {
      base: a,
      head: b,
      isIdentical: a["markdown"] === b["markdown"],
      diff: diff(String(a["markdown"]), String(b["markdown"])),
      properties: [{ name: "title", base: "Old title", head: "New title" }],
      degraded: [],
      summary: {},
    };
  },
};
export const fixturePages = all;
export const execute = (op: { query: string; variables?: Record<string, unknown> }) =>
  graphql({ schema, source: op.query, rootValue, variableValues: op.variables ?? {} }) as Promise<{
    data?: unknown;
    errors?: readonly { message: string }[];
  }>;
