import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { z } from "zod";
import { projectRoot } from "#platform/config/root.js";

/** The demo site as files; the same folder for source and bundle, so that nothing is copied by the build. */
export const DEMO_CONTENT_FOLDER = join(projectRoot, "apps/api/src/modules/demo/content");

const spaceRole = z.enum(["reader", "writer", "reviewer", "admin"]);

const siteFile = z.strictObject({
  spaces: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      defaultLocale: z.string(),
      visibility: z.enum(["public", "members"]),
    }),
  ),
  people: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      email: z.email(),
      /** `admin`: of the whole site. Otherwise by space. */
      role: z.union([z.literal("admin"), z.record(z.string(), spaceRole)]),
      /** Can sign in; its password is made up at the first start. */
      demoAccount: z.boolean().default(false),
    }),
  ),
  media: z
    .array(
      z.strictObject({ space: z.string(), file: z.string(), path: z.string(), type: z.string() }),
    )
    .default([]),
});

const pageFile = z.strictObject({
  title: z.string(),
  kind: z.enum(["PAGE", "GUIDE", "POST"]),
  locale: z.string(),
  path: z.string(),
  filePath: z.string(),
  translations: z.array(z.string()).default([]),
  revisions: z
    .array(
      z.strictObject({
        file: z.string(),
        author: z.string(),
        at: z.iso.datetime().transform((at) => new Date(at)),
        message: z.string(),
        isMinor: z.boolean(),
        kind: z.enum(["CREATE", "EDIT", "MOVE", "REVERT"]).optional(),
        path: z.string().optional(),
        filePath: z.string().optional(),
        revertsTo: z.int().positive().optional(),
        /** Of a translation: the number of the revision it was made from. */
        sourceRevision: z.int().positive().optional(),
      }),
    )
    .min(1),
});

export type DemoSite = z.output<typeof siteFile>;
export type DemoPerson = DemoSite["people"][number];
type PageFile = z.output<typeof pageFile>;

export interface DemoRevision extends Omit<PageFile["revisions"][number], "file"> {
  markdown: string;
}

export interface DemoPage extends Omit<PageFile, "revisions" | "translations"> {
  space: string;
  /** Names the page among the others. */
  key: string;
  /** The key of the page this one is a translation of. */
  translationOf: string | undefined;
  revisions: DemoRevision[];
}

export interface DemoContent extends Omit<DemoSite, "media"> {
  pages: DemoPage[];
  media: { space: string; path: string; bytes: Buffer }[];
}

/** Everything below the folder, checked; what is wrong is named with its file. */
export async function readDemoContent(folder = DEMO_CONTENT_FOLDER): Promise<DemoContent> {
  const site = await readJson(join(folder, "site.json"), siteFile);
  const files = await readdir(join(folder, "pages"), { recursive: true });
  const pageFiles = files.filter((file) => /^page(\.[a-z-]+)?\.json$/.test(basename(file))).sort();
  const pages = await Promise.all(pageFiles.map((file) => readPage(join(folder, "pages"), file)));
  const media = site.media.map(async ({ space, path, file }) => ({
    space,
    path,
    bytes: await readFile(join(folder, file)),
  }));
  return { spaces: site.spaces, people: site.people, pages, media: await Promise.all(media) };
}

async function readPage(root: string, file: string): Promise<DemoPage> {
  const { translations: _, revisions, ...page } = await readJson(join(root, file), pageFile);
  const folder = dirname(file);
  const isTranslation = basename(file) !== "page.json";
  const space = file.split(sep)[0];
  if (space === undefined) throw new Error(`${file} is in no space.`);
  return {
    ...page,
    space,
    key: file,
    translationOf: isTranslation ? join(folder, "page.json") : undefined,
    revisions: await Promise.all(
      revisions.map(async ({ file: text, ...revision }) => ({
        ...revision,
        markdown: await readFile(join(root, folder, text), "utf8"),
      })),
    ),
  };
}

async function readJson<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
