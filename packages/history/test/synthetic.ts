import type { Random } from "./random.js";

const SYLLABLES = [
  "ka",
  "ro",
  "min",
  "ter",
  "sol",
  "ve",
  "pan",
  "dri",
  "lo",
  "que",
  "str",
  "ab",
  "el",
  "on",
  "fi",
  "gu",
  "ha",
  "net",
  "us",
  "cor",
];
const COMMON = [
  "the",
  "a",
  "of",
  "to",
  "and",
  "in",
  "is",
  "for",
  "with",
  "on",
  "that",
  "it",
  "as",
  "be",
  "this",
];

/** About every third word is one of fifteen, as in prose. */
export function word(random: Random): string {
  if (random.chance(0.35)) return random.pick(COMMON);
  // Few words are frequent and many are rare: a squared draw leans to the low numbers.
  let rank = Math.floor(random.next() ** 2 * 3000) + 17;
  let text = "";
  while (rank > 0) {
    text += SYLLABLES[rank % SYLLABLES.length]!;
    rank = Math.floor(rank / SYLLABLES.length);
  }
  return text;
}

export function sentence(random: Random, least = 6, most = 18): string {
  const words = Array.from({ length: random.between(least, most) }, () => word(random));
  const text = words.join(" ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

export function paragraph(random: Random): string {
  return Array.from({ length: random.between(1, 4) }, () => sentence(random)).join(" ");
}

/** A page of about `count` lines: headings, paragraphs, lists, code, tables. */
export function makePage(random: Random, count: number): string[] {
  const lines: string[] = [];
  while (lines.length < count) lines.push(...makeBlock(random), "");
  return lines.slice(0, count);
}

export function makeBlock(random: Random): string[] {
  const kind = random.next();
  if (kind < 0.12)
    return [`${"#".repeat(random.between(2, 4))} ${sentence(random, 2, 5).slice(0, -1)}`];
  if (kind < 0.6) return [paragraph(random)];
  if (kind < 0.8)
    return Array.from({ length: random.between(3, 7) }, () => `- ${sentence(random, 4, 10)}`);
  if (kind < 0.92) {
    const commands = Array.from(
      { length: random.between(1, 5) },
      () => `${word(random)} --${word(random)} ${word(random)}`,
    );
    return ["```", ...commands, "```"];
  }
  const row = (): string =>
    `| ${word(random)} | ${word(random)} ${word(random)} | ${random.below(100)} |`;
  return [
    "| Name | Value | Count |",
    "| --- | --- | --- |",
    ...Array.from({ length: random.between(2, 6) }, row),
  ];
}

export function isProse(line: string): boolean {
  return /^[A-Z]/.test(line);
}

export function hasWords(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line);
}

/** Replaces, adds and drops words: about `share` of them. */
export function editWords(random: Random, line: string, share: number): string {
  return line
    .split(" ")
    .flatMap((token) => {
      if (!/^[\p{L}\p{N}]/u.test(token) || !random.chance(share)) return [token];
      const draw = random.next();
      return draw < 0.6 ? [word(random)] : draw < 0.8 ? [token, word(random)] : [];
    })
    .join(" ");
}

/** Edits about `share` of the lines: mostly words, sometimes a new or a dropped line. */
export function editPage(random: Random, lines: readonly string[], share: number): string[] {
  return lines.flatMap((line) => {
    if (!random.chance(share)) return [line];
    const draw = random.next();
    if (draw < 0.7 && hasWords(line)) return [editWords(random, line, 0.15)];
    if (draw < 0.85) return [line, paragraph(random)];
    return draw < 0.95 ? [] : [paragraph(random)];
  });
}

export function textOf(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
