import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chmod } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client, type Revision } from "./client.js";
import { startStet, type RunningStet } from "./running-stet.js";

const CLIENTS = 16;
const SAVES = 500;
const MERGED_SAVES = 150;

interface Acknowledged {
  id: string;
  number: number;
  base: string;
  markdown: string;
  started: number;
  answered: number;
}

let folder: string;
let servers: RunningStet[];
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-faults-"));
  await chmod(folder, 0o755);
  const first = await startStet(join(folder, "data"));
  // Two processes over one database: what one knows, the other has to find out.
  servers = [first, await startStet(join(folder, "data"))];
  client = await Client.signIn(first.url);
  await client.createSpace("docs");
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true });
});

/** Saves from sixteen clients at once until there are enough; what each was told. */
async function race(
  pageId: string,
  onConflict: "MERGE" | "REJECT",
  saves: number,
  textOf: (base: string, mark: string) => string,
) {
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const worker = async (index: number) => {
    const own = client.at(servers[index % servers.length]?.url ?? "");
    for (let round = 0; acknowledged.length < saves; round += 1) {
      const base = await own.head(pageId);
      const mark = `client ${index}, round ${round}.`;
      const markdown = textOf(base.markdown, mark);
      const started = performance.now();
      const { revision, errors } = await own.save({
        pageId,
        baseRevisionId: base.id,
        markdown,
        onConflict,
      });
      if (revision) {
        acknowledged.push({
          ...revision,
          base: base.id,
          markdown,
          started,
          answered: performance.now(),
        });
      } else {
        expect(errors).toMatchObject([{ __typename: "EditConflict", code: "EDIT_CONFLICT" }]);
        expect(errors[0]?.theirs?.id, "a conflict shows what the others saved").not.toBe(base.id);
        refused.push(mark);
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => worker(index)));
  return { acknowledged, refused };
}

function expectLinear(history: readonly Revision[]): void {
  expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
  for (const [index, revision] of history.entries()) {
    if (index > 0)
      expect(revision.parents[0]?.id, `parent of ${revision.number}`).toBe(history[index - 1]?.id);
  }
}

function expectRealTimeOrder(acknowledged: readonly Acknowledged[]): void {
  const byAnswer = acknowledged.toSorted((a, b) => a.answered - b.answered);
  const byStart = acknowledged.toSorted((a, b) => a.started - b.started);
  let highest = 0;
  let next = 0;
  for (const save of byStart) {
    for (
      let done = byAnswer[next];
      done && done.answered < save.started;
      done = byAnswer[(next += 1)]
    ) {
      highest = Math.max(highest, done.number);
    }
    expect(
      save.number,
      "a save that began after another was answered comes after it",
    ).toBeGreaterThan(highest);
  }
}

test(
  "conflicts refused: one linear history, nothing lost, every loser told",
  { timeout: 300_000 },
  async () => {
    const { pageId } = await client.createPage("docs", "refusing", "# Start\n");
    const { acknowledged, refused } = await race(
      pageId,
      "REJECT",
      SAVES,
      (_base, mark) => `# Start\n\n${mark}\n`,
    );
    const history = await client.history(pageId);
    expectLinear(history);
    expectRealTimeOrder(acknowledged);
    expect(refused.length, "sixteen at once do collide").toBeGreaterThan(0);
    const byId = new Map(history.map((revision) => [revision.id, revision]));
    for (const save of acknowledged) {
      expect(byId.get(save.id)).toMatchObject({ number: save.number, markdown: save.markdown });
      expect(byId.get(save.id)?.parents[0]?.id, "saved on the base that was named").toBe(save.base);
    }
    expect(history).toHaveLength(acknowledged.length + 1);
    for (const mark of refused)
      expect(history.some(({ markdown }) => markdown.includes(mark))).toBe(false);
  },
);

test("conflicts merged: every acknowledged line is in the head", { timeout: 300_000 }, async () => {
  const sections = Array.from(
    { length: CLIENTS },
    (_, index) => `## Section ${index}\n\nBegin.\n\nEnd of ${index}.\n`,
  );
  const { pageId } = await client.createPage("docs", "merging", sections.join("\n"));
  const { acknowledged } = await race(pageId, "MERGE", MERGED_SAVES, (base, mark) => {
    const index = /client (\d+)/.exec(mark)?.[1];
    return base.replace(`End of ${index}.`, `${mark}\n\nEnd of ${index}.`);
  });
  const history = await client.history(pageId);
  expectLinear(history);
  expectRealTimeOrder(acknowledged);
  const head = history.at(-1)?.markdown ?? "";
  const marks = acknowledged.flatMap(
    ({ markdown }) => markdown.match(/client \d+, round \d+\./g) ?? [],
  );
  for (const mark of new Set(marks)) expect(head.split(mark), mark).toHaveLength(2);
});
