import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Role } from "./global-setup.js";

export { expect };

const stateFolder = () => process.env["STET_E2E_STATE"] ?? "";

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

function stateOf(role: Role): string {
  return join(stateFolder(), `${role}.json`);
}

export function passwordOf(role: Role): string {
  const accounts = JSON.parse(readFileSync(join(stateFolder(), "accounts.json"), "utf8")) as [
    string,
    string,
  ][];
  return new Map(accounts).get(`${role}@example.org`) ?? "";
}

/** A page of its own for a test, made through the API by an administrator. */
export interface OwnPage {
  id: string;
  path: string;
  url: string;
  headId: string;
}

interface Fixtures {
  /** Makes a page whose revisions have these texts, in this order. */
  ownPage(...texts: string[]): Promise<OwnPage>;
  /** Gives the test's browser somebody's session. */
  signIn(role: Role): Promise<void>;
  /** Asks the API as an administrator. */
  ask<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Fails the test when a page throws or breaks its content security policy. */
  soundness: void;
}

let pages = 0;

export const test = base.extend<Fixtures>({
  ask: async ({ playwright, baseURL }, use) => {
    const api = await playwright.request.newContext({
      ...(baseURL !== undefined && { baseURL, extraHTTPHeaders: { origin: baseURL } }),
      storageState: stateOf("admin"),
    });
    await use((query, variables) => askApi(api, query, variables));
    await api.dispose();
  },
  ownPage: async ({ ask }, use, { workerIndex }) => {
    await use(async (first = "", ...rest) => {
      pages += 1;
      const path = `e2e/page-${workerIndex}-${Date.now().toString(36)}-${pages}`;
      const { pageCreate } = await ask<{ pageCreate: Saved }>(CREATE, {
        input: { space: "xen", path, markdown: first },
      });
      const saved = must(pageCreate);
      let headId = saved.revision.id;
      for (const markdown of rest) {
        const input = { pageId: saved.page.id, baseRevisionId: headId, markdown, message: "Next" };
        const { pageSave } = await ask<{ pageSave: Saved }>(SAVE, { input });
        headId = must(pageSave).revision.id;
      }
      return { id: saved.page.id, path, url: new URL(saved.page.url, "http://x").pathname, headId };
    });
  },
  signIn: async ({ context }, use) => {
    await use(async (role) => {
      const state = JSON.parse(readFileSync(stateOf(role), "utf8")) as { cookies: Cookies };
      await context.addCookies(state.cookies);
    });
  },
  soundness: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on("weberror", (error) => faults.push(error.error().message));
      context.on("console", (message) => {
        if (message.type() === "error" && /Content Security Policy|hydrat/i.test(message.text())) {
          faults.push(message.text());
        }
      });
      await use();
      expect(faults, "faults on the way").toEqual([]);
    },
    { auto: true },
  ],
});

const fields = "page { id url } revision { id number } errors { code message }";
const CREATE = `mutation Create($input: PageCreateInput!) { pageCreate(input: $input) { ${fields} } }`;
export const SAVE = `mutation Save($input: PageSaveInput!) { pageSave(input: $input) { ${fields} } }`;

export interface Saved {
  page: { id: string; url: string } | null;
  revision: { id: string; number: number } | null;
  errors: { code: string; message: string }[];
}

function must(saved: Saved): {
  page: { id: string; url: string };
  revision: { id: string; number: number };
} {
  const { page, revision, errors } = saved;
  if (!page || !revision) throw new Error(`Not saved: ${JSON.stringify(errors)}`);
  return { page, revision };
}

async function askApi<Data>(
  api: APIRequestContext,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const answer = await api.post("/graphql", { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
  if (errors !== undefined || data === undefined)
    throw new Error(`The API answered ${JSON.stringify(errors)}`);
  return data;
}

/** Presses Tab until this has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Not reached within ${most} presses of Tab: ${target.toString()}`);
}

/** Every screen there is, for tests that hold for all of them. */
export const screens = {
  anonymous: [
    "/",
    "/xen",
    "/xen/kronos-on-oneiric",
    "/xen/formatting",
    "/de/xen/dom0",
    "/ja/xen/dom0",
    "/xen/kronos-on-oneiric?rev=2",
    "/xen/kronos-on-oneiric/-/history",
    "/xen/kronos-on-oneiric/-/compare/3...6",
    "/xen/kronos-on-oneiric/-/compare/3...6?view=inline",
    "/xen/kronos-on-oneiric/-/compare/3...6?view=rendered",
    "/xen/kronos-on-oneiric/-/blame",
    "/xen/kronos-on-oneiric/-/blame?rev=2",
    "/-/search?q=bridge",
    "/-/search?q=zzzzzz",
    "/-/search",
    "/-/recent",
    "/-/sign-in",
    "/-/sign-in?error=INVALID_CREDENTIALS&email=a%40example.org",
    "/-/sign-up",
    "/-/sign-up?error=PASSWORD_TOO_SHORT",
    "/-/setup?token=abc",
    "/xen/no/such/page",
    "/nowhere",
  ],
  signedIn: [
    "/",
    "/xen",
    "/xen/kronos-on-oneiric",
    "/xen/no/such/page",
    "/-/account",
    "/-/new-space",
    "/xen/kronos-on-oneiric/-/delete",
    "/xen/kronos-on-oneiric/-/move",
    "/xen/kronos-on-oneiric/-/revert?to=2",
    "/xen/kronos-on-oneiric/-/edit?plain=1",
    "/xen/kronos-on-oneiric/-/edit",
    "/xen/-/new?path=e2e/new",
  ],
} as const;
