import type { ChangeKind, WordOp } from "./diff-types.js";
import { isDigit, isWordUnit } from "./scripts.js";

const ORDER: readonly ChangeKind[] = ["prose", "command", "link", "number", "formatting"];
/** How far around a change its link or code span is looked for; a line may be a megabyte. */
const LOOK_AROUND = 300;
/** Changes of one replace that are looked at; a line with more has all the kinds it will ever have. */
const MOST_LOOKED = 400;

/** What whole inserted or deleted lines are about. */
export function kindsOfLines(
  text: string,
  start: number,
  end: number,
  isCode: boolean,
): ChangeKind[] {
  if (isCode) return ["command"];
  const content = contentOf(text, start, end);
  if (content === "none") return ["formatting"];
  if (content === "digits") return ["number"];
  return /\]\(|:\/\//.test(text.slice(start, Math.min(end, start + 4096)))
    ? ["prose", "link"]
    : ["prose"];
}

/** What the changed words of a replace are about. */
export function kindsOfWords(
  a: string,
  b: string,
  words: readonly WordOp[],
  isCode: (at: number) => boolean,
): ChangeKind[] {
  const found = new Set<ChangeKind>();
  let looked = 0;
  for (const op of words) {
    if (op.kind === "equal") continue;
    found.add(kindOfChange(a, b, op, isCode));
    if (++looked === MOST_LOOKED) break;
  }
  return ORDER.filter((kind) => found.has(kind));
}

function kindOfChange(
  a: string,
  b: string,
  op: WordOp,
  isCode: (at: number) => boolean,
): ChangeKind {
  const [text, span] = op.kind === "delete" ? [a, op.a] : [b, op.b];
  if (isCode(op.a.start)) return "command";
  if (sameWords(a, op.a.start, op.a.end, b, op.b.start, op.b.end)) {
    return hasEmoji(a, op.a.start, op.a.end) || hasEmoji(b, op.b.start, op.b.end)
      ? "prose"
      : "formatting";
  }
  if (isInLinkTarget(text, span.start)) return "link";
  if (isInCodeSpan(text, span.start)) return "command";
  const before = contentOf(a, op.a.start, op.a.end);
  const after = contentOf(b, op.b.start, op.b.end);
  const numeric =
    before !== "letters" && after !== "letters" && (before === "digits" || after === "digits");
  return numeric ? "number" : "prose";
}

/** Signs beyond the basic plane say something; quotes and dashes only look different. */
function hasEmoji(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdfff) return true;
  }
  return false;
}

function contentOf(text: string, start: number, end: number): "none" | "digits" | "letters" {
  let digits = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits = true;
    else if (isWordUnit(code)) return "letters";
  }
  return digits ? "digits" : "none";
}

function sameWords(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
): boolean {
  let i = aStart;
  let j = bStart;
  for (;;) {
    while (i < aEnd && !isWordUnit(a.charCodeAt(i))) i++;
    while (j < bEnd && !isWordUnit(b.charCodeAt(j))) j++;
    if (i === aEnd || j === bEnd) return i === aEnd && j === bEnd;
    if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false;
  }
}

function isInLinkTarget(text: string, at: number): boolean {
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - LOOK_AROUND);
  const before = text.slice(lineStart, at);
  const open = before.lastIndexOf("](");
  if (open !== -1 && !before.includes(")", open)) return true;
  if (/^ {0,3}\[[^\]]+\]:/.test(before)) return true;
  return /[a-z][a-z0-9+.-]*:\/\/[^\s<>)]*$/i.test(before);
}

function isInCodeSpan(text: string, at: number): boolean {
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - LOOK_AROUND);
  let open = false;
  for (let k = lineStart; k < at; k++) if (text.charCodeAt(k) === 96) open = !open;
  if (!open) return false;
  const close = text.indexOf("`", at);
  const lineEnd = text.indexOf("\n", at);
  return close !== -1 && (lineEnd === -1 || close < lineEnd);
}
