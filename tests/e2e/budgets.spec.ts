import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./journey.js";
import { expectReadingBudget, KB, weigh } from "./weight.js";

const client = join(import.meta.dirname, "../../apps/web/dist/client");

test("a page among a hundred stays within the reading budget", async ({ page, ask }) => {
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
  await expectReadingBudget(page, `/${key}/chapter-4/an-article-about-topic-42`);
  await expect(page.getByRole("navigation", { name: "Pages of A large space" })).toBeVisible();
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
