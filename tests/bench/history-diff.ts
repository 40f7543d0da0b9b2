import { diff } from "@stet/history";
import {
  type Corpus,
  editPage,
  editWords,
  fastMyersWords,
  gitHistogram,
  jsdiffLines,
  listEdits,
  makePage,
  plantMoves,
  Random,
  sentence,
  textOf,
} from "@stet/history/testing";
import { atMost, beside, cpu, cpuOften } from "./history-cpu.js";
import { type BenchRow, quantile } from "./report.js";

/** Comparing words of whole pages takes seconds for some: every eighth edit is enough to see it. */
const WORDS_EVERY = 8;

/** Every edit of every page, once, in order, in a process that has compared nothing before. */
export function measureCorpusEdits(corpus: Corpus): BenchRow[] {
  const edits = listEdits(corpus);
  let changed = 0;
  const ours = edits.map(({ before, after }) =>
    cpu(() => {
      for (const op of diff(before, after).ops)
        if (op.kind !== "equal") changed += op.a.lines + op.b.lines;
    }),
  );
  const lines = edits.map(({ before, after }) => cpu(() => jsdiffLines(before, after)));
  const sample = edits.filter((_, at) => at % WORDS_EVERY === 0);
  const words = sample.map(({ before, after }) => cpu(() => fastMyersWords(before, after)));
  const sampled = ours.filter((_, at) => at % WORDS_EVERY === 0);
  const git = gitHistogram(corpus);
  const gitLines = edits.reduce(
    (lineCount, { commit, path }) => lineCount + (git.lines.get(commit + path) ?? 0),
    0,
  );
  const at = (values: readonly number[], q: number): number => quantile(values, q);
  return [
    { name: `${edits.length} page edits, p50`, value: at(ours, 0.5), unit: "ms" },
    atMost(
      "page edits, p95 (beside jsdiff lines)",
      at(ours, 0.95),
      "ms",
      5,
      beside(at(ours, 0.95), at(lines, 0.95)),
    ),
    atMost(
      "page edits, p99 (beside jsdiff lines)",
      at(ours, 0.99),
      "ms",
      20,
      beside(at(ours, 0.99), at(lines, 0.99)),
    ),
    atMost(
      "page edits, max (beside jsdiff lines)",
      at(ours, 1),
      "ms",
      150,
      beside(at(ours, 1), at(lines, 1)),
    ),
    {
      name: "every 8th edit, p95 (beside fast-myers-diff on words)",
      value: at(sampled, 0.95),
      unit: "ms",
      ...beside(at(sampled, 0.95), at(words, 0.95)),
    },
    {
      name: "every 8th edit, max (beside fast-myers-diff on words)",
      value: at(sampled, 1),
      unit: "ms",
      ...beside(at(sampled, 1), at(words, 1)),
    },
    {
      name: "all edits together (beside git log --numstat, histogram)",
      value: sum(ours),
      unit: "ms",
      ...beside(sum(ours), git.milliseconds),
    },
    {
      name: "changed lines (beside git diff --histogram)",
      value: changed,
      unit: "lines",
      ...beside(changed, gitLines),
      target: "ratio ≤ 1.03",
      ok: changed <= 1.03 * gitLines,
    },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Pages nobody writes, in the sizes the issue names, and a megabyte of this and that. */
export function measureInputs(): BenchRow[] {
  const random = new Random(7);
  const page = makePage(random, 5000);
  const text = textOf(page);
  const entries = Array.from(
    { length: 5000 },
    (_, at) => `- entry number ${at} has the usual settings and defaults`,
  );
  const sentences = Array.from({ length: 2500 }, () => sentence(random));
  const moved = plantMoves(random, page, 10, [40, 40], 0);
  const cases: [name: string, limit: number, a: string, b: string][] = [
    ["5,000 lines, 5 % edited", 80, text, textOf(editPage(random, page, 0.05))],
    ["5,000 lines, ten moved blocks of 40", 100, moved.before, moved.after],
    ["5,000 lines, rewritten wholly", 300, text, textOf(makePage(random, 5000))],
    [
      "5,000 near-identical lines, half edited",
      150,
      textOf(entries),
      textOf(entries.map((line, at) => (at % 2 === 0 ? line : `${line} now`))),
    ],
    [
      "5,000 near-identical lines, shuffled",
      150,
      textOf(entries),
      textOf(entries.map((line, at) => line.replace(/\d+/, String((at * 7) % 5000)))),
    ],
    [
      "one line of 2,500 sentences, each edited",
      200,
      sentences.join(" "),
      sentences.map((one) => editWords(random, one, 0.2)).join(" "),
    ],
  ];
  return [
    ...cases.map(([name, limit, a, b]) => {
      const ours = cpuOften(() => diff(a, b));
      return atMost(
        `${name} (beside jsdiff lines)`,
        ours,
        "ms",
        limit,
        beside(
          ours,
          cpu(() => jsdiffLines(a, b)),
        ),
      );
    }),
    growth(),
    ...megabytes(random),
  ];
}

function growth(): BenchRow {
  const timeOf = (count: number): number => {
    const random = new Random(count);
    const page = makePage(random, count);
    const [a, b] = [textOf(page), textOf(editPage(random, page, 0.05))];
    return cpuOften(() => diff(a, b), 21);
  };
  const [small, large] = [timeOf(1000), timeOf(10_000)];
  return atMost("10,000 lines ÷ 10 × 1,000 lines, 5 % edited", large / (10 * small), "×", 1.5);
}

function megabytes(random: Random): BenchRow[] {
  const signs = (size: number, alphabet: string): string =>
    Array.from({ length: size }, () => alphabet[random.below(alphabet.length)]!).join("");
  const long = Array.from({ length: 11_000 }, () => sentence(random));
  const edited = long.map((one) => editWords(random, one, 0.2));
  const twice = (make: () => string): [string, string] => [make(), make()];
  const inputs: [name: string, pair: [string, string]][] = [
    ["lines of one of two letters", twice(() => signs(500_000, "ab").replaceAll(/./g, "$&\n"))],
    [
      "lines of one of 26 letters",
      twice(() => signs(500_000, "abcdefghijklmnopqrstuvwxyz").replaceAll(/./g, "$&\n")),
    ],
    [
      "lines of three words",
      twice(() =>
        Array.from(
          { length: 60_000 },
          () => `${signs(5, "abc")} ${signs(5, "abc")} ${signs(4, "abc")}\n`,
        ).join(""),
      ),
    ],
    ["one line of words", twice(() => signs(1_000_000, "abcde  "))],
    ["one line of Han", twice(() => signs(1_000_000, "维基百科是一个的東京"))],
    ["one line of Thai", twice(() => signs(1_000_000, "กขคงจฉชซ"))],
    ["one line of signs", twice(() => signs(1_000_000, "-. "))],
    ["one line of halves of emoji", twice(() => signs(1_000_000, "👩💻🇩🇪‍"))],
    ["sentences, all edited", [textOf(long), textOf(edited)]],
    [
      "sentences, edited and sorted",
      [textOf(long), textOf(edited.toSorted((x, y) => (x < y ? -1 : 1)))],
    ],
    ["one line, all sentences edited", [long.join(" "), edited.join(" ")]],
    ["line ends", ["\n".repeat(1_000_000), "\n".repeat(900_000)]],
  ];
  const times = inputs.map(([name, [a, b]]) => ({ name, time: cpu(() => diff(a, b)) }));
  return times.map(({ name, time }) => atMost(`a megabyte: ${name}`, time, "ms", 1000));
}
