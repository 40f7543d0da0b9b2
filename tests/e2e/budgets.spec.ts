import { readFileSync, statSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./journey.js";

// Kilobytes of 1,000 bytes, as the goals are written.
const KB = 1_000;
const client = join(import.meta.dirname, "../../apps/web/dist/client");

interface Weight {
  requests: string[];
  /** Bytes of gzip, headers not counted. */
  byType: Record<string, number>;
}

/** What a first visit loads, each of it weighed as gzip. */
async function weigh(page: Page, path: string): Promise<Weight> {
  const loaded: { url: string; type: string }[] = [];
  page.on("response", (response) => {
    loaded.push({ url: response.url(), type: response.request().resourceType() });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const byType: Record<string, number> = {};
  for (const { url, type } of loaded) byType[type] = (byType[type] ?? 0) + (await gzipBytes(url));
  return { requests: loaded.map(({ url }) => url), byType };
}

/** The bytes on the wire for whoever accepts gzip and nothing better. */
async function gzipBytes(url: string): Promise<number> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip", accept: "*/*" } }, resolve).on(
      "error",
      reject,
    );
  });
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return bytes;
}

test("a page among a hundred stays within the reading budget", async ({ page, ask, baseURL }) => {
  test.setTimeout(180_000);
  const key = `big${Date.now().toString(36)}`;
  await ask(
    `mutation Space($input: SpaceCreateInput!) { spaceCreate(input: $input) { errors { message } } }`,
    {
      input: { key, name: "A large space", defaultLocale: "en" },
    },
  );
  const create = `mutation Page($input: PageCreateInput!) { pageCreate(input: $input) { errors { message } } }`;
  for (let index = 0; index < 100; index += 1) {
    const path = `chapter-${Math.floor(index / 10)}/an-article-about-topic-${index}`;
    await ask(create, { input: { space: key, path, markdown: article(index) } });
  }
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.total += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const { requests, byType } = await weigh(page, `/${key}/chapter-4/an-article-about-topic-42`);
  await expect(page.getByRole("navigation", { name: "Pages of A large space" })).toBeVisible();

  expect(requests.length, requests.join("\n")).toBeLessThanOrEqual(6);
  expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(byType["font"] ?? 0).toBe(0);
  for (const [type, most] of [
    ["script", 12 * KB],
    ["stylesheet", 14 * KB],
    ["document", 25 * KB],
  ] as const) {
    expect(byType[type], type).toBeGreaterThan(500);
    expect(byType[type], type).toBeLessThanOrEqual(most);
  }
  const shift = await page.evaluate(
    () => (window as unknown as { shifts: { total: number } }).shifts.total,
  );
  expect(shift).toBeLessThan(0.01);
  test.info().annotations.push({
    type: "weight",
    description: JSON.stringify({ byType, requests: requests.length, shift }),
  });
});

test("the editor's shell and chunk stay within theirs, and readers load neither", async ({
  page,
}) => {
  const manifest = JSON.parse(readFileSync(join(client, "manifest.json"), "utf8")) as Record<
    string,
    { file: string; imports?: string[]; dynamicImports?: string[] }
  >;
  const entry = "src/features/editing/main.tsx";
  const closure = (key: string, found = new Set<string>()): Set<string> => {
    if (found.has(key)) return found;
    found.add(key);
    for (const imported of manifest[key]?.imports ?? []) closure(imported, found);
    return found;
  };
  const gzipped = (keys: Iterable<string>) =>
    [...keys].reduce((sum, key) => sum + sizeOf(manifest[key]?.file ?? ""), 0);
  const shell = closure(entry);
  expect(gzipped(shell)).toBeLessThanOrEqual(130 * KB);
  for (const chunk of manifest[entry]?.dynamicImports ?? []) {
    const alone = [...closure(chunk)].filter((key) => !shell.has(key));
    expect(gzipped(alone), chunk).toBeLessThanOrEqual(190 * KB);
  }
  const { requests } = await weigh(page, "/xen/kronos-on-oneiric");
  const editorFiles = [...shell].map((key) => manifest[key]?.file ?? "");
  expect(requests.filter((url) => editorFiles.some((file) => url.endsWith(file)))).toEqual([]);
});

function sizeOf(file: string): number {
  try {
    return statSync(join(client, `${file}.gz`)).size;
  } catch {
    // Too small to have been compressed.
    return statSync(join(client, file)).size;
  }
}

/** About two thousand words: ten sections, code, a table. */
function article(index: number): string {
  const sentence =
    "A host keeps what its guests do apart, and what it shares with them it hands over page by page.";
  const sections = Array.from({ length: 10 }, (_, section) => {
    const words = Array.from(
      { length: 10 },
      (__, at) => `${sentence} (${index}.${section}.${at})`,
    ).join(" ");
    const extra =
      section % 2 === 0
        ? `\n\n\`\`\`bash\nxe vm-list params=name-label\nxe vm-start vm=guest-${section}\n\`\`\``
        : "\n\n| what | where |\n| --- | --- |\n| log | /var/log/xen |\n| config | /etc/xen |";
    return `## Section ${section} of article ${index}\n\n${words}${extra}`;
  });
  return `# Article about topic ${index}\n\n${sections.join("\n\n")}\n`;
}
