import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startInstance } from "./instance.js";
import { expect, test } from "./journey.js";
import { expectReadingBudget } from "./weight.js";

const root = join(import.meta.dirname, "../..");
const bundle = join(root, "../shared/corpus/xcp-ng-docs.bundle");
const program = join(root, "apps/cli/dist/main.js");

test.skip(!existsSync(bundle), `The corpus is absent (${bundle}): real pages were not weighed.`);

test("the median page of the corpus stays within the reading budget", async ({ page, request }) => {
  test.setTimeout(300_000);
  // Its own instance: hundreds of pages would change what other journeys find.
  const instance = await startInstance();
  try {
    execFileSync(
      process.execPath,
      [program, "import", "git", bundle, "--space", "corpus", "--path", "docs"],
      {
        cwd: root,
        stdio: "pipe",
        env: {
          PATH: process.env["PATH"],
          HOME: process.env["HOME"],
          STET_DATA_DIR: instance.dataDir,
        },
      },
    );
    const answer = await request.post(`${instance.url}/graphql`, {
      headers: { origin: instance.url },
      data: { query: `{ pages(space: "corpus", first: 100) { nodes { url head { size } } } }` },
    });
    const { data } = (await answer.json()) as {
      data: { pages: { nodes: { url: string; head: { size: number } }[] } };
    };
    const bySize = data.pages.nodes.toSorted((one, other) => one.head.size - other.head.size);
    expect(bySize.length).toBe(97);
    await expectReadingBudget(page, bySize[bySize.length >> 1]?.url ?? "");
  } finally {
    await instance.stop();
  }
});
