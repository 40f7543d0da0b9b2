import { align, type AlignBlock, diff, type KnownBlock, textHash } from "@stet/history";
import {
  asJoins,
  editWords,
  makeBlock,
  makePage,
  plantMoves,
  type PlantedMove,
  plantSplits,
  Random,
} from "@stet/history/testing";
import { atLeast } from "./history-cpu.js";
import type { BenchRow } from "./report.js";

const PAGES = 90;

/** What was planted against what was found. */
export function measureFound(): BenchRow[] {
  return [...moves(), splits("split"), splits("join"), ...identity()];
}

function moves(): BenchRow[] {
  let [planted, found, reported, right] = [0, 0, 0, 0];
  for (let seed = 0; seed < PAGES; seed++) {
    const random = new Random(100 + seed);
    const page = makePage(random, random.between(80, 600));
    // Not edited, a tenth, a fifth of the words.
    const share = (seed % 3) / 10;
    const plants = plantMoves(random, page, random.between(1, 4), [3, 12], share);
    const { moves: seen } = diff(plants.before, plants.after);
    const same = (move: (typeof seen)[number], plant: PlantedMove): boolean =>
      meet(move.from, plant.from) && meet(move.to, plant.to);
    planted += plants.moves.length;
    reported += seen.length;
    found += plants.moves.filter((plant) => seen.some((move) => same(move, plant))).length;
    right += seen.filter((move) => plants.moves.some((plant) => same(move, plant))).length;
  }
  return [
    atLeast(`${planted} planted moves, ≤ 20 % of words edited: recall`, found / planted, "", 0.95),
    atLeast("planted moves: precision", right / reported, "", 0.97),
  ];
}

function meet(
  side: { line: number; lines: number },
  [from, to]: readonly [number, number],
): boolean {
  // Half of it at least: touching a corner is not finding it.
  return Math.min(side.line + side.lines, to) - Math.max(side.line, from) >= (to - from) / 2;
}

function splits(shape: "split" | "join"): BenchRow {
  let [planted, found] = [0, 0];
  for (let seed = 0; seed < PAGES; seed++) {
    const plants = plantSplits(new Random(500 + seed), 300, 6, seed % 2 === 0 ? 0 : 0.1);
    const { before, after, parts } = shape === "split" ? plants : asJoins(plants);
    const { ops } = diff(before, after);
    planted += parts.length;
    found += parts.filter(({ from, to }) =>
      ops.some(
        (op) =>
          op.kind === "replace" &&
          op.shape === shape &&
          op.a.line === from[0] &&
          op.a.line + op.a.lines === from[1] &&
          op.b.line === to[0] &&
          op.b.line + op.b.lines === to[1],
      ),
    ).length;
  }
  return atLeast(`${planted} planted ${shape}s of paragraphs found`, found / planted, "", 0.95);
}

interface Known {
  readonly block: KnownBlock;
  readonly hash: string;
}

/** Pages of blocks, some dropped, edited or moved, then put back as they were. */
function identity(): BenchRow[] {
  let [unchanged, kept, moved, movedKept, reverted, restored] = [0, 0, 0, 0, 0, 0];
  for (let seed = 0; seed < PAGES; seed++) {
    const random = new Random(900 + seed);
    const texts = [
      ...new Set(
        Array.from({ length: random.between(10, 60) }, () => makeBlock(random).join("\n")),
      ),
    ];
    const first: Known[] = texts.map((text, at) => {
      const block = { kind: kindOf(text), text, id: `r1.${at}` };
      return { block, hash: textHash(text, block.kind) };
    });
    const order = first.flatMap((one) =>
      random.chance(0.1) ? [] : [{ ...one, isEdited: random.chance(0.1) }],
    );
    const gone: string[] = [];
    for (let times = 2; times > 0; times--) {
      const [one] = order.splice(random.below(order.length), 1);
      order.splice(random.below(order.length + 1), 0, one!);
      gone.push(one!.block.id);
    }
    const after = order.map(({ block, isEdited }): AlignBlock => ({
      kind: block.kind,
      text: isEdited ? editWords(random, block.text, 0.2) : block.text,
    }));
    const second = align(
      first.map(({ block }) => block),
      after,
      { revision: "r2" },
    );
    for (const [at, { block, isEdited }] of order.entries()) {
      if (isEdited) continue;
      const isKept = second.blocks[at]!.id === block.id;
      if (gone.includes(block.id)) [moved, movedKept] = [moved + 1, movedKept + Number(isKept)];
      else [unchanged, kept] = [unchanged + 1, kept + Number(isKept)];
    }
    const known = after.map((block, at) => ({ ...block, id: second.blocks[at]!.id }));
    const past = new Map(first.map(({ block, hash }) => [hash, [block.id]]));
    const third = align(
      known,
      first.map(({ block }) => block),
      { revision: "r3", past },
    );
    reverted += first.length;
    restored += third.blocks.filter(({ id }, at) => id === first[at]!.block.id).length;
  }
  return [
    atLeast(`${unchanged} unchanged blocks keep their id`, kept / unchanged, "", 1),
    atLeast(`${moved} moved blocks keep their id`, movedKept / moved, "", 0.99),
    atLeast(`${reverted} blocks of reverted edits have their id again`, restored / reverted, "", 1),
  ];
}

function kindOf(text: string): string {
  return text.startsWith("#") ? "heading" : text.startsWith("```") ? "code" : "paragraph";
}
